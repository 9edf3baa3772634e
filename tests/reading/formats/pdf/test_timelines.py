"""Timelines on a page: times in a column to the left, what is done then to the right."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.planfile.model import Plan
from tiltak.reading import read_document
from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

LONG = (
    "Rydda kratt i alle kryss langs vegen kvar sommar, slik at dei som køyrer ser borna i god tid "
    "før dei kjem til skulen"
)
AREAS = {
    "Veg": [
        (
            "2027",
            [
                ("Byggja gangveg til skulen", "Teknisk etat", "40 000 kr"),
                (LONG, "Vellaget", "5 000 kr"),
            ],
        ),
        ("2028", [("Setja opp lys ved kaia", "Hamnestyret, Kraftlaget", "9 000 kr")]),
    ],
    "Buss": [("2028", [("Prøva bestillingsbuss", "Fylkeskommunen", "70 000 kr")])],
}
EXPECTED = [
    ("Veg", "Byggja gangveg til skulen", (2027,), 40_000),
    ("Veg", LONG, (2027,), 5_000),
    ("Veg", "Setja opp lys ved kaia", (2028,), 9_000),
    ("Buss", "Prøva bestillingsbuss", (2028,), 70_000),
]
STYLES = {
    "plain": "stroke: none",
    "stem": "stroke: (x, y) => if x == 1 { (left: 1.5pt) }",
    "rows": "stroke: (x, y) => (bottom: 0.5pt)",
    "coloured": "stroke: none, fill: (x, y) => if x == 0 { luma(220) }",
    "middle": (
        "stroke: none, fill: (x, y) => if x == 0 { luma(220) }, "
        "align: (x, y) => if x == 0 { left + horizon } else { left + top }"
    ),
    "ruled": "stroke: 0.5pt",
}


def drawn(style: str, *, before: str = "", time: str = "{}", wide: str = "3cm") -> bytes:
    markup = "#text(20pt)[*Plan 2027–2028*]\n\n" + before
    for area, rows in AREAS.items():
        cells = []
        for year, measures in rows:
            texts = [
                f"*{text}* \\\n#text(8pt)[Ansvar: {who} | Kostnad: {cost}]"
                for text, who, cost in measures
            ]
            beside = "\n\n".join(texts)
            cells += [f"[#text(13pt)[*{time.format(year)}*]]", f"[{beside}]"]
        markup += f"= Satsingsområde: {area}\nMål: Alle skal koma fram.\n\n"
        markup += f"#table(columns: ({wide}, 1fr), {style}, {', '.join(cells)})\n"
    return pdf_of(markup + "= Oppfølging\nKommunestyret får ei melding kvart år.\n")


def measures(plan: Plan) -> list[tuple[str, str, tuple[int, ...], int | None]]:
    return [
        (
            area.title,
            one.text,
            one.time.years if one.time else (),
            one.budget.amount if one.budget else None,
        )
        for area in plan.focus_areas
        for one in area.measures
    ]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_measures_stand_beside_their_times(style: str) -> None:
    assert measures(read_document(drawn(style), "plan.pdf")) == EXPECTED


@pytest.mark.parametrize("style", ["plain", "coloured"])
@pytest.mark.parametrize("time", ["Hausten {}", "1. halvår {}", "Mars {}"])
@pytest.mark.parametrize("wide", ["2.6cm", "4.5cm"])
def test_times_may_be_of_several_words_and_wrapped(style: str, time: str, wide: str) -> None:
    data = drawn(STYLES[style], time=time, wide=wide)
    assert measures(read_document(data, "plan.pdf")) == EXPECTED


@pytest.mark.parametrize("style", ["coloured", "ruled"])
def test_a_page_may_end_within_a_timeline(style: str) -> None:
    data = drawn(STYLES[style], before="#v(14.5cm)\n")
    assert measures(read_document(data, "plan.pdf")) == EXPECTED


def tables(data: bytes) -> list[TableBlock]:
    blocks = read_pdf(data, Vocabulary.default()).blocks
    return [block for block in blocks if isinstance(block, TableBlock)]


def test_amounts_beside_years_are_no_timeline() -> None:
    rows = "".join(f"[{year}], [{year - 2000} 500 000 kr], " for year in range(2026, 2030))
    assert tables(pdf_of(f"#table(columns: (3cm, 1fr), stroke: none, {rows})")) == []


def test_years_as_headings_above_text_are_no_timeline() -> None:
    text = "".join(
        f"*{year}*\n\n#pad(left: 3cm)[Kommunestyret fekk ei melding om arbeidet dette året.]\n\n"
        for year in (2026, 2027, 2028)
    )
    assert tables(pdf_of(text)) == []
