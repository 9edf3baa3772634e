"""The Atom feed."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative, PlanVersion
from tiltak.domain.plans.operations import withdraw_version

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def say(council: RegionalCouncil, version: PlanVersion, key: str, day: int, **more: str) -> None:
    give_status(
        by=editor_of(council),
        initiative=Initiative.objects.get(elements__version=version, elements__key=key),
        lifecycle="in_progress",
        said_by="Nordvik",
        now=NOW + timedelta(days=day),
        **more,  # type: ignore[arg-type]
    )


def entries(client: Client, host: str = "testserver") -> list[tuple[str, str, str]]:
    response = client.get("/hendingar.atom", headers={"host": host})
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)  # noqa: S314 our own
    return [
        (
            entry.findtext(f"{ATOM}title") or "",
            entry.find(f"{ATOM}link").get("href") or "",  # type: ignore[union-attr]
            entry.findtext(f"{ATOM}summary") or "",
        )
        for entry in feed.findall(f"{ATOM}entry")
    ]


def test_the_feed_whole(client: Client, council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    say(council, version, "3.m1.c2", 1, light="at_risk", sentence="Ventar på <fylket>.")
    say(council, version, "1.1.m2", 2)
    code = {
        key: Initiative.objects.get(elements__version=version, elements__key=key).code
        for key in ("3.m1.c2", "1.1.m2")
    }
    assert entries(client) == [
        (
            "Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen.: i gang",
            f"http://testserver/p/{code['1.1.m2']}/",
            "",
        ),
        (
            "Tunnelen under Storeheia: fare for avvik",
            f"http://testserver/p/{code['3.m1.c2']}/",
            "Ventar på <fylket>.",
        ),
        (
            "Lagd ut: Handlingsplan 2026 (framlegg)",
            "http://testserver/plan/handlingsplan-2026@1/",
            "",
        ),
    ]


def test_names_stay_the_same_in_every_language(client: Client, council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    say(council, version, "3.m1.c2", 1)
    names = [
        [entry.findtext(f"{ATOM}id") for entry in ET.fromstring(found).findall(f"{ATOM}entry")]  # noqa: S314
        for found in (
            client.get("/hendingar.atom").content,
            client.get("/nb/hendingar.atom").content,
        )
    ]
    assert names[0] == names[1]
    assert len(set(names[0])) == 2


def test_nothing_of_drafts_and_of_what_was_not_said_aloud(
    client: Client, council: RegionalCouncil
) -> None:
    version = import_plan(council, sample_plan(), publish=False)
    say(council, version, "3.m1.c2", 1)
    assert entries(client) == []
    shown = import_plan(council, sample_plan().__class__(document=sample_plan().document))
    say(council, version, "1.1.m2", 2, visibility="internal")
    assert [title for title, _, _ in entries(client)] == ["Lagd ut: Handlingsplan 2026 (framlegg)"]
    withdraw_version(by=editor_of(council), version=shown, now=NOW)
    assert entries(client) == []


def test_two_councils_never_cross(client: Client, council: RegionalCouncil) -> None:
    other = make_council("Dalrådet", host="dal.example")
    for one in (council, other):
        say(one, import_plan(one, sample_plan()), "3.m1.c2", 1, sentence=one.name)
    assert [summary for _, _, summary in entries(client)] == ["Fjordrådet", ""]
    assert [summary for _, _, summary in entries(client, "dal.example")] == ["Dalrådet", ""]


def test_the_number_of_statements(
    client: Client, council: RegionalCouncil, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version = import_plan(council, sample_plan())
    for day, key in enumerate(("3.m1.c1", "3.m1.c2", "3.m1.c3", "1.1.m1", "1.1.m2")):
        say(council, version, key, day)
    with django_assert_num_queries(5):
        assert len(entries(client)) == 6
