"""Lines of a document as one running text."""

import pytest

from tiltak.planfile.running_text import join_lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("gang- og sykkel-", "vegar"), "gang- og sykkelvegar"),
        (("bu-", "og arbeidsmarknad"), "bu- og arbeidsmarknad"),
        (("Aust-", "Vest"), "Aust-Vest"),
        (("HR-", "avdelinga"), "HR-avdelinga"),
        (("Rådmannen/HR-", "avdelinga og skulane"), "Rådmannen/HR-avdelinga og skulane"),
        (("SR/", "FK"), "SR/FK"),
        (("Plan 2025–", "2028 for Fjordane"), "Plan 2025–2028 for Fjordane"),
        (("frå 2025 –", "2028 er langt"), "frå 2025 – 2028 er langt"),
        (("oppde\u00ad", "ling"), "oppdeling"),
        (("a co-", "operation agreement"), "a cooperation agreement"),
        (("the opera-", "tional plan"), "the operational plan"),
        (("a long-", "term plan"), "a long-term plan"),
        (("health and well-", "being, for all"), "health and well-being, for all"),
        (("community-", "based care"), "community-based care"),
        (("carbon-", "neutral by 2030"), "carbon-neutral by 2030"),
    ],
)
def test_hyphens_at_line_ends(lines: tuple[str, ...], text: str) -> None:
    assert join_lines(lines) == text
