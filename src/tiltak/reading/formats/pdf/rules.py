"""Lines drawn on a page: the horizontal and vertical rules tables are made of.

A rule can be a stroked line, a thin filled box or the side of a shaded cell. Its colour says
nothing: white rules between shaded cells divide as well as black ones.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from tiltak.reading.formats.pdf.mark_shapes import DrawnMark, mark_of
from tiltak.reading.formats.pdf.view import View

_NEAR = 2.5
_GAP = 3.5
_SHORTEST = 6.0
_THICKEST = 4.0
_DEEPEST = 6
# A page with more is a map or a drawing: its lines are no tables.
_MOST_SEGMENTS = 20_000
_MOST_RULES = 1_500
_MOST_MARKS = 500

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule at `at` (y of a horizontal one, x of a vertical one) from `low` to `high`."""

    at: float
    low: float
    high: float

    @property
    def length(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class PageRules:
    """The rules of a page, pieces of one line joined, and the small shapes that may be list marks."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    marks: tuple[DrawnMark, ...] = ()


def read_rules(page: pdfium.PdfPage, view: View) -> PageRules:
    """The rules of a page as it is read; none for a drawing."""
    drawn = _Drawn(view)
    budget = _MOST_SEGMENTS
    for path, matrix in _paths(page.raw, _SAME, 0):
        count = raw.FPDFPath_CountSegments(path)
        budget -= max(count, 1)
        if budget < 0:
            return PageRules((), ())
        drawn.take(path, count, matrix)
    return drawn.rules()


def _paths(container: object, matrix: Matrix, depth: int) -> Iterator[tuple[object, Matrix]]:
    """The path objects of a page and of the forms in it, each with its whole matrix."""
    if depth == 0:
        count, get = raw.FPDFPage_CountObjects(container), raw.FPDFPage_GetObject
    else:
        count, get = raw.FPDFFormObj_CountObjects(container), raw.FPDFFormObj_GetObject
    for index in range(count):
        item = get(container, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield item, _times(_matrix(item), matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _paths(item, _times(_matrix(item), matrix), depth + 1)


def _matrix(item: object) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    if then == _SAME:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _subpaths(
    path: object, count: int, matrix: Matrix, view: View
) -> Iterator[tuple[list[Point], bool]]:
    """The points of each subpath, closed ones with the first point again; False for curves."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    straight = True
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, straight
            points, straight = [], True
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            straight = False
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points, straight


def _box(points: Sequence[Point]) -> tuple[float, float, float, float] | None:
    """The box a filled path is, None for other shapes."""
    xs, ys = {round(x, 1) for x, _ in points}, {round(y, 1) for _, y in points}
    if len(points) < 4 or len(xs) > 2 or len(ys) > 2:
        return None
    return min(xs), min(ys), max(xs), max(ys)


class _Drawn:
    """Gathers rules from the paths of a page."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._across: list[Rule] = []
        self._down: list[Rule] = []
        self._marks: list[DrawnMark] = []

    def rules(self) -> PageRules:
        """Everything so far, pieces of one line joined; nothing when there are too many."""
        marks = tuple(self._marks) if len(self._marks) <= _MOST_MARKS else ()
        return replace(joined_rules(self._across, self._down), marks=marks)

    def take(self, path: object, count: int, matrix: Matrix) -> None:
        """Take a path of `count` segments."""
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, mode, stroke)
        for points, straight in _subpaths(path, count, matrix, self._view):
            filled = bool(mode.value)
            if (filled or stroke.value) and (
                mark := mark_of(points, straight=straight, filled=filled)
            ):
                self._marks.append(mark)
            if not straight:
                continue
            if mode.value and (box := _box(points)):
                self._take_box(box)
            elif stroke.value:
                for one, other in pairwise(points):
                    self._take_line(one, other)

    def _take_box(self, box: tuple[float, float, float, float]) -> None:
        x0, y0, x1, y1 = box
        if y1 - y0 <= _THICKEST:
            self._across.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THICKEST:
            self._down.append(Rule((x0 + x1) / 2, y0, y1))
        elif (x1 - x0) * (y1 - y0) < 0.5 * self._view.width * self._view.height:
            self._across += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
            self._down += [Rule(x0, y0, y1), Rule(x1, y0, y1)]

    def _take_line(self, one: Point, other: Point) -> None:
        (x0, y0), (x1, y1) = one, other
        if abs(y0 - y1) < 1.0:
            self._across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) < 1.0:
            self._down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def joined_rules(across: list[Rule], down: list[Rule]) -> PageRules:
    """Pieces of rules joined to whole ones; nothing when there are as many as in a drawing."""
    if len(across) + len(down) > 4 * _MOST_RULES:
        return PageRules((), ())
    rules = PageRules(tuple(_joined(across)), tuple(_joined(down)))
    return rules if len(rules.across) + len(rules.down) <= _MOST_RULES else PageRules((), ())


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules in one line, or a hair apart (double borders), as one."""
    found: list[Rule] = []
    level: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if level and rule.at - level[0].at > _NEAR:
            found += _joined_level(level)
            level = []
        level.append(rule)
    return [rule for rule in found + _joined_level(level) if rule.length >= _SHORTEST]


def _joined_level(level: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    if not level:
        return found
    weight = sum(rule.length for rule in level)
    at = sum(rule.at * rule.length for rule in level) / weight if weight else level[0].at
    for rule in sorted(level, key=lambda rule: rule.low):
        if found and rule.low <= found[-1].high + _GAP:
            found[-1] = Rule(at, found[-1].low, max(found[-1].high, rule.high))
        else:
            found.append(Rule(at, rule.low, rule.high))
    return found
