"""What a person can do with a plan that was read: each edit is a value, and plain JSON.

A target is an element's id or "row:" and the id of a row; for `Accept` and `Correct` also
"document". An element whose own id looks like that of a row or the document is not reached.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.elements import Kind
from tiltak.planfile.model import LinkKind

DOCUMENT = "document"
ROW = "row:"


def _tag(name: str) -> str:
    return name.lower()


class _Edit(msgspec.Struct, frozen=True, tag_field="do", tag=_tag, forbid_unknown_fields=True):
    """Base of all edits."""


class Accept(_Edit, frozen=True):
    """A person has seen these: confidence, reason and warnings are settled, and so are the
    questions of `Plan.ambiguities` about them. "document" stands for what the plan as a whole
    warns of."""

    targets: tuple[str, ...]


class Correct(_Edit, frozen=True):
    """One field gets another value, as plain JSON.

    Elements: `text` (for areas and sections their title) and `number`; measures and rows also
    `time`, `budgets`, `responsible`, `partners`, `state`; rows also `focus_area`. "document":
    `title`, `years`, `status`, `body`, `date`, `case_number`. Parties are a list of names (what
    was written stays in `raw`) or {"raw", "parties"}. None or an empty list: the plan does not say.
    """

    target: str
    field: str
    value: Any


class Move(_Edit, frozen=True):
    """The element becomes `kind` below `parent` (None: the plan), before that sibling of the same
    kind (None: last). What it holds goes along where that kind can hold it; the rest is lifted to
    the section or area around. Its ties to rows and goals end when it is no measure any more."""

    target: str
    kind: Kind
    parent: str | None
    before: str | None = None


class Join(_Edit, frozen=True):
    """The text of `other` is put behind that of `target`; passages, what it holds, ties to rows,
    budgets and facts the target lacks go along. `other` is gone."""

    target: str
    other: str


class Split(_Edit, frozen=True):
    """The text from character `at` on becomes a new element of the same kind, right after. What
    the element holds, its facts and ties stay with the first half."""

    target: str
    at: int


class Exclude(_Edit, frozen=True):
    """Not part of the plan: the text is unplaced from now on, because a person said so.

    `below`: what the element holds goes along; else it is lifted to where the element stood.
    With a measure go the rows that are about nothing else; with a row the measures that stand
    nowhere else.
    """

    target: str
    below: bool = False


class Assign(_Edit, frozen=True):
    """Characters `start` up to `end` of a source, unplaced so far, become a new element."""

    source: int
    start: int
    end: int
    kind: Kind
    parent: str | None
    before: str | None = None


class Append(_Edit, frozen=True):
    """Characters `start` up to `end` of a source, unplaced so far, are added to an element's text:
    in front when they stand in front of it in the source, else behind."""

    source: int
    start: int
    end: int
    target: str


class Link(_Edit, frozen=True):
    """The row is about the measure, in this way. Another way it was before is forgotten.

    `row` with or without "row:".
    """

    row: str
    measure: str
    kind: LinkKind


class Unlink(_Edit, frozen=True):
    """The row is not about the measure."""

    row: str
    measure: str


Edit = Accept | Correct | Move | Join | Split | Exclude | Assign | Append | Link | Unlink


def encode_edits(edits: Iterable[Edit]) -> list[dict[str, Any]]:
    """The edits as plain JSON values."""
    return [msgspec.to_builtins(edit) for edit in edits]


def decode_edits(raw: list[dict[str, Any]]) -> tuple[Edit, ...]:
    """The edits of `encode_edits`. Raises ImpossibleEdit for what is none."""
    try:
        return msgspec.convert(raw, tuple[Edit, ...])
    except msgspec.ValidationError as error:
        raise ImpossibleEdit(Obstacle.NO_EDIT, str(error)) from error
