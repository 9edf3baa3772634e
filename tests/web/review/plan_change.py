"""What changed in a plan, wholly: every field of every element, row, tie and text without place."""

from typing import Any

import msgspec
from msgspec.structs import replace

from tiltak.planfile.elements import elements
from tiltak.planfile.model import Plan, Reading

Change = dict[str, dict[str, tuple[Any, Any]]]
HELD = ("focus_areas", "sections", "sub_goals", "strategies", "measures", "children", "paragraphs")


def plan_change(before: Plan, after: Plan) -> Change:
    """What → field → (was, is). What came or went has its fields with None on the other side."""
    old, new = _flat(before), _flat(after)
    return {
        key: fields
        for key in dict.fromkeys((*old, *new))
        if (fields := _changed(old.get(key, {}), new.get(key, {})))
    }


def _changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {
        name: (old.get(name), new.get(name))
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    }


def _flat(plan: Plan) -> dict[str, dict[str, Any]]:
    found = {"document": _fields(plan, plan.document)}
    for one in elements(plan):
        place = {"kind": one.kind, "below": one.parent}
        found[one.key] = place | _fields(plan, one.node)
    for table in plan.tables:
        for row in table.rows:
            found[f"row:{row.id}"] = {"table": table.id} | _fields(plan, row)
    found["plan"] = {
        "order": [one.key for one in elements(plan)],
        "labels": dict(plan.labels),
        "tables": [msgspec.to_builtins(replace(table, rows=())) for table in plan.tables],
        "rows": [row.id for table in plan.tables for row in table.rows],
        "links": [f"{one.row} {one.kind} {one.measure}" for one in plan.links],
        "unplaced": [(one.text, one.reason) for one in plan.unplaced],
        "warnings": list(plan.warnings),
        "questions": list(plan.ambiguities),
        "sources": [msgspec.to_builtins(one) for one in plan.sources],
    }
    return found


def _fields(plan: Plan, subject: Any) -> dict[str, Any]:
    told = {
        name: value
        for name, value in msgspec.to_builtins(subject).items()
        if name not in HELD and name not in {"id", "reading"}
    }
    return told | _reading(plan, subject.reading)


def _reading(plan: Plan, reading: Reading) -> dict[str, Any]:
    return {
        "stands": [plan.sources[p.source].text[p.start : p.end] for p in reading.passages],
        "sure": reading.confidence,
        "reason": reading.reason,
        "warns": list(reading.warnings),
    }
