"""Areas that a word for goals names, with the goal itself in the first paragraph below."""

import io

import docx
import pytest

from tiltak.reading import read_document

NAMES = ["Symjing", "Leiarar", "Kulturhuset"]
NYNORSK = [
    "Alle born i bygda skal kunna symja.",
    "Minst ti lag skal ha ein ung leiar.",
    "Kulturhuset skal vera ope kvar dag.",
]
PROSE = "Bassenget er frå 1974. Det er stengt annakvar vinter, og køen er lang."

Read = list[tuple[str, list[str], int, list[str]]]


def read(
    words: tuple[str, str, str],
    goals: list[str],
    *,
    between: str = " ",
    bold: bool = False,
    names: list[str] = NAMES,
    chapter: str | None = None,
) -> Read:
    """Title, goals, number of measures and paragraphs of each area of a plan with a heading for
    each goal; `words` are those for goal, strategies and measures."""
    goal, strategies, measures = words
    paper = docx.Document()
    paper.add_heading("Kulturplan 2025–2027", 0)
    level = 1 if chapter is None else 2
    if chapter is not None:
        paper.add_heading(chapter, 1)
    for number, (name, sentence) in enumerate(zip(names, goals, strict=True), start=1):
        paper.add_heading(f"{goal} {number}{between}{name}", level)
        paper.add_paragraph().add_run(sentence).bold = bold
        paper.add_paragraph(PROSE)
        paper.add_heading(strategies, level + 1)
        paper.add_paragraph("Samarbeida med laga.", "List Bullet")
        paper.add_heading(measures, level + 1)
        table = paper.add_table(2, 2)
        for cell, text in zip(
            (cell for row in table.rows for cell in row.cells),
            ["Nr.", measures, f"{number}.1", "Leiga buss til bassenget"],
            strict=True,
        ):
            cell.text = text
    written = io.BytesIO()
    paper.save(written)
    plan = read_document(written.getvalue(), "plan.docx")
    return [
        (
            area.title,
            [one.text for one in area.sub_goals],
            len(area.measures),
            [one.text for one in area.paragraphs],
        )
        for area in plan.focus_areas
    ]


def whole(goals: list[str]) -> Read:
    return [(name, [goal], 1, [PROSE]) for name, goal in zip(NAMES, goals, strict=True)]


@pytest.mark.parametrize("between", [" ", ": ", " – "])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("word", ["Mål", "Hovudmål"])
def test_the_sentence_below_the_name_of_a_goal(word: str, between: str, *, bold: bool) -> None:
    found = read((word, "Strategiar", "Tiltak"), NYNORSK, between=between, bold=bold)
    assert found == whole(NYNORSK)


def test_goals_in_a_chapter() -> None:
    found = read(("Mål", "Strategiar", "Tiltak"), NYNORSK, chapter="Mål og tiltak")
    assert found == whole(NYNORSK)


@pytest.mark.parametrize(
    ("words", "goals"),
    [
        (
            ("Hovedmål", "Strategier", "Tiltak"),
            [
                "Alle barn skal kunne svømme.",
                "Minst ti lag skal ha en ung leder.",
                "Kulturhuset skal være åpent hver dag.",
            ],
        ),
        (
            ("Mål", "Strategier", "Åtgärder"),
            [
                "Alla barn ska kunna simma.",
                "Minst tio föreningar ska ha en ung ledare.",
                "Kulturhuset ska vara öppet varje dag.",
            ],
        ),
        (
            ("Mål", "Strategier", "Indsatser"),
            [
                "Alle børn skal kunne svømme.",
                "Mindst ti foreninger skal have en ung leder.",
                "Kulturhuset skal være åbent hver dag.",
            ],
        ),
        (
            ("Goal", "Strategies", "Actions"),
            [
                "All children shall be able to swim.",
                "At least ten clubs must have a young leader.",
                "The hall should be open every day.",
            ],
        ),
    ],
)
def test_goals_in_other_languages(words: tuple[str, str, str], goals: list[str]) -> None:
    assert read(words, goals) == whole(goals)


def test_a_heading_that_is_the_goal_has_prose_below() -> None:
    names = ["Alle skal symja", "Laga skal få leiarar", "Huset skal vera ope"]
    found = read(("Mål", "Strategiar", "Tiltak"), NYNORSK, names=names)
    assert found == [
        (name, [], 1, [goal, PROSE]) for name, goal in zip(names, NYNORSK, strict=True)
    ]


def test_one_such_sentence_is_no_habit() -> None:
    first = [NYNORSK[0], "Ti lag manglar leiar.", "Kulturhuset er ope i helgane."]
    found = read(("Mål", "Strategiar", "Tiltak"), first)
    assert found == [(name, [], 1, [text, PROSE]) for name, text in zip(NAMES, first, strict=True)]
