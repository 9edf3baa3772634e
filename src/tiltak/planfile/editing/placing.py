"""Edits that put text into the tree or move it: Move, Split, Assign, Append."""

import re

from msgspec.structs import replace

from tiltak.planfile.editing.conversion import (
    lifted,
    placed_by_hand,
    section_around,
    text_of,
    turned,
    with_text,
)
from tiltak.planfile.editing.edits import Append, Assign, Move, Split
from tiltak.planfile.editing.new_ids import new_id
from tiltak.planfile.editing.obstacles import ImpossibleEdit, Obstacle
from tiltak.planfile.editing.source_text import cut_passages, taken_out
from tiltak.planfile.editing.tree import (
    FIELD,
    Spot,
    below,
    fields_of,
    find,
    held,
    with_after,
    with_new,
    with_node,
    without,
)
from tiltak.planfile.elements import Node
from tiltak.planfile.model import Item, Measure, MeasureSource, Passage, Plan, Reading
from tiltak.planfile.running_text import join_lines

_BULLET = re.compile(r"^[-–—•·▪◦*o]\s+(?=\S)")


def move(plan: Plan, edit: Move) -> Plan:
    """Put an element somewhere else, as another kind where that is asked for."""
    spot = find(plan, edit.target)
    if edit.target == edit.before:
        raise ImpossibleEdit(Obstacle.NO_SUCH_SIBLING, edit.before)
    if edit.parent is not None and any(one.id == edit.parent for one in below(spot.node)):
        raise ImpossibleEdit(Obstacle.INTO_ITSELF, edit.parent)
    node, rest = turned(spot.node, edit.kind)
    behind = next_sibling(plan, spot)
    moved = with_new(without(plan, spot), placed_by_hand(node), edit.kind, edit.parent, edit.before)
    place = find(moved, edit.target)
    around = section_around(moved, place)
    if edit.kind == "section":
        behind = next_sibling(moved, place)
    if around is not None:
        return lifted(moved, rest, around.id, behind)
    return lifted(moved, rest, spot.parent.id if spot.parent else None, behind)


def next_sibling(plan: Plan, spot: Spot) -> str | None:
    """The id of what stands right after, of the same kind and below the same parent."""
    stand = held(spot.parent or plan, FIELD[spot.kind])
    return stand[spot.index + 1].id if spot.index + 1 < len(stand) else None


def split(plan: Plan, edit: Split) -> Plan:
    """Make two of one."""
    spot = find(plan, edit.target)
    text = text_of(spot.node)
    first, second = text[: max(edit.at, 0)].rstrip(), text[max(edit.at, 0) :].lstrip()
    if not first.strip() or not second:
        raise ImpossibleEdit(Obstacle.NOTHING_TO_SPLIT, str(edit.at))
    reading = spot.node.reading
    front, back = cut_passages(plan, reading.passages, text, edit.at)
    places = [(one.source, one.start, one.end) for one in back]
    key = new_id(plan, "split", edit.target, edit.at, second, places)
    other = _half(spot.node, key, second, replace(reading, passages=back))
    plan = with_after(plan, spot, other)
    whole = replace(with_text(spot.node, first), reading=replace(reading, passages=front))
    return with_node(plan, spot, whole)


def _half(node: Node, key: str, text: str, reading: Reading) -> Node:
    """A new element of the same kind, without number, content and facts."""
    if isinstance(node, Measure):
        return Measure(id=key, text=text, source=_half_source(node), reading=reading)
    bare: Node = replace(node, **dict.fromkeys(fields_of(node), ()))
    return replace(
        with_text(bare, text),
        id=key,
        number=None,
        initiative=None,
        short_title=None,
        reading=reading,
    )


def _half_source(measure: Measure) -> MeasureSource:
    return "table" if measure.source == "table" else "body"


def assign(plan: Plan, edit: Assign) -> Plan:
    """Make an element of text that had no place."""
    plan, passage, text = taken_out(plan, edit.source, edit.start, edit.end)
    words = _BULLET.sub("", join_lines(text.splitlines()))
    key = new_id(plan, "assign", passage.source, passage.start, passage.end, words)
    item = Item(id=key, text=words, reading=Reading(passages=(passage,), confidence=1.0))
    node, _ = turned(item, edit.kind)
    return with_new(plan, node, edit.kind, edit.parent, edit.before)


def append(plan: Plan, edit: Append) -> Plan:
    """Add text that had no place to an element."""
    spot = find(plan, edit.target)
    plan, passage, text = taken_out(plan, edit.source, edit.start, edit.end)
    node, words = spot.node, join_lines(text.splitlines())
    passages = node.reading.passages
    if _in_front(passage, passages):
        whole, passages = [words, text_of(node)], (passage, *passages)
    else:
        whole, passages = [text_of(node), words], (*passages, passage)
    reading = replace(node.reading, passages=passages)
    return with_node(plan, spot, replace(with_text(node, join_lines(whole)), reading=reading))


def _in_front(one: Passage, others: tuple[Passage, ...]) -> bool:
    return bool(others) and (one.source, one.start) < min((x.source, x.start) for x in others)
