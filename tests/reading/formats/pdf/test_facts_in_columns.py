"""Plans in two columns of wrapped, hyphenated text: measures as bullets, their facts below each."""

from collections.abc import Callable

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

WHY = (
    "Vatnet i elva er reinare enn for ti år sidan, men etter kraftig regn renn det framleis jord og "
    "gjødsel ut i gyteplassane. Grunneigarane har sjølve teke prøver gjennom to somrar, og tala "
    "deira viser at kantsonene tek imot det meste der dei står att."
)
ORDERED = (
    "Arbeidet blir leidd av ei styringsgruppe der landbrukskontoret, fiskelaget og dei største "
    "grunneigarane møtest fire gonger i året. Gruppa melder frå til kommunestyret kvar vår."
)
AREAS = {
    "Reinare vatn": [
        (
            "Plante att kantsoner langs elva frå fossen og ned til utløpet, saman med grunneigarane",
            "Landbrukskontoret og elveeigarlaget",
            "2026–2028",
            "350 000 kr",
        ),
        ("Ta vassprøver kvar månad", "Miljøvernsjefen", "Årleg", "60 000 kr per år"),
        (
            "Gje råd om gjødsling til alle gardsbruk som grensar til vassdraget eller sidebekkene",
            "Landbrukskontoret",
            "Våren 2026",
            "Innanfor ramma",
        ),
    ],
    "Fiske for fleire": [
        (
            "Byggje ein brygge med rekkverk som òg kan nyttast av dei som sit i rullestol",
            "Fiskelaget",
            "2027",
            "0,4 mill. kr",
        ),
        (
            "Lære skuleborna å fiske med stong ein dag kvar haust",
            "Rektorane",
            "Frå hausten 2026",
            "25 000 kr per år",
        ),
        ("Selje felles fiskekort på nettet", "Fiskelaget", "2026", "15 000 kr"),
    ],
    "Ferdsel langs elva": [
        (
            "Merkje stien frå kyrkja til fossen og setje opp tavler som fortel om elva",
            "Turlaget",
            "Innan 1.6.2027",
            "120 000 kr",
        ),
        (
            "Rydde gamle gjerde og skrot frå breiddene før kvar vår",
            "Elveeigarlaget, idrettslaget",
            "Årleg",
            "30 000 kr per år",
        ),
    ],
}
FACTS = ("Ansvar", "Tid", "Kostnad")
STYLES: dict[str, Callable[[str, str], str]] = {
    "italics": lambda name, value: f"_{name}:_ {value}",
    "small": lambda name, value: f"#text(size: 8pt)[{name}: {value}]",
    "bold": lambda name, value: f"*{name}:* {value}",
    "plain": lambda name, value: f"{name}: {value}",
}
TITLE = "= Handlingsplan for elva 2026–2028\nVedteken av kommunestyret 3. november 2025\n\n"
SET = (
    '#set text(lang: "nn", hyphenate: true)\n#set par(justify: true)\n'
    "#show heading: set text(fill: olive)\n"
)


def measures(area: str, style: str, indent: str) -> str:
    items = []
    for text, *values in AREAS[area]:
        facts = " \\\n  ".join(STYLES[style](n, v) for n, v in zip(FACTS, values, strict=True))
        items.append(f"- {text}\n\n  #pad(left: {indent})[{facts}]\n")
    return "\n".join(items)


def flow(style: str, indent: str) -> list[str]:
    """The areas with a goal and measures each."""
    return [
        f"== {order} {area}\n{WHY}\n\n*Mål:* Elva skal vere til glede for alle i bygda år {order}.\n\n"
        f"=== Tiltak\n{measures(area, style, indent)}\n"
        for order, area in enumerate(AREAS, 1)
    ]


def found(plan: Plan) -> dict[str, list[tuple[str | None, ...]]]:
    """The measures of each area with what is said of them."""
    return {
        area.title: [
            (
                measure.text,
                measure.responsible.raw if measure.responsible else None,
                measure.time.raw if measure.time else None,
                measure.budget.raw if measure.budget else None,
            )
            for measure in area.measures
        ]
        for area in plan.focus_areas
    }


def read(markup: str) -> dict[str, list[tuple[str | None, ...]]]:
    return found(read_document(pdf_of(SET + markup), "plan.pdf"))


@pytest.mark.parametrize("gutter", ["1em", "6mm", "12mm"])
@pytest.mark.parametrize("indent", ["0pt", "3pt", "12pt"])
@pytest.mark.parametrize("style", list(STYLES))
def test_facts_below_measures_in_two_columns(style: str, indent: str, gutter: str) -> None:
    text = "\n".join(flow(style, indent))
    assert (
        read(
            f"{TITLE}#columns(2, gutter: {gutter})[== Kvifor ein plan?\n{WHY}\n\n{ORDERED}\n\n{text}]"
        )
        == AREAS
    )


@pytest.mark.parametrize("above", [6, 8, 10, 12, 14])
def test_facts_of_a_measure_that_the_column_cuts(above: int) -> None:
    """The column, or the page, ends anywhere: also between a measure and its facts."""
    text = "\n".join(flow("italics", "3pt"))
    assert (
        read(
            '#set page(height: 20cm, columns: 2, numbering: "1")\n'
            f'#place(top, scope: "parent", float: true)[{TITLE}]'
            f"#v({above}em)\n{text}"
        )
        == AREAS
    )


@pytest.mark.parametrize("style", ["italics", "bold", "plain"])
def test_headings_over_both_columns_in_the_middle_of_a_page(style: str) -> None:
    parts = [part.split("\n", 1) for part in flow(style, "3pt")]
    assert (
        read(
            TITLE
            + "\n".join(
                f"{head}\n#columns(2)[{body.replace('=== Tiltak', '#colbreak()')}]"
                for head, body in parts
            )
        )
        == AREAS
    )


@pytest.mark.parametrize("style", list(STYLES))
def test_a_foot_with_texts_at_both_sides(style: str) -> None:
    text = "\n".join(flow(style, "3pt"))
    foot = "#set page(footer: context [#text(size: 8pt)[Elvekommunen #h(1fr) Side #counter(page).display()]])\n"
    assert read(f"{foot}{TITLE}#columns(2)[{WHY}\n\n{text}\n== Pengar\n{ORDERED}]") == AREAS


@pytest.mark.parametrize("style", list(STYLES))
def test_measures_set_flush_without_a_mark(style: str) -> None:
    parts = []
    for order, (area, rows) in enumerate(AREAS.items(), 1):
        parts.append(f"== {order} {area}\n{WHY}\n\n=== Tiltak\n")
        for number, (text, *values) in enumerate(rows, 1):
            facts = " \\\n".join(STYLES[style](n, v) for n, v in zip(FACTS, values, strict=True))
            parts.append(f"*{order}.{number}* {text}\n\n{facts}\n\n")
    assert read(f"{TITLE}#columns(2)[{ORDERED}\n\n{chr(10).join(parts)}]") == AREAS
