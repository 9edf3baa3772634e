"""Styles of an OpenDocument text: what a paragraph is, and how its words look."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tiltak.reading.formats.opendocument.odf_package import points, qn, whole

_HEADING = re.compile(r"^Heading_20_(\d)$")
_TITLE = "Title"
_LONGEST_CHAIN = 20
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Style:
    """A named style. `size` in points, or `scale` as a part of the size around it."""

    name: str
    parent: str | None
    outline: int | None
    list_style: str | None
    left: float | None
    bold: bool | None
    size: float | None
    scale: float | None
    hidden: bool | None


class StyleSheet:
    """The paragraph and text styles of a document, common and automatic ones. `usual_size` in points
    is that of paragraphs whose styles say none."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._paragraph: dict[str, Style] = {}
        self._text: dict[str, Style] = {}
        self.usual_size: float | None = None
        for root in roots:
            for element in root.iter(qn("style:default-style")):
                if element.get(qn("style:family")) == "paragraph":
                    self.usual_size = _read_style(element).size
            for element in root.iter(qn("style:style")):
                style = _read_style(element)
                family = element.get(qn("style:family"))
                if family == "paragraph":
                    self._paragraph[style.name] = style
                elif family == "text":
                    self._text[style.name] = style

    def paragraph(self, name: str | None) -> "StyleChain":
        """A paragraph style with those it is based on."""
        return StyleChain(tuple(_chain(self._paragraph, name)))

    def text(self, name: str) -> "StyleChain":
        """A text style with those it is based on."""
        return StyleChain(tuple(_chain(self._text, name)))


@dataclass(frozen=True, slots=True)
class StyleChain:
    """A style and those it is based on, nearest first."""

    styles: tuple[Style, ...]

    @property
    def heading_level(self) -> int | None:
        """The level of a heading style (1 is highest), 0 for the title."""
        for style in self.styles:
            if style.name == _TITLE:
                return 0
            if match := _HEADING.match(style.name):
                return int(match[1])
            if style.outline:
                return style.outline
        return None

    @property
    def list_style(self) -> str | None:
        """The list a style makes its paragraphs items of; "" switches numbering off."""
        return next((s.list_style for s in self.styles if s.list_style is not None), None)

    @property
    def left(self) -> float | None:
        """The left margin in points."""
        return next((s.left for s in self.styles if s.left is not None), None)

    @property
    def bold(self) -> bool | None:
        return next((s.bold for s in self.styles if s.bold is not None), None)

    @property
    def hidden(self) -> bool | None:
        return next((s.hidden for s in self.styles if s.hidden is not None), None)

    def size(self, around: float | None) -> float | None:
        """The type size in points, `around` where the style says none or a part of it."""
        scale = 1.0
        for style in self.styles:
            if style.size is not None:
                return round(style.size * scale, 1)
            scale *= style.scale or 1.0
        return round(around * scale, 1) if around is not None else None


def _chain(styles: dict[str, Style], name: str | None) -> Iterator[Style]:
    for _ in range(_LONGEST_CHAIN):
        if name is None or name not in styles:
            return
        yield styles[name]
        name = styles[name].parent


def _read_style(element: Element) -> Style:
    paragraph = element.find(qn("style:paragraph-properties"))
    text = element.find(qn("style:text-properties"))
    size = text.get(qn("fo:font-size")) if text is not None else None
    percent = re.fullmatch(r"(\d+)(?:\.\d+)?%", size or "")
    return Style(
        name=element.get(qn("style:name"), ""),
        parent=element.get(qn("style:parent-style-name")),
        outline=whole(element.get(qn("style:default-outline-level"))),
        list_style=element.get(qn("style:list-style-name")),
        left=points(paragraph.get(qn("fo:margin-left"))) if paragraph is not None else None,
        bold=_is_bold(text.get(qn("fo:font-weight"))) if text is not None else None,
        size=points(size),
        scale=int(percent[1]) / 100 if percent else None,
        hidden=_is_hidden(text.get(qn("text:display"))) if text is not None else None,
    )


def _is_bold(weight: str | None) -> bool | None:
    if weight is None:
        return None
    return weight == "bold" or (whole(weight) or 0) >= _BOLD_WEIGHT


def _is_hidden(display: str | None) -> bool | None:
    return None if display is None else display == "none"
