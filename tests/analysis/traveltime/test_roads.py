"""Roads in: what lines and their attributes mean, in GeoJSON plain, packed and in other systems."""

import gzip
from dataclasses import asdict, replace
from typing import Any

import numpy as np
import pytest
from pyproj import Geod, Transformer

from tests.analysis.traveltime.worlds import as_file, at, collection, ferry, road, roads
from tiltak.analysis.traveltime import Kind, read_roads
from tiltak.analysis.traveltime.attributes import LeftOut, described, is_barred
from tiltak.analysis.traveltime.lines import Description

FERRY = Description(kind=Kind.FERRY, category="ferry", joinable=False)
MOTORWAY = Description(category="motorway", joinable=False)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (
            {
                "medium": "T",
                "typeVeg": "enkelBilveg",
                "vegkategori": "E",
                "vegnummer": 39.0,
                "vegfase": "V",
            },
            Description(category="E", name="E39"),
        ),
        (
            {"medium": "U", "typeVeg": "enkelBilveg", "vegkategori": "R", "vegnummer": 5},
            Description(kind=Kind.TUNNEL, category="R", joinable=False, name="R5"),
        ),
        (
            {"medium": "L", "vegkategori": "F"},
            Description(kind=Kind.BRIDGE, category="F", joinable=False),
        ),
        (
            {"vegkategori": "E", "motorvegtype": "motorveg", "fartsgrense": 110},
            Description(category="motorveg", kmh=110, joinable=False),
        ),
        ({"vegkategori": "R", "motorvegtype": "IkkeMotorveg"}, Description(category="R")),
        ({"vegkategori": "F", "vegfase": "P"}, LeftOut.PLANNED),
        ({"typeVeg": "passasjerferje"}, LeftOut.NOT_FOR_CARS),
        ({"typeVeg": "gangOgSykkelveg"}, LeftOut.NOT_FOR_CARS),
        (
            {
                "typeVeg": "bilferje",
                "headway_minutes": "30",
                "crossing_minutes": 12.5,
                "navn": "Fergane",
            },
            Description(
                kind=Kind.FERRY,
                category="ferry",
                joinable=False,
                crossing=12.5,
                headway=30,
                name="Fergane",
            ),
        ),
        ({"highway": "residential", "maxspeed": "30"}, Description(category="residential", kmh=30)),
        (
            {"highway": "trunk", "maxspeed": "50 mph"},
            Description(category="trunk", kmh=50 * 1.609344),
        ),
        (
            {"highway": "secondary", "maxspeed": "NO:urban"},
            Description(category="secondary", kmh=50),
        ),
        (
            {"highway": "secondary", "maxspeed": "NO:rural"},
            Description(category="secondary", kmh=80),
        ),
        ({"highway": "motorway", "maxspeed": "none", "oneway": "no"}, MOTORWAY),
        (
            {"highway": "trunk", "motorroad": "yes", "maxspeed": "90"},
            Description(category="motortrafikkveg", kmh=90, joinable=False),
        ),
        ({"highway": "trunk", "maxspeed": "signals"}, Description(category="trunk")),
        ({"highway": "trunk", "maxspeed": "50;70"}, Description(category="trunk")),
        ({"highway": "trunk", "maxspeed": "50mph"}, Description(category="trunk", kmh=80.4672)),
        ({"vegkategori": "F", "fartsgrense": "60 km/t"}, Description(category="F", kmh=60)),
        ({"highway": "primary", "oneway": "yes"}, Description(category="primary", backward=False)),
        ({"highway": "primary", "oneway": "-1"}, Description(category="primary", forward=False)),
        (
            {"highway": "tertiary", "junction": "roundabout"},
            Description(category="tertiary", backward=False),
        ),
        ({"highway": "motorway"}, Description(category="motorway", backward=False, joinable=False)),
        ({"highway": "service", "access": "private"}, LeftOut.NOT_FOR_CARS),
        (
            {"highway": "service", "motorcar": "yes", "access": "no"},
            Description(category="service"),
        ),
        ({"highway": "service", "vehicle": "agricultural;forestry"}, LeftOut.NOT_FOR_CARS),
        (
            {"highway": "service", "access": "destination;private"},
            Description(category="service"),
        ),
        ({"highway": "footway"}, LeftOut.NOT_FOR_CARS),
        ({"highway": "proposed", "proposed": "primary"}, LeftOut.PLANNED),
        ({"highway": "construction"}, LeftOut.PLANNED),
        (
            {"route": "ferry", "duration": "00:15", "interval": "PT20M", "name": "Hella–Vangsnes"},
            Description(
                kind=Kind.FERRY,
                category="ferry",
                joinable=False,
                crossing=15,
                headway=20,
                name="Hella–Vangsnes",
            ),
        ),
        ({"route": "ferry", "duration": "PT90S"}, replace(FERRY, crossing=1.5)),
        ({"route": "ferry", "duration": "01:02:30"}, replace(FERRY, crossing=62.5)),
        ({"route": "ferry", "motor_vehicle": "no"}, LeftOut.NOT_FOR_CARS),
        ({"route": "ferry", "access": "private"}, LeftOut.NOT_FOR_CARS),
        ({"route": "ferry", "foot": "yes", "bicycle": "yes"}, LeftOut.NOT_FOR_CARS),
        ({"route": "ferry", "foot": "yes", "hgv": "yes"}, FERRY),
        ({"route": "ferry", "foot": "yes", "motor_vehicle": "yes"}, FERRY),
        ({"route": "ferry", "duration": "PT", "interval": "00:10-00:20"}, FERRY),
        (
            {"route": "ferry", "duration": "PT1H5M", "maxspeed": "10 knots"},
            Description(kind=Kind.FERRY, category="ferry", joinable=False, crossing=65, kmh=18.52),
        ),
        (
            {"kmh": 70, "oneway": True, "kind": "bridge"},
            Description(kind=Kind.BRIDGE, kmh=70, backward=False, joinable=False),
        ),
        ({"kind": "Ferje", "crossing_minutes": 12}, replace(FERRY, crossing=12)),
        ({"kind": "ferge"}, FERRY),
        ({"kind": "bru"}, Description(kind=Kind.BRIDGE, joinable=False)),
        ({"kind": "passasjerferje"}, LeftOut.NOT_FOR_CARS),
        ({"kind": "veg", "oneway": "ja"}, Description(backward=False)),
        # others' data may have fields of the same name
        ({"kind": "minor_road", "highway": "tertiary"}, Description(category="tertiary")),
        ({"highway": "tertiary", "oneway": "reversible"}, Description(category="tertiary")),
        # as in network data sets
        ({"oneway": "FT"}, Description(backward=False)),
        ({"oneway": "TF"}, Description(forward=False)),
        ({"oneway": "B"}, Description()),
        ({"oneway": 1.0}, Description(backward=False)),
        # a speed limit for each way: that along the line counts
        (
            {"vegkategori": "F", "fartsgrenseMed": "60", "fartsgrenseMot": "80"},
            Description(category="F", kmh=60),
        ),
        ({"vegkategori": "F", "fartsgrenseMot": 50}, Description(category="F", kmh=50)),
        ({}, Description()),
    ],
)
def test_attributes_say_what_a_line_is(properties: dict[str, Any], expected: object) -> None:
    found = described(properties, 1)
    if isinstance(expected, Description) and isinstance(found, Description):
        np.testing.assert_equal(asdict(found), asdict(expected))  # nan is nan here
    else:
        assert found is expected


def test_lines_are_read_and_what_is_left_out_is_counted() -> None:
    read = roads(
        road(at(0, 0), at(1, 0), at(1, 1), vegkategori="F"),
        road(at(1, 1), at(2, 1), vegkategori="E", vegfase="P"),
        ferry(at(1, 1), at(1, 3)),
        road(at(5, 5), at(5, 5), vegkategori="F"),
        road(at(5, 5), at(6, 6), typeVeg="passasjerferje"),
    )
    lines = read.lines
    assert dict(read.left_out) == {
        LeftOut.NO_LENGTH: 1,
        LeftOut.NOT_FOR_CARS: 1,
        LeftOut.PLANNED: 1,
    }
    assert [lines.categories[one] for one in lines.category] == ["F", "ferry"]
    assert lines.kind.tolist() == [Kind.ROAD, Kind.FERRY]
    assert lines.row.tolist() == [1, 3]
    assert lines.starts.tolist() == [0, 3, 5]
    assert lines.km == pytest.approx([2.0, 2.0], rel=0.005)


def test_a_multi_line_is_several_lines_of_one_row() -> None:
    feature = road(at(0, 0), at(1, 0))
    feature["geometry"] = {
        "type": "MultiLineString",
        "coordinates": [[at(0, 0), at(1, 0)], [at(2, 0), at(3, 0), at(4, 0)]],
    }
    lines = roads(feature).lines
    assert (lines.row.tolist(), lines.starts.tolist()) == ([1, 1], [0, 2, 5])


def test_what_is_given_of_a_multi_line_is_shared_among_its_lines() -> None:
    feature = ferry(at(0, 0), at(1, 0), length_km=6, crossing_minutes=20, headway_minutes=30)
    feature["geometry"] = {
        "type": "MultiLineString",
        "coordinates": [[at(0, 0), at(1, 0)], [at(1, 0), at(4, 0)]],
    }
    lines = roads(road(at(0, 0), at(0, 1), length_km=3), feature).lines
    assert lines.row.tolist() == [1, 2, 2]
    assert lines.km == pytest.approx([3, 1.5, 4.5])
    assert lines.crossing[1:] == pytest.approx([5, 15])
    assert lines.headway[1:].tolist() == [30, 30]


@pytest.mark.parametrize(
    ("properties", "stops"),
    [
        ({"barrier": "bollard"}, True),
        ({"barrier": "bollard", "bollard": "rising"}, False),
        ({"barrier": "block"}, True),
        ({"barrier": "gate"}, False),
        ({"barrier": "gate", "access": "private"}, True),
        ({"barrier": "lift_gate", "motor_vehicle": "yes", "access": "no"}, False),
        ({"barrier": "cattle_grid"}, False),
        ({}, False),
    ],
)
def test_which_barriers_stop_cars(properties: dict[str, str], stops: bool) -> None:
    assert is_barred(properties) is stops


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    plain = as_file(collection(road(at(0, 0), at(1, 2))))
    marked = as_file(b"\xef\xbb\xbf" + plain.data)
    assert np.array_equal(read_roads(plain).lines.lonlat, read_roads(marked).lines.lonlat)


def test_packed_is_as_plain() -> None:
    plain = as_file(collection(road(at(0, 0), at(1, 2))))
    packed = as_file(gzip.compress(plain.data), "veg.geojson.gz")
    assert np.array_equal(read_roads(plain).lines.lonlat, read_roads(packed).lines.lonlat)
    assert plain.sha256 != packed.sha256


def test_another_reference_system_is_converted_when_the_file_names_it() -> None:
    to_grid = Transformer.from_crs(4326, 25833, always_xy=True)
    ends = [to_grid.transform(*at(0, 0)), to_grid.transform(*at(3, 4))]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}
    read = read_roads(as_file(collection(road(*ends), crs=crs)))
    assert read.lines.lonlat == pytest.approx(np.array([at(0, 0), at(3, 4)]), abs=1e-7)


def test_degrees_of_another_datum_are_converted() -> None:
    """NGO 1948 counts longitude from Oslo, some ten degrees east of Greenwich."""
    to_oslo = Transformer.from_crs(4326, 4817, always_xy=True)
    ends = [to_oslo.transform(*at(0, 0)), to_oslo.transform(*at(3, 4))]
    crs = {"type": "name", "properties": {"name": "EPSG:4817"}}
    read = read_roads(as_file(collection(road(*ends), crs=crs)))
    assert ends[0][0] < -4
    assert read.lines.lonlat == pytest.approx(np.array([at(0, 0), at(3, 4)]), abs=1e-7)


def test_lengths_are_those_of_the_ellipsoid() -> None:
    points = [at(0, 0), at(7, 3), at(7.2, 20)]
    near = roads(road(*points)).lines.km[0]
    lon, lat = zip(*points, strict=True)
    assert near == pytest.approx(Geod(ellps="WGS84").line_length(lon, lat) / 1000, rel=1e-6)
