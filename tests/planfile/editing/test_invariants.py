"""What holds after any edit, and after any number of them."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factories.plan_strategies import WHOLE_PLANS
from tests.factories.plan_strategies import plans as any_plans
from tests.factories.planfiles import sample_plan
from tests.planfile.editing.random_edits import edits
from tests.reading.accounts import accounted_for
from tiltak.domain.plans.projection import normal
from tiltak.planfile import codec, walk
from tiltak.planfile.editing import (
    Accept,
    Edit,
    Exclude,
    ImpossibleEdit,
    apply_edit,
    decode_edits,
    encode_edits,
)
from tiltak.planfile.elements import Node, elements
from tiltak.planfile.model import Measure, Plan
from tiltak.reading import read_document

PLANS = Path(__file__).parents[2] / "reading/plans"
READ = {
    name: normal(read_document((PLANS / name).read_bytes(), name))
    for name in ("kystbyen.txt", "nordfjella.txt", "skogby.txt", "vatn.txt")
}


def edited(plan: Plan, data: st.DataObject, times: int) -> list[Plan]:
    """The plan after each of some edits; an edit that cannot be done leaves it."""
    seen = [plan]
    for _ in range(times):
        edit = data.draw(edits(seen[-1]))
        before = codec.canonical(seen[-1])
        try:
            seen.append(apply_edit(seen[-1], edit))
        except ImpossibleEdit:
            assert codec.canonical(seen[-1]) == before
        assert decode_edits(encode_edits([edit])) == (edit,)
    return seen


@given(st.data(), st.sampled_from(sorted(READ)))
@settings(max_examples=150, deadline=None)
def test_no_character_is_lost(data: st.DataObject, name: str) -> None:
    text = "".join(READ[name].sources[0].text.split())
    for plan in edited(READ[name], data, 12):
        assert normal(plan) == plan
        assert accounted_for(plan) == text
        assert codec.decode(codec.encode(plan)) == plan


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_ids_are_kept_and_never_given_anew(data: st.DataObject) -> None:
    gone: set[str] = set()
    for before, after in pairwise(edited(normal(sample_plan()), data, 10)):
        assert normal(after) == after
        old, new = ({e.key for e in elements(plan)} for plan in (before, after))
        assert not new & gone
        gone |= old - new


@given(any_plans, st.data())
@WHOLE_PLANS
def test_any_plan(plan: Plan, data: st.DataObject) -> None:
    for after in edited(normal(plan), data, 4):
        assert normal(after) == after


@given(st.data(), st.sampled_from(sorted(READ)))
@settings(max_examples=100, deadline=None)
def test_what_is_not_named_keeps_all_it_says(data: st.DataObject, name: str) -> None:
    plan = READ[name]
    for _ in range(6):
        edit = data.draw(edits(plan))
        try:
            after = apply_edit(plan, edit)
        except ImpossibleEdit:
            continue
        named = named_by(edit)
        was, now = sayings(plan), sayings(after)
        assert {key: now[key] for key in was if key in now and key not in named} == {
            key: saying for key, saying in was.items() if key in now and key not in named
        }
        if not isinstance(edit, Exclude):
            assert set(was) - set(now) <= named
        plan = after


def named_by(edit: Edit) -> set[str]:
    """The elements and rows an edit names, as its change may concern them."""
    values = [getattr(edit, name, ()) for name in ("target", "other", "row", "measure")]
    listed = edit.targets if isinstance(edit, Accept) else ()
    return {one for one in (*values, *listed) if isinstance(one, str)}


def sayings(plan: Plan) -> dict[str, object]:
    """What each element and row says: not where it stands, nor its ties."""
    found: dict[str, object] = {
        one.key: (one.text, one.node.number, one.node.reading, *facts_of(one.node))
        for one in elements(plan)
    }
    for row in walk.rows(plan):
        found[f"row:{row.id}"] = replace(row, focus_area=None, section=None)
    return found


def facts_of(node: Node) -> tuple[object, ...]:
    """The facts of a measure."""
    if not isinstance(node, Measure):
        return ()
    return node.time, node.budget, node.more_budgets, node.responsible, node.partners, node.roles
