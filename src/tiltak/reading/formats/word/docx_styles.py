"""Styles of a Word document: what a paragraph is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from tiltak.reading.formats.office_flow import ParagraphStyle
from tiltak.reading.formats.word.docx_numbering import ListBook, ListPlace, list_place
from tiltak.reading.formats.word.docx_properties import (
    child_of,
    is_on,
    left_of,
    size_of,
    value_of,
    whole,
)

_HEADING = re.compile(r"^(?:heading|overskrift|rubrik) (\d)$", re.IGNORECASE)
_TITLES = ("title", "tittel", "titel")
_LEVELS_OF_INDENT = 120  # twentieths of a point to one step; Word's own lists move by 360
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class _Style:
    identity: str
    name: str
    based_on: str | None
    outline: int | None
    place: ListPlace
    left: int | None
    bold: bool | None
    size: float | None


class StyleBook:
    """Answers what a paragraph is. Counts list numbers, so ask in document order, once each."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self._styles = dict(_read_styles(styles)) if styles is not None else {}
        self._lists = ListBook(numbering)

    def style(self, paragraph: Any) -> ParagraphStyle:
        """The style of a `w:p` element."""
        properties = child_of(paragraph, "w:pPr")
        chain = self._chain(value_of(properties, "w:pStyle"))
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
            bold=bool(next((s.bold for s in chain if s.bold is not None), False)),
            size=next((s.size for s in chain if s.size is not None), None),
        )

    def _chain(self, identity: str | None) -> list[_Style]:
        """A style and those it is based on."""
        chain: list[_Style] = []
        while identity in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[identity])
            identity = chain[-1].based_on
        return chain


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


def _read_styles(styles: Any) -> Iterator[tuple[str, _Style]]:
    for element in styles.iterchildren(qn("w:style")):
        identity = element.get(qn("w:styleId"))
        if identity is None or element.get(qn("w:type")) not in (None, "paragraph"):
            continue
        properties, run = child_of(element, "w:pPr"), child_of(element, "w:rPr")
        yield (
            identity,
            _Style(
                identity=identity,
                name=value_of(element, "w:name") or identity,
                based_on=value_of(element, "w:basedOn"),
                outline=whole(value_of(properties, "w:outlineLvl")),
                place=list_place(properties),
                left=left_of(properties),
                bold=is_on(run, "w:b"),
                size=size_of(run),
            ),
        )
