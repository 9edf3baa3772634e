"""Text in any encoding that occurs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.reading import Problem, UnreadableDocument
from tiltak.reading.formats.text.decoding import decode

TEXT = "Næring og ferjekaiar\nBustad på Øye, «å byggja» – 2018\n" * 3


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "cp865", "mac_roman"])
def test_old_single_byte_encodings(encoding: str) -> None:
    text = "Næring og ferjekaiar\nBustad på Øye, å byggja på Årdalstangen\n"
    assert decode(text.encode(encoding)) == text


def test_line_ends_of_other_machines() -> None:
    assert decode(b"Veg\r\nBru\rTunnel\n") == "Veg\nBru\nTunnel\n"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200))
def test_unicode_is_kept(text: str) -> None:
    assert decode(text.encode()) == text.lstrip("\ufeff")


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        decode(bytes(range(32)) * 9)
    assert caught.value.code is Problem.NOT_TEXT
