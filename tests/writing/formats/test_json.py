"""JSON is the plan itself."""

from hypothesis import given

from tests.factories.papers import paper_of, sample_statuses
from tests.factories.plan_strategies import plans
from tiltak.planfile import codec
from tiltak.planfile.model import Plan
from tiltak.writing.formats.json import write_json


@given(plans)
def test_written_and_read_is_the_same(plan: Plan) -> None:
    assert codec.decode(write_json(paper_of(plan))) == plan


def test_what_was_said_afterwards_is_no_part_of_it() -> None:
    assert write_json(paper_of(statuses=sample_statuses())) == write_json(paper_of())
