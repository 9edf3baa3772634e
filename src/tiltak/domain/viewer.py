"""Who is looking. Every query takes a viewer and starts from its council."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody looking at one council: the public, or its secretary (`may_edit`)."""

    council_id: int
    user_id: int | None = None
    may_edit: bool = False
    name: str = ""


def anonymous(council_id: int) -> Viewer:
    """The public."""
    return Viewer(council_id)
