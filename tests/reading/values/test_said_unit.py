"""What is said once of all amounts."""

import pytest

from tiltak.reading.values.said_unit import said_unit
from tiltak.reading.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("Planen har to delar. Belopp i tabellerna är tkr. Planen gäller till 2027.", 1_000),
        ("Alla belopp anges i tkr", 1_000),
        ("Alle beløb er i t.kr.", 1_000),
        ("Budget (t.kr.)", 1_000),
        ("Alle tal i 1000 kr", 1_000),
        ("Kultur (1000 kr)", 1_000),
        ("Tusen kroner", 1_000),
        ("1 Alle beløp er oppgitt i hele tusen kroner (2024-kroner).", 1_000),
        ("Beløpa er i mill. kr dersom ikkje anna er sagt.", 1_000_000),
        ("All costs are in £'000 unless stated otherwise", 1_000),
        ("All amounts in EUR million.", 1_000_000),
        ("Beløp i kroner", None),
        ("Kostnad: 1000 kr", None),
        ("Kostnad: 500 tkr", None),
        ("Totalbudsjett 300 000 kr", None),
        ("Kostnader over tusen kroner skal til styret", None),
        ("Byggja bru for 3 mill. kr", None),
        ("", None),
    ],
)
def test_the_unit_a_text_says(text: str, factor: int | None) -> None:
    assert said_unit(text, Vocabulary.default()) == factor
