"""What a plan says of its document's text, put together again."""

from tiltak.planfile.model import Plan
from tiltak.reading.structure.passages.accounting import merged, placed_passages


def accounted_for(plan: Plan) -> str:
    """Placed passages and unplaced text in order, without white space."""
    return accounted_for_source(plan, 0)


def accounted_for_source(plan: Plan, source: int) -> str:
    """The same for one of several files."""
    text = plan.sources[source].text
    rests = [rest for rest in plan.unplaced if rest.passage.source == source]
    for rest in rests:
        assert rest.text == text[rest.passage.start : rest.passage.end]
    placed = [passage for passage in placed_passages(plan) if passage.source == source]
    passages = [*placed, *(rest.passage for rest in rests)]
    assert all(0 <= passage.start <= passage.end <= len(text) for passage in passages)
    return "".join("".join(text[start:end].split()) for start, end in merged(passages))
