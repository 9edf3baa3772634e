"""Styles of a Word document: what a paragraph is, and how its letters look."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tiltak.reading.formats.office_flow import ParagraphStyle
from tiltak.reading.formats.word.docx_numbering import ListBook, ListPlace, list_place
from tiltak.reading.formats.word.docx_properties import (
    child_of,
    is_on,
    left_of,
    qn,
    size_of,
    value_of,
    whole,
)

_HEADING = re.compile(r"^(?:heading|overskrift|rubrik) (\d)$", re.IGNORECASE)
# the names Word and Writer have for them in every language
_CONTENTS = re.compile(
    r"(?:(?:toc|contents|index) (?:\d|heading)|table of (?:figures|authorities))$", re.IGNORECASE
)
_TITLES = ("title", "tittel", "titel")
_LEVELS_OF_INDENT = 120  # twentieths of a point to one step; Word's own lists move by 360
_LONGEST_CHAIN = 20
_USUAL_SIZE = 10.0  # points, where a document says nothing


@dataclass(frozen=True, slots=True)
class _Style:
    identity: str
    name: str
    based_on: str | None
    outline: int | None
    place: ListPlace
    left: int | None
    letters: "Letters"


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look, None where nothing is said. `size` in points."""

    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None

    def on(self, around: "Letters") -> "Letters":
        """These where they say something, else what is around them."""
        return Letters(
            around.bold if self.bold is None else self.bold,
            around.size if self.size is None else self.size,
            around.hidden if self.hidden is None else self.hidden,
        )


class StyleBook:
    """Answers what a paragraph is. Counts list numbers, so ask in document order, once each."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self._styles = dict(_read_styles(styles, "paragraph")) if styles is not None else {}
        self._runs = dict(_read_styles(styles, "character")) if styles is not None else {}
        self._lists = ListBook(numbering)
        self._usual = _usual_letters(styles)
        self._by_style: dict[str | None, Letters] = {}

    def style(self, paragraph: Any) -> ParagraphStyle:
        """The style of a `w:p` element."""
        properties = child_of(paragraph, "w:pPr")
        chain = _chain(self._styles, value_of(properties, "w:pStyle"))
        letters = self.letters(paragraph)
        level = _heading_level(properties, chain)
        own = list_place(properties)
        listed = self._lists.listed(own, [(style.identity, style.place) for style in chain])
        mark, list_left = self._lists.mark(listed)
        left = left_of(properties)
        if left is None:
            left = next((s.left for s in chain if s.left is not None), list_left)
        is_item = listed is not None and listed.is_item and level is None
        return ParagraphStyle(
            level=level,
            mark=mark,
            is_list_item=is_item,
            # a style that is listed says nothing of what lies under what
            list_level=listed.depth if listed and is_item and own != _UNSAID else None,
            indent=(left or 0) // _LEVELS_OF_INDENT,
            bold=bool(letters.bold),
            size=letters.size,
        )

    def is_contents(self, paragraph: Any) -> bool:
        """Whether a paragraph is a line of a table of contents or of figures, or its heading."""
        chain = _chain(self._styles, value_of(child_of(paragraph, "w:pPr"), "w:pStyle"))
        return any(_CONTENTS.match(style.name) for style in chain)

    def is_heading(self, paragraph: Any) -> bool:
        """Whether the document calls a paragraph a heading."""
        properties = child_of(paragraph, "w:pPr")
        chain = _chain(self._styles, value_of(properties, "w:pStyle"))
        return bool(_heading_level(properties, chain))

    def letters(self, paragraph: Any) -> Letters:
        """How the letters of a `w:p` element look where its runs say nothing."""
        named = value_of(child_of(paragraph, "w:pPr"), "w:pStyle")
        if named not in self._by_style:
            self._by_style[named] = _letters_of(_chain(self._styles, named)).on(self._usual)
        return self._by_style[named]

    def letters_of_run(self, run: Any | None, around: Letters) -> Letters:
        """How the letters of a `w:r` element look."""
        properties = child_of(run, "w:rPr")
        if properties is None:
            return around
        named = value_of(properties, "w:rStyle")
        if named is not None:
            around = _letters_of(_chain(self._runs, named)).on(around)
        return _read_letters(properties).on(around)

    def is_hidden(self, paragraph: Any) -> bool:
        """Whether the end of a paragraph is not shown."""
        mark = _read_letters(child_of(child_of(paragraph, "w:pPr"), "w:rPr"))
        return bool(mark.on(self.letters(paragraph)).hidden)


def _chain(styles: Mapping[str, _Style], identity: str | None) -> list[_Style]:
    """A style and those it is based on."""
    chain: list[_Style] = []
    while identity is not None and identity in styles and len(chain) < _LONGEST_CHAIN:
        chain.append(styles[identity])
        identity = chain[-1].based_on
    return chain


def _letters_of(chain: Sequence[_Style]) -> Letters:
    letters = Letters()
    for style in chain:
        letters = letters.on(style.letters)
    return letters


_UNSAID = ListPlace(None, None)


def _heading_level(properties: Any, chain: list[_Style]) -> int | None:
    own = whole(value_of(properties, "w:outlineLvl"))
    for style in chain:
        if style.name.casefold() in _TITLES:
            return 0
        if match := _HEADING.match(style.name):
            return int(match[1])
        own = style.outline if own is None else own
    return own + 1 if own is not None and own < 9 else None


def _read_styles(styles: Any, kind: str) -> Iterator[tuple[str, _Style]]:
    for element in styles.iterchildren(qn("w:style")):
        identity = element.get(qn("w:styleId"))
        if identity is None or element.get(qn("w:type"), "paragraph") != kind:
            continue
        properties = child_of(element, "w:pPr")
        yield (
            identity,
            _Style(
                identity=identity,
                name=value_of(element, "w:name") or identity,
                based_on=value_of(element, "w:basedOn"),
                outline=whole(value_of(properties, "w:outlineLvl")),
                place=list_place(properties),
                left=left_of(properties),
                letters=_read_letters(child_of(element, "w:rPr")),
            ),
        )


def _read_letters(properties: Any) -> Letters:
    return Letters(
        is_on(properties, "w:b"), size_of(properties), hidden=is_on(properties, "w:vanish")
    )


def _usual_letters(styles: Any) -> Letters:
    """How the letters of a document look that nothing is said of: by the style of all paragraphs
    without one, and the defaults of the document."""
    if styles is None:
        return Letters(size=_USUAL_SIZE)
    defaults = child_of(child_of(styles, "w:docDefaults"), "w:rPrDefault")
    usual = _read_letters(child_of(defaults, "w:rPr")).on(Letters(size=_USUAL_SIZE))
    for element in styles.iterchildren(qn("w:style")):
        kind, switch = element.get(qn("w:type")), element.get(qn("w:default"))
        if kind == "paragraph" and switch in ("1", "true", "on"):
            return _read_letters(child_of(element, "w:rPr")).on(usual)
    return usual
