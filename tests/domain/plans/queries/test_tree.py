"""The loader: the whole version as values, in a fixed number of statements."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.factories.councils import editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import plan_by_year, sample_plan
from tiltak.domain.organisations.models import Party, RegionalCouncil
from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.queries import money
from tiltak.domain.plans.queries.tree import load_around, load_tree, plan_tree
from tiltak.domain.plans.queries.values import Counts, Node, PlanTree
from tiltak.domain.plans.queries.versions import NotFound, version_by_ref
from tiltak.domain.viewer import anonymous
from tiltak.planfile import sums
from tiltak.planfile.model import Measure, Plan

pytestmark = pytest.mark.django_db

SLUG = "handlingsplan-2026"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def version(council: RegionalCouncil) -> PlanVersion:
    return import_plan(council, sample_plan())


@pytest.fixture
def tree(council: RegionalCouncil, version: PlanVersion) -> PlanTree:
    return plan_tree(anonymous(council.pk), SLUG)


def shape(nodes: list[Node]) -> list[Any]:
    """Keys and texts of a tree."""
    return [(node.key, node.text, shape(list(node.children))) for node in nodes]


def measure_shape(measure: Measure) -> Any:
    return (measure.id, measure.text, [measure_shape(part) for part in measure.children])


def test_the_tree_is_the_plan(tree: PlanTree) -> None:
    plan = sample_plan()
    assert [area.title for area in tree.areas] == [area.title for area in plan.focus_areas]
    roads = plan.focus_areas[2]
    assert shape([tree.areas[2]]) == [
        (
            "3",
            "Samferdsle",
            [
                *((one.id or "3.p1", one.text, []) for one in roads.paragraphs),
                ("3.d1", roads.sub_goals[0].text, []),
                ("3.s1", roads.strategies[0].text, []),
                measure_shape(roads.measures[0]),
            ],
        )
    ]
    assert [row.key for row in tree.rows] == [row.id for row in plan.tables[0].rows]
    assert [column.name for column in tree.tables[0].columns][1] == "Prosjekt/tiltak 2026"


def test_rows_and_measures_know_each_other(tree: PlanTree) -> None:
    rows = {row.key: row for row in tree.rows}
    assert [node.key for node in rows["T.2.1"].measures] == ["2.1.m1", "2.1.m2"]
    assert {
        node.key: [row.key for row in node.own_rows] for node in tree.top_measures if node.rows
    } == {
        "1.1.m1": ["T.1.1"],
        "1.2.m1": ["T.1.2"],
        "1.2.m2": ["T.1.3"],
        "2.1.m1": ["T.2.1"],
        "2.1.m2": ["T.2.1"],
        "2.1.m3": ["T.2.2"],
        "2.2.m1": ["T.2.3"],
        "2.2.m2": ["T.2.4"],
        "3.m1": ["T.3.1"],
    }
    assert rows["T.3.1"].area is tree.areas[2]
    assert rows["T.1.2"].time is not None
    assert rows["T.1.2"].time.years == (2026, 2027)


def test_the_number_of_measures_is_explained(tree: PlanTree) -> None:
    assert tree.counts() == Counts(in_text=10, only_in_table=0, parts=9, rows=8, areas=3)


@pytest.mark.parametrize("plan", [sample_plan(), plan_by_year(), large_plan(12)])
def test_sums_are_those_of_the_plan_file(council: RegionalCouncil, plan: Plan) -> None:
    version = import_plan(council, plan)
    viewer = anonymous(council.pk)
    tree = load_tree(viewer, version_by_ref(viewer, version.plan.slug))
    theirs = sums.lines_of(planfile_of(version))
    lines = money.lines_of(tree)
    assert sums.add_up(lines) == sums.add_up(theirs)
    titles = {area.code: area.text for area in tree.areas}
    by_title = {titles.get(code or "", code): one for code, one in sums.by_area(lines).items()}
    assert by_title == sums.by_area(theirs)
    assert sums.by_year(lines) == sums.by_year(theirs)


def test_a_merged_party_is_named_as_what_it_is_now(
    council: RegionalCouncil, version: PlanVersion
) -> None:
    whole = Party.objects.create(council=council, label="Fylket", slug="fylket")
    Party.objects.filter(council=council, label="fylkeskommunen").update(merged_into=whole)
    tree = plan_tree(anonymous(council.pk), SLUG)
    row = next(row for row in tree.rows if row.key == "T.1.3")
    assert [(role.label, role.name, role.slug) for role in row.roles] == [
        ("Ytre Fjord regionråd", "Ytre Fjord regionråd", "ytre-fjord-regionrad"),
        ("fylkeskommunen", "Fylket", "fylket"),
        ("partnarane", "partnarane", "partnarane"),
    ]


def told(node: Node) -> dict[str, Any]:
    """All that a page says of an element."""
    return {
        "text": node.text,
        "number": node.number,
        "code": node.code,
        "above": [one.key for one in node.above()],
        "below": [one.key for one in node.below()],
        "rows": [(tie.kind, tie.row.key, tie.row.time, tie.row.budgets) for tie in node.rows],
        "beside": [[one.key for one in row.measures] for row in node.own_rows],
        "who": [role for row in node.own_rows for role in row.roles],
        "budgets": list(node.budgets),
        "roles": list(node.roles),
        "serves": [one.key for one in node.serves],
        "goals": [goal.key for above in node.above() for goal in (*above.goals, *above.strategies)],
    }


def test_a_page_of_one_element_says_what_the_whole_says(
    council: RegionalCouncil, tree: PlanTree
) -> None:
    viewer = anonymous(council.pk)
    for node in tree.nodes.values():
        around = load_around(viewer, tree.version, node.id)
        assert told(around.nodes[node.id]) == told(node), node.key


def test_around_a_measure_nothing_else_is_loaded(council: RegionalCouncil, tree: PlanTree) -> None:
    around = load_around(anonymous(council.pk), tree.version, _node(tree, "2.1.m1").id)
    assert [node.key for node in around.nodes.values()] == [
        "2",
        "2.d1",
        "2.1",
        "2.1.s1",
        "2.1.m1",
        "2.1.m2",
    ]
    assert [row.key for row in around.rows] == ["T.2.1"]


@pytest.mark.parametrize("measures", [1, 40, 400])
def test_the_number_of_statements_does_not_grow(
    council: RegionalCouncil, measures: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    version = import_plan(council, large_plan(measures))
    viewer = anonymous(council.pk)
    with django_assert_num_queries(6):
        tree = plan_tree(viewer, version.plan.slug)
    assert len(tree.top_measures) == measures
    assert len(tree.measures) == 4 * measures
    with django_assert_num_queries(4):
        load_around(viewer, tree.version, tree.top_measures[0].id)


def test_nobody_loads_what_is_not_for_them(council: RegionalCouncil) -> None:
    import_plan(council, sample_plan(), publish=False)
    draft = version_by_ref(editor_of(council), SLUG)
    tree = load_tree(editor_of(council), draft)
    other = make_council("Nabolaget", host="nabo.test")
    for viewer in (anonymous(council.pk), anonymous(other.pk), editor_of(other)):
        with pytest.raises(NotFound):
            load_tree(viewer, draft)
        with pytest.raises(NotFound):
            load_around(viewer, draft, tree.areas[0].id)


def _node(tree: PlanTree, key: str) -> Node:
    return next(node for node in tree.nodes.values() if node.key == key)
