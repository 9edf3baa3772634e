"""The secretary's work on a travel time: scenarios by form, without a script."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import sample_plan
from tests.factories.travel import BRIDGE, MEASURE, compute, initiative, make_goal, make_scenario
from tests.web.page_forms import forms_of
from tests.web.page_text import get, lines_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.traveltime.models import TravelGoal, TravelRun, TravelScenario
from tiltak.jobs.travel import disk
from tiltak.jobs.travel.base import kept


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    kept.clear()


@pytest.fixture
def goal(council: RegionalCouncil) -> TravelGoal:
    made = make_goal(council, import_plan(council, sample_plan()))
    compute(made)
    return made


def desk(goal: TravelGoal, rest: str = "") -> str:
    return f"/arbeid/p/{goal.initiative.code}/reisetid/{rest}"


def measure_of(goal: TravelGoal) -> str:
    return initiative(goal.initiative.elements.get().version, MEASURE).code


def told(goal: TravelGoal, **changes: str) -> dict[str, str]:
    """A bridge from Kai to Øy, by name."""
    return {
        "name": "Bru over sundet",
        "measure": measure_of(goal),
        "c0-kind": "new_link",
        "c0-begin": "Kai",
        "c0-end": "øy",
        "c0-kmh": "75",
        "c0-length_km": "5,0",
        **changes,
    }


def test_the_pages_are_the_desk_s_in_the_menu(secretary: Client, goal: TravelGoal) -> None:
    scenario = make_scenario(goal, BRIDGE)
    here = re.compile(r'<a href="[^"]*" aria-current="\w+">([^<]*)</a>')
    pages = [desk(goal), desk(goal, "nytt/"), desk(goal, "mal/"), desk(goal, f"{scenario.pk}/")]
    pages += ["/arbeid/reisetid/", f"/p/{goal.initiative.code}/reisetid/"]
    assert [here.findall(get(secretary, page))[0] for page in pages] == [
        *["Arbeidsbord"] * 5,
        "Planen",
    ]


def test_a_new_scenario_is_answered_at_once(secretary: Client, goal: TravelGoal) -> None:
    (form,) = [one for one in forms_of(get(secretary, desk(goal, "nytt/"))) if "name" in one.fields]
    answer = secretary.post(desk(goal, "nytt/"), form.filled(told(goal), "Lagre og rekn ut"))
    scenario = TravelScenario.objects.get()
    assert answer["Location"] == f"/p/{goal.initiative.code}/reisetid/{scenario.pk}/"
    assert (scenario.name, scenario.visibility, scenario.definition["changes"]) == (
        "Bru over sundet",
        "internal",
        [
            {
                "kind": "new_link",
                "from": [61.0, 7.7],
                "to": [61.0, 7.8],
                "kmh": 75.0,
                "length_km": 5.0,
            }
        ],
    )
    lines = lines_of(get(secretary, answer["Location"]))
    assert any(
        line.startswith("99,5 % ville nå By innan 45 minutt. I dag: 60 %.") for line in lines
    )
    assert Client().get(answer["Location"]).status_code == 404


def test_at_once_in_a_process_that_was_just_started(secretary: Client, goal: TravelGoal) -> None:
    kept.clear()
    answer = secretary.post(desk(goal, "nytt/"), told(goal))
    run = TravelRun.objects.get(scenario__isnull=False)
    assert answer["Location"] == f"/p/{goal.initiative.code}/reisetid/{run.scenario_id}/"


def test_by_the_queue_where_the_network_has_to_be_made(
    secretary: Client,
    goal: TravelGoal,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    kept.clear()
    disk.keep_only(())
    with django_capture_on_commit_callbacks() as waiting:
        answer = secretary.post(desk(goal, "nytt/"), told(goal))
    run = TravelRun.objects.get(scenario__isnull=False)
    progress = f"/arbeid/reisetid/{run.pk}/"
    assert answer["Location"] == progress
    assert "Ventar på tur" in lines_of(get(secretary, progress))
    assert "Ventar på tur" in get(secretary, f"{progress}framdrift/")
    (callback,) = waiting
    callback()
    result = f"/p/{goal.initiative.code}/reisetid/{run.scenario_id}/"
    assert secretary.get(progress)["Location"] == result
    assert secretary.get(f"{progress}framdrift/").headers["HX-Redirect"] == result


def test_changed_published_hidden_and_deleted(secretary: Client, goal: TravelGoal) -> None:
    scenario = make_scenario(goal, is_public=False)
    page, public = desk(goal, f"{scenario.pk}/"), f"/p/{goal.initiative.code}/reisetid/"
    (form,) = [one for one in forms_of(get(secretary, page)) if "name" in one.fields]
    assert (form.fields["c0-begin"], form.fields["c0-end"]) == ("Kai", "Øy")
    secretary.post(page, form.filled({"name": "Lengre bru", "c0-length_km": "6"}))
    secretary.post(f"{page}vis/")
    assert "Lengre bru" in get(Client(), public)
    secretary.post(f"{page}vis/", {"hide": "1"})
    assert "Lengre bru" not in get(Client(), public)
    secretary.post(f"{page}slett/")
    assert "Her er ingen scenario enno." in lines_of(get(secretary, desk(goal)))
    assert secretary.get(page).status_code == 404


def test_what_is_not_computed_is_not_published(secretary: Client, goal: TravelGoal) -> None:
    scenario = make_scenario(goal, is_public=False, is_computed=False)
    answer = secretary.post(desk(goal, f"{scenario.pk}/vis/"), follow=True)
    assert "Rekn ut scenarioet før du legg det ut." in lines_of_page(answer.content.decode())
    scenario.refresh_from_db()
    assert scenario.visibility == "internal"


def lines_of_page(html: str) -> list[str]:
    """The page with its messages, which stand above the main part."""
    return lines_of(html.replace("<main", "", 1).replace("<body", "<main><body", 1))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, ""),
        ({"c0-kind": ""}, "Vel kva slag endring det er."),
        (
            {"c0-begin": "Andeby"},
            "«Andeby» er ingen kjend stad. Vel frå lista, eller skriv koordinatar.",
        ),
        ({"c0-end": ""}, "Dette må fyllast ut for ei slik endring."),
        ({"c0-kmh": ""}, "Dette må fyllast ut for ei slik endring."),
        ({"c0-kmh": "-5"}, "Skriv eit tal som er minst 1."),
        ({"c0-kmh": "800"}, "Skriv eit tal som er høgst 200."),
        ({"c0-kmh": "nan"}, "Oppgje eit tal."),
        (
            {"c0-length_km": "0"},
            "Endring 1: length_km må vera eit tal større enn 0 og høgst 2000.",
        ),
        ({"c0-length_km": "5000"}, "Skriv eit tal som er høgst 2000."),
        ({"c1-kind": "night", "c1-headway_minutes": "-1"}, "Skriv eit tal som er minst 0."),
        ({"c1-kind": "night", "c1-headway_minutes": "1441"}, "Skriv eit tal som er høgst 1440."),
        ({"c0-headway_minutes": "20"}, "Dette gjeld ikkje for ei slik endring. La det stå tomt."),
        (
            {"c0-kind": "changed_ferry", "c0-kmh": "", "c0-length_km": ""},
            "Skriv nye avgangar, ei ny overfartstid eller begge.",
        ),
        (
            dict.fromkeys(("c0-kind", "c0-begin", "c0-end", "c0-kmh", "c0-length_km"), ""),
            "Vel minst éi endring.",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_is_told_beside_what_was_typed(
    secretary: Client, goal: TravelGoal, wrong: dict[str, str], sentence: str
) -> None:
    answer = secretary.post(desk(goal, "nytt/"), told(goal, **wrong))
    assert answer.status_code == 400
    html = answer.content.decode()
    assert sentence in ["", *lines_of(html)]
    assert 'value="øy"' in html or "c0-end" in wrong
    assert "ds-validation-message" in html or 'role="alert"' in html
    assert not TravelScenario.objects.exists()


def test_a_place_far_from_every_road_is_told_on_the_desk(
    secretary: Client, goal: TravelGoal
) -> None:
    answer = secretary.post(desk(goal, "nytt/"), told(goal, **{"c0-end": "61.4, 7.8"}))
    assert answer["Location"] == desk(goal)
    assert any(
        line.startswith("Endring 1: staden 61.4, 7.8 ligg ")
        for line in lines_of(get(secretary, desk(goal)))
    )


def test_a_link_that_goes_one_way_only(secretary: Client, goal: TravelGoal) -> None:
    secretary.post(desk(goal, "nytt/"), told(goal, **{"c0-one_way": "on"}))
    scenario = TravelScenario.objects.get()
    assert scenario.definition["changes"][0]["one_way"] is True
    # people on Øy cannot drive to By over a bridge that only leads to Øy
    (run,) = scenario.runs.all()
    assert (run.state, (run.result or {})["region"]["comes_inside"]) == ("done", 0)
    page = desk(goal, f"{scenario.pk}/")
    (box,) = re.findall(r'<input[^>]*name="c0-one_way"[^>]*>', get(secretary, page))
    assert " checked" in box
    answer = secretary.post(
        page, told(goal, **{"c0-kind": "closed_link", "c0-one_way": "on", "c0-kmh": ""})
    )
    assert answer.status_code == 400
    assert "Dette gjeld ikkje for ei slik endring." in answer.content.decode()


def test_more_changes_than_the_form_begins_with(secretary: Client, goal: TravelGoal) -> None:
    page = desk(goal, "nytt/")
    typed = told(goal, **{"c1-kind": "night", "c1-headway_minutes": "mange"})
    answer = secretary.post(page, typed | {"more": "1"})
    (form,) = [one for one in forms_of(answer.content.decode()) if "name" in one.fields]
    # nothing is lost, nothing is stored, nothing is complained of yet
    assert {name: form.fields[name] for name in typed} == typed
    assert [name for name in form.fields if name.endswith("-kind")] == [
        *("c0-kind", "c1-kind", "c2-kind", "c3-kind")
    ]
    assert (answer.status_code, TravelScenario.objects.count()) == (200, 0)
    assert "ds-validation-message" not in answer.content.decode()
    more = {
        "c1-kind": "changed_ferry",
        "c1-begin": "Kai",
        "c1-end": "Øy",
        "c1-headway_minutes": "10",
        "c2-kind": "changed_link",
        "c2-begin": "By",
        "c2-end": "Dal",
        "c2-kmh": "90",
        "c3-kind": "night",
        "c3-headway_minutes": "60",
    }
    secretary.post(page, form.filled(more))
    assert [one["kind"] for one in TravelScenario.objects.get().definition["changes"]] == [
        *("new_link", "changed_ferry", "changed_link", "night")
    ]


def test_two_of_the_same_name(secretary: Client, goal: TravelGoal) -> None:
    make_scenario(goal)
    answer = secretary.post(desk(goal, "nytt/"), told(goal, name=BRIDGE["name"]))
    assert answer.status_code == 400
    told_so = "Eit anna scenario heiter det same. Gje det eit anna namn."
    assert told_so in lines_of(answer.content.decode())


def test_another_limit_makes_what_was_computed_old(
    secretary: Client,
    goal: TravelGoal,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    make_scenario(goal)
    page = desk(goal, "mal/")
    (form,) = [one for one in forms_of(get(secretary, page)) if "centres" in one.fields]
    assert form.fields["centres"] == "By: 61, 7"
    secretary.post(page, form.filled({"limit_minutes": "75", "destination": "byen"}))
    assert any("Målet er endra sidan." in line for line in lines_of(get(secretary, desk(goal))))
    with django_capture_on_commit_callbacks(execute=True):
        secretary.post(desk(goal, "rekn-ut/"))
    public = lines_of(get(Client(), f"/p/{goal.initiative.code}/reisetid/"))
    assert "99,5 % når byen innan 75 minutt" in public
    assert not any("Ikkje rekna ut" in line for line in public)


def test_coordinates_that_nobody_touches_keep_every_digit(
    secretary: Client, goal: TravelGoal
) -> None:
    centre = {"name": "By", "lat": 61.0000123456, "lon": 7.00000987654321}
    TravelGoal.objects.filter(pk=goal.pk).update(centres=[centre])
    page = desk(goal, "mal/")
    (form,) = [one for one in forms_of(get(secretary, page)) if "centres" in one.fields]
    secretary.post(page, form.filled({"limit_minutes": "50"}))
    goal.refresh_from_db()
    assert (goal.centres, goal.limit_minutes) == ([centre], 50)
    ends = {"from": [61.0012345678, 7.7000012345], "to": [-0.00001, 10.0]}
    bridge = {"name": "Bru", "changes": [{"kind": "new_link", "kmh": 75.0, **ends}]}
    scenario = make_scenario(goal, bridge, is_computed=False, is_public=False)
    page = desk(goal, f"{scenario.pk}/")
    (form,) = [one for one in forms_of(get(secretary, page)) if "name" in one.fields]
    secretary.post(page, form.filled({"c0-kmh": "80"}))
    scenario.refresh_from_db()
    assert scenario.definition["changes"] == [{"kind": "new_link", "kmh": 80.0, **ends}]


def test_another_centre_has_its_name_when_it_has_been_computed(
    secretary: Client,
    goal: TravelGoal,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    page, public = desk(goal, "mal/"), f"/p/{goal.initiative.code}/reisetid/"
    (form,) = [one for one in forms_of(get(secretary, page)) if "centres" in one.fields]
    secretary.post(page, form.filled({"centres": "Kai: 61, 7.7", "destination": "Kaibyen"}))
    for one in (public, f"/p/{goal.initiative.code}/"):
        told = get(Client(), one)
        assert any(line.startswith("60 % når By innan 45 minutt") for line in lines_of(told))
        assert "Kaibyen" not in told
    with django_capture_on_commit_callbacks(execute=True):
        secretary.post(desk(goal, "rekn-ut/"))
    for one in (public, f"/p/{goal.initiative.code}/"):
        told = lines_of(get(Client(), one))
        assert any(line.startswith("99,5 % når Kaibyen innan 45 minutt") for line in told)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"centres": "By 61, 7"},
            "Linje 1 er ikkje eit namn, kolon, breiddegrad og lengdegrad.",
        ),
        (
            {"centres": "By: 61, 7\nKai: 7.7, 61.0"},
            ("Linje 2: skriv breiddegrada først og så lengdegrada, til dømes 61.230, 7.100."),
        ),
        (
            {"centres": "By: 161, 7"},
            ("Linje 1: skriv breiddegrada først og så lengdegrada, til dømes 61.230, 7.100."),
        ),
        ({"centres": "\n"}, ""),
        ({"limit_minutes": "0"}, ""),
    ],
    ids=str,
)
def test_a_goal_that_cannot_be(
    secretary: Client, goal: TravelGoal, wrong: dict[str, str], sentence: str
) -> None:
    said: dict[str, Any] = {
        "destination": "By",
        "centres": "By: 61, 7",
        "limit_minutes": "45",
        "ferry_wait_minutes": "15",
    }
    answer = secretary.post(desk(goal, "mal/"), said | wrong)
    assert answer.status_code == 400
    assert sentence in ["", *lines_of(answer.content.decode())]


def test_only_for_the_secretary_of_the_council(
    secretary: Client, client: Client, goal: TravelGoal
) -> None:
    scenario, run = make_scenario(goal), TravelRun.objects.earliest("pk")
    make_council("Fjellrådet", host="fjell.example")
    pages = (
        desk(goal),
        desk(goal, "nytt/"),
        desk(goal, "mal/"),
        desk(goal, f"{scenario.pk}/"),
        f"/arbeid/reisetid/{run.pk}/",
    )
    for page in pages:
        assert client.get(page).status_code == 302
        assert secretary.get(page, headers={"host": "fjell.example"}).status_code in {403, 404}
    for page in (
        desk(goal, "rekn-ut/"),
        desk(goal, f"{scenario.pk}/slett/"),
        desk(goal, f"{scenario.pk}/vis/"),
    ):
        assert client.post(page).status_code == 302
        assert secretary.get(page).status_code == 405
    scenario.refresh_from_db()
    assert (scenario.removed_at, scenario.visibility) == (None, "public")
