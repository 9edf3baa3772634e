"""An element as another kind, and what it then can no longer hold."""

from typing import Any

from msgspec.structs import asdict, replace

from tiltak.planfile import walk
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.editing.tree import Spot, can_hold, fields_of, find, held, with_node
from tiltak.planfile.elements import Kind, Node
from tiltak.planfile.model import (
    Area,
    Budget,
    Item,
    Measure,
    Parties,
    Plan,
    Reading,
    Section,
    Time,
    Value,
)


class Content(Value, frozen=True):
    """What an element holds. `measures` may have been parts, and may become parts."""

    sub_goals: tuple[Item, ...] = ()
    strategies: tuple[Item, ...] = ()
    measures: tuple[Measure, ...] = ()
    paragraphs: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()


def content_of(node: Node) -> Content:
    """All an element holds."""
    if isinstance(node, Measure):
        return Content(measures=node.children)
    return Content(**{field: held(node, field) for field in fields_of(node)})


def absorbed(node: Node, content: Content) -> tuple[Node, Content]:
    """The element with content behind what it holds, and what of it cannot stand there."""
    if isinstance(node, Measure):
        whole = replace(node, children=node.children + content.measures)
        return whole, replace(content, measures=())
    fields = fields_of(node)
    more = {field: held(node, field) + getattr(content, field) for field in fields}
    return replace(node, **more), replace(content, **dict.fromkeys(fields, ()))


def text_of(node: Node) -> str:
    """The adopted words: a title or a text."""
    return node.title if isinstance(node, Section) else node.text


def with_text(node: Node, text: str) -> Node:
    """The element with other words."""
    return replace(node, **{"title" if isinstance(node, Section) else "text": text})


def has_facts(measure: Measure) -> bool:
    """Whether the measure says something that only measures can say.

    Not what follows from its words (`roles`), nor its ties to rows and goals.
    """
    return bool(said_budgets(measure) or measure.state) or any(
        says(value) for value in (measure.time, measure.responsible, measure.partners)
    )


def says(value: Time | Parties | None) -> bool:
    """Whether a value says something."""
    return value is not None and value != type(value)()


def said_budgets(measure: Measure) -> tuple[Budget, ...]:
    """The measure's own budget lines, but for those that only name a currency."""
    return tuple(b for b in walk.budgets(measure) if b != Budget(currency=b.currency))


def turned(node: Node, kind: Kind) -> tuple[Node, Content]:
    """The element as another kind, with what of its content that kind cannot hold.

    Raises ImpossibleEdit for a measure whose facts the new kind cannot hold.
    """
    if kind in ("measure", "part"):
        return _as_measure(node)
    if isinstance(node, Measure) and has_facts(node):
        raise ImpossibleEdit(Obstacle.HAS_FACTS, node.id)
    content = content_of(node)
    if kind == "area":
        return Area(**_common(node), title=text_of(node), **asdict(content)), Content()
    if kind == "section":
        holds = asdict(content)
        del holds["sections"]
        rest = Content(sections=content.sections)
        return Section(**_common(node), title=text_of(node), **holds), rest
    return Item(**_common(node), text=text_of(node)), content


def _as_measure(node: Node) -> tuple[Node, Content]:
    if isinstance(node, Measure):
        return node, Content()
    content = content_of(node)
    measure = Measure(**_common(node), text=text_of(node), source="body", children=content.measures)
    return measure, replace(content, measures=())


def _common(node: Node) -> dict[str, Any]:
    names = ("id", "number", "initiative", "short_title", "reading")
    return {name: getattr(node, name) for name in names}


def placed_by_hand(node: Node) -> Node:
    """The element where a person put it: the reader's reason for another place is no more."""
    reading = Reading(
        passages=node.reading.passages, confidence=1.0, warnings=node.reading.warnings
    )
    return replace(node, reading=reading)


def lifted(plan: Plan, content: Content, holder: str | None, before: str | None) -> Plan:
    """The plan with content put into the element `holder` (None: the plan), its measures before
    that one and its sections before that section or area; else last.

    Raises ImpossibleEdit when a goal or a measure would stand in no area.
    """
    if content == Content():
        return plan
    if holder is None:
        return _lifted_to_top(plan, content, before)
    spot = find(plan, holder)
    if isinstance(spot.node, Measure):
        children = _put(spot.node.children, content.measures, before)
        plan = with_node(plan, spot, replace(spot.node, children=children))
        above = spot.parent.id if spot.parent else None
        return lifted(plan, replace(content, measures=()), above, None)
    fresh: dict[str, Any] = {
        field: _put(held(spot.node, field), some, before)
        for field, some in asdict(content).items()
        if some and field in fields_of(spot.node)
    }
    plan = with_node(plan, spot, replace(spot.node, **fresh))
    if content.sections and "sections" not in fresh:
        area = _area_of(spot)
        at = find(plan, area.id)
        after = _following(held(at.node, "sections"), holder)
        plan = lifted(plan, Content(sections=content.sections), area.id, after)
    return plan


def _area_of(section: Spot) -> Node:
    if section.parent is None:  # a top paragraph holds nothing, an area holds sections
        raise ImpossibleEdit(Obstacle.NO_PLACE_FOR_CONTENT, section.node.id)
    return section.parent


def _following(stand: tuple[Any, ...], key: str) -> str | None:
    """The id of the sibling after that one."""
    keys = [one.id for one in stand]
    after = keys[keys.index(key) + 1 :]
    return after[0] if after else None


def _put(stand: tuple[Any, ...], some: tuple[Any, ...], before: str | None) -> tuple[Any, ...]:
    at = next((i for i, one in enumerate(stand) if one.id == before), len(stand))
    return (*stand[:at], *some, *stand[at:])


def _lifted_to_top(plan: Plan, content: Content, before: str | None) -> Plan:
    """Sections become areas, paragraphs those of the plan; the rest goes to the area in front,
    or to the first behind where there is none."""
    areas = tuple(turned(section, "area")[0] for section in content.sections)
    focus_areas: tuple[Any, ...] = _put(plan.focus_areas, areas, before)
    paragraphs = plan.paragraphs + content.paragraphs
    plan = replace(plan, focus_areas=focus_areas, paragraphs=paragraphs)
    rest = replace(content, sections=(), paragraphs=())
    if rest == Content():
        return plan
    if not focus_areas:
        raise ImpossibleEdit(Obstacle.NO_PLACE_FOR_CONTENT)
    keys = [area.id for area in plan.focus_areas]
    at = keys.index(before) if before in keys else len(keys)
    front = at - len(areas) - 1
    return lifted(plan, rest, keys[max(front, 0)], None)


def section_around(plan: Plan, spot: Spot) -> Node | None:
    """The section or area an element stands in; None at the top."""
    holder: Any = plan
    around: Node | None = None
    for field, index in spot.path[:-1]:
        holder = held(holder, field)[index]
        if can_hold(holder, "measure"):
            around = holder
    return around
