"""Pages from memory: who gets them, and what empties them."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.followup.operations import give_status
from tiltak.domain.people.models import User
from tiltak.domain.plans.models import Element, PlanVersion
from tiltak.domain.plans.operations import withdraw_version
from tiltak.web.pagecache import Page, PageStore, pages

# a kept page is of one day: no midnight may come in between
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november_evening")]


@pytest.fixture(autouse=True)
def _empty() -> Iterator[None]:
    pages.clear()
    yield
    pages.clear()


@pytest.fixture
def fjord() -> PlanVersion:
    return import_plan(make_council("Fjordrådet", host="fjord.example"), sample_plan())


@pytest.fixture
def fjell() -> PlanVersion:
    return import_plan(make_council("Fjellrådet", host="fjell.example"), sample_plan())


def table_of(version: PlanVersion) -> str:
    return f"/plan/{version.plan.slug}/tabell/"


def etag(client: Client, version: PlanVersion, host: str) -> str:
    answer = client.get(table_of(version), headers={"host": host})
    assert answer.status_code == 200
    return str(answer.headers["ETag"])


def say(version: PlanVersion) -> None:
    give_status(
        by=editor_of(version.plan.council),
        initiative=Element.objects.filter(version=version, kind="measure")[0].initiative,
        lifecycle="in_progress",
        said_by="Sekretæren",
        now=NOW,
    )


def test_the_second_reader_costs_one_statement(
    client: Client, fjord: PlanVersion, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(table_of(fjord), headers={"host": "fjord.example"})
    with django_assert_num_queries(1):
        second = client.get(table_of(fjord), headers={"host": "fjord.example"})
    assert second.content == first.content
    assert second.headers == first.headers
    assert "default-src 'none'" in second.headers["Content-Security-Policy"]


def test_a_change_empties_the_pages_of_its_own_council_only(
    client: Client,
    fjord: PlanVersion,
    fjell: PlanVersion,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    before = etag(client, fjord, "fjord.example"), etag(client, fjell, "fjell.example")
    say(fjord)
    assert etag(client, fjord, "fjord.example") != before[0]
    with django_assert_num_queries(1):
        assert etag(client, fjell, "fjell.example") == before[1]


def test_a_kept_page_lasts_until_midnight_in_norway(client: Client, fjord: PlanVersion) -> None:
    say(fjord)
    ages = []
    for moment in ("2018-06-20T21:59:59Z", "2018-06-20T22:00:00Z"):
        with time_machine.travel(moment, tick=False):
            answer = client.get(f"/plan/{fjord.plan.slug}/", headers={"host": "fjord.example"})
        ages.append(sorted(set(re.findall(r"for \d+ dagar sidan", answer.content.decode()))))
    assert ages == [["for 8 dagar sidan"], ["for 9 dagar sidan"]]


def test_what_is_withdrawn_is_gone_at_once(client: Client, fjord: PlanVersion) -> None:
    etag(client, fjord, "fjord.example")
    withdraw_version(by=editor_of(fjord.plan.council), version=fjord, now=NOW)
    assert client.get(table_of(fjord), headers={"host": "fjord.example"}).status_code == 404


def test_a_reader_with_a_session_is_never_given_a_kept_page(
    client: Client, fjord: PlanVersion
) -> None:
    etag(client, fjord, "fjord.example")
    client.force_login(User.objects.create_user("kari", is_staff=True))
    answer = client.get(table_of(fjord), headers={"host": "fjord.example"})
    assert "ETag" not in answer.headers
    assert "/arbeid/" in answer.content.decode()


def test_the_two_languages_and_compressions_are_kept_apart(
    client: Client, fjord: PlanVersion
) -> None:
    host = {"host": "fjord.example"}
    plain = client.get(table_of(fjord), headers=host)
    packed = client.get(table_of(fjord), headers={**host, "accept-encoding": "gzip"})
    english = client.get(f"/en{table_of(fjord)}", headers=host)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert '<html lang="en"' in english.content.decode()
    assert '<html lang="nn"' in plain.content.decode()


def test_a_page_that_is_not_there_is_not_kept(client: Client, fjord: PlanVersion) -> None:
    answer = client.get("/plan/finst-ikkje/", headers={"host": "fjord.example"})
    assert answer.status_code == 404
    assert "ETag" not in answer.headers


def test_the_store_drops_the_page_used_longest_ago() -> None:
    store = PageStore(most_bytes=10)
    for name in ("a", "b"):
        store.put((name,), Page(b"12345", {}, name))
    assert store.get(("a",))
    store.put(("c",), Page(b"12345", {}, "c"))
    kept = [name for name in "abc" if store.get((name,))]
    assert kept == ["a", "c"]
