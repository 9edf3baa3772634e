"""Invented plans, each a little different from the others, to be printed in many layouts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """A measure and what its row says. `cost` in kroner, None where the plan gives none."""

    text: str
    parties: tuple[str, ...]
    years: tuple[int, ...]
    cost: int | None = None

    @property
    def time(self) -> str:
        """The years as a table has them."""
        if not self.years:
            return "Løpande"
        first, last = self.years[0], self.years[-1]
        return str(first) if first == last else f"{first}-{last}"

    @property
    def money(self) -> str:
        """The cost with a space between thousands."""
        return f"{self.cost:,}".replace(",", " ") if self.cost is not None else ""


@dataclass(frozen=True, slots=True)
class Field:
    """A focus area."""

    title: str
    goals: tuple[str, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A plan: what a person finds in it in whatever layout it is printed."""

    title: str
    years: tuple[int, ...]
    adopted: str
    body: str
    date: str
    language: str
    intro: str
    fields: tuple[Field, ...]

    @property
    def actions(self) -> tuple[Action, ...]:
        """All measures in order."""
        return tuple(action for field in self.fields for action in field.actions)


FJELLA = Content(
    title="Handlingsplan for Storfjella regionråd 2027",
    years=(2027,),
    adopted="Vedteken av regionrådet 4. desember 2026",
    body="regionrådet",
    date="2026-12-04",
    language="nn",
    intro=(
        "Planen samlar det dei fem kommunane vil gjera i lag det neste året. Kvar kommune har drøfta "
        "framlegget i formannskapet, og merknadene er arbeidde inn. Administrasjonen melder attende "
        "til rådet to gonger i året om korleis det går med arbeidet, og kva som må endrast."
    ),
    fields=(
        Field(
            "Næringsliv og nyskaping",
            ("Det skal skapast minst 60 nye arbeidsplassar i regionen i løpet av planperioden.",),
            (
                Action(
                    "Laga eit felles etablerarkurs for alle som vil starta eiga verksemd, med "
                    "samlingar i to av kommunane og rettleiing på nett resten av tida",
                    ("Regionrådet", "Næringshagen"),
                    (2027,),
                    180_000,
                ),
                Action(
                    "Kartleggja ledige næringsareal og leggja dei ut på eit felles kart",
                    ("Kommunane",),
                    (2027,),
                    95_000,
                ),
                Action(
                    "Skipa til ei årleg næringssamling for bedrifter, bankar og kommunar",
                    ("Næringshagen",),
                    (2027, 2028),
                    60_000,
                ),
            ),
        ),
        Field(
            "Reiseliv og natur",
            (
                "Gjestene skal bli minst ei natt lenger enn i dag.",
                "Ferdsla skal ikkje slita meir på stiane enn naturen toler.",
            ),
            (
                Action(
                    "Merkja og setja i stand 40 kilometer sti mellom fjellgardane, i samråd med "
                    "grunneigarar og beitelag",
                    ("Turlaget", "Fjellstyret"),
                    (2027, 2028),
                    420_000,
                ),
                Action(
                    "Byggja tre enkle dagsturhytter av lokalt tømmer",
                    ("Kommunane",),
                    (2028,),
                    1_350_000,
                ),
                Action("Prøva ein felles skyssbuss til innfallsportane", ("Fylket",), (2027,)),
                Action(
                    "Setja opp teljarar på dei mest brukte stiane og gje tala ut kvar haust",
                    ("Fjellstyret",),
                    (2027,),
                    48_000,
                ),
            ),
        ),
        Field(
            "Samferdsle og breiband",
            ("Alle innbyggjarar skal ha breiband som held til arbeid heimanfrå.",),
            (
                Action(
                    "Arbeida for rassikring av fylkesvegen gjennom Trongedalen",
                    ("Regionrådet",),
                    (),
                ),
                Action(
                    "Søkja om midlar til breiband i dei fire grendene som framleis står utan",
                    ("Kommunane", "Kraftlaget"),
                    (2027,),
                    250_000,
                ),
            ),
        ),
    ),
)

KLIMA = Content(
    title="Tiltaksplan for klima og energi 2026-2029",
    years=(2026, 2027, 2028, 2029),
    adopted="Vedtatt av kommunestyret 18.06.2026",
    body="kommunestyret",
    date="2026-06-18",
    language="nb",
    intro=(
        "Kommunen har som mål å halvere de direkte utslippene innen planperioden er over. Tiltakene "
        "under er valgt fordi de enten gir store kutt, koster lite eller gjør hverdagen bedre for dem "
        "som bor her. Kostnadene er anslag og tas inn i økonomiplanen hvert år."
    ),
    fields=(
        Field(
            "Transport",
            ("Halvparten av alle reiser under fem kilometer skal skje til fots eller på sykkel.",),
            (
                Action(
                    "Bygge sammenhengende sykkelvei mellom sentrum, ungdomsskolen og idrettsparken",
                    ("Teknisk",),
                    (2026, 2027),
                    6_400_000,
                ),
                Action(
                    "Bytte ut kommunens biler med elektriske etter hvert som leieavtalene går ut",
                    ("Innkjøp", "Hjemmetjenesten"),
                    (2026, 2027, 2028, 2029),
                    900_000,
                ),
                Action(
                    "Sette opp lading ved alle omsorgsboliger og barnehager",
                    ("Eiendom",),
                    (2027,),
                    750_000,
                ),
                Action(
                    "Innføre hjertesoner rundt barneskolene",
                    ("Oppvekst", "FAU"),
                    (2026,),
                    120_000,
                ),
            ),
        ),
        Field(
            "Bygg og energi",
            ("Energibruken i kommunale bygg skal ned med 30 prosent.",),
            (
                Action(
                    "Skifte til varmepumper og styringsanlegg i rådhuset, svømmehallen og de to "
                    "eldste skolene",
                    ("Eiendom",),
                    (2026, 2027, 2028),
                    11_200_000,
                ),
                Action(
                    "Legge solceller på taket av den nye flerbrukshallen",
                    ("Eiendom", "Kraftverket"),
                    (2028,),
                    2_300_000,
                ),
                Action(
                    "Gi gratis energirådgivning til husholdninger med lav inntekt",
                    ("NAV",),
                    (2026, 2027),
                    300_000,
                ),
            ),
        ),
        Field(
            "Landbruk og skog",
            ("Karbonlageret i jord og skog skal ikke minke.",),
            (
                Action(
                    "Etablere et demonstrasjonsfelt for biokull sammen med landbruksskolen",
                    ("Landbrukskontoret",),
                    (2027,),
                    210_000,
                ),
                Action(
                    "Restaurere Stormyra ved å tette gamle grøfter",
                    ("Landbrukskontoret", "Statsforvalteren"),
                    (2028, 2029),
                    1_800_000,
                ),
                Action(
                    "Kurse gårdbrukere i drift med mindre diesel og kunstgjødsel",
                    ("Landbrukskontoret",),
                    (2026,),
                ),
            ),
        ),
        Field(
            "Forbruk og avfall",
            ("Matsvinnet i kommunens kjøkken skal halveres.",),
            (
                Action(
                    "Veie og registrere matsvinn på alle sykehjem og i alle barnehager",
                    ("Kjøkkentjenesten",),
                    (2026,),
                    80_000,
                ),
                Action(
                    "Åpne utlån av verktøy og turutstyr på biblioteket",
                    ("Biblioteket", "Frivilligsentralen"),
                    (2027,),
                    160_000,
                ),
            ),
        ),
    ),
)

KULTUR = Content(
    title="Handlingsdel til kulturplanen 2025-2028",
    years=(2025, 2026, 2027, 2028),
    adopted="Vedtatt av kommunestyret 27. februar 2025",
    body="kommunestyret",
    date="2025-02-27",
    language="nb",
    intro=(
        "Handlingsdelen viser hva som skal gjøres for å nå målene i kulturplanen. Den rulleres hvert "
        "år samtidig med budsjettet. Tiltak uten beløp gjøres innenfor vanlig drift."
    ),
    fields=(
        Field(
            "Møteplasser",
            ("Alle skal ha et sted å møtes innen gangavstand.",),
            (
                Action(
                    "Pusse opp storsalen i samfunnshuset med ny scene, lys og teleslynge",
                    ("Eiendom",),
                    (2025, 2026),
                    3_200_000,
                ),
                Action(
                    "Holde biblioteket åpent på kveldstid uten betjening",
                    ("Biblioteket",),
                    (2025,),
                    140_000,
                ),
                Action(
                    "Lage en plan for felles bruk av skolenes lokaler etter klokka fire",
                    ("Kultur", "Oppvekst"),
                    (2026,),
                ),
            ),
        ),
        Field(
            "Barn og unge",
            ("Ingen barn skal stå utenfor fordi familien har dårlig råd.",),
            (
                Action(
                    "Innføre et fritidskort som dekker én aktivitet per halvår for alle mellom 6 og 18 år",
                    ("Kultur", "NAV"),
                    (2025, 2026, 2027, 2028),
                    1_900_000,
                ),
                Action(
                    "Utvide kulturskolen med dans, teater og digital musikk",
                    ("Kulturskolen",),
                    (2026, 2027),
                    850_000,
                ),
                Action(
                    "Gi ungdomsrådet en egen pott til arrangementer",
                    ("Ungdomsrådet",),
                    (2025,),
                    75_000,
                ),
            ),
        ),
        Field(
            "Kulturarv",
            ("Kystkulturen skal tas vare på ved å brukes.",),
            (
                Action(
                    "Restaurere det gamle naustet i Sandvika sammen med kystlaget",
                    ("Kystlaget", "Museet"),
                    (2027, 2028),
                    640_000,
                ),
                Action(
                    "Samle inn og digitalisere gamle bilder fra fiskeværene",
                    ("Museet",),
                    (2026,),
                    90_000,
                ),
            ),
        ),
    ),
)

CONTENTS = {"fjella": FJELLA, "klima": KLIMA, "kultur": KULTUR}
