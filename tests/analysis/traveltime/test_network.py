"""How lines become a network: junctions, ends that do not meet, ferries, snapping."""

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.traveltime.worlds import at, ferry, network, road, roads
from tiltak.analysis.traveltime import KMH, Kind, Network, Place, Tolerances, matrix_of
from tiltak.analysis.traveltime.cautions import warnings_of_speeds
from tiltak.analysis.traveltime.coordinates import GRID, converted, to_earth
from tiltak.analysis.traveltime.junctions import noded
from tiltak.analysis.traveltime.snapping import FEW, TIE, LineIndex


def trip(made: Network, begin: tuple[float, float], end: tuple[float, float]) -> tuple[Any, ...]:
    """Minutes, kilometres and ferries, rounded."""
    found = matrix_of(made, [Place("A", *begin[::-1]), Place("B", *end[::-1])])
    return (
        round(float(found.minutes[0, 1]), 1),
        round(float(found.km[0, 1]), 1),
        int(found.ferries[0, 1]),
    )


NO_WAY = (float("inf"), float("inf"), 0)


def test_an_end_meets_a_line_that_has_a_point_there() -> None:
    made = network(road(at(0, 0), at(2, 0), at(4, 0)), road(at(2, 0), at(2, 3)))
    assert trip(made, at(0, 0), at(2, 3)) == (5.0, 5.0, 0)


def test_lines_that_cross_on_the_ground_at_a_drawn_point_meet() -> None:
    made = network(road(at(0, 2), at(2, 2), at(4, 2)), road(at(2, 0), at(2, 2), at(2, 4)))
    assert trip(made, at(0, 2), at(2, 4)) == (4.0, 4.0, 0)


OVER = [
    {"medium": "U", "kmh": 60},
    {"medium": "L", "kmh": 60},
    {"vegkategori": "E", "motorvegtype": "motorveg", "kmh": 60},
]


@pytest.mark.parametrize("over", OVER)
def test_a_tunnel_a_bridge_and_a_motorway_are_not_met_midway(over: dict[str, Any]) -> None:
    made = network(
        road(at(0, 2), at(2, 2), at(4, 2), **over),
        road(at(2, 0), at(2, 2), at(2, 4)),
        road(at(0, 2), at(0, 3)),
    )
    assert trip(made, at(0, 3), at(2, 4)) == NO_WAY


@pytest.mark.parametrize("over", OVER)
def test_a_road_that_ends_at_a_point_of_a_tunnel_meets_it(over: dict[str, Any]) -> None:
    """A junction under ground, a ramp: else the road would end in nothing just there."""
    made = network(
        road(at(0, 2), at(2, 2), at(4, 2), **over),
        road(at(2, 0), at(2, 2)),
        road(at(0, 2), at(0, 3)),
    )
    assert trip(made, at(0, 3), at(2, 0)) == (5.0, 5.0, 0)


@pytest.mark.parametrize("over", OVER)
def test_a_road_in_two_lines_that_meet_above_a_tunnel_goes_over_it(over: dict[str, Any]) -> None:
    made = network(
        road(at(0, 2), at(2, 2), at(4, 2), **over),
        road(at(2, 0), at(2, 2)),
        road(at(2, 2), at(2, 4)),
        road(at(0, 2), at(0, 3)),
    )
    assert trip(made, at(2, 0), at(2, 4)) == (4.0, 4.0, 0)
    assert trip(made, at(0, 3), at(2, 4)) == NO_WAY


def test_lines_that_cross_without_a_drawn_point_do_not_meet() -> None:
    made = network(road(at(0, 2), at(4, 2)), road(at(2, 0), at(2, 4)))
    assert trip(made, at(0, 2), at(2, 4)) == NO_WAY


def test_the_end_of_a_ferry_is_put_on_the_nearest_road_and_told() -> None:
    made = network(
        road(at(0, 0), at(4, 0)),
        ferry(at(2, 0.4), at(2, 5), crossing_minutes=10, headway_minutes=20),
        road(at(2, 5), at(2, 8)),
    )
    (gap,) = made.gaps
    assert (gap.row, gap.nearest_row, gap.is_ferry, gap.is_joined) == (2, 1, True, True)
    assert gap.metres == pytest.approx(400, rel=0.01)
    assert (gap.lon, gap.lat) == at(2, 0.4)
    # 2 km, 0.4 km at 30 km/h, half of 20 minutes, 10 minutes on board, 3 km
    assert trip(made, at(0, 0), at(2, 8)) == (25.8, 10.0, 1)


def test_a_ferry_may_land_where_a_tunnel_ends() -> None:
    made = network(
        road(at(0, 0), at(2, 0)),
        road(at(2, 0), at(5, 0), medium="U", kmh=60),
        ferry(at(5.3, 0), at(9, 0), crossing_minutes=10, headway_minutes=0),
        road(at(9, 0), at(10, 0)),
    )
    assert [gap.is_joined for gap in made.gaps] == [True]
    assert trip(made, at(0, 0), at(10, 0)) == (16.6, 10.0, 1)


def test_a_ferry_that_ends_too_far_from_a_road_is_told_and_left() -> None:
    made = network(road(at(0, 0), at(2, 0), at(4, 0)), ferry(at(2, 0), at(2, 7)))
    (gap,) = made.gaps
    assert (gap.row, gap.is_joined, round(gap.metres, -2)) == (2, False, 7000)


def test_the_end_of_a_road_is_the_end_of_the_road() -> None:
    """A dead end 40 m from a road it hangs together with stays dead."""
    made = network(road(at(0, 0), at(4, 0)), road(at(0, 0), at(0, 0.5), at(2, 0.5), at(2, 0.04)))
    assert made.gaps == ()


def test_a_piece_of_its_own_within_50_m_is_joined() -> None:
    made = network(road(at(0, 0), at(4, 0)), road(at(2, 0.04), at(2, 2)))
    (gap,) = made.gaps
    assert (gap.is_ferry, gap.is_joined, gap.row) == (False, True, 2)
    assert gap.metres == pytest.approx(40, abs=1)
    apart = network(
        road(at(0, 0), at(4, 0)), road(at(2, 0.04), at(2, 2)), tolerances=Tolerances(other_piece=10)
    )
    assert apart.gaps == ()


@pytest.mark.parametrize(
    ("headway", "wait"), [(0, 0), (10, 5), (30, 15), (60, 30), (240, 30), (None, 15)]
)
def test_the_wait_is_half_the_headway_with_a_cap(headway: int | None, wait: float) -> None:
    said = {} if headway is None else {"headway_minutes": headway}
    made = network(
        road(at(0, 0), at(1, 0)),
        ferry(at(1, 0), at(4, 0), crossing_minutes=10, **said),
        road(at(4, 0), at(5, 0)),
    )
    assert trip(made, at(0, 0), at(5, 0)) == (12.0 + wait, 5.0, 1)


def test_a_ferry_in_several_lines_is_waited_for_once_and_a_change_again() -> None:
    at_sea = [
        road(at(0, 0), at(1, 0)),
        ferry(at(1, 0), at(3, 0), crossing_minutes=5),
        ferry(at(3, 0), at(5, 0), crossing_minutes=5),
        ferry(at(3, 0), at(3, 2), crossing_minutes=5),
        road(at(5, 0), at(6, 0)),
        road(at(3, 2), at(3, 4)),
    ]
    assert trip(network(*at_sea), at(0, 0), at(6, 0)) == (27.0, 6.0, 1)
    assert trip(network(*at_sea), at(0, 0), at(3, 4)) == (28.0, 7.0, 1)
    by_land = [*at_sea, road(at(3, 0), at(3, -1))]
    assert trip(network(*by_land), at(0, 0), at(6, 0)) == (42.0, 6.0, 2)


def test_a_ferry_without_a_time_goes_by_its_length() -> None:
    made = network(
        road(at(0, 0), at(1, 0)), ferry(at(1, 0), at(4, 0)), road(at(4, 0), at(5, 0)), ferry_wait=0
    )
    assert trip(made, at(0, 0), at(5, 0)) == (12.0, 5.0, 1)


def test_homes_do_not_enter_a_tunnel_a_bridge_or_a_ferry_midway() -> None:
    made = network(
        road(at(0, 0), at(2, 0)),
        road(at(2, 0), at(8, 0), medium="U", kmh=60),
        ferry(at(0, 0), at(0, 9)),
        road(at(0, 9), at(1, 9)),
    )
    snapped = made.snapped(np.array([at(5, 0.1), at(0.1, 5)]))
    assert made.lines.kind[snapped.line].tolist() == [Kind.ROAD, Kind.ROAD]
    assert snapped.metres / 1000 == pytest.approx([3.0, 4.0], rel=0.02)


def test_access_is_counted_and_too_far_is_no_road() -> None:
    made = network(road(at(0, 0), at(10, 0)))
    # 1 km at 20 km/h to the road, 4 km at 60
    assert trip(made, at(2, 1), at(6, 0)) == (7.0, 5.0, 0)
    assert trip(made, at(2, 5.1), at(6, 0)) == NO_WAY


def test_speeds_that_are_missing_or_in_vain_are_told() -> None:
    made = network(
        road(at(0, 0), at(1, 0), vegkategori="X"),
        road(at(1, 0), at(2, 0), vegkategori="Y", fartsgrense=50),
        road(at(2, 0), at(3, 0), vegkategori="F"),
        kmh=KMH | {"Fylkesveg": 60},
    )
    assert [str(one) for one in warnings_of_speeds(made)] == [
        "Fartstabellen har ikkje kategorien X. Veg av det slaget har fått 40 km/t.",
        "Fartstabellen har ein kategori som ingen veg i fila har: Fylkesveg.",
    ]


kilometres = st.floats(-20, 20)
point = st.tuples(kilometres, kilometres)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(point, point).filter(lambda pair: np.hypot(*np.subtract(*pair)) > 0.01),
        min_size=1,
        max_size=12,
    ),
    st.lists(point, min_size=1, max_size=12),
)
def test_the_nearest_point_is_the_nearest(
    drawn: list[tuple[Any, Any]], homes: list[tuple[float, float]]
) -> None:
    """As shapely finds it in the national grid, and as looking at every segment finds it."""
    lines = noded(roads(*(road(at(*begin), at(*end)) for begin, end in drawn)).lines)
    places = np.array([at(*home) for home in homes])
    found = LineIndex(lines, lines.joinable).nearest(places)
    # so many that the tree of samples is asked, where few are compared with every segment
    many = LineIndex(lines, lines.joinable).nearest(np.tile(places, (FEW + 1, 1)))
    assert many.line.tolist() == found.line.tolist() * (FEW + 1)
    assert many.metres.tolist() == found.metres.tolist() * (FEW + 1)
    begin, end = lines.earth[lines.first], lines.earth[lines.last]
    each = []
    for place in to_earth(places):
        along = end - begin
        share = np.clip(((place - begin) * along).sum(1) / (along**2).sum(1), 0, 1)
        each.append(np.linalg.norm(place - begin - along * share[:, None], axis=1).min())
    np.testing.assert_allclose(found.metres, each, rtol=0, atol=TIE)
    in_grid = [
        shapely.LineString(converted(lines.points(one), "OGC:CRS84", GRID))
        for one in range(len(lines))
    ]
    tree = shapely.STRtree(in_grid)
    homes_in_grid = shapely.points(converted(places, "OGC:CRS84", GRID))
    away = shapely.distance(np.array(in_grid)[tree.nearest(homes_in_grid)], homes_in_grid)
    # the grid stretches by 0.3 % here; a straight line in it is not quite the straight line on earth
    np.testing.assert_allclose(found.metres, away, rtol=0.005, atol=40)


def test_of_two_that_are_as_near_the_first_in_the_file_wins() -> None:
    made = network(
        road(at(0, 1), at(4, 1)), road(at(0, 1), at(4, 1), kmh=30), road(at(0, 1), at(0, 0))
    )
    assert made.snapped(np.array([at(2, 0)])).line.tolist() == [0]
