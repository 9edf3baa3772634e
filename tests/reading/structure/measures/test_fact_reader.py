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


@pytest.mark.parametrize(
    ("end", "who", "years", "amount"),
    [
        ("Kostnad (1000 kr): 300", (), (), 300_000),
        ("Kostnad i 1000 kr: 300", (), (), 300_000),
        ("Budsjett (tkr): 300", (), (), 300_000),
        ("Budsjett (mill. kr): 1,5", (), (), 1_500_000),
        ("Kostnad (kr): 300 000", (), (), 300_000),
        ("Kostnad (1000 kr): 300 000 kr", (), (), 300_000),
        ("Budsjett 2026: 300 000", (), (), 300_000),
        ("Ansvar (hovud): Rektor. Frist: 2026", ("Rektor",), (2026,), None),
        ("Ansvar/frist: Rektor / 2026", ("Rektor",), (2026,), None),
        ("Ansvar og frist: Rektor, haust 2026", ("Rektor",), (2026,), None),
        ("Tid/ansvar: 2026/Rektor. Kostnad: 9 000", ("Rektor",), (2026,), 9_000),
        ("Lead/timescale: Libraries, 2026", ("Libraries",), (2026,), None),
        ("Kostnad: – 300 000", (), (), 300_000),
        ("Kostnad: -300 000", (), (), -300_000),
    ],
)
def test_what_stands_behind_the_name_of_a_fact(
    end: str, who: tuple[str, ...], years: tuple[int, ...], amount: int | None
) -> None:
    measure = DraftMeasure(f"Open turlag for eldre. {end}", (), LISTED)
    READER.take_from_text(measure)
    found = (
        measure.text,
        measure.responsible.parties if measure.responsible else (),
        measure.time.years if measure.time else (),
        measure.budget.amount if measure.budget else None,
    )
    assert found == ("Open turlag for eldre.", who, years, amount)


def test_words_of_facts_in_a_sentence_with_a_colon_are_no_facts() -> None:
    measure = DraftMeasure("Styrk arbeidet. Samarbeid i skulen: alle skal med", (), LISTED)
    READER.take_from_text(measure)
    assert measure.text == "Styrk arbeidet. Samarbeid i skulen: alle skal med"
    assert measure.partners is None
