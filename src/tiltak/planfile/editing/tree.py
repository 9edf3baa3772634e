"""Finding, changing, taking out and putting in one element of a plan.

A plan is a value: every change builds anew the way from the top to the element, no more. So what
did not change is the same object before and after, which makes the rest of an edit quick.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec.structs import replace

from tiltak.planfile.editing.edits import ROW
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.elements import Kind, Node
from tiltak.planfile.model import Area, Item, Measure, Plan, Section

Holder = Plan | Node
H = TypeVar("H", bound=Holder)

FIELD: dict[Kind, str] = {
    "area": "focus_areas",
    "section": "sections",
    "sub_goal": "sub_goals",
    "strategy": "strategies",
    "measure": "measures",
    "part": "children",
    "paragraph": "paragraphs",
}
KIND: dict[str, Kind] = {field: kind for kind, field in FIELD.items()}
_IN_SECTION = ("sub_goals", "strategies", "measures", "paragraphs")
# a plan deeper than this is refused where it is stored
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an element stands: in which field of what, at which index. `parent` None: the plan."""

    path: tuple[tuple[str, int], ...]
    node: Node
    parent: Node | None

    @property
    def kind(self) -> Kind:
        return KIND[self.path[-1][0]]

    @property
    def index(self) -> int:
        return self.path[-1][1]


def fields_of(holder: Holder) -> tuple[str, ...]:
    """The fields in which a plan or an element holds others."""
    if isinstance(holder, Measure):
        return ("children",)
    if isinstance(holder, Area):
        return (*_IN_SECTION, "sections")
    if isinstance(holder, Section):
        return _IN_SECTION
    return ("paragraphs", "focus_areas") if isinstance(holder, Plan) else ()


def held(holder: Holder, field: str) -> tuple[Any, ...]:
    """What stands in one of `fields_of(holder)`."""
    found: tuple[Any, ...] = getattr(holder, field)
    return found


def find(plan: Plan, key: str) -> Spot:
    """Where the element of that id stands. Raises ImpossibleEdit."""
    spot = found(plan, key)
    if spot is None and key.startswith(ROW):
        raise ImpossibleEdit(Obstacle.NOT_FOR_ROWS, key)
    if spot is None:
        raise ImpossibleEdit(Obstacle.NO_SUCH_TARGET, key)
    return spot


def found(plan: Plan, key: str) -> Spot | None:
    """Where the element of that id stands, if it does."""
    way = _way(plan, key)
    if way is None:
        return None
    path = tuple(reversed(way))
    parent: Holder = plan
    for field, index in path[:-1]:
        parent = held(parent, field)[index]
    field, index = path[-1]
    above = None if isinstance(parent, Plan) else parent
    return Spot(path, held(parent, field)[index], above)


def _way(holder: Holder, key: str) -> list[tuple[str, int]] | None:
    """The steps down to an element, last one first."""
    for field in fields_of(holder):
        for index, node in enumerate(held(holder, field)):
            if node.id == key:
                return [(field, index)]
            if not isinstance(node, Item) and (way := _way(node, key)) is not None:
                way.append((field, index))
                return way
    return None


def below(node: Node) -> Iterator[Node]:
    """The element and all it holds, reading order."""
    yield node
    for field in fields_of(node):
        for child in held(node, field):
            yield from below(child)


def ids(plan: Plan) -> set[str]:
    """The ids of all elements."""
    return {
        node.id for field in fields_of(plan) for top in held(plan, field) for node in below(top)
    }


def _rebuilt(
    holder: Any,
    path: tuple[tuple[str, int], ...],
    change: Callable[[tuple[Any, ...], int], tuple[Any, ...]],
) -> Any:
    (field, index), rest = path[0], path[1:]
    stand = held(holder, field)
    if not rest:
        return replace(holder, **{field: change(stand, index)})
    child = _rebuilt(stand[index], rest, change)
    return replace(holder, **{field: (*stand[:index], child, *stand[index + 1 :])})


def with_node(plan: Plan, spot: Spot, node: Node) -> Plan:
    """The plan with another element of the same kind in that spot."""
    changed: Plan = _rebuilt(plan, spot.path, lambda all_, i: (*all_[:i], node, *all_[i + 1 :]))
    return changed


def without(plan: Plan, spot: Spot) -> Plan:
    """The plan without the element and what it holds."""
    changed: Plan = _rebuilt(plan, spot.path, lambda all_, i: (*all_[:i], *all_[i + 1 :]))
    return changed


def with_after(plan: Plan, spot: Spot, node: Node) -> Plan:
    """The plan with a new element of the same kind right after that spot."""
    changed: Plan = _rebuilt(
        plan, spot.path, lambda all_, i: (*all_[: i + 1], node, *all_[i + 1 :])
    )
    return changed


def can_hold(parent: Holder, kind: Kind) -> bool:
    """Whether an element of that kind can stand right below."""
    return FIELD[kind] in fields_of(parent)


def with_new(plan: Plan, node: Node, kind: Kind, parent: str | None, before: str | None) -> Plan:
    """The plan with an element below `parent`, before its sibling. Raises ImpossibleEdit."""
    if parent is None:
        return _grown(plan, node, kind, before)
    spot = find(plan, parent)
    grown = _grown(spot.node, node, kind, before)
    if len(spot.path) + _depth(node) > DEEPEST:
        raise ImpossibleEdit(Obstacle.TOO_DEEP, node.id)
    return with_node(plan, spot, grown)


def _grown(holder: H, node: Node, kind: Kind, before: str | None) -> H:
    """The plan or the element with another right below it."""
    if not can_hold(holder, kind):
        raise ImpossibleEdit(Obstacle.WRONG_PARENT, kind)
    stand = held(holder, FIELD[kind])
    at = _index_before(stand, before)
    return replace(holder, **{FIELD[kind]: (*stand[:at], node, *stand[at:])})


def _index_before(stand: tuple[Any, ...], before: str | None) -> int:
    if before is None:
        return len(stand)
    for index, sibling in enumerate(stand):
        if sibling.id == before:
            return index
    raise ImpossibleEdit(Obstacle.NO_SUCH_SIBLING, before)


def _depth(node: Node) -> int:
    children = node.children if isinstance(node, Measure) else ()
    return 1 + max(map(_depth, children), default=0)


def mapped(plan: Plan, wanted: set[str], change: Callable[[Any], Any]) -> Plan:
    """The plan with each element of these ids changed; an id that is not there is no matter."""
    if len(wanted) > 2:
        changed: Plan = _mapped(plan, wanted, change)
        return changed
    for key in wanted:  # two searches take less than one walk through everything
        if (spot := found(plan, key)) is not None:
            plan = with_node(plan, spot, change(spot.node))
    return plan


def _mapped(holder: Any, wanted: set[str], change: Callable[[Any], Any]) -> Any:
    fresh: dict[str, tuple[Any, ...]] = {}
    for field in fields_of(holder):
        if stand := held(holder, field):
            changed = tuple(_changed(one, wanted, change) for one in stand)
            if any(new is not old for new, old in zip(changed, stand, strict=True)):
                fresh[field] = changed
    return replace(holder, **fresh) if fresh else holder


def _changed(node: Any, wanted: set[str], change: Callable[[Any], Any]) -> Any:
    if not isinstance(node, Item):
        node = _mapped(node, wanted, change)
    return change(node) if node.id in wanted else node
