"""What every page has."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.web.page_text import get
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.web.ui.addresses import Addresses, address
from tiltak.web.ui.navigation import FOOT, MENU, SECRETARY_MENU

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def test_the_menu_leads_only_where_something_is(client: Client, council: RegionalCouncil) -> None:
    html = get(client, "/")
    for entry in (*MENU, *FOOT):
        href = address(entry.name)
        assert (f'href="{href}"' in html) == bool(href)
    for entry in SECRETARY_MENU:
        assert f'href="{address(entry.name)}"' not in html


def test_the_secretary_has_a_desk(admin_client: Client, council: RegionalCouncil) -> None:
    html = get(admin_client, "/")
    for entry in SECRETARY_MENU:
        if href := address(entry.name):
            assert f'href="{href}"' in html


def test_no_script_and_no_inline_style(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    for path in ("/", "/plan/handlingsplan-2026/tekst/", "/plan/handlingsplan-2026/tabell/"):
        html = get(client, path)
        assert "<script" not in html
        assert " style=" not in html
        assert "<style" not in html


def test_the_language_links_keep_the_page_and_its_filter(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, sample_plan())
    html = get(client, "/nb/plan/handlingsplan-2026/tabell/?ar=2026")
    assert 'href="/plan/handlingsplan-2026/tabell/?ar=2026" lang="nn"' in html
    assert 'href="/en/plan/handlingsplan-2026/tabell/?ar=2026" lang="en"' in html
    assert '<span aria-current="true" lang="nb">Bokmål</span>' in html


def test_addresses_worked_out_once_are_those_of_reverse(council: RegionalCouncil) -> None:
    assert Addresses.of("element").to("bcdf2345") == reverse("element", args=["bcdf2345"])
    assert Addresses.of("no_such_page").to("x") == ""
    assert address("no_such_page", 1) == ""


def test_the_councils_logo(client: Client, council: RegionalCouncil) -> None:
    assert client.get("/logo/").status_code == 404
    RegionalCouncil.objects.filter(pk=council.pk).update(logo=b"\x89PNG", logo_type="image/png")
    response = client.get("/logo/")
    assert (response.content, response["Content-Type"]) == (b"\x89PNG", "image/png")
    RegionalCouncil.objects.filter(pk=council.pk).update(logo_type="text/html")
    assert client.get("/logo/").status_code == 404


def test_the_way_out_is_in_the_head_of_the_page(
    admin_client: Client, client: Client, council: RegionalCouncil
) -> None:
    def head(html: str) -> str:
        return html[html.index("<header") : html.index("</header>")]

    assert f'href="{reverse("account_logout")}">Logg ut</a>' in head(get(admin_client, "/"))
    assert "Logg ut" not in head(get(client, "/"))
