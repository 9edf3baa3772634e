"""Elements as a list, with keys that are unique in a plan."""

from hypothesis import given

from tests.factories.plan_strategies import WHOLE_PLANS, plans
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Area, Document, Item, Measure, Plan, Section


@WHOLE_PLANS
@given(plans)
def test_keys_are_unique_and_own_ids_go_before_made_ones(plan: Plan) -> None:
    found = elements(plan)
    keys = [element.key for element in found]
    assert len(set(keys)) == len(keys)
    assert {element.node.id for element in found if element.node.id} <= set(keys)
    known = set()
    for element in found:
        assert element.parent is None or element.parent in known
        known.add(element.key)


def test_reading_order_and_made_keys() -> None:
    plan = Plan(
        document=Document(title="P", years=(2026,), status="ukjend"),
        paragraphs=(Item(text="Om planen"),),
        focus_areas=(
            Area(
                id="1",
                title="Veg",
                sub_goals=(Item(text="Tryggare vegar"), Item(id="1.d1", text="Kortare reiser")),
                measures=(
                    Measure(
                        id="1.m1",
                        number="-",
                        text="Bru",
                        children=(Measure(id="1.m1", number="2", text="Forstudie"),),
                    ),
                ),
                sections=(Section(id="", title="Ferje", paragraphs=(Item(text="Om ferja"),)),),
            ),
        ),
    )
    assert [
        (one.key, one.kind, one.parent, one.place, one.depth, one.number) for one in elements(plan)
    ] == [
        ("p1", "paragraph", None, 0, 0, None),
        ("1", "area", None, 0, 0, None),
        ("1.d1~2", "sub_goal", "1", 0, 1, None),
        ("1.d1", "sub_goal", "1", 1, 1, None),
        ("1.m1", "measure", "1", 0, 1, None),
        ("1.m1~2", "part", "1.m1", 0, 2, "2"),
        ("1.t1", "section", "1", 0, 1, None),
        ("1.t1.p1", "paragraph", "1.t1", 0, 2, None),
    ]
