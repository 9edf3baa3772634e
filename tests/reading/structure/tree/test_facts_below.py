"""Lines of facts, and the measures they are about."""

import pytest

from tiltak.reading import read_document

TOP = "Handlingsplan 2026–2029\nVedteken av Åsen regionråd 3. desember 2025\n\n1 Bustad\n"
TILTAK = "Tiltak\n- Laga bustadportal\n- Byggja ti hus\n"


@pytest.mark.parametrize(
    ("above", "who"),
    [
        ("Ansvar: Bustadutvalet\n", ("Bustadutvalet",)),
        ("Mål: Alle skal ha ein bustad.\nAnsvar: Bustadutvalet\n", ("Bustadutvalet",)),
        # one of several goals: not that of all measures
        ("Mål: Alle skal bu.\nMål: Leiga skal ned.\nAnsvar: Bustadutvalet\n", ()),
    ],
)
def test_a_fact_above_the_measures_is_about_all(above: str, who: tuple[str, ...]) -> None:
    plan = read_document(f"{TOP}{above}{TILTAK}".encode(), "plan.txt")
    (area,) = plan.focus_areas
    found = [one.responsible.parties if one.responsible else () for one in area.measures]
    assert found == [who, who]
