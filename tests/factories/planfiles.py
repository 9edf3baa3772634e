"""Invented plans for tests: what real plans of regional councils hold, in few words."""

from msgspec.structs import replace

from tiltak.planfile.model import (
    Area,
    Budget,
    Column,
    Document,
    Item,
    Link,
    Measure,
    Parties,
    Per,
    Plan,
    Row,
    Section,
    Table,
    Time,
)

LABELS = {
    "focus_area": "Satsing",
    "sub_goal": "Delmål",
    "strategy": "Strategi",
    "measure": "Prosjekt/tiltak",
}
ABBREVIATIONS = {"YFR": "Ytre Fjord regionråd"}


def kroner(amount: int, *, per: Per | None = None, cell: str | None = None) -> Budget:
    """A budget of one figure, written as plans write it."""
    return Budget(
        raw=f"{amount:,}".replace(",", " "),
        amount=amount,
        currency="NOK",
        basis="amount",
        per=per,
        cell_group=cell,
    )


def during(*years: int) -> Time:
    """Years in a row: `2026` or `2026-2027`."""
    raw = str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
    return Time(raw=raw, years=years)


def who(raw: str) -> Parties:
    """Parties divided by slashes, with the abbreviation unfolded."""
    full = "Ytre Fjord regionråd"
    names = [name.removesuffix("(YFR)").strip() for name in raw.split("/")]
    return Parties(raw=raw, parties=tuple(full if n == "YFR" else n for n in names))


def measure(key: str, text: str, *parts: Measure, rows: tuple[str, ...] = ()) -> Measure:
    """A measure of the running text, in the table too where it has rows."""
    return Measure(id=key, text=text, rows=rows, children=parts, source="both" if rows else "body")


def _work() -> Area:
    jobs = Section(
        id="1.1",
        number="1.1",
        title="Kompetansearbeidsplassar",
        strategies=(
            Item(
                id="1.1.s1", text="Arbeida for at nye statlege kontor blir lagde til fjordbygdene."
            ),
        ),
        measures=(
            measure(
                "1.1.m1",
                "Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane.",
                rows=("T.1.1",),
            ),
            measure(
                "1.1.m2",
                "Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen.",
            ),
        ),
    )
    travel = Section(
        id="1.2",
        number="1.2",
        title="Besøk heile året",
        strategies=(
            Item(id="1.2.s1", text="Styrka reisemålsselskapet som felles verktøy for kommunane."),
            Item(id="1.2.s2", text="Vera pådrivar for betre ruter utanom sesongen."),
        ),
        measures=(
            measure(
                "1.2.m1",
                "Støtta marknadsføring av fjorden i vintersesongen.",
                rows=("T.1.2",),
            ),
            measure(
                "1.2.m2",
                "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg:",
                measure(
                    "1.2.m2.c1",
                    "Kartleggja behovet hjå hotell, skular og pendlarar",
                    measure("1.2.m2.c1.c1", "Intervju med ti verksemder"),
                    measure("1.2.m2.c1.c2", "Spørjeundersøking blant pendlarane"),
                ),
                measure("1.2.m2.c2", "Rekna ut kva ruta vil kosta i eit prøveår"),
                rows=("T.1.3",),
            ),
        ),
    )
    return Area(
        id="1",
        number="1",
        title="Arbeid og næring",
        sub_goals=(
            Item(id="1.d1", text="Regionen skal ha 150 nye arbeidsplassar innan fire år."),
            Item(id="1.d2", text="Kommunane skal svara næringslivet med éi stemme."),
        ),
        sections=(jobs, travel),
    )


def _living() -> Area:
    settle = Section(
        id="2.1",
        number="2.1",
        title="Tilflytting",
        strategies=(Item(id="2.1.s1", text="Syna fram bygdene som stader å bu og arbeida."),),
        measures=(
            measure("2.1.m1", "Delta på tre utdanningsmesser for studentar.", rows=("T.2.1",)),
            measure("2.1.m2", "Laga felles materiell til messene.", rows=("T.2.1",)),
            measure("2.1.m3", "Fortelja om folk som har flytta heim.", rows=("T.2.2",)),
        ),
    )
    homes = Section(
        id="2.2",
        number="2.2",
        title="Bustader",
        strategies=(Item(id="2.2.s1", text="Setja den felles bustadstrategien i verk."),),
        measures=(
            measure(
                "2.2.m1",
                "Gjennomføra eit prosjekt for fleire utleigebustader:",
                measure("2.2.m1.c1", "Finna ut kor mange bustader kvar kommune manglar"),
                measure("2.2.m1.c2", "Samla kommunane i eit nettverk to gonger i året"),
                rows=("T.2.3",),
            ),
            measure("2.2.m2", "Gje råd til huseigarar som vil leiga ut.", rows=("T.2.4",)),
        ),
    )
    return Area(
        id="2",
        number="2",
        title="Gode bygder å bu i",
        sub_goals=(Item(id="2.d1", text="Folketalet skal veksa i alle dei fire kommunane."),),
        sections=(settle, homes),
    )


def _roads() -> Area:
    return Area(
        id="3",
        number="3",
        title="Samferdsle",
        paragraphs=(
            Item(id="3.p1", text="Avstandane er lange, og mange pendlar over fjorden kvar dag."),
        ),
        sub_goals=(Item(id="3.d1", text="Ingen skal ha lenger enn 45 minutt til regionsenteret."),),
        strategies=(Item(id="3.s1", text="Følgja opp den felles samferdsleplanen."),),
        measures=(
            measure(
                "3.m1",
                "Arbeida for desse sambanda:",
                measure("3.m1.c1", "Ferja Nordvik–Sørvåg"),
                measure("3.m1.c2", "Tunnelen under Storeheia"),
                measure("3.m1.c3", "Breiband i alle bygder"),
                rows=("T.3.1",),
            ),
        ),
    )


def _row(key: str, area: str, text: str, *facts: *tuple[Time, Budget, str]) -> Row:
    when, money, party = facts
    return Row(
        id=key,
        focus_area=area,
        number=key.rsplit(".", 1)[1],
        text=text,
        time=when,
        budget=money,
        responsible=who(party),
    )


def _rows() -> tuple[Row, ...]:
    none = Budget(basis="none", currency="NOK")
    work, living, roads = "Arbeid og næring", "Gode bygder å bu i", "Samferdsle"
    shared = kroner(90_000, cell="T.2.cell1")
    return (
        _row(
            "T.1.1",
            work,
            "Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane",
            during(2026),
            kroner(60_000),
            "Ytre Fjord regionråd (YFR)",
        ),
        _row(
            "T.1.2",
            work,
            "Støtta marknadsføring av fjorden i vintersesongen",
            during(2026, 2027),
            kroner(125_000, per="year"),
            "YFR/Nordvik kommune",
        ),
        _row(
            "T.1.3",
            work,
            "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg",
            during(2026, 2027),
            kroner(1_140_000),
            "YFR/fylkeskommunen/partnarane",
        ),
        _row(
            "T.2.1",
            living,
            "Delta på tre utdanningsmesser for studentar og laga felles materiell til messene",
            during(2026),
            kroner(75_000),
            "YFR",
        ),
        _row(
            "T.2.2",
            living,
            "Fortelja om folk som har flytta heim",
            during(2026),
            none,
            "YFR",
        ),
        _row(
            "T.2.3",
            living,
            "Gjennomføra eit prosjekt for fleire utleigebustader",
            during(2026, 2027),
            shared,
            "YFR/prosjektleiar",
        ),
        _row(
            "T.2.4",
            living,
            "Gje råd til huseigarar som vil leiga ut",
            during(2026),
            shared,
            "YFR",
        ),
        _row("T.3.1", roads, "Arbeida for viktige samband", during(2026), none, "YFR"),
    )


def _links() -> tuple[Link, ...]:
    same = {
        "T.1.1": "1.1.m1",
        "T.1.2": "1.2.m1",
        "T.1.3": "1.2.m2",
        "T.2.2": "2.1.m3",
        "T.2.3": "2.2.m1",
        "T.2.4": "2.2.m2",
        "T.3.1": "3.m1",
    }
    return (
        *(Link(row=row, measure=key, kind="same") for row, key in same.items()),
        Link(row="T.2.1", measure="2.1.m1", kind="merged"),
        Link(row="T.2.1", measure="2.1.m2", kind="merged"),
    )


def sample_plan() -> Plan:
    """A whole action plan: nested measures, an area without themes, rows for one and for two
    measures, an amount two rows share, a row without amount, an amount per year, several years,
    composite responsibility, a measure outside the table."""
    return Plan(
        document=Document(
            title="Handlingsplan 2026",
            years=(2026,),
            status="framlegg",
            status_text="Framlegg til Ytre Fjord regionråd 5.12.2025",
            body="Ytre Fjord regionråd",
            date="2025-12-05",
            language="nn",
            currency="NOK",
            abbreviations=ABBREVIATIONS,
        ),
        labels=LABELS,
        focus_areas=(_work(), _living(), _roads()),
        tables=(
            Table(
                id="T",
                rows=_rows(),
                columns=(
                    Column(name="Satsing", role="focus_area"),
                    Column(name="Prosjekt/tiltak 2026", role="measure"),
                    Column(name="Tid", role="time"),
                    Column(name="Budsjett", role="budget"),
                    Column(name="Ansvar", role="responsible"),
                ),
            ),
        ),
        links=_links(),
    )


def plan_by_year() -> Plan:
    """The sample with its money split by year, partners in a column, and rows without a split."""
    plan = sample_plan()
    split = {
        "T.1.2": {"2026": 125_000, "2027": 125_000},
        "T.1.3": {"2026": 400_000, "2027": 740_000},
        "T.2.3": {"2027": 90_000},
    }
    rows = tuple(_split(row, split.get(row.id)) for row in plan.tables[0].rows)
    return replace(plan, tables=(replace(plan.tables[0], rows=rows, columns=()),))


def _split(row: Row, per_year: dict[str, int] | None) -> Row:
    if per_year is None:
        own = row.budget if row.id != "T.2.4" else Budget(basis="none", currency="NOK")
        return replace(row, budget=own)
    total = sum(per_year.values())
    budget = Budget(amount=total, per_year=per_year, currency="NOK", basis="amount")
    return replace(row, budget=budget, partners=Parties(raw="Sørvåg", parties=("Sørvåg",)))


def plan_of_years(*years: int) -> Plan:
    """Money in millions for each of many years, and remarks in columns of the council's own."""
    texts = ("Byggja om kulturhuset i Nordvik sentrum", "Ny gang- og sykkelveg til skulen")
    extra = {"Prioritet": "Høg", "Merknad": "Føreset tilskot frå fylkeskommunen"}
    rows = tuple(
        Row(
            id=f"T.{number}",
            number=str(number),
            text=text,
            focus_area="Lokalsamfunnsutvikling",
            time=during(*years),
            budget=Budget(
                amount=sum(number * 4_500_000 for _ in years),
                per_year={str(year): number * 4_500_000 for year in years},
                currency="NOK",
                basis="amount",
            ),
            responsible=who("Kommunalsjef oppvekst og kultur"),
            extra=extra,
        )
        for number, text in enumerate(texts, start=1)
    )
    return Plan(
        document=Document(title="Handlingsdel", years=years, status="ukjend"),
        tables=(Table(id="T", title="Formannskapet", rows=rows),),
    )


def empty_plan() -> Plan:
    """A plan just begun."""
    return Plan(document=Document(title="Handlingsplan 2027", years=(2027,), status="ukjend"))
