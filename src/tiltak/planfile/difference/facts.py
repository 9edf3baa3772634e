"""The facts of an element, a row and the document that a difference compares."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from tiltak.planfile import walk
from tiltak.planfile.elements import Element
from tiltak.planfile.model import Budget, Measure, Plan, Reading, Row

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A fact before and after, as values of `model`: `time` a Time, `budgets` Budgets …"""

    field: str
    before: object
    after: object


def changed_facts(before: Facts, after: Facts) -> tuple[FieldChange, ...]:
    """The facts that are not equal, in the order of `after`."""
    names = dict.fromkeys([*after, *before])
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )


def budgets_of(owner: Row | Measure) -> tuple[Budget, ...]:
    """All budgets, without `cell_group`: it only says which cell of the source they stood in."""
    return tuple(msgspec.structs.replace(one, cell_group=None) for one in walk.budgets(owner))


def _work_facts(owner: Row | Measure) -> dict[str, object]:
    return {
        "time": owner.time,
        "budgets": budgets_of(owner),
        "responsible": owner.responsible,
        "partners": owner.partners,
        "state": owner.state,
    }


def element_facts(element: Element) -> dict[str, object]:
    """All but the words, the place and what points at other elements."""
    node = element.node
    facts: dict[str, object] = {
        "kind": element.kind,
        "number": node.number,
        "short_title": node.short_title,
    }
    if isinstance(node, Measure):
        facts |= {**_work_facts(node), "roles": node.roles, "source": node.source}
    return facts


def row_facts(row: Row) -> dict[str, object]:
    """All but the words and the place."""
    return {
        "number": row.number,
        "focus_area": row.focus_area,
        "section": row.section,
        **_work_facts(row),
        "extra": row.extra,
    }


def document_facts(plan: Plan) -> dict[str, object]:
    """What the document says about itself, its words for the levels, and the heads of its tables."""
    document = msgspec.structs.replace(plan.document, id=None, reading=Reading())
    return {
        **msgspec.structs.asdict(document),
        "labels": plan.labels,
        "tables": tuple((table.title, table.columns) for table in plan.tables),
    }
