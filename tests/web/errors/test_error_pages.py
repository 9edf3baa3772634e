"""What a reader meets when something is not there or goes wrong."""

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings
from django.urls import path, reverse

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.web.page_text import lines_of
from tiltak.config import urls
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.web.errors.views import server_error


def broken(request: HttpRequest) -> None:
    raise RuntimeError("some secret detail")


class Broken:
    """The addresses, and one that breaks."""

    urlpatterns = [path("broken/", broken), *urls.urlpatterns]
    handler500 = urls.handler500


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/finst-ikkje/", "/plan/finst-ikkje/", "/nb/p/zzzzzzzz/"])
def test_not_found_has_the_council_and_a_search(
    client: Client, council: RegionalCouncil, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    html = response.content.decode()
    assert "Fjordrådet" in html
    assert 'role="search"' in html
    assert 'class="menu"' in html


@pytest.mark.django_db
def test_not_found_says_so(client: Client, council: RegionalCouncil) -> None:
    assert lines_of(client.get("/nei/").content.decode())[:2] == [
        "Fann ikkje sida",
        (
            "Ho kan ha skifta adresse, eller så er adressa skriven feil. "
            "Det kan òg vera noko som ikkje er lagt ut."
        ),
    ]


@pytest.mark.django_db
def test_a_host_of_no_council(client: Client) -> None:
    make_council(host="a.example")
    make_council(host="b.example")
    response = client.get("/", headers={"host": "c.example"})
    assert response.status_code == 404
    html = response.content.decode()
    assert 'role="search"' not in html
    assert lines_of(html)[1] == (
        "Denne adressa høyrer ikkje til noko regionråd. "
        "Den som driftar programmet, kan velja kva råd ho skal visa."
    )


@pytest.mark.django_db
def test_a_draft_and_nothing_look_the_same(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan(), publish=False)
    draft = client.get("/plan/handlingsplan-2026/")
    nothing = client.get("/plan/handlingsplan-2999/")
    assert draft.status_code == nothing.status_code == 404
    assert draft.content.replace(b"2026", b"2999") == nothing.content


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=Broken)
def test_our_own_errors_are_admitted_and_not_explained(council: RegionalCouncil) -> None:
    client = Client(raise_request_exception=False)
    response = client.get("/broken/")
    assert response.status_code == 500
    html = response.content.decode()
    assert "Noko gjekk gale hos oss" in html
    assert "some secret detail" not in html


def test_the_page_for_our_own_errors_needs_no_database() -> None:
    """No mark for the database: a statement would fail the test."""
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert '<link rel="stylesheet" href="/static/tiltak.css">' in response.content.decode()


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_a_bad_request(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.test"})
    assert response.status_code == 400
    assert "Det skjøna vi ikkje" in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_says_what_to_do(council: RegionalCouncil) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("account_login"), {"login": "a", "password": "b"})
    assert response.status_code == 403
    assert lines_of(response.content.decode())[0] == "Skjemaet vart for gammalt"


@pytest.mark.django_db
def test_robots(client: Client, council: RegionalCouncil) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines()[:4] == [
        "User-agent: *",
        "Disallow: /arbeid/",
        "Disallow: /konto/",
        "Disallow: /sok/",
    ]
