"""Facts in the text of a measure."""

import pytest

from tiltak.reading import Vocabulary
from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.reasons import LISTED

READER = FactReader(Vocabulary.default(), plan_years=(2025, 2026, 2027))


@pytest.mark.parametrize(
    ("bracket", "who", "years", "amount"),
    [
        ("(Lead: Leisure Services; by October 2025)", ("Leisure Services",), (2025,), None),
        ("(Lead: Libraries; 2026/27; £20,000)", ("Libraries",), (2026, 2027), 20_000),
        ("(Lead: Libraries, Housing; ongoing)", ("Libraries", "Housing"), (), None),
    ],
)
def test_what_has_no_word_in_a_bracket_is_told_by_itself(
    bracket: str, who: tuple[str, ...], years: tuple[int, ...], amount: int | None
) -> None:
    measure = DraftMeasure(f"Open walking groups {bracket}", (), LISTED)
    READER.take_from_text(measure)
    assert measure.text == "Open walking groups"
    assert measure.responsible is not None
    assert measure.time is not None
    assert (measure.responsible.parties, measure.time.years) == (who, years)
    assert (measure.budget.amount if measure.budget else None) == amount
