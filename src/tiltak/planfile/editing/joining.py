"""Two elements that are one."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from tiltak.planfile import walk
from tiltak.planfile.editing.conversion import (
    absorbed,
    content_of,
    has_facts,
    lifted,
    said_budgets,
    says,
    text_of,
    with_text,
)
from tiltak.planfile.editing.edits import Join
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.editing.placing import next_sibling
from tiltak.planfile.editing.tree import Spot, below, fields_of, find, mapped, with_node, without
from tiltak.planfile.elements import Node
from tiltak.planfile.model import Link, Measure, MeasureSource, Plan
from tiltak.planfile.running_text import join_lines


def join(plan: Plan, edit: Join) -> Plan:
    """Put `other` behind `target`. Raises ImpossibleEdit, also where a fact would be lost."""
    target, spot = find(plan, edit.target).node, find(plan, edit.other)
    if any(one.id == edit.target for one in below(spot.node)):
        raise ImpossibleEdit(Obstacle.INTO_ITSELF, edit.target)
    words = _with_words_of(target, spot.node)
    behind = next_sibling(plan, spot)
    left = without(plan, spot)
    place = find(left, edit.target)
    # `other` may have stood below `target`: what is left there is seen only now
    whole = replace(words, **{name: getattr(place.node, name) for name in fields_of(words)})
    whole, rest = absorbed(whole, content_of(spot.node))
    left = with_node(left, place, whole)
    left = lifted(left, rest, spot.parent.id if spot.parent else None, behind)
    return _with_ties_of(left, place, spot.node)


def _with_words_of(one: Node, other: Node) -> Node:
    """`one` with the words, passages and missing facts of `other` too."""
    reading = replace(
        one.reading,
        passages=tuple(dict.fromkeys((*one.reading.passages, *other.reading.passages))),
        warnings=tuple(dict.fromkeys((*one.reading.warnings, *other.reading.warnings))),
    )
    named = {
        name: getattr(one, name) or getattr(other, name)
        for name in ("number", "initiative", "short_title")
    }
    whole = with_text(one, join_lines([text_of(one), text_of(other)]))
    return replace(whole, reading=reading, **named, **_facts(one, other))


def _facts(one: Node, other: Node) -> dict[str, Any]:
    """The facts of two measures as those of one. Raises ImpossibleEdit where one would be lost."""
    if not isinstance(other, Measure):
        return {}
    if not isinstance(one, Measure):
        if has_facts(other):
            raise ImpossibleEdit(Obstacle.HAS_FACTS, other.id)
        return {}
    lone = {bool(measure.rows) for measure in (one, other) if measure.rows or said_budgets(measure)}
    if len(lone) > 1:
        raise ImpossibleEdit(Obstacle.OWN_MONEY, other.id)
    facts: dict[str, Any] = {"state": _agreed(one.state or None, other.state or None, one.id)}
    for name in ("time", "responsible", "partners"):
        mine, theirs = getattr(one, name), getattr(other, name)
        facts[name] = _agreed(
            mine if says(mine) else None, theirs if says(theirs) else None, f"{one.id} {name}"
        )
    budgets = said_budgets(one) + said_budgets(other)
    if budgets:
        facts |= {"budget": budgets[0], "more_budgets": budgets[1:]}
    facts["roles"] = {**other.roles, **one.roles}
    facts["serves"] = tuple(dict.fromkeys((*one.serves, *other.serves)))
    facts["source"] = _source(one, other)
    return facts


def _agreed(one: Any, other: Any, what: str) -> Any:
    if one is not None and other is not None and one != other:
        raise ImpossibleEdit(Obstacle.FACTS_DIFFER, what)
    return other if one is None else one


def _source(one: Measure, other: Measure) -> MeasureSource | None:
    told = {one.source, other.source} - {None}
    if len(told) < 2:
        return one.source or other.source
    return "both" if one.rows or other.rows else "body"


def _with_ties_of(plan: Plan, one: Spot, other: Node) -> Plan:
    """The plan with what pointed at `other` pointing at `one`, where that can be."""
    key = one.node.id
    if isinstance(one.node, Measure):
        return replace(plan, links=_moved_links(plan, key, other.id))
    if one.kind in ("sub_goal", "strategy"):
        serving = {m.id for _, _, m in walk.all_measures(plan) if other.id in m.serves}
        return mapped(plan, serving, lambda measure: _serving(measure, other.id, key))
    return plan


def _serving(measure: Measure, was: str, now: str) -> Measure:
    serves = dict.fromkeys(now if goal == was else goal for goal in measure.serves)
    return replace(measure, serves=tuple(serves))


def _moved_links(plan: Plan, one: str, other: str) -> tuple[Link, ...]:
    """The links with those of `other` at `one`, one for each row: "related" gives way."""
    links: dict[tuple[str, str, str], Link] = {}
    mine: dict[str, Link] = {}
    for link in plan.links:
        if link.measure not in (one, other):
            links[link.row, link.measure, link.kind] = link
            continue
        known = mine.get(link.row)
        if known is None or known.kind == "related":
            mine[link.row] = replace(link, measure=one)
        links.setdefault((link.row, one, ""), mine[link.row])
    for row, link in mine.items():
        links[row, one, ""] = _alone(link, links.values())
    return tuple(links.values())


def _alone(link: Link, links: Iterable[Link]) -> Link:
    """A row that covered several measures, which now are one, is the same as that one."""
    others = any(x.row == link.row and x.measure != link.measure for x in links)
    return replace(link, kind="same") if link.kind == "merged" and not others else link
