"""What a step of a review is about: the words of what it touches, as they stood before it."""

from tiltak.planfile import walk
from tiltak.planfile.editing import DOCUMENT, ROW, Accept, Append, Assign, Edit, Link, Unlink
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Plan

LONGEST = 120


def subject_of(plan: Plan, edit: Edit) -> str:
    """The first words of the element, row or unplaced text; "" for several or the document."""
    if isinstance(edit, Assign | Append):
        return _short(_source_text(plan, edit))
    if isinstance(edit, Link | Unlink):
        return _short(_text(plan, ROW + edit.row.removeprefix(ROW)))
    if isinstance(edit, Accept):
        return _short(_text(plan, edit.targets[0])) if len(edit.targets) == 1 else ""
    return _short(_text(plan, edit.target))


def _source_text(plan: Plan, edit: Assign | Append) -> str:
    sources = plan.sources[edit.source : edit.source + 1]
    return "".join(source.text[edit.start : edit.end] for source in sources)


def _text(plan: Plan, target: str) -> str:
    if target == DOCUMENT:
        return ""
    if target.startswith(ROW):
        rows = (row for row in walk.rows(plan) if ROW + row.id == target)
        return next((row.text for row in rows), "")
    return next((one.text for one in elements(plan) if one.key == target), "")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
