"""A table of contents that was typed holds no areas."""

import pytest

from tests.reading.structure.areas.test_areas import document, tree
from tiltak.planfile.model import Passage
from tiltak.reading import read_document
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    Look,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.structure.document.contents_list import without_contents
from tiltak.reading.structure.reasons import CONTENTS, HEADER_OR_FOOTER
from tiltak.reading.vocabulary import Vocabulary

AREAS = (
    ("Heading 1", "Bakgrunn"),
    ("Normal", "Planen byggjer på ei oversikt over stiane i bygda."),
    ("Heading 1", "Innsatsområde A: Stiar"),
    ("Normal", "Mål"),
    ("List Bullet", "Alle skal ha ein sti nær heimen."),
    ("Heading 2", "A1 Merking"),
    ("Normal", "Tiltak"),
    ("List Bullet", "Merka ti stiar."),
    ("Heading 2", "A2 Rydding"),
    ("Normal", "Tiltak"),
    ("List Bullet", "Rydda stiane kvar vår."),
    ("Heading 1", "Innsatsområde B: Vatn"),
    ("Normal", "Mål"),
    ("List Bullet", "Fleire skal læra å symja."),
    ("Normal", "Tiltak"),
    ("List Bullet", "Skipa symjekurs."),
)
READ = [
    ("Stiar", ["Alle skal ha ein sti nær heimen."], ["Merka ti stiar.", "Rydda stiane kvar vår."]),
    ("Vatn", ["Fleire skal læra å symja."], ["Skipa symjekurs."]),
]
TITLES = ("Bakgrunn", "Innsatsområde A: Stiar", "A1 Merking", "A2 Rydding", "Innsatsområde B: Vatn")


@pytest.mark.parametrize("sign", ["\t", " ..... ", " "])
@pytest.mark.parametrize("head", [(("Normal", "Innhald"),), ()])
def test_titles_with_pages(sign: str, head: tuple[tuple[str, str], ...]) -> None:
    lines = [("Normal", f"{title}{sign}{page}") for page, title in enumerate(TITLES, 2)]
    plan = read_document(document(*head, *lines, *AREAS), "plan.docx")
    assert tree(plan) == READ
    (rest,) = [one for one in plan.unplaced if one.reason == "Innhaldsliste"]
    assert rest.text.split("\n") == [text for _, text in (*head, *lines)]


def test_titles_alone_below_a_heading_that_says_so() -> None:
    lines = [("Normal", title) for title in TITLES]
    plan = read_document(document(("Normal", "Innhald"), *lines, *AREAS), "plan.docx")
    assert tree(plan) == READ


def test_a_table_of_titles_and_pages() -> None:
    rows = [[title, str(page)] for page, title in enumerate(TITLES, 2)]
    plan = read_document(document(("Normal", "Innhald"), rows, *AREAS), "plan.docx")
    assert tree(plan) == READ
    assert plan.tables == ()


def kept(*blocks: Block) -> list[Block]:
    document = BlockDocument("", "text/plain", blocks)
    return list(without_contents(document, Vocabulary.default()).blocks)


def test_numbers_of_titles_are_the_programs_or_typed() -> None:
    listed = (TextBlock("Innhold:", ()), TextBlock("Kultur 3", (), mark="1.", is_list_item=True))
    more = TextBlock("2. Idrett ..... 4", ())
    plan = (TextBlock("1. Kultur", ()), TextBlock("Idrett", (), mark="2", level=1))
    assert kept(*listed, more, *plan) == list(plan)


@pytest.mark.parametrize(
    "lines",
    [
        # numbers that are no pages: they go back, they say the same title again, they are large
        ("Stiar 9", "Vatn 4", "Samarbeid 7", "Drift 2"),
        ("Tiltak 1", "Tiltak 2", "Tiltak 3", "Tiltak 4"),
        ("Stiar 120", "Vatn 130", "Samarbeid 140", "Drift 150"),
        # nothing of that name comes below
        ("Skule 2", "Helse 3", "Næring 4", "Veg 5"),
    ],
)
def test_lines_with_numbers_that_are_no_contents(lines: tuple[str, ...]) -> None:
    names = ("Stiar", "Vatn", "Samarbeid", "Drift", "Tiltak")
    blocks = [TextBlock(text, ()) for text in (*lines, *names)]
    assert kept(*blocks) == blocks


def test_a_table_of_measures_with_small_numbers_is_no_contents() -> None:
    rows = tuple(
        TableRow((Cell(0, (CellLine(name, None, 0),)), Cell(1, (CellLine(number, None, 0),))))
        for name, number in (("Tiltak", "Prioritet"), ("Merka stiar", "1"), ("Rydda", "2"))
    )
    blocks = [TableBlock(rows), TextBlock("Merka stiar", ()), TextBlock("Rydda", ())]
    assert kept(*blocks) == blocks


@pytest.mark.parametrize(
    ("reason", "between", "stays"),
    [
        (CONTENTS, "\n", False),
        (CONTENTS, " \n\n", False),
        # a running head is set aside for another reason, and contents further down are not its own
        (HEADER_OR_FOOTER, "\n", True),
        (CONTENTS, "\nKva du finn her:\n", True),
    ],
)
@pytest.mark.parametrize("head", ["Innhald", "Innhold:", "Contents"])
def test_the_heading_goes_with_the_lines_the_format_knew(
    head: str, reason: str, between: str, stays: bool
) -> None:
    text = f"{head}{between}Stiar ...... 2\n"
    start = len(head) + len(between)
    heading = TextBlock(head, (Passage(start=0, end=len(head)),), look=Look(bold=True, size=15.0))
    chapter = TextBlock("1 Stiar", (Passage(start=len(text) - 1, end=len(text)),))
    aside = ((Passage(start=start, end=len(text)), reason),)
    read = without_contents(
        BlockDocument(text, "text/plain", (heading, chapter), aside=aside), Vocabulary.default()
    )
    assert read.blocks == ((heading, chapter) if stays else (chapter,))
    assert read.aside == (aside if stays else (*aside, (heading.passages[0], CONTENTS)))
