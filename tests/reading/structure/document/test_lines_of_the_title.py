"""The title, what stands beside it, and what a body is only asked to decide."""

import pytest

from tiltak.reading import read_document

BODY = """
1 Samferdsle

Tiltak
- Byggja gangveg frå skulen til kyrkja
- Merka stiane kring vatnet
"""


def facts(top: str) -> tuple[str, tuple[int, ...], str, str | None, str | None]:
    found = read_document(f"{top}\n{BODY}".encode(), "plan.txt").document
    return found.title, found.years, found.status, found.body, found.date


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Plan for trygg skuleveg\nPlanperiode: 2025–2028", "Plan for trygg skuleveg"),
        ("Plan for trygg skuleveg\nGjeld for 2025–2028", "Plan for trygg skuleveg"),
        ("Handlingsplan för trygghet\nGäller 2025–2028", "Handlingsplan för trygghet"),
        ("Plan for trygg skuleveg\n2025–2028", "Plan for trygg skuleveg 2025–2028"),
        (
            "HANDLINGSPLAN\nFOR DALEN REGIONRÅD\n2025-2028",
            "HANDLINGSPLAN FOR DALEN REGIONRÅD 2025-2028",
        ),
        ("Delivery Plan\nApril 2025 – March 2028", "Delivery Plan"),
    ],
)
def test_the_years_beside_the_title(top: str, title: str) -> None:
    assert facts(top)[:2] == (title, (2025, 2026, 2027, 2028))


@pytest.mark.parametrize(
    "top",
    [
        "Handlingsplan 2025\n(vedteken i regionrådet 12.12.2024)",
        "Handlingsplan 2025 – vedteken i regionrådet 12.12.2024",
        "Handlingsplan 2025 | Vedteken i regionrådet 12.12.2024",
        "Handlingsplan 2025, vedteken av regionrådet 12.12.24",
        "Handlingsplan 2025\nVedteken i regionrådet 12.12.24",
        "Sak 17/24 Handlingsplan 2025\nVedteken i regionrådet 12. desember 2024",
    ],
)
def test_who_decided_beside_the_title(top: str) -> None:
    assert facts(top) == ("Handlingsplan 2025", (2025,), "vedteke", "regionrådet", "2024-12-12")


@pytest.mark.parametrize(
    "asked",
    [
        "Tilråding: Handlingsplanen vert vedteken.",
        "Rådmannen si innstilling: Planen blir vedtatt.",
        "Forslag til vedtak: Planen er vedtatt av regionrådet.",
        "Recommendation: the plan is adopted.",
    ],
)
def test_what_is_recommended_is_not_decided(asked: str) -> None:
    assert facts(f"Handlingsplan 2025\n{asked}")[2] == "framlegg"


def test_minutes_with_a_recommendation_and_a_decision_decide() -> None:
    top = "Handlingsplan 2025\nTilråding: Planen vert vedteken.\nVedtak i rådet 12.12.2024: Som rådd til."
    assert facts(top)[2] == "vedteke"


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (
            "Vedteken: Ja\nVedtaksdato: 12.12.2024\nOrgan: Regionrådet",
            ("vedteke", "Regionrådet", "2024-12-12"),
        ),
        (
            "Status: Framlegg\nDato: 1.10.2024\nOrgan: Regionrådet",
            ("framlegg", "Regionrådet", "2024-10-01"),
        ),
        (
            "Status: Høring\nDato: 01.10.24\nOrgan: Regionrådet",
            ("høyring", "Regionrådet", "2024-10-01"),
        ),
        ("Versjon: 2\nDato: 1.10.2024\nOrgan: Regionrådet", ("ukjend", "Regionrådet", None)),
    ],
)
def test_pairs_below_the_title(pairs: str, expected: tuple[str, str | None, str | None]) -> None:
    assert facts(f"Handlingsplan 2025\n{pairs}")[2:] == expected
