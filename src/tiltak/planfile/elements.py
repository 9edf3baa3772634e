"""The elements of a plan as one list: everything that has a permanent identity.

Rows are not elements: they are layout, and their measures are the elements.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tiltak.planfile.model import Area, Item, Measure, Plan, Section
from tiltak.planfile.unique_keys import UniqueKeys

Kind = Literal["area", "section", "sub_goal", "strategy", "measure", "part", "paragraph"]
Node = Area | Section | Item | Measure

LETTERS: dict[Kind, str] = {
    "area": "a",
    "section": "t",
    "sub_goal": "d",
    "strategy": "s",
    "measure": "m",
    "part": "c",
    "paragraph": "p",
}

# Kinds that may become one another. Titles come first: places are told by them.
FAMILY: dict[Kind, str] = {
    "area": "title",
    "section": "title",
    "sub_goal": "sub_goal",
    "strategy": "strategy",
    "measure": "measure",
    "part": "measure",
    "paragraph": "paragraph",
}
FAMILIES = tuple(dict.fromkeys(FAMILY.values()))


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its place: `place` counts from 0 among siblings of the same kind."""

    key: str
    kind: Kind
    node: Node
    parent: str | None
    place: int
    depth: int

    @property
    def text(self) -> str:
        """The adopted words: a title or a text."""
        return self.node.title if isinstance(self.node, Section) else self.node.text

    @property
    def family(self) -> str:
        """The name shared by kinds that may become one another."""
        return FAMILY[self.kind]

    @property
    def number(self) -> str | None:
        """The number as printed; None also for a mere bullet."""
        number = self.node.number
        return number if number and any(char.isalnum() for char in number) else None


def element_key(own_id: str, *, parent: str | None, kind: Kind, place: int) -> str:
    """The id of an element; without one, its place: "1.2.s3" is the third strategy of "1.2"."""
    return own_id or f"{parent + '.' if parent else ''}{LETTERS[kind]}{place + 1}"


def children_of(node: Node) -> Iterator[tuple[Kind, Sequence[Node]]]:
    """What an element holds, kind by kind, in reading order."""
    if isinstance(node, Measure):
        yield "part", node.children
    if isinstance(node, Section):
        yield "sub_goal", node.sub_goals
        yield "strategy", node.strategies
        yield "measure", node.measures
        yield "paragraph", node.paragraphs
    if isinstance(node, Area):
        yield "section", node.sections


def _ids(groups: Iterable[tuple[Kind, Sequence[Node]]]) -> Iterator[str]:
    for _, nodes in groups:
        for node in nodes:
            yield node.id
            yield from _ids(children_of(node))


def elements(plan: Plan) -> list[Element]:
    """Every element in reading order, a parent before what it holds. Keys are unique in the plan."""
    top: list[tuple[Kind, Sequence[Node]]] = [
        ("paragraph", plan.paragraphs),
        ("area", plan.focus_areas),
    ]
    keys = UniqueKeys(_ids(top))
    found: list[Element] = []

    def visit(
        groups: Iterable[tuple[Kind, Sequence[Node]]], parent: str | None, depth: int
    ) -> None:
        for kind, nodes in groups:
            for place, node in enumerate(nodes):
                wanted = element_key(node.id, parent=parent, kind=kind, place=place)
                key = keys.give(node.id, wanted)
                found.append(Element(key, kind, node, parent, place, depth))
                visit(children_of(node), key, depth + 1)

    visit(top, None, 0)
    return found
