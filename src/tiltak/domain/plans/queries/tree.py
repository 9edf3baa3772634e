"""The one loader of everything that shows a plan: a version in a fixed number of statements.

`load_tree` fetches a whole version (7 statements); `load_around` only what the page of one element
needs: the element, what is above and below it, its goals, and those it shares a row with;
`load_measures` a page of measures (the same statements but for the tables, over a recursive subquery).
"""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

import msgspec
from django.db import connection
from django.db.models import Model, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce

from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    PartyRole,
    PlanTable,
    RowLink,
    Serving,
    TableRow,
)
from tiltak.domain.plans.queries.values import Node, PlanTree, Role, RowView, TableView, Tie
from tiltak.domain.plans.queries.versions import (
    NotFound,
    VersionView,
    plan_and_version,
    visible_versions,
)
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Budget, Column, Time

# The element, all below it, all above it, the goals and strategies of what it stands below and
# serves, and the measures that share a row with it or its parts or that serve it.
AROUND = """
WITH RECURSIVE
below(id) AS (
    SELECT id FROM plans_element WHERE id = %s
    UNION ALL
    SELECT e.id FROM plans_element e JOIN below b ON e.parent_id = b.id
),
above(id, parent_id) AS (
    SELECT id, parent_id FROM plans_element WHERE id = %s
    UNION ALL
    SELECT e.id, e.parent_id FROM plans_element e JOIN above a ON e.id = a.parent_id
)
SELECT id FROM below
UNION SELECT id FROM above
UNION SELECT e.id FROM plans_element e JOIN above a ON e.parent_id = a.id
    WHERE e.kind IN ('sub_goal', 'strategy')
UNION SELECT goal_id FROM plans_serving WHERE measure_id IN (SELECT id FROM below)
UNION SELECT measure_id FROM plans_serving WHERE goal_id IN (SELECT id FROM below)
UNION SELECT beside.element_id FROM plans_rowlink beside
    JOIN plans_rowlink own ON own.row_id = beside.row_id
    WHERE own.element_id IN (SELECT id FROM below)
"""
# The places, first and last, of a page of the measures that are no part of another.
PAGE = """
SELECT MIN(position), MAX(position), MAX(following) FROM (
    SELECT m.position, LEAD(m.position) OVER (ORDER BY m.position) AS following
    FROM plans_element m JOIN plans_element p ON p.id = m.parent_id
    WHERE m.version_id = %s AND m.kind = 'measure' AND p.kind <> 'measure'
    ORDER BY m.position LIMIT %s OFFSET %s
) AS tops
"""
# What stands from one place up to another, parts included, and all areas and themes.
BETWEEN = """
SELECT id FROM plans_element
WHERE version_id = %s AND (position >= %s AND position < %s OR kind IN ('area', 'theme'))
"""
END = 2**31 - 1  # no element stands there
NODE_COLUMNS = (
    "id",
    "parent_id",
    "kind",
    "key",
    "number",
    "text",
    "source",
    Cast("time", TextField()),
    "responsible_raw",
    "partners_raw",
    "state",
    "initiative_id",
    "initiative__code",
    "initiative__short_title",
    "version_id",
)
ROW_COLUMNS = (
    "id",
    "table_id",
    "area_id",
    "key",
    "number",
    "text",
    "focus_area",
    "section",
    Cast("time", TextField()),
    "responsible_raw",
    "partners_raw",
    "state",
    "version_id",
)
BUDGET_COLUMNS = (
    "row_id",
    "element_id",
    "raw",
    "amount",
    "least",
    "most",
    "currency",
    Cast("per_year", TextField()),
    "basis",
    "per",
    "cell_group",
    "funder",
    "kind",
)
ROLE_COLUMNS = (
    "row_id",
    "element_id",
    "role",
    "label",
    "in_text",
    Coalesce("party__merged_into__label", "party__label"),
    Coalesce("party__merged_into__slug", "party__slug"),
)


def plan_tree(viewer: Viewer, ref: str) -> PlanTree:
    """The version a reference names, as a tree. Raises NotFound."""
    _, version = plan_and_version(viewer, ref)
    return load_tree(viewer, version)


def load_tree(viewer: Viewer, version: VersionView) -> PlanTree:
    """A whole version. Raises NotFound when the viewer may not see it."""
    return _load(viewer, version, None)


def load_around(viewer: Viewer, version: VersionView, element_id: int) -> PlanTree:
    """One element of a version and what its page shows. The tree holds no other elements.

    Raises NotFound when the viewer may not see the version.
    """
    return _load(viewer, version, RawSQL(AROUND, [element_id, element_id]))  # noqa: S611 constant


def load_measures(viewer: Viewer, version: VersionView, *, offset: int, limit: int) -> PlanTree:
    """A page of a version's measures (parts are not counted), with their places and rows.

    Raises NotFound when the viewer may not see the version, or when the page is empty.
    """
    with connection.cursor() as cursor:
        cursor.execute(PAGE, [version.id, limit, offset])
        first, last, following = cursor.fetchone()
    if first is None:
        raise NotFound(offset)
    # the last page has no following measure: it reaches to the end
    end = following if following is not None and following > last else END
    return _load(viewer, version, RawSQL(BETWEEN, [version.id, first, end]))  # noqa: S611


def count_measures(viewer: Viewer, version: VersionView) -> int:
    """How many measures are no part of another."""
    found = Element.objects.filter(
        version__in=visible_versions(viewer).filter(pk=version.id), kind=Element.Kind.MEASURE
    )
    return found.exclude(parent__kind=Element.Kind.MEASURE).count()


def _load(viewer: Viewer, version: VersionView, scope: RawSQL | None) -> PlanTree:
    loader = Loader(viewer, [version.id], scope)
    nodes = loader.nodes()
    tables, rows = loader.tables(nodes)
    loader.tie(nodes, rows)
    loader.add_money_and_parties(nodes, rows)
    return PlanTree(
        version=version,
        roots=[node for node in nodes.values() if node.parent_id is None],
        nodes=nodes,
        tables=tables,
        rows=list(rows.values()),
    )


class Loader:
    """Elements and rows of some versions, tied to each other; `scope` narrows the elements."""

    def __init__(self, viewer: Viewer, versions: Collection[int], scope: RawSQL | None) -> None:
        # by the subquery, not by the number alone: what the viewer may not see is not fetched
        self.version = visible_versions(viewer).filter(pk__in=versions).order_by()
        self.scope = scope

    def of_version(self, model: type[Model], **scoped: Any) -> QuerySet[Any]:
        found = model._default_manager.filter(version__in=self.version)
        return found.filter(**scoped) if self.scope is not None else found

    def _owned(self, model: type[Model]) -> QuerySet[Any]:
        """What belongs to rows and elements, of those in scope."""
        found = self.of_version(model)
        if self.scope is None:
            return found
        return found.filter(element__in=self.scope) | found.filter(row__in=self.rows_in_scope())

    def rows_in_scope(self) -> QuerySet[Any, int]:
        return self.of_version(RowLink, element__in=self.scope).values_list("row_id", flat=True)

    def nodes(self) -> dict[int, Node]:
        """The elements in reading order, each tied to what it stands below."""
        found = self.of_version(Element, pk__in=self.scope).order_by("position")
        nodes: dict[int, Node] = {}
        for values in found.values_list(*NODE_COLUMNS):
            node = Node(*values)
            node.time = _time(values[7])
            nodes[node.id] = node
        if not nodes and self.scope is not None:
            raise NotFound
        for node in nodes.values():
            if node.parent_id in nodes:
                node.parent = nodes[node.parent_id]
                node.parent.children.append(node)
        return nodes

    def tables(self, nodes: dict[int, Node]) -> tuple[list[TableView], dict[int, RowView]]:
        """The tables with their rows, in document order."""
        tables = {table.id: table for table in self._tables()}
        rows = {}
        in_scope = {} if self.scope is None else {"pk__in": self.rows_in_scope()}
        found = self.of_version(TableRow, **in_scope).order_by("position")
        for values in found.values_list(*ROW_COLUMNS):
            row = RowView(*values)
            row.time = _time(values[8])
            row.area = nodes.get(row.area_id) if row.area_id else None
            rows[row.id] = row
            if row.table_id in tables:
                tables[row.table_id].rows.append(row)
        return list(tables.values()), rows

    def _tables(self) -> Iterator[TableView]:
        if self.scope is not None:
            return
        found = self.of_version(PlanTable).order_by("position")
        for pk, key, title, columns in found.values_list("id", "key", "title", "columns"):
            yield TableView(pk, key, title, msgspec.convert(columns, tuple[Column, ...]))

    def tie(self, nodes: dict[int, Node], rows: dict[int, RowView]) -> None:
        """Rows to measures, measures to the goals they serve."""
        in_scope = {} if self.scope is None else {"row__in": self.rows_in_scope()}
        found = self.of_version(RowLink, **in_scope).order_by("position")
        for row_id, element_id, kind in found.values_list("row_id", "element_id", "kind"):
            if element_id in nodes and row_id in rows:
                tie = Tie(kind, rows[row_id], nodes[element_id])
                tie.row.links.append(tie)
                tie.node.rows.append(tie)
        found = self.of_version(Serving).order_by("position")
        for measure_id, goal_id in found.values_list("measure_id", "goal_id"):
            if measure_id in nodes and goal_id in nodes:
                nodes[measure_id].serves.append(nodes[goal_id])
                nodes[goal_id].served_by.append(nodes[measure_id])

    def add_money_and_parties(self, nodes: dict[int, Node], rows: dict[int, RowView]) -> None:
        """Budget lines and roles to the rows and measures they stand on."""
        found = self._owned(BudgetLine).order_by("position", "id")
        for row_id, element_id, budget in _budgets(found):
            owner = rows.get(row_id) if row_id else nodes.get(element_id)
            if owner is not None:
                owner.budgets.append(budget)
        found = self._owned(PartyRole).order_by("id")
        for row_id, element_id, *role in found.values_list(*ROLE_COLUMNS):
            owner = rows.get(row_id) if row_id else nodes.get(element_id)
            if owner is not None:
                owner.roles.append(Role(*role))


def _budgets(found: QuerySet[BudgetLine]) -> Iterator[tuple[int, int, Budget]]:
    for values in found.values_list(*BUDGET_COLUMNS):
        row_id, element_id, raw, amount, least, most, currency, per_year = values[:8]
        basis, per, cell_group, funder, kind = values[8:]
        yield (
            row_id,
            element_id,
            Budget(
                raw=raw,
                amount=amount,
                min=least,
                max=most,
                currency=currency,
                per_year=_per_year(per_year),
                basis=basis,
                per=per,
                cell_group=cell_group,
                funder=funder,
                kind=kind,
            ),
        )


# A plan says the same few times and splits over and over: each is decoded once.
@lru_cache(maxsize=1024)
def _decoded_time(text: str) -> Time | None:
    return msgspec.json.decode(text, type=Time | None)


def _time(text: str | None) -> Time | None:
    return None if text is None else _decoded_time(text)


@lru_cache(maxsize=1024)
def _decoded_split(text: str) -> dict[str, int]:
    return msgspec.json.decode(text, type=dict[str, int])


def _per_year(text: str | None) -> dict[str, int]:
    return {} if text in {None, "{}"} else _decoded_split(text or "{}")
