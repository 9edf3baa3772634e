"""Whatever a file holds: it is read, or refused with a sentence. Nothing else ever comes out."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.traveltime.worlds import as_file
from tiltak.analysis.traveltime import (
    BadInput,
    InputFile,
    build_network,
    read_municipalities,
    read_places,
    read_population,
    read_roads,
    read_scenario,
    read_speeds,
    read_totals,
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
collections = st.fixed_dictionaries(
    {"features": st.one_of(value, st.lists(feature, max_size=4))}, optional={"crs": value}
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
