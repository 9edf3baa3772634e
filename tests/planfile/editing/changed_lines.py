"""What an edit changes in a plan: the lines of its outline that are not as before."""

from difflib import ndiff

from tests.reading.outline_text import outline_text
from tiltak.domain.plans.projection import normal
from tiltak.planfile.editing import Edit, ImpossibleEdit, Obstacle, apply_edits
from tiltak.planfile.model import Plan


def changed(plan: Plan, *edits: Edit) -> list[str]:
    """The heads of lines that go (-) and come (+), in order; the plan stays in normal form."""
    after = apply_edits(plan, edits)
    assert normal(after) == after
    lines = ndiff(outline_text(plan).splitlines(), outline_text(after).splitlines())
    return [line[:68].rstrip(" |") for line in lines if line[0] in "-+"]


def obstacle(plan: Plan, *edits: Edit) -> Obstacle:
    """What stands in the way."""
    try:
        apply_edits(plan, edits)
    except ImpossibleEdit as error:
        return error.code
    raise AssertionError("nothing stood in the way")
