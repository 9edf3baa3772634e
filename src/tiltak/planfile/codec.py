"""Plan ↔ JSON (`plan/1`), the canonical form of an adopted plan and its hash."""

import hashlib
from typing import Any

import msgspec

from tiltak.planfile.model import Plan
from tiltak.planfile.sums import plan_budget

SCHEMA = "plan/1"


class InvalidPlanFile(ValueError):
    """The JSON is no `plan/1`. The message names the place: `$.focus_areas[0].title`."""


def to_builtins(plan: Plan) -> dict[str, Any]:
    """The plan as plain dicts and lists, with `schema` and the derived `budget`."""
    body = msgspec.json.decode(msgspec.json.encode(plan))
    # required by the schema, also when empty
    body.setdefault("focus_areas", [])
    return {"schema": SCHEMA, **body, "budget": plan_budget(plan)}


def encode(plan: Plan, *, indent: int | None = 1) -> bytes:
    """UTF-8 JSON for people and programs: keys in the order of the model."""
    raw = msgspec.json.encode(to_builtins(plan))
    return msgspec.json.format(raw, indent=indent) if indent else raw


def canonical(plan: Plan) -> bytes:
    """The one byte sequence of a plan: sorted keys, no white space, UTF-8."""
    return msgspec.json.encode(to_builtins(plan), order="sorted")


def content_hash(plan: Plan) -> str:
    """SHA-256 of `canonical`, in hex."""
    return hashlib.sha256(canonical(plan)).hexdigest()


def decode(raw: bytes | str) -> Plan:
    """Read `plan/1` JSON. Unknown keys are left out.

    Raises InvalidPlanFile when the JSON is broken, of another schema or of another shape.
    """
    try:
        head = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidPlanFile(f"JSON: {error}") from error
    if not isinstance(head, dict) or head.get("schema") != SCHEMA:
        raise InvalidPlanFile('"schema": "plan/1"')
    try:
        return msgspec.convert(head, Plan)
    except msgspec.ValidationError as error:
        raise InvalidPlanFile(str(error)) from error
