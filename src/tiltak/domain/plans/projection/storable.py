"""What no database keeps, found before anything is written."""

from collections.abc import Iterable

import msgspec

from tiltak.domain.plans.errors import UnstorableText
from tiltak.planfile.model import Passage, Plan, Source, Value

LARGEST_WHOLE = 2**63 - 1
LARGEST_PLACE = 2**31 - 1
LONGEST_ID = 200
DEEPEST = 60


def require_storable(value: object, depth: int = 0) -> None:
    """Raises UnstorableText for a NUL or a lone surrogate, a number beyond 64 bits, a tree
    deeper than any plan. A too long id counts too: it is an address in the version."""
    if depth > DEEPEST:
        raise UnstorableText("nested too deeply")
    if isinstance(value, str):
        _require_text(value)
    elif isinstance(value, int) and abs(value) > LARGEST_WHOLE:
        raise UnstorableText(str(value))
    elif isinstance(value, Value):
        _require_value(value)
    for part in _parts(value):
        require_storable(part, depth + 1)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Value):
        return msgspec.structs.astuple(value)
    if isinstance(value, dict):
        return value.items()
    return value if isinstance(value, tuple | list) else ()


def _require_text(text: str) -> None:
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise UnstorableText("a character that is none")


def _require_value(value: msgspec.Struct) -> None:
    if isinstance(value, Passage):
        places = (value.start, value.end, value.page or 0, value.line or 0)
        if not all(0 <= place <= LARGEST_PLACE for place in places):
            raise UnstorableText(str(value))
    elif isinstance(value, Source) and len(value.sha256) > 64:
        raise UnstorableText(value.sha256)
    elif not isinstance(value, Plan) and len(getattr(value, "id", None) or "") > LONGEST_ID:
        raise UnstorableText(str(getattr(value, "id", "")))
