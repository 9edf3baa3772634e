"""What is written: whole files, the reason where there are no minutes, the same bytes each time."""

import json

from tests.analysis.traveltime.worlds import as_file, at, borders, box, ferry, network, people, road
from tiltak.analysis.traveltime import (
    Comparison,
    Place,
    area_of,
    as_json,
    assumptions_of,
    assumptions_of_reach,
    cells_csv,
    changed,
    municipalities_csv,
    reach_of,
    scenario_of,
    summary_of_reach,
)

MADE = network(
    road(at(0, 0), at(5, 0), at(10, 0)),
    ferry(at(10, 0), at(10, 3), crossing_minutes=8),
    road(at(10, 3), at(12, 3)),
    road(at(0, 9), at(3, 9)),
)
AREA = area_of(
    people((at(5, 0), 10), (at(12, 3), 5), (at(1, 9), 3), (at(30, 30), 2)),
    borders(("4640", "Sogndal", box(-5, -5, 45, 45))),
    {"4640": 40},
)
CENTRES = [Place("Byen", *at(0, 0)[::-1]), Place("Øya", *at(12, 3)[::-1])]
BEFORE = reach_of(MADE, AREA, CENTRES[:1], limit=30)


def test_cells_say_why_there_are_no_minutes() -> None:
    assert cells_csv(BEFORE).decode().splitlines() == [
        "cell,lat,lon,population,municipality,minutes,km,ferries,centre,access_m,note",
        "2,61.000000,6.092450,20.000,4640,5.00,5.002,0,Byen,0,",
        "3,61.026925,6.221880,10.000,4640,35.00,15.004,1,Byen,0,",
        "4,61.080775,6.018490,6.000,4640,,,,,0,no_way",
        "5,61.269250,6.554700,4.000,4640,,,,,32410,no_road",
    ]


def test_municipalities_are_written_with_what_is_unknown_left_empty() -> None:
    assert municipalities_csv(BEFORE).decode().splitlines() == [
        "number,name,population,within,share,share_slow,share_fast,median,p90,unreachable",
        "4640,Sogndal,40.0,20.0,0.5000,0.5000,0.7500,5.00,,10.0",
    ]


def test_a_scenario_adds_what_was_before() -> None:
    bridge = {"kind": "new_link", "from": at(10, 0)[::-1], "to": at(10, 3)[::-1], "kmh": 60}
    scenario = scenario_of({"name": "Bru", "changes": [bridge]})
    made = changed(MADE, scenario)
    after = reach_of(made, AREA, CENTRES[:1], limit=30)
    lines = cells_csv(after, BEFORE).decode().splitlines()
    assert [line.rsplit(",", 1)[1] for line in lines] == ["minutes_before", "5.00", "35.00", "", ""]
    head, row = municipalities_csv(after, Comparison(BEFORE, after)).decode().splitlines()
    assert dict(zip(head.split(","), row.split(","), strict=True)) == {
        "number": "4640",
        "name": "Sogndal",
        "population": "40.0",
        "within": "30.0",
        "share": "0.7500",
        "share_slow": "0.7500",
        "share_fast": "0.7500",
        "median": "5.00",
        "p90": "",
        "unreachable": "10.0",
        "share_before": "0.5000",
        "comes_inside": "10.0",
        "goes_outside": "0.0",
        "gets_way": "0.0",
        "loses_way": "0.0",
        "minutes_won": "200.0",
        "minutes_lost": "0.0",
        "winners": "10.0",
        "losers": "0.0",
    }


def test_a_summary_holds_all_that_is_needed_to_make_it_again() -> None:
    roads = as_file("{}", "veg.geojson")
    said = [
        as_json(summary_of_reach(MADE, BEFORE, files={"roads": roads, "scenario": None}))
        for _ in range(2)
    ]
    summary = json.loads(said[0])
    assert said[0] == said[1]
    assert summary["inputs"] == [
        {"role": "roads", "name": "veg.geojson", "bytes": 2, "sha256": roads.sha256}
    ]
    assert summary["program"].keys() >= {"tiltak", "python", "numpy", "scipy"}
    assert summary["parameters"]["centres"] == [{"name": "Byen", "lat": 61.0, "lon": 6.0}]
    assert summary["parameters"]["municipality_field"] is None
    named = summary_of_reach(MADE, BEFORE, files={}, municipality_field="LAU")
    assert json.loads(as_json(named))["parameters"]["municipality_field"] == "LAU"
    assert summary["network"]["pieces"] == 2
    assert summary["region"] == {
        "people": 40,
        "within": 20,
        "unreachable": 10,
        "median": BEFORE.region.median,
        "p90": None,
        "share": 0.5,
        "share_slow": 0.5,
        "share_fast": 0.75,
        "no_road": 4,
        "outside_municipalities": 0,
        "cells": 4,
    }


DRIVING = "Tida er køyretid med bil på vegnettet i fila, utan kø, kvile og parkering."
FERRIES = (
    "Ferje tek overfartstida i fila, elles lengda i 18 km/t, og ventetida kjem i tillegg: halve "
    "tida mellom avgangane, men aldri meir enn 30 minutt."
)
ACCESS = (
    "Frå huset til næraste veg er det rekna 20 km/t i luftline, og lenger enn 5000 m blir rekna "
    "som utan veg. Ingen køyrer inn på ein tunnel, ei bru eller ein motorveg midt på."
)


def test_the_assumptions_name_their_figures_and_say_only_what_is_so() -> None:
    assert [str(one) for one in assumptions_of(MADE)] == [
        DRIVING,
        FERRIES,
        "1 av 1 ferjestrekningar har ikkje avgangar i fila. Der er ventetida sett til 15 minutt.",
        ACCESS,
    ]
    alone = network(road(at(0, 0), at(5, 0)))
    assert [str(one) for one in assumptions_of(alone)] == [DRIVING, ACCESS]


def test_what_is_assumed_left_out_and_joined_is_told_where_it_is() -> None:
    made = network(
        road(at(0, 0), at(5, 0), vegkategori="F"),
        road(at(5, 0), at(9, 0), vegfase="planlagt", vegkategori="F"),
        road(at(5, 0), at(9, 2), highway="footway"),
        ferry(at(5, 0.2), at(5, 9), headway_minutes=30),
    )
    assert [str(one) for one in assumptions_of(made)] == [
        DRIVING,
        (
            "5 km veg manglar fart i fila og har fått fart etter vegkategori. Farten er rimeleg, "
            "ikkje målt, og kan endrast med ein eigen fartstabell."
        ),
        FERRIES,
        ACCESS,
        "Vegar og ferjer som berre er planlagde, er ikkje med (1 i fila).",
        "Det bilar ikkje kan bruka, som passasjerferjer, er ikkje med (1 i fila).",
        "Endar som ikkje møtte nokon veg, er skøytte saman med den næraste (1).",
        "Ferjeendar som ligg for langt frå ein veg, er latne i fred (1).",
    ]


def test_people_are_told_to_be_adjusted_only_where_they_are() -> None:
    assert str(assumptions_of_reach(BEFORE)[1]) == (
        "Folketalet i rutene er justert til folketalet i kommunen for 1 av 1 kommunar."
    )
    bare = reach_of(MADE, area_of(AREA.cells, AREA.municipalities), CENTRES[:1])
    assert str(assumptions_of_reach(bare)[1]) == (
        "Folketalet er slik det står i rutene; det er ikkje justert til folketalet i kommunane."
    )
