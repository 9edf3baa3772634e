"""Styles and numbering of a Word document: what a paragraph is and which number Word shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from tiltak.reading.formats.office_flow import ParagraphStyle, bullet_sign, letter_of, to_roman

_HEADING = re.compile(r"^(?:heading|overskrift|rubrik) (\d)$", re.IGNORECASE)
_TITLES = ("title", "tittel", "titel")
_MOST_COUNTED = 1_000  # letters and Roman numerals; a list that says it starts later is garbled
_LEVELS_OF_INDENT = 120  # twentieths of a point to one step; Word's own lists move by 360


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    outline: int | None
    number: tuple[str, int] | None
    left: int | None
    bold: bool | None
    size: float | None


@dataclass(slots=True)
class _Level:
    """One level of a list: "decimal" with pattern "%1.%2", or a bullet sign."""

    kind: str
    pattern: str
    start: int
    left: int | None


def _value(element: Any, path: str) -> str | None:
    found = element.find(path) if element is not None else None
    return found.get(qn("w:val")) if found is not None else None


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"-?\d+", text) else None


def _child(element: Any, tag: str) -> Any:
    return element.find(qn(tag)) if element is not None else None


def _left(properties: Any) -> int | None:
    indent = _child(properties, "w:ind")
    if indent is None:
        return None
    return _whole(indent.get(qn("w:left")) or indent.get(qn("w:start")))


def _number(properties: Any) -> tuple[str, int] | None:
    listed = _child(properties, "w:numPr")
    if listed is None:
        return None
    identity = _value(listed, qn("w:numId"))
    return (identity, _whole(_value(listed, qn("w:ilvl"))) or 0) if identity is not None else None


def is_on(properties: Any, tag: str) -> bool | None:
    """A switch such as bold: True, False, or None where it is not said."""
    element = _child(properties, tag)
    if element is None:
        return None
    return element.get(qn("w:val")) not in ("0", "false", "off")


def size_of(properties: Any) -> float | None:
    """The type size of run properties, in points."""
    half_points = _whole(_value(properties, qn("w:sz")) if properties is not None else None)
    return half_points / 2 if half_points is not None else None


class StyleBook:
    """Answers what a paragraph is. Counts list numbers, so ask in document order, once each."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self._styles = dict(_read_styles(styles)) if styles is not None else {}
        self._lists = _Lists(numbering)

    def style(self, paragraph: Any) -> ParagraphStyle:
        """The style of a `w:p` element."""
        properties = _child(paragraph, "w:pPr")
        chain = self._chain(_value(properties, qn("w:pStyle")) if properties is not None else None)
        level = self._level(properties, chain)
        own = _number(properties)
        number = own or next((s.number for s in chain if s.number), None)
        mark, list_left = self._lists.mark(number)
        left = _left(properties)
        if left is None:
            left = next((s.left for s in chain if s.left is not None), list_left)
        return ParagraphStyle(
            level=level,
            mark=mark,
            is_list_item=_is_listed(number) and level is None,
            list_level=own[1] if own is not None and _is_listed(own) and level is None else None,
            indent=(left or 0) // _LEVELS_OF_INDENT,
            bold=bool(next((s.bold for s in chain if s.bold is not None), False)),
            size=next((s.size for s in chain if s.size is not None), None),
        )

    def _chain(self, identity: str | None) -> list[_Style]:
        """A style and those it is based on."""
        chain: list[_Style] = []
        while identity in self._styles and len(chain) < 20:
            chain.append(self._styles[identity])
            identity = chain[-1].based_on
        return chain

    def _level(self, properties: Any, chain: list[_Style]) -> int | None:
        own = _whole(_value(properties, qn("w:outlineLvl")) if properties is not None else None)
        for style in chain:
            if style.name.casefold() in _TITLES:
                return 0
            if match := _HEADING.match(style.name):
                return int(match[1])
            own = style.outline if own is None else own
        return own + 1 if own is not None and own < 9 else None


def _is_listed(number: tuple[str, int] | None) -> bool:
    """Numbering 0 takes a style's numbering away."""
    return number is not None and number[0] != "0"


def _read_styles(styles: Any) -> Iterator[tuple[str, _Style]]:
    for element in styles.iterchildren(qn("w:style")):
        identity = element.get(qn("w:styleId"))
        if identity is None or element.get(qn("w:type")) not in (None, "paragraph"):
            continue
        properties, run = _child(element, "w:pPr"), _child(element, "w:rPr")
        yield (
            identity,
            _Style(
                name=_value(element, qn("w:name")) or identity,
                based_on=_value(element, qn("w:basedOn")),
                outline=_whole(_value(properties, qn("w:outlineLvl"))),
                number=_number(properties),
                left=_left(properties),
                bold=is_on(run, "w:b"),
                size=size_of(run),
            ),
        )


@dataclass(slots=True)
class _Lists:
    """The lists of a document and how far each has counted."""

    numbering: Any
    _abstract: dict[str, str] = field(default_factory=dict)
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarts: dict[str, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.numbering is None:
            return
        for element in self.numbering.iterchildren(qn("w:abstractNum")):
            self._levels[element.get(qn("w:abstractNumId"))] = dict(_read_levels(element))
        for element in self.numbering.iterchildren(qn("w:num")):
            identity, abstract = element.get(qn("w:numId")), _value(element, qn("w:abstractNumId"))
            if identity is not None and abstract is not None:
                self._abstract[identity] = abstract
                self._restarts[identity] = dict(_read_restarts(element))

    def mark(self, number: tuple[str, int] | None) -> tuple[str | None, int | None]:
        """The mark Word shows for the next item of a list, and the list's indent."""
        if number is None or number[0] == "0":
            return None, None
        identity, depth = number
        levels = self._levels.get(self._abstract.get(identity, ""), {})
        level = levels.get(depth)
        if level is None:
            return "•", 360 * (depth + 1)
        left = level.left if level.left is not None else 360 * (depth + 1)
        if level.kind == "none":
            return None, left
        if level.kind == "bullet":
            return bullet_sign(level.pattern, depth), left
        counts = self._counts.setdefault(self._abstract[identity], {})
        # lists of one kind count on, unless they say at their first item where to begin anew
        for restarted, start in self._restarts.pop(identity, {}).items():
            counts[restarted] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _shown(level.pattern, counts, levels), left


def _read_levels(abstract: Any) -> Iterator[tuple[int, _Level]]:
    for element in abstract.iterchildren(qn("w:lvl")):
        depth = _whole(element.get(qn("w:ilvl"))) or 0
        yield (
            depth,
            _Level(
                kind=_value(element, qn("w:numFmt")) or "decimal",
                pattern=_value(element, qn("w:lvlText")) or "",
                start=_whole(_value(element, qn("w:start"))) or 1,
                left=_left(_child(element, "w:pPr")),
            ),
        )


def _read_restarts(listed: Any) -> Iterator[tuple[int, int]]:
    """Levels at which a list begins anew, each with its first number."""
    for override in listed.iterchildren(qn("w:lvlOverride")):
        start = _whole(_value(override, qn("w:startOverride")))
        if start is not None:
            yield _whole(override.get(qn("w:ilvl"))) or 0, start


def _shown(pattern: str, counts: dict[int, int], levels: dict[int, _Level]) -> str:
    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        level = levels.get(depth)
        return _formatted(counts.get(depth, level.start if level else 1), level)

    return re.sub(r"%(\d)", number, pattern)


def _formatted(number: int, level: _Level | None) -> str:
    kind = level.kind if level else "decimal"
    if not 0 < number < _MOST_COUNTED:
        return str(number)
    if kind in ("lowerLetter", "upperLetter"):
        letter = letter_of(number)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        roman = to_roman(number)
        return roman if kind == "upperRoman" else roman.lower()
    return str(number)
