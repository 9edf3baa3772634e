"""The language of texts with few words, as a workbook has."""

import pytest

from tiltak.reading import Vocabulary
from tiltak.reading.structure.document.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Felles plan for drift. Alle tal i 1000 kr. Ansvarleg. Tryggleik hjå eldre",
            "nn",
        ),
        (
            "Felles plan for drift. Alle tall i 1000 kr. Ansvarlig. Sikkerhet i hele drifta",
            "nb",
        ),
        ("Gemensam plan. Alla belopp i tkr. Ansvarig för åtgärder och lägesrapport.", "sv"),
    ],
)
def test_short_texts(text: str, language: str) -> None:
    assert detect_language(text, Vocabulary.default()) == language
