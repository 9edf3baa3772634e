"""Invented plans of any size, for benchmarks and for tests that count SQL statements."""

from tiltak.planfile.model import (
    Area,
    Budget,
    Column,
    Document,
    Item,
    Link,
    Measure,
    Parties,
    Plan,
    Row,
    Section,
    Table,
    Time,
)

AREAS = 5
THEMES = 4
VERBS = ("Byggja", "Utvikla", "Samordna", "Kartleggja", "Styrka", "Prøva ut", "Fornya")
THINGS = ("ferjesambandet", "lærlingordninga", "reiselivet", "bustadtilbodet", "breibandet")
PARTNERS = ("Visit Fjorden", "Næringsforum", "Fylkeskommunen", "Høgskulen", "Bondelaget")


def large_plan(measures: int, *, title: str = "Handlingsplan 2018") -> Plan:
    """A plan of `measures` top measures, each with a table row, two parties, two budget lines
    and three parts, spread over 5 areas with 4 themes each."""
    groups: dict[tuple[int, int], list[Measure]] = {}
    rows, links = [], []
    for n in range(measures):
        area, theme = n % AREAS, (n // AREAS) % THEMES
        measure, row = _measure(n), _row(n, area)
        groups.setdefault((area, theme), []).append(measure)
        rows.append(row)
        links.append(Link(row=row.id, measure=measure.id, kind="same"))
    rows.sort(key=lambda row: row.focus_area or "")
    return Plan(
        document=Document(
            title=title, years=(2018, 2019), status="framlegg", body="Fjordrådet", language="nn"
        ),
        focus_areas=tuple(_area(i, groups) for i in range(AREAS)),
        tables=(Table(id="T", columns=_columns(), rows=tuple(rows)),),
        links=tuple(links),
    )


def _columns() -> tuple[Column, ...]:
    names = {
        "Satsing": "focus_area",
        "Prosjekt/tiltak": "measure",
        "Tid": "time",
        "Budsjett": "budget",
        "Ansvar": "responsible",
    }
    return tuple(Column(name=name, role=role) for name, role in names.items())


def _text(n: int) -> str:
    return (
        f"{VERBS[n % len(VERBS)]} {THINGS[n % len(THINGS)]} i regionen saman med kommunane, "
        f"næringslivet og fylkeskommunen, med vekt på samordning over kommunegrensene ({n})"
    )


def _measure(n: int) -> Measure:
    parts = tuple(
        Measure(id=f"m{n}.{i}", number="-", text=f"Del {i} av tiltaket: {_text(n + i)}")
        for i in range(1, 4)
    )
    return Measure(
        id=f"m{n}", number=str(n + 1), text=_text(n), source="both", rows=(f"r{n}",), children=parts
    )


def _row(n: int, area: int) -> Row:
    return Row(
        id=f"r{n}",
        focus_area=f"Satsingsområde {area + 1}",
        number=str(n + 1),
        text=_text(n),
        time=Time(raw="2018-2019", years=(2018, 2019)),
        budget=Budget(
            raw="100 000", amount=100_000 + 1000 * (n % 50), currency="NOK", basis="amount"
        ),
        more_budgets=(
            Budget(
                raw="50 000", amount=50_000, currency="NOK", basis="amount", funder="Fylkeskommunen"
            ),
        ),
        responsible=Parties(
            raw=f"Fjordrådet/{PARTNERS[n % len(PARTNERS)]}",
            parties=("Fjordrådet", PARTNERS[n % len(PARTNERS)]),
        ),
    )


def _area(i: int, groups: dict[tuple[int, int], list[Measure]]) -> Area:
    return Area(
        id=f"a{i}",
        number=str(i + 1),
        title=f"Satsingsområde {i + 1}",
        sub_goals=(Item(id=f"a{i}.d", text=f"Delmål for område {i + 1} skal vera nådd."),),
        sections=tuple(
            Section(
                id=f"a{i}.{j}",
                number=f"{i + 1}.{j + 1}",
                title=f"Tema {i + 1}.{j + 1}",
                strategies=(Item(id=f"a{i}.{j}.s", text=f"Strategi for tema {j + 1}"),),
                measures=tuple(groups.get((i, j), ())),
            )
            for j in range(THEMES)
        ),
    )
