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


@pytest.mark.parametrize(
    ("end", "who", "years", "amount"),
    [
        ("Ansvar: Rektor. Frist: 2026. Kostnad: 0", ("Rektor",), (2026,), 0),
        ("Ansvar: –. Frist: 2026. Kostnad: ?", (), (2026,), None),
        ("Ansvar: – Frist: 2025 Kostnad: 9 000", (), (2025,), 9_000),
        ("Ansvar: Rektor, Frist: 2026–, Kostnad: –", ("Rektor",), (2026, 2027), None),
        ("Frist: 2026. Kostnad: 50 % stilling (350 000)", (), (2026,), 350_000),
        ("Frist: 2026. Kostnad: 250 000 kr (derav 100 000 i tilskot)", (), (2026,), 250_000),
        ("Ansvar: Rektor (2026)", ("Rektor",), (2026,), None),
        ("Ansvar: Rektor (Frist: 2026)", ("Rektor",), (2026,), None),
        ("Ansvar: Rektor (54 000 kr, 2026)", ("Rektor",), (2026,), 54_000),
    ],
)
def test_sentences_of_facts_are_read_to_the_end(
    end: str, who: tuple[str, ...], years: tuple[int, ...], amount: int | None
) -> None:
    measure = DraftMeasure(f"Open turlag for eldre. {end}.", (), LISTED)
    READER.take_from_text(measure)
    found = (
        measure.text,
        measure.responsible.parties if measure.responsible else (),
        measure.time.years if measure.time else (),
        measure.budget.amount if measure.budget else None,
    )
    assert found == ("Open turlag for eldre.", who, years, amount)
