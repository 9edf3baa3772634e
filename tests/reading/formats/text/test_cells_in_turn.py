"""Texts of cells in turn → rows, over cells that lack and cells out of turn."""

from hypothesis import given
from hypothesis import strategies as st

from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary
from tiltak.reading.formats.text.cells_in_turn import rows_in_turn
from tiltak.reading.formats.text.joined_cells import Text

WORDS = Vocabulary.default()
ROLES = ("sub_goal", "measure", "responsible", "time")


def text(said: str) -> Text:
    return Text(((said, Passage(start=0, end=len(said))),))


def rows(*said: str) -> list[dict[int, str]]:
    found = rows_in_turn([text(one) for one in said], ROLES, WORDS)
    return [{column: cell.whole for column, cell in row.items()} for row in found]


def test_a_cell_over_several_rows_is_said_once() -> None:
    found = rows(
        *("Fleire er ute", "Merka ti turløyper i sentrum", "Turlaget", "2025"),
        *("Låna ut sportsutstyr gratis på biblioteket", "Biblioteket", "Løpande"),
    )
    assert found == [
        {0: "Fleire er ute", 1: "Merka ti turløyper i sentrum", 2: "Turlaget", 3: "2025"},
        {1: "Låna ut sportsutstyr gratis på biblioteket", 2: "Biblioteket", 3: "Løpande"},
    ]


def test_a_row_without_time() -> None:
    found = rows(
        *("Merka ti turløyper i sentrum", "Turlaget"),
        *("Låna ut sportsutstyr gratis på biblioteket", "Biblioteket", "Løpande"),
    )
    assert [row.get(3) for row in found] == [None, "Løpande"]


def test_prose_after_the_last_row_is_left() -> None:
    found = rows(
        *("Merka ti turløyper i sentrum", "Turlaget", "2025"),
        *("Rydda stien til Nipa kvar vår", "Turlaget", "2026"),
        "Oppfølging",
    )
    assert sum(len(row) for row in found) == 6


@given(st.lists(st.text(min_size=1, max_size=30).filter(str.strip), max_size=12))
def test_rows_hold_the_texts_in_order_and_none_twice(said: list[str]) -> None:
    texts = [text(one) for one in said]
    found = rows_in_turn(texts, ROLES, WORDS)
    placed = [cell for row in found for cell in row.values()]
    assert placed == texts[: len(placed)]
