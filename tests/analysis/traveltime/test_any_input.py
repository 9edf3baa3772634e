"""Whatever a file holds: it is read, or refused with a sentence. Nothing else ever comes out."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.traveltime.worlds import as_file, at, ferry, network, road
from tiltak.analysis.traveltime import (
    BadInput,
    InputFile,
    Place,
    build_network,
    changed,
    matrix_of,
    read_municipalities,
    read_places,
    read_population,
    read_roads,
    read_scenario,
    read_speeds,
    read_totals,
    scenario_of,
)

plain = st.one_of(
    st.none(), st.booleans(), st.integers(-200, 200), st.floats(-200, 200), st.text(max_size=6)
)
value = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
point = st.one_of(st.tuples(st.floats(5, 7), st.floats(60, 62)), st.lists(plain, max_size=3))
coordinates = st.one_of(
    value, st.lists(point, max_size=5), st.lists(st.lists(point, max_size=5), max_size=3)
)
attribute = st.sampled_from(
    [
        "typeVeg",
        "medium",
        "vegfase",
        "vegkategori",
        "highway",
        "oneway",
        "kmh",
        "maxspeed",
        "headway_minutes",
        "crossing_minutes",
        "length_km",
        "kommunenummer",
    ]
)
said = st.one_of(
    plain, st.sampled_from(["bilferje", "U", "P", "4640", "E", "primary", "00:20", "-1"])
)
feature = st.fixed_dictionaries(
    {},
    optional={
        "type": st.just("Feature"),
        "properties": st.one_of(value, st.dictionaries(attribute, said, max_size=5)),
        "geometry": st.one_of(
            value,
            st.fixed_dictionaries(
                {
                    "type": st.sampled_from(
                        ["LineString", "MultiLineString", "Polygon", "MultiPolygon", "Point"]
                    ),
                    "coordinates": coordinates,
                }
            ),
        ),
    },
)
named_system = st.fixed_dictionaries(
    {
        "type": st.just("name"),
        "properties": st.fixed_dictionaries(
            {
                "name": st.sampled_from(
                    ["EPSG:25833", "EPSG:4258", "EPSG:5776", "urn:ogc:def:crs:OGC:1.3:CRS84", 25833]
                )
            }
        ),
    }
)
collections = st.fixed_dictionaries(
    {"features": st.one_of(value, st.lists(feature, max_size=4))},
    optional={"crs": st.one_of(value, named_system)},
)
many = settings(max_examples=150, deadline=None)


def read_or_refused(read: Callable[[InputFile], Any], file: InputFile) -> Any:
    try:
        return read(file)
    except BadInput as error:
        refused = error
    assert str(refused).startswith(f"{file.name}: ")
    return None


@many
@given(collections)
def test_any_geojson(said: Any) -> None:
    file = as_file(json.dumps(said))
    if (roads := read_or_refused(read_roads, file)) is not None:
        network = build_network(roads)
        assert len(network.graph.matrix.data) == len(network.graph.km)
    read_or_refused(read_municipalities, file)


heads = st.sampled_from(
    ["lat", "lon", "name", "population", "SSBID0250M", "kmh", "category", "kommunenummer", "", "x"]
)
cell = st.one_of(st.text(max_size=5), st.integers(-100, 100).map(str), st.just("19850006808750"))


@st.composite
def tables(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 4))
    row = st.lists(cell, min_size=width, max_size=width).map(draw(st.sampled_from(",;\t")).join)
    head = st.lists(heads, min_size=width, max_size=width).map(",".join)
    return "\n".join([draw(head), *draw(st.lists(row, max_size=4))])


@pytest.mark.parametrize("read", [read_places, read_population, read_speeds, read_totals])
@many
@given(table=st.one_of(tables(), st.binary(max_size=40), st.text(max_size=40)))
def test_any_table(read: Callable[[InputFile], Any], table: str | bytes) -> None:
    read_or_refused(
        read, as_file(table.encode("utf-8", "replace") if isinstance(table, str) else table)
    )


change = st.dictionaries(
    st.sampled_from(["kind", "from", "to", "at", "kmh", "headway_minutes", "length_km"]),
    st.one_of(value, st.sampled_from(["new_link", "night", "closed_link"]), st.just([61.0, 6.0])),
    max_size=5,
)


@many
@given(
    st.one_of(
        value,
        st.fixed_dictionaries(
            {"name": st.text(max_size=3), "changes": st.lists(change, max_size=3)}
        ),
    )
)
def test_any_scenario(said: Any) -> None:
    read_or_refused(read_scenario, as_file(json.dumps(said)))


PLACE = st.tuples(st.floats(-1, 11), st.floats(-1, 7)).map(lambda point: list(at(*point)[::-1]))
FJORD = network(
    road(at(0, 0), at(10, 0)),
    ferry(at(10, 0), at(10, 6), crossing_minutes=15),
    road(at(10, 6), at(0, 6), at(0, 3)),
    road(at(0, 0), at(5, 5), medium="U"),
)
link = st.fixed_dictionaries(
    {"kind": st.sampled_from(["new_link", "changed_link"]), "from": PLACE, "to": PLACE},
    optional={"kmh": st.floats(0, 201), "length_km": st.floats(0, 20), "one_way": st.booleans()},
)
stretch = st.fixed_dictionaries(
    {"kind": st.sampled_from(["closed_link", "removed_ferry", "new_ferry"])},
    optional={"at": PLACE, "from": PLACE, "to": PLACE, "headway_minutes": st.floats(0, 60)},
)
often = st.fixed_dictionaries({"kind": st.just("night"), "headway_minutes": st.floats(-1, 1441)})


@many
@given(st.lists(st.one_of(link, stretch, often), min_size=1, max_size=4))
def test_any_changes_are_done_or_refused(changes: list[dict[str, Any]]) -> None:
    """Nobody's trip is ever less than nothing or unknown."""
    try:
        made = changed(FJORD, scenario_of({"name": "x", "changes": changes}))
    except BadInput:
        return
    places = [Place(f"{x} {y}", *at(x, y)[::-1]) for x, y in ((0, 0), (9, 0), (3, 6), (5, 3))]
    found = matrix_of(made, places)
    assert (found.minutes >= 0).all()
    assert (np.isfinite(found.minutes) == np.isfinite(found.km)).all()
    assert len(made.lines) >= len(FJORD.lines)
