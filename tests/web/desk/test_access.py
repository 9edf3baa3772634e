"""Only the secretary comes in."""

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from tiltak.domain.audit.models import Event
from tiltak.domain.people.models import User
from tiltak.domain.plans.models import Element, PlanVersion
from tiltak.web.desk.urls import urlpatterns

PUBLIC = {"council_logo"}
NAMES = [p.name for p in urlpatterns if isinstance(p, URLPattern) and p.name not in PUBLIC]


def address(name: str, version: PlanVersion) -> str:
    code = Element.objects.filter(version=version, kind="measure").values_list(
        "initiative__code", flat=True
    )[0]
    pattern = next(p for p in urlpatterns if p.name == name)
    values = {"pk": 1, "ref": "handlingsplan-2026", "code": code}
    wanted = pattern.pattern.converters
    return reverse(name, kwargs={key: values[key] for key in wanted})


@pytest.mark.parametrize("name", NAMES)
def test_the_public_is_sent_to_the_login(draft: PlanVersion, name: str) -> None:
    before = Event.objects.count()
    target = address(name, draft)
    browser = Client()
    response = browser.get(target)
    assert (response.status_code, response["Location"]) == (302, f"/konto/inn/?next={target}")
    assert browser.post(target).status_code == 302
    assert Event.objects.count() == before


@pytest.mark.parametrize("name", NAMES)
def test_somebody_logged_in_without_the_right_is_refused(draft: PlanVersion, name: str) -> None:
    browser = Client()
    browser.force_login(User.objects.create_user("ola"))
    assert browser.get(address(name, draft)).status_code == 403


def test_pages_of_the_desk_are_never_cached(secretary: Client, draft: PlanVersion) -> None:
    response = secretary.get("/arbeid/")
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_a_form_needs_its_token(secretary: Client, draft: PlanVersion) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = secretary.cookies
    for target in ("/arbeid/last-opp/", "/arbeid/plan/handlingsplan-2026/legg-ut/"):
        assert strict.post(target).status_code == 403
    draft.refresh_from_db()
    assert draft.visibility == "internal"


def test_what_is_a_draft_the_public_sees_nowhere(draft: PlanVersion) -> None:
    code = Element.objects.filter(version=draft).values_list("initiative__code", flat=True)[0]
    browser = Client()
    for target in (
        "/plan/handlingsplan-2026/",
        "/plan/handlingsplan-2026@1/",
        "/plan/handlingsplan-2026@1/tekst/",
        f"/p/{code}/",
    ):
        assert browser.get(target).status_code == 404, target
    assert "Handlingsplan 2026" not in browser.get("/").content.decode()
