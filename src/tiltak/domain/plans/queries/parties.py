"""What a party is in: its roles in the plans in force, as far as the viewer may see."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from tiltak.domain.organisations.queries.parties import PartyView, party_views
from tiltak.domain.plans.models import PartyRole, RowLink, TableRow
from tiltak.domain.plans.queries.loader import Loader
from tiltak.domain.plans.queries.money import lines_of_some
from tiltak.domain.plans.queries.shared_cells import tie_sharers
from tiltak.domain.plans.queries.values import Node, RowView
from tiltak.domain.plans.queries.versions import (
    NotFound,
    PlanView,
    plans,
    visible_versions,
)
from tiltak.domain.viewer import Viewer
from tiltak.planfile.sums import Line

ROLES = tuple(PartyRole.Role.values)
# The measures a party has a role in or pays for, itself or in a row, and all above them.
TOUCHED = """
WITH RECURSIVE
named(id, label) AS (
    SELECT id, label FROM organisations_party WHERE id = %s OR merged_into_id = %s
),
council_version(id) AS (
    SELECT v.id FROM plans_planversion v JOIN plans_plan p ON p.id = v.plan_id
    WHERE p.council_id = %s
),
part(row_id, element_id) AS (
    SELECT row_id, element_id FROM plans_partyrole
    WHERE party_id IN (SELECT id FROM named)
    UNION
    SELECT row_id, element_id FROM plans_budgetline
    WHERE version_id IN (SELECT id FROM council_version)
    AND funder IN (SELECT label FROM named)
),
above(id, parent_id) AS (
    SELECT id, parent_id FROM plans_element WHERE id IN (
        SELECT element_id FROM part WHERE element_id IS NOT NULL
        UNION SELECT element_id FROM plans_rowlink
        WHERE kind <> 'related' AND row_id IN (SELECT row_id FROM part WHERE row_id IS NOT NULL)
    )
    UNION
    SELECT e.id, e.parent_id FROM plans_element e JOIN above a ON e.id = a.parent_id
)
SELECT id FROM above
"""


@dataclass(frozen=True, slots=True)
class Involvement:
    """A party's part in one measure, or in a row that belongs to no measure."""

    roles: tuple[str, ...]
    node: Node | None
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class PartyInPlan:
    """Everything a party is in in one plan, in the plan's order."""

    plan: PlanView
    involvements: tuple[Involvement, ...]
    # the budget lines of these measures, each once
    lines: tuple[Line, ...]
    # those of them that name the party as the one who pays
    paid: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PartyWork:
    """A party with everything it is in, plan by plan."""

    party: PartyView
    plans: tuple[PartyInPlan, ...]


@dataclass(frozen=True, slots=True)
class PartySummary:
    """A party in a list: in how many measures it is, and in how many with which role."""

    party: PartyView
    measures: int
    roles: Mapping[str, int]


def parties_in_force(viewer: Viewer) -> list[PartySummary]:
    """The parties of the plans in force, by name. Five statements."""
    shown = plans(viewer)
    version_ids = [plan.shown.id for plan in shown]
    of_rows = _measures_of_rows(version_ids)
    said: set[str] = set()
    taken: dict[int, dict[str, set[object]]] = defaultdict(lambda: defaultdict(set))
    for head, role, label, element_id, row_id in _roles(version_ids):
        said.add(label)
        taken[head][role] |= {element_id} if element_id else of_rows[row_id] or {(row_id,)}
    return [
        PartySummary(
            _as_seen(viewer, party, shown, said),
            len({owner for owners in taken[party.id].values() for owner in owners}),
            {role: len(taken[party.id][role]) for role in ROLES if taken[party.id][role]},
        )
        for party in party_views(viewer)
        if party.id in taken
    ]


def party_work(viewer: Viewer, slug: str) -> PartyWork:
    """One party with all it is in. Seven statements, whatever the number of plans and measures.

    Raises NotFound for a party of no plan the viewer may see.
    """
    found = party_views(viewer, slug)
    if not found:
        raise NotFound(slug)
    party = found[0]
    shown = plans(viewer)
    loader = _PartyLoader(viewer, [plan.shown.id for plan in shown], party)
    nodes, rows = loader.load()
    in_plans = tuple(
        in_plan
        for plan in shown
        if (in_plan := _in_plan(plan, party, nodes.values(), rows.values())).involvements
    )
    if not in_plans and not viewer.may_edit and not _was_ever_in(viewer, party):
        raise NotFound(slug)
    said = {role.label for node in nodes.values() for role in node.roles}
    said |= {role.label for row in rows.values() for role in row.roles}
    return PartyWork(_as_seen(viewer, party, shown, said), in_plans)


class _PartyLoader(Loader):
    """The measures and rows of one party, in several versions at once."""

    def __init__(self, viewer: Viewer, versions: Collection[int], party: PartyView) -> None:
        # by the subquery, not by the number alone: what the viewer may not see is not fetched
        seen = visible_versions(viewer).filter(pk__in=versions).order_by()
        scope = RawSQL(TOUCHED, [party.id, party.id, viewer.council_id])  # noqa: S611 constant
        super().__init__({"version__in": seen}, scope)
        self.party = party

    def rows_in_scope(self) -> QuerySet[Any, int]:
        """The rows of the measures in scope, and rows of no measure that name the party."""
        named = Q(party_roles__party_id=self.party.id) | Q(
            party_roles__party__merged_into_id=self.party.id
        )
        paid = Q(budget_lines__funder__in=self.party.names)
        lone = TableRow.objects.filter(named | paid, links__isnull=True, **self.which)
        linked = super().rows_in_scope().order_by()
        return linked.union(lone.order_by().values_list("id", flat=True))

    def load(self) -> tuple[dict[int, Node], dict[int, RowView]]:
        """Everything in scope, tied together."""
        try:
            nodes = self.nodes()
        except NotFound:
            nodes = {}
        _, rows = self.tables(nodes)
        self.add_money_and_parties(nodes, rows)
        tie_sharers(rows.values())
        return nodes, rows


def _in_plan(
    plan: PlanView, party: PartyView, nodes: Iterable[Node], rows: Iterable[RowView]
) -> PartyInPlan:
    own_nodes = [node for node in nodes if node.version_id == plan.shown.id]
    own_rows = [row for row in rows if row.version_id == plan.shown.id]
    order = {one.id: place for place, one in enumerate(own_rows)}
    involvements = [*_of_measures(party, own_nodes), *_of_lone_rows(party, own_rows)]
    areas = {node.id: place for place, node in enumerate(own_nodes)}
    involvements.sort(key=lambda one: _place(one, areas, order))
    touched = {row.id: row for one in involvements for row in one.rows}
    rowless = [one.node for one in involvements if one.node and not one.node.own_rows]
    lines = lines_of_some(touched.values(), rowless)
    return PartyInPlan(
        plan,
        tuple(involvements),
        tuple(lines),
        tuple(line for line in lines if line.funder in party.names),
    )


def _place(one: Involvement, areas: Mapping[int, int], order: Mapping[int, int]) -> tuple[int, int]:
    """By area, in it by row as in the table, then what stands in no row in reading order."""
    area = one.node.area if one.node else None
    row = order[one.rows[0].id] if one.rows else len(order)
    return areas[area.id] if area else -1, row


def _of_measures(party: PartyView, nodes: Iterable[Node]) -> Iterator[Involvement]:
    for node in nodes:
        rows = tuple(node.own_rows)
        roles = _roles_of(party, [node, *rows])
        if node.is_measure and roles:
            yield Involvement(roles, node, rows)


def _of_lone_rows(party: PartyView, rows: Iterable[RowView]) -> Iterator[Involvement]:
    for row in rows:
        roles = _roles_of(party, [row])
        if not row.links and roles:
            yield Involvement(roles, None, (row,))


def _roles_of(party: PartyView, owners: Sequence[Node | RowView]) -> tuple[str, ...]:
    """The party's roles there, in the order of ROLES. Who pays a budget line is a funder."""
    found = {role.role for owner in owners for role in owner.roles if role.slug == party.slug}
    if any(budget.funder in party.names for owner in owners for budget in owner.budgets):
        found.add(PartyRole.Role.FUNDER)
    return tuple(role for role in ROLES if role in found)


def _roles(version_ids: Collection[int]) -> Iterator[tuple[int, str, str, int | None, int | None]]:
    """Party (the one it was merged into), role, label, element or row."""
    yield from (
        PartyRole.objects.filter(version_id__in=version_ids)
        .order_by()
        .values_list(
            Coalesce("party__merged_into_id", "party_id"), "role", "label", "element_id", "row_id"
        )
    )


def _measures_of_rows(version_ids: Collection[int]) -> Mapping[int | None, set[object]]:
    measures: dict[int | None, set[object]] = defaultdict(set)
    links = RowLink.objects.filter(version_id__in=version_ids).exclude(kind=RowLink.Kind.RELATED)
    for row_id, element_id in links.order_by().values_list("row_id", "element_id"):
        measures[row_id].add(element_id)
    return measures


def _as_seen(
    viewer: Viewer, party: PartyView, shown: Iterable[PlanView], said: Collection[str]
) -> PartyView:
    """Without the names that only drafts use, for those who do not see drafts."""
    if viewer.may_edit:
        return party
    short = {name for plan in shown for name in plan.shown.facts.get("abbreviations") or ()}
    aliases = tuple(name for name in party.aliases if name in short or name in said)
    return replace(party, aliases=aliases)


def _was_ever_in(viewer: Viewer, party: PartyView) -> bool:
    """Whether an older version names it: a party's address stays."""
    roles = PartyRole.objects.filter(version__in=visible_versions(viewer).order_by())
    return roles.filter(Q(party_id=party.id) | Q(party__merged_into_id=party.id)).exists()
