"""The text of a Word paragraph as shown: no instructions of fields, nothing a change took away."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tiltak.reading.formats.unseen import without_unseen
from tiltak.reading.formats.word.docx_properties import child_of, is_on, qn, value_of, whole
from tiltak.reading.formats.word.docx_symbols import sign_of

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATE = f"{_COMPATIBILITY}AlternateContent"
_CHOICE = f"{_COMPATIBILITY}Choice"
FALLBACK = f"{_COMPATIBILITY}Fallback"
REMOVED = frozenset({qn("w:del"), qn("w:moveFrom")})
_BOX = qn("w:txbxContent")
_NOT_READ = REMOVED | {_BOX, qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:sdtPr")}
_TEXTS = {qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and the `w:r` it stands in; None for that of a formula."""

    text: str
    run: Any | None


def pieces_of(paragraph: Any) -> Iterator[Piece]:
    """The text of a paragraph in order; text boxes are read as paragraphs of their own."""
    return _Walk(_paired_fields(paragraph)).pieces(paragraph, None)


def text_of(paragraph: Any) -> str:
    """The text of a paragraph, tabs and line breaks as such."""
    return "".join(piece.text for piece in pieces_of(paragraph))


@dataclass(slots=True)
class _Walk:
    """Goes through a paragraph. `open_fields` has one entry for each field around the place:
    whether its instruction is still going on, which is not shown."""

    paired: set[Any]
    open_fields: list[bool] = field(default_factory=list)

    def pieces(self, element: Any, run: Any | None) -> Iterator[Piece]:
        for child in element.iterchildren():
            tag = child.tag
            if tag in _NOT_READ:
                continue
            if tag == qn("w:fldChar"):
                self._step(child)
                text = _of_form(child) if child.get(qn("w:fldCharType")) == "begin" else ""
            elif tag in _TEXTS:
                text = without_unseen(child.text or "")
            elif tag == qn("w:sym"):
                text = sign_of(child.get(qn("w:font"), ""), child.get(qn("w:char"), ""))
            else:
                text = _SIGNS.get(tag, "")
            if text and (not any(self.open_fields) or tag == qn("w:fldChar")):
                yield Piece(text, run)
            if len(child) and tag != qn("w:fldChar"):
                inner = child if tag != _ALTERNATE else _chosen(child)
                if inner is not None:
                    yield from self.pieces(inner, child if tag == qn("w:r") else run)

    def _step(self, sign: Any) -> None:
        kind = sign.get(qn("w:fldCharType"))
        if kind == "begin":
            self.open_fields.append(sign in self.paired)
        elif self.open_fields and kind == "separate":
            self.open_fields[-1] = False
        elif self.open_fields and kind == "end":
            self.open_fields.pop()


def _paired_fields(paragraph: Any) -> set[Any]:
    """The begins of fields whose instruction ends in the paragraph: of others nobody knows what
    is shown, so all of it is read."""
    waiting: list[tuple[Any, bool]] = []
    paired = set()
    for sign in paragraph.iter(qn("w:fldChar")):
        kind = sign.get(qn("w:fldCharType"))
        if kind == "begin":
            waiting.append((sign, False))
        elif waiting and kind == "separate":
            paired.add(waiting[-1][0])
        elif waiting and kind == "end":
            paired.add(waiting.pop()[0])
    return paired


def _of_form(begin: Any) -> str:
    """What a field of a form shows: the entry that was chosen, or a box."""
    data = child_of(begin, "w:ffData")
    entries = child_of(data, "w:ddList")
    if entries is not None:
        names = [entry.get(qn("w:val"), "") for entry in entries.findall(qn("w:listEntry"))]
        chosen = whole(value_of(entries, "w:result") or value_of(entries, "w:default")) or 0
        return names[chosen] if 0 <= chosen < len(names) else ""
    box = child_of(data, "w:checkBox")
    if box is None:
        return ""
    ticked = is_on(box, "w:checked")
    return "☒" if (is_on(box, "w:default") if ticked is None else ticked) else "☐"


def _chosen(alternate: Any) -> Any:
    choice = alternate.find(_CHOICE)
    return choice if choice is not None else alternate.find(FALLBACK)


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """The boxes anchored in a paragraph; boxes within boxes come with the outer one."""
    for box in paragraph.iter(_BOX):
        if _anchor(box) is paragraph:
            yield box


def _anchor(box: Any) -> Any | None:
    """The paragraph a box is shown in, None for what is not shown."""
    for around in box.iterancestors():
        if around.tag == qn("w:p"):
            return around
        if around.tag == FALLBACK or around.tag in REMOVED:
            return None
    return None
