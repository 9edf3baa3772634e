"""Automatic numbering of a Word document: the mark each item shows, and how far lists have counted.

Rules of ISO/IEC 29500-1, 17.9 (numbering), as Word follows them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tiltak.reading.formats.office_flow import bullet_sign, letter_of, to_roman
from tiltak.reading.formats.word.docx_properties import (
    child_of,
    is_on,
    left_of,
    qn,
    value_of,
    whole,
)

_NO_LIST = "0"  # takes a style's numbering away
_MOST_COUNTED = 1_000  # letters and Roman numerals; a list that says it starts later is garbled
_STEP = 360  # twentieths of a point from one level to the next where a list says nothing
_DECIMAL = "decimal"
_PADDED = re.compile(r"0+1\b")  # "001, 002, 003, ..."
_WITHOUT_NUMBER = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """What the properties of a paragraph or a style say of numbering; None where they say nothing."""

    identity: str | None
    depth: int | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph of a list, at a level counted from 0."""

    identity: str
    depth: int

    @property
    def is_item(self) -> bool:
        return self.identity != _NO_LIST


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: "decimal" with pattern "%1.%2", or a bullet sign.

    `restart`: the level begins anew below items of that many levels from the outermost, None
    below any outer one. `style` is the paragraph style tied to the level.
    """

    kind: str
    pattern: str
    start: int
    left: int | None
    restart: int | None
    all_decimal: bool
    style: str | None


def list_place(properties: Any) -> ListPlace:
    """The numbering in paragraph properties."""
    listed = child_of(properties, "w:numPr")
    return ListPlace(value_of(listed, "w:numId"), whole(value_of(listed, "w:ilvl")))


class ListBook:
    """The lists of a document. Counts, so ask for marks in document order, once each."""

    def __init__(self, numbering: Any) -> None:
        self._lists: dict[str, _List] = {}
        if numbering is not None:
            self._lists = dict(_read_lists(numbering))

    def listed(self, own: ListPlace, styles: Sequence[tuple[str, ListPlace]]) -> Listed | None:
        """Where a paragraph stands, by what it says and its styles do, the nearest first."""
        named = [place for _, place in styles if place.identity is not None]
        identity = own.identity or (named[0].identity if named else None)
        if identity is None:
            return None
        if own.depth is not None or own.identity is not None:
            return Listed(identity, own.depth or 0)
        tied = self._tied_level(identity, [style for style, _ in styles])
        said = next((place.depth for _, place in styles if place.depth is not None), 0)
        return Listed(identity, said if tied is None else tied)

    def _tied_level(self, identity: str, styles: Sequence[str]) -> int | None:
        """The level that says it is that of a style: it goes before what the style says."""
        levels = self._lists[identity].levels if identity in self._lists else {}
        by_style = {level.style: depth for depth, level in levels.items() if level.style}
        return next((by_style[style] for style in styles if style in by_style), None)

    def mark(self, listed: Listed | None) -> tuple[str | None, int | None]:
        """The mark Word shows for the next item of a list, and the list's indent."""
        if listed is None or not listed.is_item:
            return None, None
        found = self._lists.get(listed.identity)
        level = found.levels.get(listed.depth) if found is not None else None
        if found is None or level is None:
            return "•", _STEP * (listed.depth + 1)
        left = level.left if level.left is not None else _STEP * (listed.depth + 1)
        found.count(listed.depth)
        if level.kind == "bullet":
            return bullet_sign(level.pattern, listed.depth), left
        return found.shown(level) or None, left


@dataclass(slots=True)
class _List:
    """A list as it is used. `counts` is shared by all lists made from the same one: they count on.

    `starts` are the levels at which this list begins anew, each with its first number.
    """

    levels: dict[int, _Level]
    counts: dict[int, int]
    starts: dict[int, int]
    is_begun: bool = False

    def count(self, depth: int) -> None:
        """An item at a level: deeper levels begin anew."""
        if not self.is_begun:
            self.is_begun = True
            for restarted in self.starts:
                self.counts.pop(restarted, None)
        self.counts[depth] = self.counts.get(depth, self._start(depth) - 1) + 1
        for deeper in [d for d in self.counts if d > depth]:
            level = self.levels.get(deeper)
            if level is None or level.restart is None or depth < level.restart:
                del self.counts[deeper]

    def _start(self, depth: int) -> int:
        level = self.levels.get(depth)
        return self.starts.get(depth, level.start if level is not None else 1)

    def shown(self, of: _Level) -> str:
        """The pattern of a level with its numbers; levels without a number show none."""

        def number(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            level = self.levels.get(depth)
            kind = level.kind if level is not None else _DECIMAL
            if kind in _WITHOUT_NUMBER:
                return ""
            count = self.counts.get(depth, self._start(depth))
            return _formatted(count, _DECIMAL if of.all_decimal else kind)

        return re.sub(r"%(\d)", number, of.pattern).strip()


def _read_lists(numbering: Any) -> Iterator[tuple[str, _List]]:
    kinds = {
        element.get(qn("w:abstractNumId")): element
        for element in numbering.iterchildren(qn("w:abstractNum"))
    }
    named = {name: key for key, kind in kinds.items() if (name := value_of(kind, "w:styleLink"))}
    levels = {key: dict(_read_levels(kind)) for key, kind in kinds.items()}
    counts: dict[str, dict[int, int]] = {}
    for element in numbering.iterchildren(qn("w:num")):
        identity, key = element.get(qn("w:numId")), value_of(element, "w:abstractNumId")
        if identity is None or key is None or key not in kinds:
            continue
        # a list may be made from a style of lists, which has its levels elsewhere
        key = named.get(value_of(kinds[key], "w:numStyleLink") or "", key)
        own, starts = _read_overrides(element)
        yield identity, _List(levels[key] | own, counts.setdefault(key, {}), starts)


def _read_levels(parent: Any) -> Iterator[tuple[int, _Level]]:
    for element in parent.iterchildren(qn("w:lvl")):
        depth = whole(element.get(qn("w:ilvl"))) or 0
        start = whole(value_of(element, "w:start"))
        yield (
            depth,
            _Level(
                kind=_kind(element),
                pattern=value_of(element, "w:lvlText") or "",
                start=1 if start is None else start,
                left=left_of(child_of(element, "w:pPr")),
                restart=whole(value_of(element, "w:lvlRestart")),
                all_decimal=bool(is_on(element, "w:isLgl")),
                style=value_of(element, "w:pStyle"),
            ),
        )


def _kind(level: Any) -> str:
    """The format of the numbers; Word writes its newer ones among alternatives."""
    element = next(level.iter(qn("w:numFmt")), None)
    if element is None:
        return _DECIMAL
    kind: str = element.get(qn("w:val"), _DECIMAL)
    return element.get(qn("w:format"), kind) if kind == "custom" else kind


def _read_overrides(listed: Any) -> tuple[dict[int, _Level], dict[int, int]]:
    """The levels a list has otherwise than the one it is made from, and where it begins anew."""
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for override in listed.iterchildren(qn("w:lvlOverride")):
        depth = whole(override.get(qn("w:ilvl"))) or 0
        for _, level in _read_levels(override):
            levels[depth] = level
        start = whole(value_of(override, "w:startOverride"))
        if start is not None:
            starts[depth] = start
    return levels, starts


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letter_of,
    "upperLetter": lambda number: letter_of(number).upper(),
    "lowerRoman": lambda number: to_roman(number).lower(),
    "upperRoman": to_roman,
    "ordinal": lambda number: f"{number}.",
    "decimalZero": lambda number: f"{number:02}",
}


def _formatted(number: int, kind: str) -> str:
    if not 0 < number < _MOST_COUNTED:
        return str(number)
    if kind in _FORMATS:
        return _FORMATS[kind](number)
    padded = _PADDED.match(kind)
    return str(number).zfill(len(padded[0]) if padded is not None else 1)
