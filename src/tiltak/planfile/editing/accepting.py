"""A person has seen it: what the reader doubted is settled."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from tiltak.planfile import walk
from tiltak.planfile.editing.edits import DOCUMENT, ROW, Accept
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.editing.tree import ids, mapped
from tiltak.planfile.elements import Node
from tiltak.planfile.model import Document, Plan, Reading, Row

T = TypeVar("T", bound=Node | Row | Document)


def accept(plan: Plan, edit: Accept) -> Plan:
    """Settle the doubt about elements, rows and the document."""
    rows = {one.removeprefix(ROW) for one in edit.targets if one.startswith(ROW)}
    keys = {one for one in edit.targets if not one.startswith(ROW) and one != DOCUMENT}
    _require_all(keys, ids(plan))
    _require_all(rows, {row.id for row in walk.rows(plan)})
    if DOCUMENT in edit.targets:
        plan = replace(plan, document=_seen(plan.document), warnings=())
    plan = mapped(plan, keys, _seen)
    if rows:
        plan = replace(
            plan,
            tables=tuple(
                replace(table, rows=tuple(_seen(r) if r.id in rows else r for r in table.rows))
                for table in plan.tables
            ),
        )
    return _without_questions(plan, keys | rows)


def _require_all(wanted: set[str], known: set[str]) -> None:
    if lacking := wanted - known:
        raise ImpossibleEdit(Obstacle.NO_SUCH_TARGET, ", ".join(sorted(lacking)))


def _seen(one: T) -> T:
    return replace(one, reading=Reading(passages=one.reading.passages, confidence=1.0))


def _without_questions(plan: Plan, seen: set[str]) -> Plan:
    """The plan without questions about what was seen; one about several waits for all of them."""
    left = tuple(one for one in plan.ambiguities if not _asked_about(one) <= seen)
    return plan if len(left) == len(plan.ambiguities) else replace(plan, ambiguities=left)


def _asked_about(question: dict[str, str | None]) -> set[str]:
    places: Iterable[str] = (question.get("where") or "").split(" / ")
    return set(places)
