"""Who comes into the review: the council's own secretary. Others are told nothing of it."""

import hashlib

import pytest
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone

from tests.factories.councils import editor_of, make_council
from tests.factories.waiting import waiting_import
from tests.reading.formats.pdf.drawn import pdf_of
from tests.web.review.room import Room
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.people.models import User
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations import receive_document
from tiltak.domain.sources.models import SourceDocument, Visibility
from tiltak.reading import read_document
from tiltak.web.review.seen_pages import shelf
from tiltak.web.review.urls import urlpatterns

pytestmark = pytest.mark.django_db

NAMES = [p.name for p in urlpatterns if isinstance(p, URLPattern)]
MARKUP = "= Handlingsplan 2026\n== 1 Veg\n*Tiltak*\n- Byggja bru\n#pagebreak()\n- Rydda skog\n"
STEP = {"element": "1.m3", "do": "accept", "seen": "0"}


@pytest.fixture(autouse=True)
def empty_shelf() -> None:
    shelf.clear()


def printed(council: RegionalCouncil) -> Import:
    """A PDF of two pages that waits."""
    data = pdf_of(MARKUP)
    plan = read_document(data, "plan.pdf")
    source = plan.sources[0]
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    return receive_document(
        by=editor_of(council), plan=plan, source=source, data=data, now=timezone.now()
    )


def address(name: str, received: Import) -> str:
    pk = received.document_id if name == "page_picture" else received.pk
    pattern = next(one for one in urlpatterns if one.name == name)
    values = {"pk": pk, "page": 1}
    return reverse(name, kwargs={key: values[key] for key in pattern.pattern.converters})


@pytest.mark.parametrize("name", NAMES)
def test_the_public_is_sent_to_the_login(council: RegionalCouncil, name: str) -> None:
    received = printed(council)
    before = (received.content, Event.objects.count())
    target, browser = address(name, received), Client()
    shown = browser.get(target)
    assert (shown.status_code, shown["Location"]) == (302, f"/konto/inn/?next={target}")
    sent = browser.post(target, STEP)
    assert (sent.status_code, sent["Location"]) == (302, "/konto/inn/?next=")
    received.refresh_from_db()
    assert (received.content, Event.objects.count()) == before


@pytest.mark.parametrize("name", NAMES)
def test_somebody_without_the_right_is_refused(council: RegionalCouncil, name: str) -> None:
    browser = Client()
    browser.force_login(User.objects.create_user("ola"))
    target = address(name, printed(council))
    assert (browser.get(target).status_code, browser.post(target, STEP).status_code) == (403, 403)


@pytest.mark.parametrize("name", NAMES)
def test_another_council_s_is_not_there(secretary: Client, name: str) -> None:
    theirs = printed(make_council("Naborådet", host="nabo.example"))
    before, target = theirs.content, address(name, theirs)
    for answer in (secretary.get(target), secretary.post(target, STEP)):
        assert answer.status_code in {404, 405}
    theirs.refresh_from_db()
    assert (theirs.content, theirs.steps.count()) == (before, 0)
    # by its own host it is there
    own = secretary.get(target, headers={"host": "nabo.example"})
    assert own.status_code in {200, 302, 405}


@pytest.mark.parametrize("number", ["0", "999999", "9" * 19, "9" * 30])
def test_a_number_nobody_has(secretary: Client, number: str) -> None:
    for path in ("", "steg/", "steg/angre/", "steg/godkjenn-alt/", "ta-over/"):
        target = f"/arbeid/import/{number}/{path}"
        assert secretary.get(target).status_code in {404, 405}
        assert secretary.post(target, STEP).status_code in {404, 405}
    assert secretary.get(f"/arbeid/dokument/{number}/side/1/").status_code == 404
    assert secretary.get(f"/arbeid/last-opp/{number}/").status_code == 404


def test_a_step_needs_its_token(room: Room) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = room.browser.cookies
    for path in ("steg/", "steg/angre/", "steg/godkjenn-alt/"):
        assert strict.post(room.address + path, STEP).status_code == 403
    assert room.steps == 0


def test_the_pages_are_kept_by_nobody(room: Room) -> None:
    for path in ("", "?element=1.m3&do=correct", "?element=document"):
        kept = room.browser.get(room.address + path)["Cache-Control"]
        assert {"no-store", "private"} <= set(kept.split(", "))


def test_the_picture_of_a_page(secretary: Client, council: RegionalCouncil) -> None:
    """Kept by the secretary's own browser, which asks each time whether it still may be shown."""
    target = address("page_picture", printed(council))
    answer = secretary.get(target)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert set(answer["Cache-Control"].split(", ")) == {"private", "no-cache"}
    again = secretary.get(target, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert set(again["Cache-Control"].split(", ")) == {"private", "no-cache"}
    other = secretary.get(target.replace("/side/1/", "/side/2/"))
    assert other["ETag"] != answer["ETag"]
    assert other.content != answer.content
    for page in ("0", "3", "999999999999999999999999"):
        missing = target.replace("/side/1/", f"/side/{page}/")
        assert secretary.get(missing).status_code == 404


def test_a_picture_of_a_text_is_none(secretary: Client, council: RegionalCouncil) -> None:
    assert secretary.get(address("page_picture", waiting_import(council))).status_code == 404


def test_what_waits_is_on_no_public_page(council: RegionalCouncil) -> None:
    received = waiting_import(council)
    assert received.document.visibility == Visibility.INTERNAL
    browser = Client()
    assert browser.get(f"/kjelde/{received.document_id}/").status_code == 404
    assert "Reiseliv" not in browser.get("/").content.decode()
    assert not SourceDocument.objects.filter(visibility=Visibility.PUBLIC).exists()
