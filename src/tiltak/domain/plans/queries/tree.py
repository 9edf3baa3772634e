"""The one loader of everything that shows a plan: a version in a fixed number of statements.

`load_tree` fetches a whole version (5 statements); `load_around` only what the page of one element
needs: the element, what is above and below it, its goals, and those it shares a row with;
`load_measures` a page of measures (the same statements but for the tables, over a recursive subquery).
"""

from django.db import connection
from django.db.models.expressions import RawSQL

from tiltak.domain.plans.models import Element
from tiltak.domain.plans.queries.loader import Loader, no_collecting
from tiltak.domain.plans.queries.values import PlanTree
from tiltak.domain.plans.queries.versions import (
    NotFound,
    VersionView,
    plan_and_version,
    visible_versions,
)
from tiltak.domain.viewer import Viewer

# The element, all below it, all above it, the goals and strategies of what it stands below and
# serves, and the measures that share a row with it or its parts or that serve it. Of a goal or
# strategy also the measures of the same area or theme.
AROUND = """
WITH RECURSIVE
below(id) AS (
    SELECT id FROM plans_element WHERE id = %s AND version_id = %s
    UNION ALL
    SELECT e.id FROM plans_element e JOIN below b ON e.parent_id = b.id
),
above(id, parent_id) AS (
    SELECT id, parent_id FROM plans_element WHERE id = %s AND version_id = %s
    UNION ALL
    SELECT e.id, e.parent_id FROM plans_element e JOIN above a ON e.id = a.parent_id
)
SELECT id FROM below
UNION SELECT id FROM above
UNION SELECT s.id FROM plans_element g JOIN plans_element s ON s.parent_id = g.parent_id
    WHERE g.id = %s AND g.version_id = %s
    AND g.kind IN ('sub_goal', 'strategy') AND s.kind IN ('measure', 'theme')
UNION SELECT m.id FROM plans_element g
    JOIN plans_element t ON t.parent_id = g.parent_id AND t.kind = 'theme'
    JOIN plans_element m ON m.parent_id = t.id AND m.kind = 'measure'
    WHERE g.id = %s AND g.version_id = %s AND g.kind IN ('sub_goal', 'strategy')
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
    return _load(viewer, version, RawSQL(AROUND, [element_id, version.id] * 4))  # noqa: S611 constant


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
    return _load(viewer, version, RawSQL(BETWEEN, [version.id, first, end]))  # noqa: S611 constant


def count_measures(viewer: Viewer, version: VersionView) -> int:
    """How many measures are no part of another."""
    found = Element.objects.filter(
        version__in=visible_versions(viewer).filter(pk=version.id), kind=Element.Kind.MEASURE
    )
    return found.exclude(parent__kind=Element.Kind.MEASURE).count()


def _load(viewer: Viewer, version: VersionView, scope: RawSQL | None) -> PlanTree:
    with no_collecting():
        loader = Loader.of_one(viewer, version, scope)
        nodes = loader.nodes()
        tables, rows = loader.tables(nodes)
        loader.add_money_and_parties(nodes, rows)
    return PlanTree(
        version=version,
        roots=[node for node in nodes.values() if node.parent_id is None],
        nodes=nodes,
        tables=tables,
        rows=list(rows.values()),
    )
