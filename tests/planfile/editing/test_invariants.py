"""What holds after any edit, and after any number of them."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.plan_strategies import WHOLE_PLANS
from tests.factories.plan_strategies import plans as any_plans
from tests.factories.planfiles import sample_plan
from tests.planfile.editing.random_edits import edits
from tests.reading.accounts import accounted_for
from tiltak.domain.plans.projection import normal
from tiltak.planfile import codec
from tiltak.planfile.editing import (
    ImpossibleEdit,
    apply_edit,
    decode_edits,
    encode_edits,
)
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Plan
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
