"""What must hold in any network: laws of limits, of scenarios, of speeds and of sums (Hypothesis)."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.analysis.traveltime.drawn_networks import (
    Feature,
    crossing,
    homes,
    laws,
    places_at,
    roads_between,
)
from tests.analysis.traveltime.worlds import at, borders, box, network, people
from tiltak.analysis.traveltime import (
    BadInput,
    Kind,
    area_of,
    changed,
    matrix_of,
    reach_of,
    scenario_of,
)


@laws
@given(roads_between(), homes, st.integers(1, 120), st.integers(1, 120))
def test_a_longer_limit_never_shrinks_the_reach(
    features: list[Feature], points: list[tuple[float, float]], one: int, other: int
) -> None:
    made = network(*features, access_limit=30_000)
    area = area_of(
        people(*((at(*point), 1 + number) for number, point in enumerate(points))),
        borders(("4640", "Sogndal", box(-5, -5, 20, 20))),
    )
    centres = places_at(points)[:1]
    shorter, longer = (reach_of(made, area, centres, limit=limit) for limit in sorted((one, other)))
    assert shorter.region.within <= longer.region.within
    told = shorter.range_of()
    # None where nobody lives
    assert told.slow is not None
    assert told.assumed is not None
    assert told.fast is not None
    assert told.slow <= told.assumed <= told.fast


@laws
@given(
    roads_between(),
    homes,
    st.tuples(crossing, crossing, st.integers(20, 110), st.booleans()),
)
def test_a_new_link_never_lengthens_a_trip(
    features: list[Feature],
    points: list[tuple[float, float]],
    new: tuple[tuple[int, int], tuple[int, int], int, bool],
) -> None:
    begin, end, kmh, one_way = new
    made = network(*features)
    ends = made.layout.index.nearest(
        np.array([at(2 * x + 0.3, 2 * y) for x, y in (begin, end)])
    ).spots.lonlat(made.lines)
    assume(np.abs(ends[0] - ends[1]).max() > 1e-4)  # ten metres, not one place
    link = {"kind": "new_link", "from": ends[0, ::-1].tolist(), "to": ends[1, ::-1].tolist()}
    scenario = scenario_of({"name": "ny", "changes": [link | {"kmh": kmh, "one_way": one_way}]})
    before = matrix_of(made, places_at(points))
    after = matrix_of(changed(made, scenario), places_at(points))
    assert (after.minutes <= before.minutes + 1e-6).all()


@laws
@given(roads_between(), homes, st.integers(0, 13), st.booleans())
def test_a_closed_link_never_shortens_a_trip(
    features: list[Feature], points: list[tuple[float, float]], number: int, whole: bool
) -> None:
    """A road from junction to junction, or a stretch of it, shut."""
    made = network(*features)
    roads = np.flatnonzero(made.lines.kind != Kind.FERRY)
    drawn = made.lines.points(int(roads[number % len(roads)]))
    begin, end = drawn[0], drawn[-1]
    near = {"at": ((begin + end) / 2)[::-1].tolist()}
    part = {
        "from": (begin + (end - begin) * 0.3)[::-1].tolist(),
        "to": (begin + (end - begin) * 0.6)[::-1].tolist(),
    }
    shut = {"kind": "closed_link"} | (near if whole else part)
    try:
        after = changed(made, scenario_of({"name": "stengd", "changes": [shut]}))
    except BadInput:
        # a place where another road crosses over, which leads nowhere near
        assume(whole)
        raise
    before_minutes = matrix_of(made, places_at(points)).minutes
    after_minutes = matrix_of(after, places_at(points)).minutes
    assert (after_minutes >= before_minutes - 1e-6).all()
    assert (after.lines.forward | after.lines.backward).sum() < len(after.lines)


@laws
@given(roads_between(ferries=False), homes, st.floats(0.25, 4))
def test_all_speeds_times_k_make_all_times_a_kth(
    features: list[Feature], points: list[tuple[float, float]], k: float
) -> None:
    """Access included. Kilometres and ways are the same."""
    made, places = network(*features), places_at(points)
    now = matrix_of(made, places)
    other = matrix_of(made.under(replace(made.assumptions, speed_factor=k)), places)
    np.testing.assert_allclose(other.minutes * k, now.minutes, rtol=1e-9)
    # of two ways that are just as quick either may be told
    assert (np.isfinite(other.km) == np.isfinite(now.km)).all()


@laws
@given(
    roads_between(),
    homes,
    st.lists(st.integers(-1, 11), min_size=1, max_size=4, unique=True),
    st.lists(st.one_of(st.none(), st.integers(0, 500)), min_size=5, max_size=5),
)
def test_municipalities_sum_to_the_region_and_keep_their_totals(
    features: list[Feature],
    points: list[tuple[float, float]],
    cuts: list[int],
    said: list[int | None],
) -> None:
    """Strips from south to north, some with a total."""
    made = network(*features, access_limit=30_000)
    edges = [-5, *sorted(cuts), 20]
    strips = borders(
        *(
            (str(4600 + at), f"stripe {at}", box(-5, south, 20, north))
            for at, (south, north) in enumerate(pairwise(edges))
            if south < north
        )
    )
    cells = people(*((at(*point), 1 + number) for number, point in enumerate(points)))
    totals = {
        code: float(total)
        for code, total in zip(strips.codes, said, strict=False)
        if total is not None
    }
    area = area_of(cells, strips, totals)
    reach = reach_of(made, area, places_at(points)[:1], limit=30)
    each = [reach.of_municipality(at) for at in range(len(strips.codes))]
    for figure in ("people", "within", "unreachable"):
        summed = sum(getattr(one, figure) for one in each)
        assert summed == pytest.approx(getattr(reach.region, figure)), figure
    for code, one, counted in zip(strips.codes, each, area.counted, strict=True):
        lives = totals.get(code, counted) if counted else 0
        assert one.people == pytest.approx(lives), code
    assert area.counted.sum() + area.left_out == pytest.approx(cells.people.sum())


@laws
@given(roads_between(one_way=False), homes)
def test_an_undirected_network_is_the_same_both_ways(
    features: list[Feature], points: list[tuple[float, float]]
) -> None:
    places = places_at(points)
    forth = matrix_of(network(*features), places)
    for feature in features:
        feature["geometry"]["coordinates"].reverse()
    back = matrix_of(network(*features), places)
    # where two roads are just as near, the matrix may differ: the first in the file is the same
    np.testing.assert_allclose(back.minutes, forth.minutes, atol=1e-6)
    np.testing.assert_allclose(forth.minutes, forth.minutes.T, atol=1e-6)


@laws
@given(roads_between(), homes)
def test_no_detour_beats_a_computed_trip(
    features: list[Feature], points: list[tuple[float, float]]
) -> None:
    """Over a third place is never quicker; its own access is counted twice, so allow nothing."""
    minutes = matrix_of(network(*features), places_at(points)).minutes
    over = (minutes[:, :, None] + minutes[None, :, :]).min(axis=1)
    assert (minutes <= over + 1e-9).all()
