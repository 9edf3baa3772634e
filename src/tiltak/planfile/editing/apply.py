"""Edits applied to a plan."""

from collections.abc import Callable, Iterable
from typing import Any

from tiltak.planfile.editing.accepting import accept
from tiltak.planfile.editing.correcting import correct
from tiltak.planfile.editing.edits import (
    Accept,
    Append,
    Assign,
    Correct,
    Edit,
    Exclude,
    Join,
    Link,
    Move,
    Split,
    Unlink,
)
from tiltak.planfile.editing.excluding import exclude
from tiltak.planfile.editing.joining import join
from tiltak.planfile.editing.placing import append, assign, move, split
from tiltak.planfile.editing.rows import link, unlink
from tiltak.planfile.editing.ties import tied_anew
from tiltak.planfile.model import Plan

_DO: dict[type[Edit], Callable[[Plan, Any], Plan]] = {
    Accept: accept,
    Correct: correct,
    Move: move,
    Join: join,
    Split: split,
    Exclude: exclude,
    Assign: assign,
    Append: append,
    Link: link,
    Unlink: unlink,
}


def apply_edit(plan: Plan, edit: Edit) -> Plan:
    """The plan (in normal form) after an edit, in normal form.

    Raises ImpossibleEdit; what may be lost or gained by each edit is told where it is defined.
    """
    return tied_anew(plan, _DO[type(edit)](plan, edit))


def apply_edits(plan: Plan, edits: Iterable[Edit]) -> Plan:
    """The plan after one edit upon the other: all of them, or ImpossibleEdit."""
    for edit in edits:
        plan = apply_edit(plan, edit)
    return plan
