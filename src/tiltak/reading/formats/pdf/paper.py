"""The paper of a scanned page: grey or unevenly lit, it is made white before anything is read."""

from collections.abc import Sequence
from functools import cache
from statistics import median

from tiltak.reading.formats.pdf.drawing import Picture

# Pixels: how large the pieces are that each have one level of grey, and how far samples lie apart.
_TILE, _STEP = 64, 5
# How many pieces on either side are looked at for one.
_REACH = 2
# Of a piece's samples, from dark to light, the one that shows its paper.
_PAPER = 0.8
# Paper this white is left as it is; what is darker than this share of the page's is a shaded box.
_WHITE, _SHADED = 250, 0.8

# left, top, right, bottom
Piece = tuple[int, int, int, int]


def whiten(picture: Picture) -> None:
    """Make the grey paper of a picture white, piece by piece; shaded boxes keep their shade."""
    usual = _level(picture, (0, 0, picture.width, picture.height), 5 * _STEP)
    if usual >= _WHITE:
        return
    pieces = _pieces(picture)
    levels = [[_level(picture, piece, _STEP) for piece in row] for row in pieces]
    for y, row in enumerate(pieces):
        for x, piece in enumerate(row):
            level = _around(levels, y, x)
            _lighten(picture, piece, _table(level if level >= _SHADED * usual else usual))


def _pieces(picture: Picture) -> list[list[Piece]]:
    """The page in rows of pieces."""
    width, height = picture.width, picture.height
    return [
        [
            (left, top, min(left + _TILE, width), min(top + _TILE, height))
            for left in range(0, width, _TILE)
        ]
        for top in range(0, height, _TILE)
    ]


def _around(levels: Sequence[Sequence[int]], y: int, x: int) -> int:
    """The usual level around a piece: a shaded box is smaller than that."""
    near = [
        level
        for row in levels[max(0, y - _REACH) : y + _REACH + 1]
        for level in row[max(0, x - _REACH) : x + _REACH + 1]
    ]
    return int(median(near))


def _level(picture: Picture, piece: Piece, step: int) -> int:
    """The grey of the paper in a part of a picture."""
    left, top, right, bottom = piece
    samples = sorted(
        value
        for row in range(top, bottom, step)
        for value in picture.pixels[
            row * picture.stride + left : row * picture.stride + right : step
        ]
    )
    return samples[int(_PAPER * (len(samples) - 1))] if samples else _WHITE


@cache
def _table(level: int) -> bytes:
    """Each grey as it is beside white paper. Noise of the paper is white too."""
    paper = max(1, level - _WHITE // 25)
    return bytes(min(255, value * 255 // paper) for value in range(256))


def _lighten(picture: Picture, piece: Piece, table: bytes) -> None:
    left, top, right, bottom = piece
    for row in range(top, bottom):
        part = slice(row * picture.stride + left, row * picture.stride + right)
        picture.pixels[part] = picture.pixels[part].translate(table)
