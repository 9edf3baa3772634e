"""Any network of roads and ferries, and any homes (Hypothesis)."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.analysis.traveltime.worlds import at, ferry, road
from tiltak.analysis.traveltime import (
    Place,
)

SIDE = 5
Feature = dict[str, Any]
crossing = st.tuples(st.integers(0, SIDE), st.integers(0, SIDE))


@st.composite
def roads_between(draw: st.DrawFn, *, one_way: bool = True, ferries: bool = True) -> list[Feature]:
    """Roads and ferries between crossings 2 km apart, at any speed."""
    pairs = draw(
        st.lists(
            st.tuples(crossing, crossing).filter(lambda pair: pair[0] != pair[1]),
            min_size=2,
            max_size=14,
            unique=True,
        )
    )
    found = []
    for number, (begin, end) in enumerate(pairs):
        ends = [at(2 * x, 2 * y) for x, y in (begin, end)]
        if ferries and number and draw(st.booleans()) and draw(st.booleans()):
            found.append(ferry(*ends, headway_minutes=draw(st.integers(0, 60))))
        else:
            kmh = draw(st.integers(10, 110))
            found.append(road(*ends, kmh=kmh, oneway=one_way and draw(st.booleans())))
    return found


homes = st.lists(st.tuples(st.floats(-2, 12), st.floats(-2, 12)), min_size=2, max_size=8)
laws = settings(max_examples=40, deadline=None)


def places_at(points: list[tuple[float, float]]) -> list[Place]:
    return [
        Place(f"stad {number}", lat=at(*point)[1], lon=at(*point)[0])
        for number, point in enumerate(points)
    ]
