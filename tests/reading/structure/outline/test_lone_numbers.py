"""Numbers set apart from the title they count."""

import pytest

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.outline.lone_numbers import join_lone_numbers


def block(text: str, at: int = 0, gap: int = 0, *, is_list_item: bool = False) -> TextBlock:
    place = Passage(start=at, end=at + len(text))
    return TextBlock(text, (place,), gap=gap, is_list_item=is_list_item)


def test_the_number_stands_before_its_title() -> None:
    given = [block("1.1", 0, 2), block("Ny trapp", 4), block("1.2", 14), block("Stupetårn", 18)]
    assert [
        (b.text, b.passages, b.gap) for b in join_lone_numbers(given) if isinstance(b, TextBlock)
    ] == [
        ("1.1 Ny trapp", (*given[0].passages, *given[1].passages), 2),
        ("1.2 Stupetårn", (*given[2].passages, *given[3].passages), 0),
    ]


@pytest.mark.parametrize(
    "given",
    [
        [block("1.1"), block("Ny trapp"), block("Stupetårn")],
        [block("2026"), block("Ny trapp"), block("2027"), block("Stupetårn")],
        [block("1.1"), block("og meir."), block("1.2"), block("Det er alt.")],
        [block("1.1"), block("Trapp", is_list_item=True), block("1.2"), block("Tårn:")],
    ],
)
def test_other_numbers_stay(given: list[Block]) -> None:
    assert join_lone_numbers(given) == given
