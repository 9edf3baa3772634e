"""A plan as `plan/1` JSON: all of it, and read back the same."""

from tiltak.planfile import codec
from tiltak.writing.document import PlanPaper


def write_json(paper: PlanPaper) -> bytes:
    """The plan itself; what was said about it afterwards is no part of it."""
    return codec.encode(paper.plan)
