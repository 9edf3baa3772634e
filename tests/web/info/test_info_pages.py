"""About, contact, accessibility statement."""

import pytest
from django.test import Client

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.web.page_text import get, lines_of, part_of
from tiltak import __version__
from tiltak.domain.organisations.models import RegionalCouncil

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def test_about_explains_the_figures_of_the_plan(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    html = get(client, "/om/")
    assert part_of(html, "tiltak")[-1] == (
        "Handlingsplan 2026 har 10 tiltak. Alle står i teksten. Dei har 9 delar. "
        "Tabellen har 8 rader. Ei rad kan gjelda fleire tiltak."
    )
    assert part_of(html, "pengar")[-1] == (
        "Summen av beløpa i Handlingsplan 2026 er 1 615 000 kr. "
        "Det som ikkje har beløp i planen, er ikkje med i summen."
    )
    assert f"versjon {__version__}" in html
    assert 'href="/api/v1/docs"' in html
    assert 'href="/hendingar.atom"' in html


def test_about_without_a_plan(client: Client, council: RegionalCouncil) -> None:
    lines = lines_of(get(client, "/om/"))
    assert not any("har 0 tiltak" in line for line in lines)
    assert "Slik tel vi tiltak" in lines


def test_about_tells_nothing_of_drafts(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan(), publish=False)
    assert "Handlingsplan 2026" not in get(client, "/om/")


def test_contact(client: Client, council: RegionalCouncil) -> None:
    council.email = "post@fjord.example"
    council.phone = "57 00 00 00"
    council.address = "Kaien 1\n6800 Nordvik"
    council.save()
    html = get(client, "/kontakt/")
    assert 'href="mailto:post@fjord.example"' in html
    assert 'href="tel:57000000"' in html
    assert "Kaien 1<br>6800 Nordvik" in html


def test_contact_with_nothing_to_show(client: Client, council: RegionalCouncil) -> None:
    assert "Fjordrådet har ikkje lagt inn e-post eller telefon enno." in lines_of(
        get(client, "/kontakt/")
    )


def test_accessibility_statement_says_what_the_regulation_asks(
    client: Client, council: RegionalCouncil
) -> None:
    html = get(client, "/tilgjenge/")
    assert [part_of(html, part)[0] for part in ("krav", "stode", "manglar", "klage")] == [
        "Krava",
        "Stoda",
        "Kjende manglar",
        "Meld frå",
    ]
    assert "https://www.uutilsynet.no/" in html


@pytest.mark.parametrize("prefix", ["", "/nb", "/en"])
@pytest.mark.parametrize("page", ["om", "kontakt", "tilgjenge", "sok", "partar", "kommunar"])
def test_every_page_in_every_language(
    client: Client, council: RegionalCouncil, prefix: str, page: str
) -> None:
    html = get(client, f"{prefix}/{page}/")
    assert f'<html lang="{prefix.strip("/") or "nn"}"' in html
