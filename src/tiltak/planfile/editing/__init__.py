"""What a person changes in a plan that was read, edit by edit: `apply_edit(plan, edit)`.

An edit is a value and plain JSON. Applied to a plan in normal form it gives one in normal form, and
no character of the documents is lost: placed passages and unplaced text are together their text
before and after. `edits` holds the edits, `obstacles` why one cannot be done; each of `accepting`,
`correcting`, `placing`, `joining`, `excluding` and `rows` does its own on the `tree`; `ties` keeps
in line what points at elements.
"""

from tiltak.planfile.editing.apply import apply_edit, apply_edits
from tiltak.planfile.editing.edits import (
    DOCUMENT,
    ROW,
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
    decode_edits,
    encode_edits,
)
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle

__all__ = [
    "DOCUMENT",
    "ROW",
    "Accept",
    "Append",
    "Assign",
    "Correct",
    "Edit",
    "Exclude",
    "ImpossibleEdit",
    "Join",
    "Link",
    "Move",
    "Obstacle",
    "Split",
    "Unlink",
    "apply_edit",
    "apply_edits",
    "decode_edits",
    "encode_edits",
]
