"""Text in any encoding that occurs."""

import re

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
    seen = re.sub("[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e]", "", text)
    assert decode(text.encode()) == re.sub("[\u2028\u2029]", "\n", seen).replace("\u2011", "-")


def test_a_text_of_utf8_keeps_its_letters_beside_pieces_of_another_encoding() -> None:
    text = TEXT.encode() + "Gløgg på Åsen –\n".encode("cp1252") + "Øyer\n".encode()
    assert decode(text) == TEXT + "Gløgg på Åsen –\nØyer\n"


def test_bytes_that_the_encoding_does_not_have() -> None:
    assert decode(TEXT.encode("cp1252") + b"\x81") == TEXT + "\ufffd"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_that_was_cut_within_a_character(encoding: str) -> None:
    assert decode(TEXT.encode(encoding) + b"\n") == TEXT


def test_line_ends_of_word_and_of_unicode() -> None:
    assert decode("Veg\x0bBru\x0bTunnel\x0bSti\u2028Gang\u2029Ås".encode()).split("\n") == [
        "Veg",
        "Bru",
        "Tunnel",
        "Sti",
        "Gang",
        "Ås",
    ]


@pytest.mark.parametrize("padding", [b"\x00" * 5, b"\x1a"])
def test_the_padding_of_old_programs(padding: bytes) -> None:
    assert decode(TEXT.encode() + padding) == TEXT


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        decode(bytes(range(32)) * 9)
    assert caught.value.code is Problem.NOT_TEXT
