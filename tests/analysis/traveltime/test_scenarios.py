"""Scenarios: what each change does, who wins and who loses, and that nothing else moves."""

import json
from typing import Any

import numpy as np
import pytest

from tests.analysis.traveltime.test_network import NO_WAY, trip
from tests.analysis.traveltime.worlds import as_file, at, borders, box, ferry, network, people, road
from tiltak.analysis.traveltime import (
    BadInput,
    Comparison,
    Gains,
    Network,
    Place,
    area_of,
    changed,
    encode_scenario,
    reach_of,
    read_scenario,
    scenario_of,
    scenario_sha256,
)


def lat_lon(east: float, north: float) -> list[float]:
    return list(at(east, north)[::-1])


def fjord() -> Network:
    """Two villages on each side of a fjord, a ferry between, and a road around."""
    return network(
        road(at(0, 0), at(10, 0), at(20, 0)),
        ferry(at(10, 0), at(10, 6), crossing_minutes=15, headway_minutes=30),
        road(at(0, 6), at(10, 6), at(20, 6)),
        road(at(20, 0), at(60, 3), at(20, 6), kmh=50),
    )


def after(*changes: dict[str, Any]) -> Network:
    return changed(fjord(), scenario_of({"name": "prøve", "changes": list(changes)}))


SOUTH, NORTH = at(5, 0), at(5, 6)
FERRY = {"from": lat_lon(10, 0.5), "to": lat_lon(10.3, 6)}
AROUND = (126.2, 110.2, 0)


def test_today() -> None:
    # 5 km, half of 30 minutes, 15 minutes, 5 km
    assert trip(fjord(), SOUTH, NORTH) == (40.0, 16.0, 1)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {
                "kind": "new_link",
                "from": lat_lon(5, 0.1),
                "to": lat_lon(5, 6.1),
                "kmh": 80,
                "length_km": 8,
            },
            (6.0, 8.0, 0),
        ),
        (
            {"kind": "new_link", "from": lat_lon(5, 0), "to": lat_lon(5, 6), "kmh": 60},
            (6.0, 6.0, 0),
        ),
        (
            {
                "kind": "new_link",
                "from": lat_lon(5, 6),
                "to": lat_lon(5, 0),
                "kmh": 60,
                "one_way": True,
            },
            (40.0, 16.0, 1),
        ),
        ({"kind": "changed_link", "at": lat_lon(3, 0.1), "kmh": 30}, (45.0, 16.0, 1)),
        (
            {"kind": "changed_link", "from": lat_lon(7, 0), "to": lat_lon(9, 0), "kmh": 30},
            (42.0, 16.0, 1),
        ),
        ({"kind": "changed_ferry", **FERRY, "headway_minutes": 10}, (30.0, 16.0, 1)),
        ({"kind": "changed_ferry", **FERRY, "crossing_minutes": 5}, (30.0, 16.0, 1)),
        ({"kind": "removed_ferry", **FERRY}, AROUND),
        ({"kind": "closed_link", "from": lat_lon(7, 0), "to": lat_lon(9, 0)}, NO_WAY),
        (
            {
                "kind": "new_ferry",
                "from": lat_lon(5, 0),
                "to": lat_lon(5, 6),
                "headway_minutes": 20,
                "crossing_minutes": 12,
            },
            (22.0, 6.0, 1),
        ),
        (
            {"kind": "new_ferry", "from": lat_lon(5, 0), "to": lat_lon(5, 6), "length_km": 6.3},
            (36.0, 6.3, 1),
        ),
        ({"kind": "night", "headway_minutes": 60}, (55.0, 16.0, 1)),
        ({"kind": "night", "headway_minutes": 240, "longest_wait_minutes": 60}, (85.0, 16.0, 1)),
    ],
)
def test_what_each_change_does(change: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert trip(after(change), SOUTH, NORTH) == expected


def test_changes_are_done_in_order_and_the_network_stays_as_it_was() -> None:
    today = fjord()
    twice = scenario_of(
        {
            "name": "fyrst natt, så oftare ferje",
            "changes": [
                {"kind": "night", "headway_minutes": 60},
                {"kind": "changed_ferry", **FERRY, "headway_minutes": 10},
            ],
        }
    )
    assert trip(changed(today, twice), SOUTH, NORTH) == (30.0, 16.0, 1)
    assert trip(today, SOUTH, NORTH) == (40.0, 16.0, 1)


def test_a_ferry_in_several_lines_is_found_by_its_quays() -> None:
    made = network(
        road(at(0, 0), at(1, 0)),
        ferry(at(1, 0), at(3, 0)),
        ferry(at(3, 0), at(7, 0)),
        ferry(at(3, 0), at(3, 3)),
        road(at(7, 0), at(8, 0)),
        road(at(3, 3), at(3, 4)),
    )
    change = {
        "kind": "changed_ferry",
        "from": lat_lon(1, 0),
        "to": lat_lon(7, 0),
        "crossing_minutes": 30,
    }
    made = changed(made, scenario_of({"name": "x", "changes": [change]}))
    assert made.lines.crossing == pytest.approx(
        [np.nan, 10, 20, np.nan, np.nan, np.nan], nan_ok=True, rel=0.01
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"kind": "removed_ferry", "from": lat_lon(0, 0), "to": lat_lon(0, 6)},
            (
                "Endring 1: det går inga ferje mellom dei to stadene. Set dei ved kaiane, innan 2 km."
            ),
        ),
        (
            {"kind": "new_link", "from": lat_lon(5, 3), "to": lat_lon(5, 6), "kmh": 80},
            "Endring 1: staden 61.0269, 6.09245 ligg 2997 m frå næraste veg.",
        ),
        (
            {"kind": "new_link", "from": lat_lon(5, 0), "to": lat_lon(5, 0.1), "kmh": 80},
            "Endring 1: begge endane er på same staden.",
        ),
        (
            {"kind": "closed_link", "from": lat_lon(5, 0), "to": lat_lon(5, 0.1)},
            "Endring 1: begge endane er på same staden.",
        ),
        (
            {"kind": "closed_link", "at": [6.0, 61.0]},
            ("Endring 1: skriv staden 6, 61 som breiddegrad og lengdegrad, til dømes 61.23, 7.09."),
        ),
        (
            {"kind": "closed_link", "at": [100, 6.0]},
            (
                "Endring 1: skriv staden 100, 6 som breiddegrad og lengdegrad, til dømes 61.23, "
                "7.09."
            ),
        ),
        (
            {
                "kind": "new_link",
                "from": lat_lon(5, 0),
                "to": lat_lon(5, 6),
                "kmh": 80,
                "length_km": 0.6,
            },
            "Endring 1: lengda 0.6 km er kortare enn luftlina, som er 6.0 km.",
        ),
        (
            {"kind": "removed_ferry", "from": [61.0, 6.0], "to": [6.0, 61.0]},
            ("Endring 1: skriv staden 6, 61 som breiddegrad og lengdegrad, til dømes 61.23, 7.09."),
        ),
    ],
)
def test_what_cannot_be_done_is_said(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput) as refused:
        after(change)
    assert str(refused.value) == said


def test_a_stretch_between_two_pieces_is_refused() -> None:
    made = network(road(at(0, 0), at(5, 0)), road(at(0, 9), at(5, 9)))
    change = {"kind": "closed_link", "from": lat_lon(1, 0), "to": lat_lon(1, 9)}
    with pytest.raises(BadInput) as refused:
        changed(made, scenario_of({"name": "x", "changes": [change]}))
    assert str(refused.value) == "Endring 1: det går ingen veg mellom dei to stadene."


def test_toml_and_json_are_the_same_scenario() -> None:
    toml = 'name = "Tunnel"\n[[changes]]\nkind = "new_link"\nfrom = [61.0, 6.1]\nto = [61, 6.2]\nkmh = 80\n'
    said = {
        "changes": [{"kmh": 80.0, "to": [61, 6.2], "from": [61, 6.1], "kind": "new_link"}],
        "name": "Tunnel",
    }
    one, other = read_scenario(as_file(toml)), read_scenario(as_file(json.dumps(said)))
    assert one == other
    assert encode_scenario(one) == encode_scenario(other)
    assert scenario_of(json.loads(encode_scenario(one))) == one
    assert scenario_sha256(one) == scenario_sha256(other)


HOMES = people((at(5, 6), 100), (at(15, 6), 40), (at(5, 0), 50), (at(18, 0), 7))
TWO = borders(("4640", "Sogndal", box(-5, -5, 70, 3)), ("4639", "Vik", box(-5, 3, 70, 9)))
TOWN = [Place("Byen", *at(0, 0)[::-1])]


def compared(*changes: dict[str, Any]) -> Comparison:
    area = area_of(HOMES, TWO)
    made = after(*changes)
    return Comparison(*(reach_of(one, area, TOWN, limit=44) for one in (fjord(), made)))


def test_who_comes_inside_and_how_many_minutes_are_won() -> None:
    found = compared({"kind": "changed_ferry", **FERRY, "headway_minutes": 20})
    # five minutes less for 140 people; all of them were just outside
    assert found.won == pytest.approx([5, 5, 0, 0], abs=1e-6)
    assert found.region == Gains(
        comes_inside=140,
        goes_outside=0,
        gets_way=0,
        loses_way=0,
        minutes_won=pytest.approx(700),
        minutes_lost=0,
        winners=140,
        losers=0,
    )
    assert [found.of_municipality(at).winners for at in (0, 1)] == [140, 0]
    assert found.before.area.municipalities.names == ("Vik", "Sogndal")


def test_who_loses_is_said() -> None:
    found = compared(
        {"kind": "removed_ferry", **FERRY},
        {"kind": "closed_link", "from": lat_lon(16, 0), "to": lat_lon(19, 0)},
    )
    # the road around is cut as well, and one home lies along it
    assert found.won.tolist() == [-np.inf, -np.inf, 0, -np.inf]
    gains = found.region
    assert (gains.loses_way, gains.losers, gains.goes_outside, gains.minutes_lost) == (
        147,
        147,
        7,
        0,
    )
    again = Comparison(found.after, found.before).region
    assert (again.gets_way, again.winners, again.comes_inside) == (147, 147, 7)
