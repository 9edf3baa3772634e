"""Pictures of pages and the places of passages on them."""

import struct
import zlib

import pytest

from tests.reading.formats.pdf.drawn import pdf_of, turned
from tiltak.reading.formats.pdf import page_picture, page_start, read_pdf, rectangles
from tiltak.reading.vocabulary import Vocabulary

TEXT = "Fyrste side.\n#pagebreak()\n#v(5cm)\nSom står her.\n\nRydda stiar i skogen."


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def darkness(png: bytes, box: tuple[float, float, float, float]) -> float:
    """The share of dark pixels in a part of a picture."""
    width, height = size_of(png)
    at, body = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            body += png[at + 8 : at + 8 + length]
        at += 12 + length
    pixels = zlib.decompress(body)
    stride = len(pixels) // height
    channels = (stride - 1) // width
    x0, y0, x1, y1 = (
        round(p * s) for p, s in zip(box, (width, height, width, height), strict=True)
    )
    inside = [pixels[y * stride + 1 + x * channels] for y in range(y0, y1) for x in range(x0, x1)]
    return sum(value < 128 for value in inside) / len(inside)


def test_a_page_as_png() -> None:
    png = page_picture(pdf_of(TEXT), 1, dpi=72)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert size_of(png) == (596, 842)


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(IndexError):
        page_picture(pdf_of(TEXT), 3)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_place_of_a_passage_is_where_its_ink_is(degrees: int) -> None:
    data = turned(pdf_of(TEXT), degrees)
    text = read_pdf(data, Vocabulary.default()).text
    start = text.index("Rydda")
    (box,) = rectangles(data, 2, start, start + len("Rydda stiar"), text=text)
    png = page_picture(data, 2, dpi=144)
    ink = darkness(png, box)
    whole = darkness(png, (0.0, 0.0, 1.0, 1.0))
    assert ink > 0.1
    assert whole < 0.02
    assert all(0 <= side <= 1 for side in box)


def test_the_same_place_without_the_text() -> None:
    data = pdf_of(TEXT)
    text = read_pdf(data, Vocabulary.default()).text
    start = text.index("Som")
    assert rectangles(data, 2, start, start + 8) == rectangles(data, 2, start, start + 8, text=text)
    assert rectangles(data, 1, start, start + 8, text=text) == []


def test_where_pages_begin() -> None:
    text = read_pdf(pdf_of(TEXT), Vocabulary.default()).text
    assert [page_start(text, page) for page in (1, 2)] == [0, text.index("Som")]
