"""The text of an OpenDocument paragraph as shown, and what hangs on it: boxes and notes."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from tiltak.reading.formats.opendocument.odf_package import qn, whole
from tiltak.reading.formats.unseen import without_unseen

PARAGRAPHS = frozenset({qn("text:p"), qn("text:h")})

_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
FRAMES = frozenset(
    {
        qn(f"draw:{name}")
        for name in ("frame", "g", "custom-shape", "rect", "ellipse", "circle", "path", "a")
    }
)
_NOTES = frozenset({qn("text:note"), qn("office:annotation")})
# no text of the paragraph: frames and notes are read on their own, the rest is not shown
_NOT_SHOWN = (
    FRAMES
    | _NOTES
    | {qn("office:annotation-end"), qn("text:ruby-text"), qn("draw:object"), qn("draw:image")}
)
_HIDDEN = frozenset({qn("text:hidden-text"), qn("text:hidden-paragraph")})


def text_of(paragraph: Element) -> str:
    """The text of a paragraph: runs of white space are one space, tabs and line breaks are kept."""
    return "".join(text for text, _ in runs(paragraph))


def runs(paragraph: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pieces of text, each with the names of the text styles around it, innermost last."""
    previous = "\n"  # white space at the beginning is not shown either
    for text, styles in _pieces(paragraph, ()):
        piece = text
        if isinstance(text, _Literal):
            piece = _SPACE.sub(" ", text)
            if previous in " \n" and piece.startswith(" "):
                piece = piece[1:]
        if piece:
            previous = piece[-1]
            yield piece, styles


class _Literal(str):
    """Characters of the XML, whose white space folds; signs such as tabs stand for themselves."""

    __slots__ = ()


def _pieces(element: Element, styles: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if element.text:
        yield _Literal(without_unseen(element.text)), styles
    for child in element:
        if child.tag == qn("text:span"):
            name = child.get(qn("text:style-name"))
            yield from _pieces(child, (*styles, name) if name else styles)
        elif (sign := _sign(child)) is not None:
            yield sign, styles
        elif child.tag not in _NOT_SHOWN and not _is_hidden(child):
            yield from _pieces(child, styles)
        if child.tail:
            yield _Literal(without_unseen(child.tail)), styles


def _sign(element: Element) -> str | None:
    if element.tag == qn("text:s"):
        return " " * max(0, min(whole(element.get(qn("text:c"))) or 1, _MOST_SPACES))
    if element.tag == qn("text:tab"):
        return "\t"
    if element.tag == qn("text:line-break"):
        return "\n"
    return None


def _is_hidden(element: Element) -> bool:
    return element.tag in _HIDDEN and element.get(qn("text:is-hidden")) != "false"


def boxes_of(elements: Iterable[Element]) -> Iterator[Element]:
    """The text boxes and shapes with text among the children of a paragraph, outermost ones."""
    for child in elements:
        if child.tag in FRAMES:
            yield from _containers(child)
        elif child.tag not in _NOTES:
            yield from boxes_of(child)


def _containers(frame: Element) -> Iterator[Element]:
    if any(child.tag in PARAGRAPHS or child.tag == qn("text:list") for child in frame):
        yield frame  # a shape holds its paragraphs itself
        return
    for child in frame:
        if child.tag == qn("draw:text-box"):
            yield child
        elif child.tag in FRAMES:
            yield from _containers(child)


def notes_of(paragraph: Element) -> Iterator[Element]:
    """The bodies of the footnotes and endnotes of a paragraph."""
    for note in paragraph.iter(qn("text:note")):
        body = note.find(qn("text:note-body"))
        if body is not None:
            yield body


def all_paragraphs(root: Element) -> Iterator[Element]:
    """All paragraphs below an element in order, those of frames too, but no comments."""
    for element in root:
        if element.tag in PARAGRAPHS:
            yield element
        if element.tag != qn("office:annotation"):
            yield from all_paragraphs(element)
