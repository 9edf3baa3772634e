"""Facts below one another in a narrow column beside each measure."""

import itertools

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.reading import read_document
from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.vocabulary import Vocabulary

MEASURES = [
    (
        (
            "Setje opp benker langs turvegen mellom skulen og fjorden, slik at fleire som går dårleg "
            "kan kome seg ut og møte andre."
        ),
        ["Helsesjefen og Frivilligsentralen på Nes"],
        "2026–2027",
        "kr 85 000",
    ),
    ("Lære bort symjing til vaksne.", ["Symjeklubben"], "Årleg", "Innanfor ramma"),
    (
        (
            "Gje alle som fyller sytti år eit besøk, og skrive ned kva dei treng for å bu heime så "
            "lenge dei sjølve ønskjer det, saman med pårørande og naboar."
        ),
        ["Heimetenesta,", "Eldrerådet"],
        "Haust 2026",
        "1,2 mill. kr",
    ),
]
SIDES = ("left", "right")
STYLES = ("below", "colon", "bold")
NAMES = ("Ansvar", "Tid", "Kostnad")


def fact(name: str, value: list[str], style: str) -> str:
    lines = " \\\n".join(value)
    if style == "below":
        return f"#text(fill: gray)[{name}] \\\n{lines}"
    if style == "bold":
        return f"*{name}* {' '.join(value)}"
    return f"{name}: {' '.join(value)}"


def plan(side: str, style: str, *, shaded: bool, numbered: bool, ruled: bool = False) -> str:
    """A page with an area, its goal and three measures with their facts beside."""
    markup = "= Helse i kvardagen\n== Mål\n- Alle skal ha nokon å gå tur med.\n== Tiltak\n"
    fill = "luma(235)" if shaded else "none"
    for order, (text, who, when, cost) in enumerate(MEASURES, 1):
        values = (who, [when], [cost])
        facts = "\n\n".join(fact(n, v, style) for n, v in zip(NAMES, values, strict=True))
        beside = f"block(fill: {fill}, inset: 4pt, width: 100%)[#set text(size: 8pt)\n{facts}]"
        number = f"*1.{order}* " if numbered else ""
        measure = f"pad(top: 4pt)[{number}{text}]"
        if side == "left":
            markup += f"#grid(columns: (4.2cm, 1fr), gutter: 8mm, {beside}, {measure})\n"
        else:
            markup += f"#grid(columns: (1fr, 4.2cm), gutter: 8mm, {measure}, {beside})\n"
        markup += "#line(length: 100%)\n" if ruled else "#v(3mm)\n"
    return markup + "= Oppfølging\nKommunestyret får ei melding kvart år.\n"


@pytest.mark.parametrize(
    ("side", "style", "shaded", "numbered"),
    list(itertools.product(SIDES, STYLES, (False, True), (False, True))),
)
def test_facts_beside_a_measure_are_those_of_it(
    side: str, style: str, shaded: bool, numbered: bool
) -> None:
    made = pdf_of(plan(side, style, shaded=shaded, numbered=numbered, ruled=not shaded))
    read = read_document(made, "plan.pdf")
    area = read.focus_areas[0]
    assert [goal.text for goal in area.sub_goals] == ["Alle skal ha nokon å gå tur med."]
    found = [
        (
            measure.text,
            list(measure.responsible.parties) if measure.responsible else [],
            measure.time.raw if measure.time else None,
            measure.budget.raw if measure.budget else None,
        )
        for measure in area.measures
    ]
    assert found == [(text, parties(who), when, cost) for text, who, when, cost in MEASURES]


def parties(who: list[str]) -> list[str]:
    return [party.rstrip(",") for line in who for party in line.split(" og ")]


def test_the_text_is_read_before_the_facts_beside_it() -> None:
    document = read_pdf(
        pdf_of(plan("left", "below", shaded=False, numbered=True)), Vocabulary.default()
    )
    assert [
        block.text
        if isinstance(block, TextBlock)
        else [[c.text for c in r.cells] for r in block.rows]
        for block in document.blocks
    ][4:6] == [
        f"1.1 {MEASURES[0][0]}",
        [
            ["Ansvar", "Helsesjefen og Frivilligsentralen på Nes"],
            ["Tid", "2026–2027"],
            ["Kostnad", "kr 85 000"],
        ],
    ]


@pytest.mark.parametrize("title", ["*Benker langs vegen*", "=== Benker langs vegen"])
def test_facts_are_those_of_the_title_above_a_description(title: str) -> None:
    facts = "Ansvar \\\nTurlaget\n\nFrist \\\n2027\n\nKostnad \\\nkr 40 000"
    beside = f"[#set text(size: 8pt)\n{facts}]"
    document = read_pdf(
        pdf_of(
            f"#grid(columns: (4cm, 1fr), gutter: 8mm, {beside}, [{title}\n\n{MEASURES[0][0]}])\n"
        ),
        Vocabulary.default(),
    )
    assert [
        block.text if isinstance(block, TextBlock) else block.rows[0].cells[1].text
        for block in document.blocks
    ] == ["Benker langs vegen", "Turlaget", MEASURES[0][0]]


def test_facts_below_the_text_of_each_of_two_columns_belong_to_that() -> None:
    text = "Kommunen skal rydde og merke stiane rundt vatnet saman med turlaget og grunneigarane."
    measures = [f"{text}\n\nAnsvar: Turlaget {n}\n\nFrist: 202{n}" for n in (6, 7, 8, 9)]
    document = read_pdf(
        pdf_of(
            "#columns(2)["
            + "\n\n".join(measures[:2])
            + "#colbreak()"
            + "\n\n".join(measures[2:])
            + "]"
        ),
        Vocabulary.default(),
    )
    assert not [block for block in document.blocks if isinstance(block, TableBlock)]
    texts = [block.text for block in document.blocks if isinstance(block, TextBlock)]
    assert texts == "\n\n".join(measures).split("\n\n")
