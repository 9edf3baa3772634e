"""Two councils with the same words, slugs, parties and municipalities: nothing crosses, and a
draft is on no page. Each council's texts carry a word of its own."""

import copy
import json

import pytest
from django.test import Client
from msgspec.structs import replace

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.municipalities import reformed
from tests.factories.planfiles import sample_plan
from tests.factories.travel import (
    BRIDGE,
    BY,
    FACTS,
    GOAL,
    OFTEN,
    compute,
    initiative,
    make_scenario,
)
from tiltak.cli.demo.network import network_files
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import Organisation, Party, RegionalCouncil
from tiltak.domain.organisations.operations import link_party
from tiltak.domain.organisations.operations.register import add_member
from tiltak.domain.people.models import User
from tiltak.domain.plans.models import Element, PlanVersion
from tiltak.domain.sources.models import SourceDocument
from tiltak.domain.traveltime.models import TravelGoal
from tiltak.domain.traveltime.operations import keep_data_set, set_goal
from tiltak.planfile import codec
from tiltak.planfile.model import Plan, Source

pytestmark = pytest.mark.django_db

HIDDEN = "Skumring"
HOSTS = {"Raudt": "ein.example", "Blaatt": "to.example"}
PAGES = (
    "/",
    "/partar/",
    "/part/nordvik-kommune/",
    "/part/ytre-fjord-regionrad/",
    "/kommunar/",
    "/kommune/4601/",
    "/sok/?q=b%C3%A5t",
    "/sok/?q=nordvik",
    "/om/",
    "/kontakt/",
    "/tilgjenge/",
    "/hendingar.atom",
    "/plan/handlingsplan-2026/",
    "/plan/handlingsplan-2026/tekst/",
    "/plan/handlingsplan-2026/tabell/",
    "/plan/handlingsplan-2026/tidslinje/",
    "/plan/handlingsplan-2026/budsjett/",
    "/finst-ikkje/",
)


def marked(word: str) -> Plan:
    """The sample plan with a word of its own in every text, and a funder and a party of its own."""
    raw = json.loads(codec.encode(sample_plan()))

    def mark(value: object) -> object:
        if isinstance(value, list):
            return [mark(one) for one in value]
        if isinstance(value, dict):
            return {key: _marked(key, one) for key, one in value.items()}
        return value

    def _marked(key: str, value: object) -> object:
        if key == "text" and isinstance(value, str):
            return f"{value} {word}"
        return mark(value)

    changed = mark(raw)
    assert isinstance(changed, dict)
    changed["tables"][0]["rows"][0]["budget"]["funder"] = f"{word}fondet"
    changed["tables"][0]["rows"][0]["responsible"]["parties"].append(f"{word}laget")
    source = Source(name=f"{word}.txt", media_type="text/plain", sha256=word, text=f"{word} plan")
    return replace(codec.decode(json.dumps(changed)), sources=(source,))


def fill(word: str, *, publish: bool = True) -> tuple[RegionalCouncil, PlanVersion]:
    council = make_council(f"{word} regionråd", host=HOSTS[word])
    version = import_plan(council, marked(word), publish=publish)
    editor = editor_of(council)
    if not Organisation.objects.exists():
        reformed(council)
    else:
        for organisation in Organisation.objects.filter(kind="municipality"):
            add_member(council=council, organisation=organisation)
    link_party(
        by=editor,
        party=Party.objects.get(council=council, label="Nordvik kommune"),
        organisation=Organisation.objects.get(name="Nordvik"),
        now=NOW,
    )
    give_status(
        by=editor,
        initiative=Element.objects.get(version=version, key="1.2.m2").initiative,
        lifecycle="in_progress",
        light="at_risk",
        sentence=f"{word} ventar.",
        said_by=f"{word} sekretær",
        now=NOW,
    )
    return council, version


def fill_travel(word: str, council: RegionalCouncil, version: PlanVersion) -> TravelGoal:
    """A travel-time goal whose every name carries the word: places, municipalities, files, a
    scenario that is public; and one that is not, with a word that is on no page."""
    facts = copy.deepcopy(FACTS) | {"name": f"Data {word}", "source": f"{word}kjelda"}
    named = {name: f"{name} {word}" for name in facts["places"]}
    facts["places"] = {named[name]: place for name, place in facts["places"].items()}
    facts["municipalities"] = {
        code: f"{name} {word}" for code, name in facts["municipalities"].items()
    }
    for line in (*facts["road"], *facts["ferry"]):
        line["ends"] = [named[name] for name in line["ends"]]
    by = editor_of(council)
    goal = set_goal(
        by=by,
        initiative=initiative(version, GOAL),
        data_set=keep_data_set(by=by, name=facts["name"], files=network_files(facts), now=NOW),
        destination=f"By {word}",
        centres=[{"name": f"By {word}", "lat": BY[0], "lon": BY[1]}],
        now=NOW,
    )
    compute(goal)
    make_scenario(goal, BRIDGE | {"name": f"Bru {word}"})
    make_scenario(goal, OFTEN | {"name": HIDDEN}, is_public=False)
    return goal


def travel_pages(goal: TravelGoal) -> list[str]:
    """All that is public of it."""
    page = f"/p/{goal.initiative.code}/reisetid/"
    shown = goal.scenarios.earliest("pk")
    names = ("cells.csv", "cells.geojson", "municipalities.csv", "map.geojson", "summary.json")
    return [
        f"/p/{goal.initiative.code}/",
        f"/p/{shown.measure.code}/",
        *(
            f"{prefix}{path}"
            for prefix in ("", "/nb", "/en")
            for path in (page, f"{page}{shown.pk}/")
        ),
        *(f"{path}fil/{name}" for path in (page, f"{page}{shown.pk}/") for name in names),
    ]


def desk_pages(goal: TravelGoal) -> list[str]:
    """What only the council's secretary sees."""
    desk = f"/arbeid/p/{goal.initiative.code}/reisetid/"
    shown, hidden = goal.scenarios.order_by("pk")
    return [
        *(desk, f"{desk}nytt/", f"{desk}mal/", f"{desk}data/"),
        *(f"{desk}{shown.pk}/", f"{desk}{hidden.pk}/"),
    ]


def test_nothing_of_travel_time_crosses(client: Client) -> None:
    goals = {word: fill_travel(word, *fill(word)) for word in HOSTS}
    user = User.objects.create_user("kari", first_name="Kari", last_name="Nes", is_staff=True)
    secretary = Client()
    secretary.force_login(user)
    for word, host in HOSTS.items():
        (other,) = set(HOSTS) - {word}
        mine, theirs = {"host": host}, {"host": HOSTS[other]}
        for page in travel_pages(goals[word]):
            told = client.get(page, headers=mine)
            assert told.status_code == 200, page
            body = told.content.decode().casefold()
            assert (other.casefold() in body, HIDDEN.casefold() in body) == (False, False), page
            assert client.get(page, headers=theirs).status_code == 404, page
        # the words are there to be found: without that the test would prove nothing
        named = [page for page in travel_pages(goals[word]) if not page.endswith("cells.geojson")]
        for page in named:
            body = client.get(page, headers=mine).content.decode()
            assert word in body, page
        for page in desk_pages(goals[word]):
            body = secretary.get(page, headers=mine).content.decode()
            assert (word in body, other.casefold() in body.casefold()) == (True, False), page
            assert secretary.get(page, headers=theirs).status_code in {403, 404}, page
            assert client.get(page, headers=mine).status_code == 302, page
        for page in ("/arbeid/", "/arbeid/reisetid/"):
            body = secretary.get(page, headers=mine).content.decode()
            assert (f"By {word}" in body, f"By {other}" in body) == (True, False), page


def test_a_run_of_another_council_is_not_found(client: Client) -> None:
    goals = {word: fill_travel(word, *fill(word)) for word in HOSTS}
    secretary = Client()
    secretary.force_login(User.objects.create_user("kari", is_staff=True))
    for word, host in HOSTS.items():
        (other,) = set(HOSTS) - {word}
        run = goals[word].runs.earliest("pk")
        for page in (f"/arbeid/reisetid/{run.pk}/", f"/arbeid/reisetid/{run.pk}/framdrift/"):
            assert secretary.get(page, headers={"host": host}).status_code in {200, 302}
            assert secretary.get(page, headers={"host": HOSTS[other]}).status_code in {403, 404}
        # a scenario of theirs under a goal of ours
        ours, shown = goals[word].initiative.code, goals[other].scenarios.earliest("pk")
        page = f"/p/{ours}/reisetid/{shown.pk}/"
        assert client.get(page, headers={"host": host}).status_code == 404
        assert client.get(f"{page}fil/cells.csv", headers={"host": host}).status_code == 404


def pages_of(client: Client, host: str) -> dict[str, str]:
    return {page: client.get(page, headers={"host": host}).content.decode() for page in PAGES}


def test_nothing_of_the_other_council_is_on_any_page(client: Client) -> None:
    for word in HOSTS:
        fill(word)
    for word, host in HOSTS.items():
        (other,) = set(HOSTS) - {word}
        pages = pages_of(client, host)
        assert [page for page, html in pages.items() if other.casefold() in html.casefold()] == []
        # the words are there to be found: without that the test would prove nothing
        assert [page for page, html in pages.items() if word not in html] == []


def test_elements_and_sources_of_the_other_council_are_not_found(client: Client) -> None:
    fill("Raudt")
    _, version = fill("Blaatt")
    code = version.elements.filter(kind="measure")[0].initiative.code
    document = SourceDocument.objects.get(versions__version=version)
    for page in (f"/p/{code}/", f"/kjelde/{document.pk}/"):
        assert client.get(page, headers={"host": HOSTS["Raudt"]}).status_code == 404
        assert client.get(page, headers={"host": HOSTS["Blaatt"]}).status_code == 200


def test_a_draft_is_on_no_page(client: Client) -> None:
    council, version = fill("Raudt", publish=False)
    council.name = "Regionrådet"
    council.save()
    pages = pages_of(client, HOSTS["Raudt"])
    assert [page for page, html in pages.items() if "raudt" in html.casefold()] == []
    for element in version.elements.all():
        page = client.get(f"/p/{element.initiative.code}/", headers={"host": HOSTS["Raudt"]})
        assert page.status_code == 404
