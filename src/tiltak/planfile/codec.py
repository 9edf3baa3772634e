"""Plan ↔ JSON (`plan/1`), the canonical form of an adopted plan and its hash."""

import codecs
import hashlib
from typing import Any

import msgspec

from tiltak.planfile.model import Plan
from tiltak.planfile.sums import plan_budget

SCHEMA = "plan/1"


class InvalidPlanFile(ValueError):
    """The JSON is no `plan/1`. The message names the place: `$.focus_areas[0].title`."""


def _without_empty_readings(value: Any) -> Any:
    """Drop `"reading": {}`: msgspec leaves out a default struct only when it is the same object."""
    if isinstance(value, list | tuple):
        return [_without_empty_readings(one) for one in value]
    if isinstance(value, dict):
        return {
            key: _without_empty_readings(one)
            for key, one in value.items()
            if key != "reading" or one != {}
        }
    return value


def _body(plan: Plan) -> dict[str, Any]:
    """The plan as plain values, the same for equal plans.

    Read back once, because 1 and 1.0 or a default written out are equal values but not equal JSON.
    """
    settled = msgspec.json.decode(msgspec.json.encode(plan), type=Plan)
    body: dict[str, Any] = _without_empty_readings(msgspec.to_builtins(settled))
    # required by the schema, also when empty
    body.setdefault("focus_areas", [])
    return {"schema": SCHEMA, **body}


def to_builtins(plan: Plan) -> dict[str, Any]:
    """The plan as plain dicts and lists, with `schema` and the derived `budget`."""
    return {**_body(plan), "budget": plan_budget(plan)}


def encode(plan: Plan, *, indent: int | None = 1) -> bytes:
    """UTF-8 JSON for people and programs: keys in the order of the model."""
    raw = msgspec.json.encode(to_builtins(plan))
    return msgspec.json.format(raw, indent=indent) if indent else raw


def canonical(plan: Plan) -> bytes:
    """The one byte sequence of a plan: sorted keys, no white space, UTF-8.

    Without the derived `budget`: a frozen plan must keep its hash when a calculation is mended.
    """
    return msgspec.json.encode(_body(plan), order="sorted")


def hash_of(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def content_hash(plan: Plan) -> str:
    """The hash of `canonical`."""
    return hash_of(canonical(plan))


def _load(raw: bytes | str) -> object:
    # editors on Windows put a byte order mark in front
    text = raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw
    try:
        return msgspec.json.decode(text.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, UnicodeError) as error:
        raise InvalidPlanFile(f"JSON: {error}") from error
    except RecursionError as error:
        raise InvalidPlanFile("JSON: nested too deeply") from error


def decode(raw: bytes | str) -> Plan:
    """Read `plan/1` JSON. Unknown keys are left out.

    Raises InvalidPlanFile when the JSON is broken, of another schema or of another shape.
    """
    head = _load(raw)
    if not isinstance(head, dict) or head.get("schema") != SCHEMA:
        raise InvalidPlanFile(f'Expected "{SCHEMA}" - at `$.schema`')
    try:
        return msgspec.convert(head, Plan)
    except msgspec.ValidationError as error:
        raise InvalidPlanFile(str(error)) from error
    except RecursionError as error:
        raise InvalidPlanFile("JSON: nested too deeply") from error
