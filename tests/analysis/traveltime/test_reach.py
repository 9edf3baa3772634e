"""Who reaches a centre: shares, median, calibration, the range, several centres."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from tests.analysis.traveltime.worlds import (
    as_file,
    at,
    borders,
    box,
    collection,
    network,
    people,
    road,
)
from tiltak.analysis.traveltime import (
    BadInput,
    Place,
    area_of,
    assumptions_of_reach,
    changed,
    reach_of,
    read_municipalities,
    read_population,
    read_totals,
    scenario_of,
    warnings_of_reach,
)
from tiltak.analysis.traveltime.figures import Figures, figures_of, weighted_quantile

TOWN = Place("Byen", *at(0, 0)[::-1])
# homes on a road of 60 km/h: minutes are kilometres, and 3 a kilometre off the road
ROAD = road(*(at(km, 0) for km in range(0, 101, 5)))
HOMES = people((at(10, 0), 100), (at(40, 0), 60), (at(50, 0), 30), (at(90, 0), 10), (at(50, 20), 4))
TWO = borders(("4640", "Sogndal", box(-5, -5, 45, 30)), ("4644", "Luster", box(45, -5, 105, 30)))


def test_figures_of_municipalities_and_region() -> None:
    found = reach_of(network(ROAD), area_of(HOMES, TWO), [TOWN], limit=45)
    assert found.trips.minutes[:4] == pytest.approx([10, 40, 50, 90], rel=0.02)
    assert found.has_road.tolist() == [True, True, True, True, False]
    assert [found.of_municipality(at).share for at in (0, 1)] == [1.0, 0.0]
    assert found.region.share == pytest.approx(160 / 204)
    assert found.region == Figures(
        people=204,
        within=160,
        unreachable=4,
        median=found.trips.minutes[1],
        p90=found.trips.minutes[2],
    )
    assert [str(one) for one in warnings_of_reach(network(ROAD), found)] == [
        "4 menneske i 1 av rutene bur for langt frå ein veg."
    ]


def test_the_range_is_a_fifth_to_each_side() -> None:
    found = reach_of(network(ROAD), area_of(HOMES, TWO), [TOWN], limit=45)
    assert found.slow[:4] == pytest.approx(found.trips.minutes[:4] / 0.8)
    assert found.fast[:4] == pytest.approx(found.trips.minutes[:4] / 1.2)
    spread = found.range_of()
    assert [spread.slow, spread.assumed, spread.fast] == pytest.approx(
        [100 / 204, 160 / 204, 190 / 204]
    )
    assert found.range_of(1).fast == pytest.approx(30 / 44)


def test_everybody_goes_to_the_nearest_centre_by_one_way_streets() -> None:
    """The road to the near centre is one-way, away from it."""
    made = network(road(at(0, 0), at(20, 0), oneway=True), road(at(20, 0), at(60, 0)))
    area = area_of(people((at(15, 0), 1), (at(25, 0), 1)), TWO)
    found = reach_of(made, area, [TOWN, Place("Nybyen", *at(60, 0)[::-1])])
    assert found.trips.minutes == pytest.approx([45, 35], rel=0.02)
    assert found.trips.source.tolist() == [1, 1]
    assert found.trips.ferries.tolist() == [0, 0]


def test_cells_are_scaled_to_the_municipalitys_total() -> None:
    totals = read_totals(as_file("kommunenummer;population\n4640;320\n", "folketal.csv"))
    area = area_of(HOMES, TWO, totals)
    assert area.weights.tolist() == [200, 120, 30, 10, 4]
    assert area.uncalibrated == ("4644",)


def test_a_rounded_grid_without_totals_is_warned_of() -> None:
    rounded = people((at(10, 0), 5), (at(40, 0), 60), (at(50, 0), 5))
    assert rounded.is_rounded
    found = reach_of(network(ROAD), area_of(rounded, TWO, {"4640": 64}), [TOWN])
    assert [str(one) for one in warnings_of_reach(network(ROAD), found)] == [
        (
            "Folketalet er avrunda: alle ruter med 1 til 9 menneske står med 5. Gje folketal for "
            "kommunane, så summane blir rette (manglar for 4644)."
        )
    ]


def test_totals_that_do_not_fit_the_cells_are_told() -> None:
    """One without cells, one without a total, and one that is hardly the same people."""
    three = borders(
        ("4640", "Sogndal", box(-5, -5, 45, 30)),
        ("4644", "Luster", box(45, -5, 105, 30)),
        ("4641", "Aurland", box(-50, -50, -40, -40)),
        ("4642", "Lærdal", box(-30, -50, -20, -40)),
    )
    area = area_of(HOMES, three, {"4640": 320, "4641": 70, "1420": 9})
    assert area.counted.tolist() == [160, 0, 0, 44]
    found = reach_of(network(ROAD), area, [TOWN])
    assert [str(one) for one in warnings_of_reach(network(ROAD), found)][:-1] == [
        "Folketalet manglar for 4642, 4644. Der er det rekna med så mange som det bur i rutene.",
        "70 menneske i folketala er ikkje med: det bur ingen i rutene i 4641.",
        (
            "Kommune 4640 har 320 menneske i folketala, men 160 i rutene. Er det same året og same "
            "grensene?"
        ),
    ]


def test_people_where_borders_overlap_are_counted_once_and_told() -> None:
    both = borders(
        ("4640", "Sogndal", box(-5, -5, 105, 30)), ("4644", "Luster", box(45, -5, 105, 30))
    )
    area = area_of(HOMES, both)
    assert (area.counted.tolist(), area.shared) == ([204, 0], 44)
    assert str(warnings_of_reach(network(ROAD), reach_of(network(ROAD), area, [TOWN]))[0]) == (
        "44 menneske bur der kommunegrensene overlappar, og er rekna i den første kommunen."
    )


def test_totals_of_other_municipalities_are_refused() -> None:
    with pytest.raises(BadInput) as refused:
        area_of(HOMES, TWO, {"1420": 100, "1426": 20})
    assert str(refused.value) == (
        "Ingen av kommunane i folketala (1420, 1426) er i kommunegrensene (4640, 4644). Høyrer "
        "filene saman?"
    )


def test_totals_as_a_spreadsheet_writes_them() -> None:
    """Numbers with decimals, in UTF-16 with tabs, with line ends of Windows."""
    text = "kommunenummer\tpopulation\r\n4640.0\t320\r\n301.0\t12,5\r\n"
    assert read_totals(as_file(text.encode("utf-16"))) == {"4640": 320, "0301": 12.5}


def test_a_road_that_is_one_way_the_wrong_way_is_told() -> None:
    made = network(road(at(0, 0), at(20, 0), oneway=True))
    found = reach_of(made, area_of(people((at(15, 0), 8)), TWO), [TOWN])
    assert found.region.unreachable == 8
    assert [str(one) for one in warnings_of_reach(made, found)] == [
        (
            "8 menneske i 1 av rutene har veg, men ingen som fører til eit senter: han er "
            "einvegskøyrd."
        )
    ]


def test_a_closed_road_holds_nothing_together() -> None:
    made = network(road(at(0, 0), at(5, 0)), road(at(5, 0), at(20, 0)))
    shut = {"kind": "closed_link", "from": at(6, 0)[::-1], "to": at(8, 0)[::-1]}
    closed = changed(made, scenario_of({"name": "stengd", "changes": [shut]}))
    found = reach_of(closed, area_of(people((at(15, 0), 8)), TWO), [TOWN])
    assert [str(one) for one in warnings_of_reach(closed, found)] == [
        (
            "8 menneske i 1 av rutene har veg, men ingen som fører til eit senter: vegnettet er i 2 "
            "delar. Dei fleste av dei bur ved delen med rad 2, som har 12.0 km veg."
        )
    ]


def test_exactly_at_the_limit_is_inside_whatever_the_last_digit() -> None:
    assert figures_of(np.array([45 + 1e-9, 45 + 1e-3]), np.array([2.0, 3.0]), 45).within == 2


def test_people_on_another_piece_of_the_network_are_counted_and_warned_of() -> None:
    made = network(ROAD, road(at(10, 15), at(20, 15)))
    area = area_of(people((at(10, 0), 100), (at(15, 15), 25)), TWO)
    found = reach_of(made, area, [TOWN])
    assert (found.region.people, found.region.within, found.region.unreachable) == (125, 100, 25)
    assert [str(one) for one in warnings_of_reach(made, found)] == [
        (
            "25 menneske i 1 av rutene har veg, men ingen som fører til eit senter: vegnettet er i 2 "
            "delar. Dei fleste av dei bur ved delen med rad 2, som har 10.0 km veg."
        )
    ]


def test_a_place_outside_all_borders_goes_to_the_nearest_within_500_m() -> None:
    homes = np.array([at(-5.3, 0), at(105.3, 0), at(-6, 0), at(45, 0)])
    # a place on the border itself belongs to the first of the two
    assert TWO.of(homes).tolist() == [0, 1, -1, 0]


def test_who_lives_beside_the_borders_or_elsewhere_is_told_with_the_assumptions() -> None:
    homes = ((at(10, 0), 100), (at(-5.3, 0), 7), (at(10, 100), 900))
    found = reach_of(network(ROAD), area_of(people(*homes), TWO), [TOWN])
    told = [str(one) for one in assumptions_of_reach(found)]
    elsewhere = (
        "Berre dei som bur i kommunane i fila med grenser, er med. 900 menneske i folketalsfila bur "
        "andre stader."
    )
    beside = (
        "7 menneske bur i ruter som ligg inntil 500 m utanfor grensene, og er rekna i den næraste "
        "kommunen."
    )
    assert [one for one in told if one in {elsewhere, beside}] == [elsewhere, beside]
    # the whole country in the file of people is nothing to be warned of
    assert not any("utanfor" in str(one) for one in warnings_of_reach(network(ROAD), found))
    few = reach_of(network(ROAD), area_of(people(homes[0], (at(10, 100), 90)), TWO), [TOWN])
    assert [str(one) for one in warnings_of_reach(network(ROAD), few)] == [
        "90 menneske bur i ruter utanfor kommunane og er ikkje med."
    ]
    assert not {elsewhere, beside} & {str(one) for one in assumptions_of_reach(few)}


def test_cells_of_the_grid_stand_for_their_centres() -> None:
    cells = read_population(as_file("SSBID0250M;pop_tot\n19850006808750;4\n20000007000000;0\n"))
    assert cells.ids.tolist() == ["19850006808750"]
    to_degrees = Transformer.from_crs(25833, 4326, always_xy=True)
    assert cells.lonlat[0] == pytest.approx(to_degrees.transform(-15_000 + 125, 6_808_750 + 125))
    kilometre = read_population(as_file("ssbid1000m,pop\n19850006808000,4\n"))
    assert kilometre.lonlat[0] == pytest.approx(to_degrees.transform(-15_000 + 500, 6_808_500))


@pytest.mark.parametrize(
    ("field", "properties", "chosen"),
    [
        (None, {"Kommunenum": 301, "Kommunenav": "Oslo"}, ("0301", "Oslo")),
        (None, {"kommunenummer": 4640.0, "navn": "Sogndal"}, ("4640", "Sogndal")),
        ("LAU", {"LAU": "4640", "kommunenummer": "1"}, ("4640", "4640")),
    ],
)
def test_the_number_is_found_in_the_usual_fields_or_the_one_that_is_named(
    field: str | None, properties: dict[str, object], chosen: tuple[str, str]
) -> None:
    feature = road(at(0, 0), at(1, 1), highway="x") | {
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [[*box(0, 0, 1, 1), at(0, 0)]]},
    }
    read = read_municipalities(as_file(collection(feature)), field)
    assert (read.codes[0], read.names[0]) == chosen


def test_a_border_that_crosses_itself_is_mended_and_parts_are_one_municipality() -> None:
    bow = [at(0, 0), at(2, 2), at(2, 0), at(0, 2)]
    made = borders(("4640", "Sogndal", bow), ("4640", "Sogndal", box(10, 0, 12, 2)))
    assert made.codes == ("4640",)
    assert made.of(np.array([at(0.5, 1), at(11, 1), at(5, 1)])).tolist() == [0, 0, -1]


times = st.lists(
    st.tuples(st.one_of(st.floats(0, 300), st.just(float("inf"))), st.integers(1, 50)), min_size=1
)


@given(times, st.sampled_from([0.5, 0.9]))
def test_a_quantile_is_what_counting_person_by_person_gives(
    homes: list[tuple[float, int]], share: float
) -> None:
    minutes, count = (np.array(column, dtype=float) for column in zip(*homes, strict=True))
    everybody = sorted(one for one, many in homes for _ in range(many))
    expected = everybody[int(np.ceil(share * len(everybody) - 1e-9)) - 1]
    found = weighted_quantile(minutes, count, share)
    assert found == (None if np.isinf(expected) else expected)


def test_an_area_without_people_has_no_share() -> None:
    nobody = figures_of(np.zeros(0), np.zeros(0), 45)
    assert (nobody.share, nobody.median, nobody.p90) == (None, None, None)
