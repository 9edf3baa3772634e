"""Words of levels with their number, and the title beside them, below them, or behind a line break."""

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest
from docx.shared import Pt

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

NAMES = ["Levande sentrum", "Energi og vatn", "God helse"]
WORDS = [
    ("Perspektiv", "Mål", "Uppdrag"),
    ("Satsingsområde", "Mål", "Tiltak"),
    ("Fokusområde", "Mål", "Indsatser"),
    ("Spor", "Mål", "Opgaver"),
    ("Goal", "Objectives", "Actions"),
    ("Pillar", "Objectives", "Actions"),
    ("Mål", "Delmål", "Tiltak"),
    ("Strategi", "Mål", "Tiltak"),
]


def set_line(paper: Any, text: str, look: str) -> None:
    """A line in a style, bold, in large type or as the text is."""
    if look == "heading":
        paper.add_heading(text, 1)
        return
    run = paper.add_paragraph().add_run(text)
    run.bold = look in ("bold", "large")
    if look == "large":
        run.font.size = Pt(16)


def read(heads: list[list[str]], looks: list[str], goals: str, measures: str) -> Plan:
    """The plan of areas whose headings have these lines, each set in its look."""
    paper: Any = docx.Document()
    paper.add_paragraph("Handlingsplan 2026–2029", style="Title")
    for lines, name in zip(heads, NAMES, strict=True):
        for line, look in zip(lines, looks, strict=True):
            set_line(paper, line, look)
        paper.add_paragraph("Det er mykje som må gjerast her, og alle må vera med på det.")
        paper.add_paragraph(goals)
        paper.add_paragraph(f"{name} skal bli betre.", style="List Bullet")
        paper.add_paragraph(measures)
        paper.add_paragraph("Laga ein plan", style="List Bullet")
        paper.add_paragraph("Følgja han opp", style="List Bullet")
    target = io.BytesIO()
    paper.save(target)
    return read_document(target.getvalue(), "plan.docx")


def areas(plan: Plan) -> list[tuple[str | None, str, list[str], list[str]]]:
    return [
        (
            area.number,
            area.title,
            [goal.text for goal in area.sub_goals],
            [one.text for one in area.measures],
        )
        for area in plan.focus_areas
    ]


EXPECTED = [
    (str(at), name, [f"{name} skal bli betre."], ["Laga ein plan", "Følgja han opp"])
    for at, name in enumerate(NAMES, start=1)
]


@pytest.mark.parametrize("look", ["heading", "bold", "large", "plain"])
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    "way", ["{word} {at} – {name}", "{at}. {word}: {name}", "{word} {at}\n{name}"]
)
def test_on_one_line(way: str, words: tuple[str, str, str], look: str) -> None:
    word, *below = words
    heads = [[way.format(word=word, at=at, name=name)] for at, name in enumerate(NAMES, start=1)]
    assert areas(read(heads, [look], *below)) == EXPECTED


@pytest.mark.parametrize(
    "looks",
    [
        ["heading", "heading"],
        ["heading", "plain"],
        ["bold", "bold"],
        ["bold", "plain"],
        ["large", "large"],
        ["plain", "bold"],
        ["plain", "plain"],
    ],
)
@pytest.mark.parametrize("words", WORDS)
def test_on_two_lines(words: tuple[str, str, str], looks: list[str]) -> None:
    word, *below = words
    heads = [[f"{word} {at}", name] for at, name in enumerate(NAMES, start=1)]
    assert areas(read(heads, looks, *below)) == EXPECTED


@pytest.mark.parametrize("numbers", ["ABC", ["I", "II", "III"]])
def test_letters_and_roman_numbers_count_too(numbers: list[str]) -> None:
    heads = [[f"Perspektiv {number}", name] for number, name in zip(numbers, NAMES, strict=True)]
    found = areas(read(heads, ["heading", "heading"], "Mål", "Uppdrag"))
    assert [(number, title) for number, title, *_ in found] == list(
        zip(numbers, NAMES, strict=True)
    )


def test_a_sentence_below_the_word_for_goals_is_the_goal() -> None:
    heads = [[f"Mål {at}", f"{name} skal vera for alle"] for at, name in enumerate(NAMES, start=1)]
    plan = read(heads, ["bold", "plain"], "Strategiar", "Tiltak")
    goals = [goal.text for area in plan.focus_areas for goal in area.sub_goals]
    assert goals == [f"{name} skal vera for alle" for name in NAMES]


def test_numbers_that_do_not_count_on_have_no_titles_below() -> None:
    heads = [[f"Uke {at}", name] for at, name in zip((36, 41, 44), NAMES, strict=True)]
    plan = read(heads, ["bold", "bold"], "Mål", "Tiltak")
    assert [area.title for area in plan.focus_areas] == NAMES


def test_where_one_has_no_title_none_has() -> None:
    heads = [
        ["Perspektiv 1", "Levande sentrum"],
        ["Perspektiv 2", "Energi."],
        ["Perspektiv 3", "X"],
    ]
    plan = read(heads, ["heading", "plain"], "Mål", "Uppdrag")
    assert [area.title for area in plan.focus_areas] == [
        "Perspektiv 1",
        "Perspektiv 2",
        "Perspektiv 3",
    ]


@pytest.mark.parametrize("look", ["heading", "bold", "large", "plain"])
@pytest.mark.parametrize(
    ("way", "numbers"),
    [
        ("{} – {}", "123"),
        ("{} - {}", "123"),
        ("{}: {}", "123"),
        ("{} – {}", "ABC"),
        ("{}: {}", "ABC"),
        ("{} – {}", ("I", "II", "III")),
        ("{}: {}", ("I", "II", "III")),
        ("Del {} – {}", ("I", "II", "III")),
        ("Part {}: {}", "123"),
        ("Kapittel {} – {}", "123"),
    ],
)
def test_a_sign_parts_a_number_alone_from_the_title(
    way: str, numbers: Sequence[str], look: str
) -> None:
    heads = [[way.format(number, name)] for number, name in zip(numbers, NAMES, strict=True)]
    found = areas(read(heads, [look], "Mål", "Tiltak"))
    assert found == [(number, *rest) for number, (_, *rest) in zip(numbers, EXPECTED, strict=True)]
