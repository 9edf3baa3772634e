"""Ids for elements that come to be by an edit."""

import hashlib

from tiltak.planfile.editing.tree import ids
from tiltak.planfile.model import Plan
from tiltak.planfile.unique_keys import UniqueKeys


def new_id(plan: Plan, *origin: object) -> str:
    """An id that is free in the plan and tells where the element came from.

    The same id comes back only for the same words from the same place: an id that was given once
    and is gone never names something else.
    """
    digest = hashlib.sha256("\x1f".join(map(str, origin)).encode("utf-8", "surrogatepass"))
    return UniqueKeys(ids(plan)).give("", f"n{digest.hexdigest()[:12]}")
