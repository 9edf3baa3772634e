"""Lists of an OpenDocument text: the mark each item shows, and how far each list has counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tiltak.reading.formats.office_flow import bullet_sign, letter_of, to_roman
from tiltak.reading.formats.opendocument.odf_package import points, qn, whole

_LEVELS = {
    qn("text:list-level-style-number"): "number",
    qn("text:list-level-style-bullet"): "bullet",
    qn("text:list-level-style-image"): "bullet",
    qn("text:outline-level-style"): "number",
}
_IDENTITY = "{http://www.w3.org/XML/1998/namespace}id"
_MOST_COUNTED = 1_000
_PADDED = re.compile(r"0+1\b")  # "01, 02, 03, ...", as Writer has it
_STEP = 18.0  # points from one level to the next where a style says nothing: Writer's own


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list. `pattern` has %1% for the number of level 1, as Writer writes it."""

    is_bullet: bool
    sign: str
    number_format: str
    pattern: str
    start: int
    left: float | None


@dataclass(slots=True)
class Counter:
    """How far a list has counted at each level."""

    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int, start: int) -> None:
        """Count an item at a level; deeper levels begin anew."""
        self.counts[level] = self.counts.get(level, start - 1) + 1
        for deeper in [other for other in self.counts if other > level]:
            del self.counts[deeper]

    def begin(self, level: int, number: int) -> None:
        """The next item at a level has this number."""
        self.counts[level] = number - 1


class ListBook:
    """The list styles of a document and its outline numbering."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._styles: dict[str, dict[int, ListLevel]] = {}
        self._outline: dict[int, ListLevel] = {}
        self._headings = Counter()
        self._lists: dict[str, Counter] = {}
        self._named: dict[str | None, Counter] = {}
        for root in roots:
            for element in root.iter(qn("text:list-style")):
                self._styles[element.get(qn("style:name"), "")] = dict(_read_levels(element))
            for element in root.iter(qn("text:outline-style")):
                self._outline = dict(_read_levels(element))

    def counter(self, element: Element, style: str) -> Counter:
        """The counter of a `text:list`: that of the list it says it continues, or of the last one
        of its style where it counts on, else a new one."""
        named = element.get(qn("text:continue-list"))
        if named in self._named:
            counter = self._named[named]
        elif named is not None or element.get(qn("text:continue-numbering")) == "true":
            counter = self._lists.get(style, Counter())
        else:
            counter = Counter()
        self._lists[style] = counter
        if identity := element.get(_IDENTITY):
            self._named[identity] = counter
        return counter

    def is_known(self, style: str | None) -> bool:
        """Whether there is a list style of that name."""
        return style in self._styles

    def left(self, style: str, level: int) -> float:
        """The indent of a level (1 is outermost) in points."""
        known = self._styles.get(style, {}).get(level)
        return known.left if known is not None and known.left is not None else level * _STEP

    def mark(self, style: str, level: int, counter: Counter) -> str | None:
        """The mark of the next item of a list at a level (1 is outermost)."""
        levels = self._styles.get(style, {})
        known = levels.get(level)
        if known is None or known.is_bullet:
            return bullet_sign(known.sign if known else "", level - 1)
        counter.next(level, known.start)
        return _shown(known.pattern, counter.counts, levels) or None

    def heading_mark(self, level: int, *, counted: bool, start: int | None) -> str | None:
        """The number Writer sets before the next heading of a level, None where it sets none."""
        known = self._outline.get(level)
        if not counted or known is None:
            return None
        if start is not None:
            self._headings.begin(level, start)
        self._headings.next(level, known.start)
        return _shown(known.pattern, self._headings.counts, self._outline) or None


def _read_levels(style: Element) -> Iterator[tuple[int, ListLevel]]:
    for element in style:
        kind = _LEVELS.get(element.tag)
        level = whole(element.get(qn("text:level")))
        if kind is None or level is None:
            continue
        yield (
            level,
            ListLevel(
                is_bullet=kind == "bullet",
                sign=element.get(qn("text:bullet-char"), ""),
                number_format=element.get(qn("style:num-format"), ""),
                pattern=_pattern(element, level),
                start=whole(element.get(qn("text:start-value"), "1")) or 0,
                left=_left(element),
            ),
        )


def _pattern(element: Element, level: int) -> str:
    written = element.get(qn("loext:num-list-format"))
    if written is not None:
        return written
    shown = whole(element.get(qn("text:display-levels"))) or 1
    numbers = ".".join(f"%{n}%" for n in range(max(1, level - shown + 1), level + 1))
    prefix, suffix = (
        element.get(qn("style:num-prefix"), ""),
        element.get(qn("style:num-suffix"), ""),
    )
    return f"{prefix}{numbers}{suffix}"


def _left(element: Element) -> float | None:
    """The margin of a level: newer files give it whole, older ones as a sum."""
    properties = element.find(qn("style:list-level-properties"))
    if properties is None:
        return None
    aligned = properties.find(qn("style:list-level-label-alignment"))
    if aligned is not None:
        return points(aligned.get(qn("fo:margin-left")))
    before = points(properties.get(qn("text:space-before"))) or 0.0
    return before + (points(properties.get(qn("text:min-label-width"))) or 0.0)


def _shown(pattern: str, counts: dict[int, int], levels: dict[int, ListLevel]) -> str:
    """The mark with its numbers; levels that show no number leave nothing but their signs."""

    def number(match: re.Match[str]) -> str:
        level = levels.get(int(match[1]))
        if level is None or not level.number_format:
            return ""
        return _formatted(counts.get(int(match[1]), level.start), level.number_format)

    shown = re.sub(r"%(\d{1,2})%", number, pattern)
    return shown.strip() if any(sign.isalnum() for sign in shown) else ""


def _formatted(number: int, kind: str) -> str:
    if not 0 < number < _MOST_COUNTED:
        return str(number)
    if kind in ("a", "A"):
        return letter_of(number) if kind == "a" else letter_of(number).upper()
    if kind in ("i", "I"):
        return to_roman(number) if kind == "I" else to_roman(number).lower()
    padded = _PADDED.match(kind)
    return str(number).zfill(len(padded[0]) if padded is not None else 1)
