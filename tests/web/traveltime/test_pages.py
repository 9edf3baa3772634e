"""The pages of travel time: what they say, to whom, and what they cost."""

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.travel import (
    BRIDGE,
    FACTS,
    MEASURE,
    OFTEN,
    compute,
    initiative,
    make_goal,
    make_scenario,
)
from tests.web.page_text import clean, get, lines_of, part_of
from tiltak.cli.demo.network import network_files
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.traveltime.models import TravelGoal, TravelScenario
from tiltak.domain.traveltime.operations import (
    keep_data_set,
    remove_scenario,
    set_goal,
    show_scenario,
)

pytestmark = pytest.mark.django_db


def page_of(goal: TravelGoal) -> str:
    return f"/p/{goal.initiative.code}/reisetid/"


def rows_of(html: str, part: str) -> list[list[str]]:
    """The cells of a table of the page."""
    found = html[html.index(f'id="{part}"') :]
    rows = re.findall(r"<tr>(.*?)</tr>", found[: found.index("</section>")], re.DOTALL)
    return [
        [
            clean(re.sub(r"<[^>]+>", " ", cell))
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        ]
        for row in rows
    ]


def test_the_headline_says_what_was_computed(client: Client, goal: TravelGoal) -> None:
    html = get(client, page_of(goal))
    lines = lines_of(html)
    assert "60 % når By innan 45 minutt" in lines
    assert any(
        line.startswith(
            "Med dagens vegar og ferjer. Går alt 20 % seinare, blir det 30 %; "
            "går alt 20 % raskare, 60 %. 5 menneske har ingen veg til By."
        )
        for line in lines
    )


def test_the_table_of_municipalities(client: Client, goal: TravelGoal) -> None:
    assert rows_of(get(client, page_of(goal)), "kommunar") == [
        [
            "Kommune",
            "Folk",
            "Innan 45 min",
            "Spenn ±20 %",
            "Halvparten har høgst",
            "Ni av ti har høgst",
            "Utan veg",
        ],
        ["Nordvik", "300", "100 %", "100 %", "10 min", "10 min", "0"],
        ["Sørvåg", "705", "43 %", "0–43 %", "70 min", "70 min", "5"],
        ["Heile regionen", "1 005", "60 %", "30–60 %", "40 min", "70 min", "5"],
    ]


def test_scenarios_stand_beside_each_other(
    client: Client, goal: TravelGoal, bridge: TravelScenario
) -> None:
    make_scenario(goal, OFTEN)
    make_scenario(goal, BRIDGE | {"name": "Hemmeleg"}, is_public=False)
    html = get(client, page_of(goal))
    title = bridge.measure.short_title or bridge.measure.elements.get().text
    assert rows_of(html, "kva-om")[1:] == [
        [f"Bru {title}", "99,5 %", "400", "0", "400, i snitt 26 min", "0", "10 400 min"],
        [
            *(f"Ferje kvart tiande minutt {title}", "60 %", "0", "0"),
            *("400, i snitt 15 min", "0", "6 000 min"),
        ],
    ]
    assert "Hemmeleg" not in html
    told = "Spart i alt er minutt gonger menneske, éin veg. Det nokon taper, er trekt frå."
    for page in (html, get(client, f"{page_of(goal)}{bridge.pk}/")):
        assert lines_of(page).count(told) == 1


@pytest.mark.parametrize(("prefix", "minutes"), [("", "37,5 minutt"), ("/en", "37.5 minutes")])
def test_a_limit_with_half_a_minute(
    client: Client, council: RegionalCouncil, prefix: str, minutes: str
) -> None:
    goal = make_goal(council)
    goal.limit_minutes = 37.5
    goal.save()
    compute(goal)
    html = get(client, f"{prefix}{page_of(goal)}")
    assert any(minutes in line for line in lines_of(html))
    assert 'data-limit="37.5"' in html
    assert minutes in get(client, f"{prefix}/p/{goal.initiative.code}/")


def test_a_scenario_before_and_after(
    client: Client, goal: TravelGoal, bridge: TravelScenario
) -> None:
    html = get(client, f"{page_of(goal)}{bridge.pk}/")
    lines = lines_of(html)
    assert lines[2].startswith("99,5 % ville nå By innan 45 minutt. I dag: 60 %. ")
    assert rows_of(html, "kommunar")[1:] == [
        ["Nordvik", "300", "100 %", "100 %", "0", "0", "0", "0", "0 min"],
        [
            *("Sørvåg", "705", "99 %", "43 %", "400", "0"),
            *("400, i snitt 26 min", "0", "10 400 min"),
        ],
        [
            *("Heile regionen", "1 005", "99,5 %", "60 %", "400", "0"),
            *("400, i snitt 26 min", "0", "10 400 min"),
        ],
    ]
    assert "Ny tunnel, bru eller veg: Kai – Øy, 75 km/t, 5 km" in lines
    facts = re.findall(r"<dd[^>]*>(.*?)</dd>", html[html.index('<dl class="facts">') :])
    assert [clean(one) for one in facts] == [
        *("400", "menneske", "0", "menneske", "400, i snitt 26 min", "0"),
        *("10 400 min", "éin veg, alle reisene lagde saman"),
    ]


@pytest.mark.parametrize(
    ("prefix", "lines"),
    [
        (
            "",
            [
                (
                    "Andre avgangar eller anna overfart på ei ferje: Kai – Øy, 12,5 minutt mellom "
                    "avgangane, 8 minutt overfart"
                ),
                "Anna fart på ein veg: By – (61.000, 7.150), 90 km/t",
                "Alle ferjer om natta: 60 minutt mellom avgangane, høgst 45 minutt venting",
                "Ny tunnel, bru eller veg: Kai – Øy, 80 km/t, berre den eine vegen",
                "Stengd veg: Dal",
            ],
        ),
        (
            "/en",
            [
                (
                    "Other departures or another crossing time of a ferry: Kai – Øy, 12.5 "
                    "minutes between departures, 8 minutes on board"
                ),
            ],
        ),
    ],
)
def test_what_a_scenario_changes_is_told(
    client: Client, goal: TravelGoal, prefix: str, lines: list[str]
) -> None:
    kai_island = {"from": BRIDGE["changes"][0]["from"], "to": BRIDGE["changes"][0]["to"]}
    changes = [
        {
            "kind": "changed_ferry",
            **kai_island,
            "headway_minutes": 12.5,
            "crossing_minutes": 8.0,
        },
        {"kind": "changed_link", "from": [61.0, 7.0], "to": [61.0, 7.15], "kmh": 90.0},
        {"kind": "night", "headway_minutes": 60.0, "longest_wait_minutes": 45.0},
        {"kind": "new_link", **kai_island, "kmh": 80.0, "one_way": True},
        {"kind": "closed_link", "at": [61.0, 7.2]},
    ]
    scenario = make_scenario(goal, {"name": "Mykje", "changes": changes})
    assert scenario.runs.get().problem is None
    html = get(client, f"{prefix}{page_of(goal)}{scenario.pk}/")
    told = html[html.index('class="items changes"') :]
    found = [clean(one) for one in re.findall("<li>(.*?)</li>", told[: told.index("</ul>")])]
    assert found[: len(lines)] == lines


def test_sources_are_of_what_is_shown_not_of_what_waits(client: Client, goal: TravelGoal) -> None:
    files = [
        one if one.role != "roads" else dataclasses.replace(one, source="Nye vegar")
        for one in network_files(FACTS)
    ]
    by = editor_of(goal.council)
    set_goal(
        by=by,
        initiative=goal.initiative,
        data_set=keep_data_set(by=by, name="Nytt", files=files, now=NOW),
        destination="By",
        centres=goal.centres,
        limit_minutes=50,
        now=NOW,
    )
    assert "Nye vegar" not in get(client, page_of(goal))
    goal.refresh_from_db()
    compute(goal)
    assert "Nye vegar" in get(client, page_of(goal))


def test_the_drawing_and_its_names_need_no_script(client: Client, goal: TravelGoal) -> None:
    html = get(client, page_of(goal))
    drawing = html[html.index("<svg viewBox") : html.index('<ul class="legend')]
    assert re.findall(r"<text[^>]*>([^<]+)</text>", drawing) == ["By", "Øy", "Kai", "Dal", "Øde"]
    assert drawing.count('class="cell"') == 4  # one path for each step of minutes
    assert 'class="way ferry"' in drawing
    assert "style=" not in html


def test_the_columns_have_their_figures(client: Client, goal: TravelGoal) -> None:
    rows = rows_of(get(client, page_of(goal)), "folk")
    assert [row for row in rows[1:] if row[1] != "0"] == [
        ["0–5 min", "100"],
        ["5–10 min", "200"],
        ["35–40 min", "300"],
        ["65–70 min", "400"],
        ["utan veg", "5"],
    ]


def test_method_sources_and_versions_are_on_the_page(client: Client, goal: TravelGoal) -> None:
    told = " ".join(part_of(get(client, page_of(goal)), "metode"))
    sha256 = goal.data_set.files.get(role="roads").file.sha256
    for expected in (
        "Laga for prøva. Fri bruk",
        f"vegar.geojson {sha256[:12]}…",
        "Tida er køyretid med bil på vegnettet i fila",
        "5 menneske i 1 av rutene bur for langt frå ein veg.",
        "numpy ",
    ):
        assert expected in told


@pytest.mark.parametrize(
    ("prefix", "headline"),
    [
        ("/nb", "60 % når By innen 45 minutter"),
        ("/en", "60% reach By within 45 minutes"),
    ],
)
def test_in_other_languages(client: Client, goal: TravelGoal, prefix: str, headline: str) -> None:
    assert headline in lines_of(get(client, prefix + page_of(goal)))


def test_before_anything_is_computed(client: Client, council: RegionalCouncil) -> None:
    goal = make_goal(council)
    assert "Reisetida er ikkje rekna ut enno." in lines_of(get(client, page_of(goal)))


def test_the_elements_pages_lead_here(
    client: Client, goal: TravelGoal, bridge: TravelScenario
) -> None:
    html = get(client, f"/p/{goal.initiative.code}/")
    assert f'<a href="{page_of(goal)}">60\u00a0% når By innan 45 minutt</a>' in html
    html = get(client, f"/p/{bridge.measure.code}/")
    assert f'<a href="{page_of(goal)}{bridge.pk}/"' in html
    other = initiative(goal.initiative.elements.get().version, "1.1.m2")
    assert "reisetid" not in get(client, f"/p/{other.code}/")


def test_not_for_another_council(client: Client, goal: TravelGoal, bridge: TravelScenario) -> None:
    make_council("Fjellrådet", host="fjell.example")
    hidden = make_scenario(goal, OFTEN, is_public=False)
    folder = page_of(goal)
    for path in (
        folder,
        f"{folder}{bridge.pk}/",
        f"{folder}fil/cells.csv",
        f"{folder}{bridge.pk}/fil/cells.csv",
    ):
        assert client.get(path).status_code == 200
        assert client.get(path, headers={"host": "fjell.example"}).status_code == 404
    for path in (
        f"{folder}{hidden.pk}/",
        f"{folder}{hidden.pk}/fil/cells.csv",
        f"/p/{bridge.measure.code}/reisetid/",
    ):
        assert client.get(path).status_code == 404


def test_from_memory_until_something_public_changes(
    client: Client, goal: TravelGoal, bridge: TravelScenario
) -> None:
    def etag() -> str:
        answer = client.get(page_of(goal))
        assert answer.headers["Cache-Control"] == "public, no-cache"
        return str(answer.headers["ETag"])

    by, first = editor_of(goal.council), etag()
    assert etag() == first
    assert client.get(page_of(goal), headers={"if-none-match": first}).status_code == 304
    show_scenario(by=by, scenario=bridge, is_public=False, now=NOW)
    hidden = etag()
    show_scenario(by=by, scenario=bridge, is_public=True, now=NOW)
    assert (hidden != first, etag()) == (True, first)
    remove_scenario(by=by, scenario=bridge, now=NOW)
    assert etag() == hidden
    set_goal(
        by=by,
        initiative=goal.initiative,
        data_set=goal.data_set,
        destination="Byen",
        centres=goal.centres,
        now=NOW,
    )
    assert etag() != hidden


@pytest.mark.parametrize("scenarios", [1, 8])
def test_the_cost_does_not_grow_with_the_scenarios(
    client: Client,
    goal: TravelGoal,
    django_assert_num_queries: Callable[..., Any],
    scenarios: int,
) -> None:
    made = [make_scenario(goal, BRIDGE | {"name": f"Bru {number}"}) for number in range(scenarios)]
    with django_assert_num_queries(12):
        get(client, page_of(goal))
    with django_assert_num_queries(12):
        get(client, f"{page_of(goal)}{made[0].pk}/")


def test_an_outside_background_is_only_named_when_it_is_set(
    client: Client, goal: TravelGoal, settings: LazySettings
) -> None:
    assert 'data-background=""' in get(client, page_of(goal))
    settings.MAP_BACKGROUND = "https://kart.example/{z}/{x}/{y}.png"
    settings.MAP_CREDIT = "© Kartverket"
    html = get(client, f"/nb{page_of(goal)}")
    assert 'data-background="https://kart.example/{z}/{x}/{y}.png"' in html
    assert 'data-credit="© Kartverket"' in html


def test_a_measure_without_a_scenario_is_no_goal(client: Client, goal: TravelGoal) -> None:
    measure = initiative(goal.initiative.elements.get().version, MEASURE)
    assert client.get(f"/p/{measure.code}/reisetid/").status_code == 404
