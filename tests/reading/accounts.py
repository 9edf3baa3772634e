"""What a plan says of its document's text, put together again."""

from tiltak.planfile.model import Plan
from tiltak.reading.structure.accounting import merged, placed_passages


def accounted_for(plan: Plan) -> str:
    """Placed passages and unplaced text in order, without white space."""
    text = plan.sources[0].text
    for rest in plan.unplaced:
        assert rest.text == text[rest.passage.start : rest.passage.end]
    passages = [*placed_passages(plan), *(rest.passage for rest in plan.unplaced)]
    return "".join("".join(text[start:end].split()) for start, end in merged(passages))
