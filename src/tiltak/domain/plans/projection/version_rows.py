"""All rows of a version, fetched: what a plan file is assembled of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    PartyRole,
    Passage,
    RowLink,
    Serving,
    TableRow,
    UnplacedText,
)
from tiltak.domain.plans.projection.money import budget_of
from tiltak.planfile.model import Budget, Link
from tiltak.planfile.model import Passage as Place


class VersionRows(NamedTuple):
    """All rows of a version, each kind fetched by one statement and grouped by owner."""

    children: Mapping[tuple[int | None, str], list[Element]]
    keys: Mapping[int, str]
    budgets: Mapping[tuple[str, int], list[Budget]]
    roles: Mapping[tuple[str, int], list[PartyRole]]
    passages: Mapping[tuple[str, int | None], list[Place]]
    links: tuple[Link, ...]
    rows_of: Mapping[int, list[str]]
    serves: Mapping[int, list[str]]
    table_rows: list[TableRow]

    def below(self, parent: int | None, kind: str) -> list[Element]:
        return self.children.get((parent, kind), [])

    @classmethod
    def fetch(cls, version_id: int, *, provenance: bool) -> "VersionRows":
        elements = list(Element.objects.filter(version=version_id).select_related("initiative"))
        keys = {element.pk: element.key for element in elements}
        children: dict[tuple[int | None, str], list[Element]] = defaultdict(list)
        for element in elements:
            children[element.parent_id, element.kind].append(element)
        table_rows = list(TableRow.objects.filter(version=version_id))
        row_keys = {row.pk: row.key for row in table_rows}
        links, rows_of = _links(version_id, keys, row_keys)
        serves = defaultdict(list)
        for measure, goal in Serving.objects.filter(version=version_id).values_list(
            "measure_id", "goal_id"
        ):
            serves[measure].append(keys[goal])
        return cls(
            children=children,
            keys=keys,
            budgets=_budgets(version_id),
            roles=_grouped(PartyRole.objects.filter(version=version_id)),
            passages=_passages(version_id) if provenance else {},
            links=links,
            rows_of=rows_of,
            serves=serves,
            table_rows=table_rows,
        )


def _links(
    version_id: int, keys: Mapping[int, str], row_keys: Mapping[int, str]
) -> tuple[tuple[Link, ...], Mapping[int, list[str]]]:
    links = []
    rows_of: dict[int, list[str]] = defaultdict(list)
    for link in RowLink.objects.filter(version=version_id):
        row = row_keys[link.row_id]
        links.append(
            msgspec.convert({"row": row, "measure": keys[link.element_id], "kind": link.kind}, Link)
        )
        if link.kind != RowLink.Kind.RELATED and row not in rows_of[link.element_id]:
            rows_of[link.element_id].append(row)
    return tuple(links), rows_of


def _owner(owned: BudgetLine | PartyRole) -> tuple[str, int]:
    if owned.row_id is not None:
        return "row", owned.row_id
    assert owned.element_id is not None  # noqa: S101 a check constraint says so
    return "element", owned.element_id


def _grouped(roles: Iterable[PartyRole]) -> Mapping[tuple[str, int], list[PartyRole]]:
    groups: dict[tuple[str, int], list[PartyRole]] = defaultdict(list)
    for role in roles:
        groups[_owner(role)].append(role)
    return groups


def _budgets(version_id: int) -> Mapping[tuple[str, int], list[Budget]]:
    groups: dict[tuple[str, int], list[Budget]] = defaultdict(list)
    for line in BudgetLine.objects.filter(version=version_id).order_by("position", "id"):
        groups[_owner(line)].append(budget_of(line))
    return groups


def place_of(passage: Passage | UnplacedText) -> Place:
    """Where a passage stands, as a plan file says it."""
    return Place(**{name: getattr(passage, name) for name in Place.__struct_fields__})


def _passages(version_id: int) -> Mapping[tuple[str, int | None], list[Place]]:
    groups: dict[tuple[str, int | None], list[Place]] = defaultdict(list)
    for passage in Passage.objects.filter(version=version_id):
        if passage.row_id is not None:
            groups["row", passage.row_id].append(place_of(passage))
        elif passage.table_id is not None:
            groups["table", passage.table_id].append(place_of(passage))
        else:
            groups["element", passage.element_id].append(place_of(passage))
    return groups
