"""Ids for elements that come to be by an edit."""

import hashlib

from tiltak.planfile.editing.tree import ids
from tiltak.planfile.model import Plan


def new_id(plan: Plan, *origin: object) -> str:
    """An id that is free in the plan and tells where the element came from.

    The same id comes back only for the same words from the same place: an id that was given once
    and is gone never names something else.
    """
    digest = hashlib.sha256("\x1f".join(map(str, origin)).encode("utf-8", "surrogatepass"))
    taken = ids(plan)
    wish = f"n{digest.hexdigest()[:12]}"
    name, step = wish, 2
    while name in taken:
        name = f"{wish}~{step}"
        step += 1
    return name
