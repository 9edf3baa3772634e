"""Roads cut to a region, and lengths that a file gives."""

import json
from typing import Any

import numpy as np
import pytest

from tiltak.analysis.traveltime import (
    BadInput,
    InputFile,
    assumptions_of,
    build_network,
    read_municipalities,
    read_roads,
)
from tiltak.analysis.traveltime.cutout import cut_out


def collection(*features: dict[str, Any], **members: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **members}).encode()


def feature(kind: str, coordinates: object, **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


BOX = [[[7.0, 61.0], [7.1, 61.0], [7.1, 61.1], [7.0, 61.1], [7.0, 61.0]]]
REGION = read_municipalities(
    InputFile("k.geojson", collection(feature("Polygon", BOX, kommunenummer="4601")))
)
INSIDE = feature("LineString", [[7.01, 61.0], [7.05, 61.05]], name="inne")
# 54 km east of the border
BESIDE = feature("LineString", [[8.1, 61.05], [8.2, 61.05]], name="attmed")
THROUGH = feature("LineString", [[7.05, 61.05], [12.0, 61.05]], name="gjennom")
PARTS = feature("MultiLineString", [[[20.0, 61.0], [20.1, 61.0]], [[7.0, 61.0], [7.01, 61.0]]])


def names(file: InputFile) -> list[str]:
    features = json.loads(file.unpacked())["features"]
    return [one["properties"].get("name", "") for one in features]


@pytest.mark.parametrize(
    ("km", "kept"),
    [(10, ["inne", "gjennom", ""]), (60, ["inne", "attmed", "gjennom", ""])],
)
def test_lines_near_the_region_are_kept_whole(km: float, kept: list[str]) -> None:
    file = InputFile("veg.geojson", collection(INSIDE, BESIDE, THROUGH, PARTS))
    cut = cut_out(file, REGION, km)
    assert (names(cut), cut.name) == (kept, f"veg-{km}km.geojson.gz")
    assert cut_out(file, REGION, km).sha256 == cut.sha256
    assert 260 < read_roads(cut).lines.km.max() < 270


def test_the_reference_system_of_the_file_counts() -> None:
    metres = feature("LineString", [[71_000.0, 6_800_000.0], [72_000.0, 6_800_000.0]], name="m")
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}
    file = InputFile("veg.geojson", collection(metres, crs=crs))
    assert names(cut_out(file, REGION, 60)) == ["m"]
    assert len(read_roads(cut_out(file, REGION, 60)).lines) == 1


def test_roads_of_another_part_of_the_country_are_refused() -> None:
    far = feature("LineString", [[25.0, 70.0], [25.1, 70.0]])
    with pytest.raises(BadInput) as refused:
        cut_out(InputFile("veg.geojson", collection(far)), REGION, 60)
    assert str(refused.value) == (
        "veg.geojson: Ingen av vegane ligg innan 60 km frå kommunane. Høyrer filene saman?"
    )


def test_degrees_in_a_file_that_says_metres_are_refused_and_not_cut_away() -> None:
    crs = {"type": "name", "properties": {"name": "EPSG:25833"}}
    with pytest.raises(BadInput, match=r"Rad 1: 7\.01, 61 er grader, men fila seier"):
        cut_out(InputFile("veg.geojson", collection(INSIDE, crs=crs)), REGION, 60)


def test_what_is_no_line_is_left_for_the_reader_of_roads() -> None:
    broken = feature("LineString", [[7.0, "nord"]])
    cut = cut_out(InputFile("veg.geojson", collection(INSIDE, broken)), REGION, 10)
    with pytest.raises(BadInput, match="Rad 2: linja må ha minst to punkt"):
        read_roads(cut)


def test_what_is_wrong_has_the_name_and_the_row_of_the_file_that_was_given() -> None:
    far = feature("LineString", [[25.0, 70.0], [25.1, 70.0]])
    slow = feature("LineString", [[7.02, 61.0], [7.05, 61.05]], kmh=-5)
    given = InputFile("veg.geojson", collection(far, INSIDE, far, slow))
    cut = cut_out(given, REGION, 60)
    for one in (cut, cut_out(cut, REGION, 10)):
        with pytest.raises(BadInput) as refused:
            read_roads(one)
        assert str(refused.value) == ("veg.geojson: Rad 4: farten -5 km/t må vera mellom 0 og 200.")


def test_roads_that_were_cut_say_so_and_keep_their_rows() -> None:
    far = feature("LineString", [[25.0, 70.0], [25.1, 70.0]])
    given = InputFile("veg.geojson", collection(far, INSIDE, BESIDE))
    cut = cut_out(given, REGION, 60)
    # as it comes back from where it was stored
    network = build_network(read_roads(InputFile(cut.name, cut.data)))
    assert (network.cut_km, network.lines.row.tolist()) == (60.0, [2, 3])
    told = [str(one) for one in assumptions_of(network)]
    assert (
        "Berre vegar innan 60 km omkring kommunane er med. Ein omveg lenger ute blir ikkje funnen."
    ) in told
    whole = build_network(read_roads(given))
    assert (whole.cut_km, whole.lines.row.tolist()) == (None, [1, 2, 3])
    assert not any("omkring kommunane" in str(one) for one in assumptions_of(whole))


@pytest.mark.parametrize("member", [5, {}, {"km": 5, "rows": [7]}, {"km": "x", "rows": [7, 8]}])
def test_a_member_that_is_somebody_elses_says_nothing(member: object) -> None:
    roads = read_roads(InputFile("veg.geojson", collection(INSIDE, BESIDE, cut=member)))
    assert (roads.cut_km, roads.lines.row.tolist()) == (None, [1, 2])


def test_a_given_length_counts_instead_of_the_drawing() -> None:
    road = feature("LineString", [[7.0, 61.0], [7.1, 61.0]], length_km=12.5, kmh=50)
    network = build_network(read_roads(InputFile("veg.geojson", collection(road))))
    assert network.lines.km.tolist() == [12.5]
    assert np.allclose(network.minutes, 15)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0, "lengda 0 km må vera mellom 0 og 2000"),
        (-2, "lengda -2 km må vera mellom 0 og 2000"),
        (12500, "lengda 12500 km må vera mellom 0 og 2000"),
        (4.8, "lengda 4.8 km er kortare enn luftlina, som er 5.4 km"),
        ("lang", "«lang» i feltet length_km er ikkje eit tal"),
    ],
)
def test_a_length_that_cannot_be(length: object, said: str) -> None:
    road = feature("LineString", [[7.0, 61.0], [7.1, 61.0]], length_km=length)
    with pytest.raises(BadInput, match=f"Rad 1: {said}"):
        read_roads(InputFile("veg.geojson", collection(road)))


def test_a_file_of_openstreetmaps_own_format_stays_whole() -> None:
    file = InputFile("veg.osm.PBF", b"not looked into")
    assert cut_out(file, REGION, 60) is file
