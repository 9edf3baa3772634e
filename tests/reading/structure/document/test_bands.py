"""Tables of one cell that are headings."""

import pytest

from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary
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
from tiltak.reading.structure.document.bands import with_bands_as_headings

PLACE = Passage(start=0, end=1)


def band(*lines: str) -> TableBlock:
    cell = Cell(0, tuple(CellLine(line, PLACE, at) for at, line in enumerate(lines)))
    return TableBlock((TableRow((cell,)),))


def text(words: str, **more: object) -> TextBlock:
    return TextBlock(words, (PLACE,), **more)  # type: ignore[arg-type]


def blocks(*given: Block) -> tuple[Block, ...]:
    return with_bands_as_headings(BlockDocument("", "", given), Vocabulary.default()).blocks


@pytest.mark.parametrize(
    "line",
    [
        "Fokusområde: Stiar",
        "Satsingsområde 1: Stier",
        "Insatsområde: Stigar",
        "Indsatsområde: Stier",
        "Priority area: Paths",
    ],
)
def test_an_area_with_its_word_is_set_larger_than_the_rest(line: str) -> None:
    body = text("Om planen", look=Look(size=12.0))
    assert blocks(body, band(line)) == (
        body,
        text(line, gap=1, look=Look(bold=True, size=14.0)),
    )


def test_an_area_has_a_style_where_the_headings_have() -> None:
    chapter = text("Om planen", level=1)
    assert blocks(chapter, band("Fokusområde: Stiar", "Mål: Fleire går"))[1:] == (
        text("Fokusområde: Stiar", gap=1, look=Look(bold=True), level=1),
        text("Mål: Fleire går", gap=1),
    )


def test_names_alone_are_headings_where_each_has_something_of_a_plan_below() -> None:
    goal = text("Mål: Fleire går")
    found = blocks(band("Stiar"), goal, band("Vatn"), goal)
    assert [getattr(block, "text", None) for block in found] == [
        "Stiar",
        "Mål: Fleire går",
        "Vatn",
        "Mål: Fleire går",
    ]


@pytest.mark.parametrize(
    "given",
    [
        (band("Stiar"), text("Mål: Fleire går")),
        (band("Stiar"), text("Mål: Fleire går"), band("Visste du?"), text("Mange går.")),
        (band("Nes i tal", "612 barn", "7 barnehagar"), text("Mål: Fleire går")),
        (band("Tiltak 1", "Ansvar: Rektor"), band("Tiltak 2", "Ansvar: Rektor")),
    ],
)
def test_other_boxes_stay(given: tuple[Block, ...]) -> None:
    assert blocks(*given) == given
