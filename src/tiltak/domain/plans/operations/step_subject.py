"""What a step of a review is about: the words of what it touches, as they stood before it."""

from tiltak.planfile import walk
from tiltak.planfile.editing import DOCUMENT, ROW, Accept, Append, Assign, Edit, Link, Unlink
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Plan
from tiltak.planfile.running_text import shortened

LONGEST = 120


def subject_of(plan: Plan, edit: Edit) -> str:
    """The first words of the element, row or unplaced text; "" for several or the document."""
    if isinstance(edit, Assign | Append):
        return shortened(_source_text(plan, edit), LONGEST)
    if isinstance(edit, Link | Unlink):
        return shortened(_text(plan, ROW + edit.row.removeprefix(ROW)), LONGEST)
    if isinstance(edit, Accept):
        return shortened(_text(plan, edit.targets[0]), LONGEST) if len(edit.targets) == 1 else ""
    return shortened(_text(plan, edit.target), LONGEST)


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
