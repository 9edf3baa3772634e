"""What a document says of itself."""

import pytest

from tiltak.reading import read_document

PLAN = """{title}
Vedteken av Fjellbygda kommunestyre 12.12.2025

1 Veg
Tiltak
- Byggja bru
"""


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Idrettsplan 2026–2029", (2026, 2027, 2028, 2029)),
        ("Kommunedelplan for idrett 2026–2037 med handlingsdel 2026–2027", (2026, 2027)),
        ("Handlingsplan for idrett 2026", (2026,)),
    ],
)
def test_the_years_of_the_part_with_the_measures(title: str, years: tuple[int, ...]) -> None:
    plan = read_document(PLAN.format(title=title).encode(), "plan.txt")
    assert (plan.document.title, plan.document.years) == (title, years)
