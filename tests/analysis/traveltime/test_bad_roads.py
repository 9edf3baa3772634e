"""Roads that cannot be used are refused with one sentence that names the row; nothing is guessed."""

from typing import Any

import pytest

from tests.analysis.traveltime.worlds import (
    as_file,
    at,
    collection,
    road,
)
from tiltak.analysis.traveltime import (
    BadInput,
    read_roads,
)
from tiltak.wording import words


def lines(*coordinates: Any, **properties: Any) -> dict[str, Any]:
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "LineString", "coordinates": one},
        }
        for one in coordinates
    ]
    return collection(*features)


GOOD = [[6.0, 61.0], [6.1, 61.0]]


CASES: list[tuple[Any, str]] = [
    (
        lines(GOOD, [[6.0, 61.0]]),
        "Rad 2: linja må ha minst to punkt, kvart med to tal.",
    ),
    (lines([[6.0], [6.1]]), "Rad 1: linja må ha minst to punkt, kvart med to tal."),
    (
        lines(GOOD, [[61.0, 6.0], [61.0, 6.1]]),
        "Rad 2: breiddegrad 6 og lengdegrad 61 ser ut til å ha bytt plass. Byt dei om.",
    ),
    (
        lines([[-15000, 6808750], [-14000, 6808750]]),
        (
            "Rad 1: -15000, 6808750 er ikkje lengdegrad og breiddegrad. Lagre fila i WGS 84 "
            "(EPSG:4326), eller la fila seia kva koordinatsystem ho har."
        ),
    ),
    (lines(GOOD, fartsgrense=-50), "Rad 1: farten -50 km/t må vera mellom 0 og 200."),
    (lines(GOOD, kmh=0), "Rad 1: farten 0 km/t må vera mellom 0 og 200."),
    (
        lines(GOOD, typeVeg="bilferje", headway_minutes=-5),
        "Rad 1: tida -5 minutt kan ikkje vera mindre enn null.",
    ),
    (
        collection({"type": "Feature", "geometry": {"type": "Point", "coordinates": [6, 61]}}),
        "Rad 1 er ikkje ei linje (LineString), men Point.",
    ),
    (collection({"type": "Feature"}), "Rad 1 har inga linje: ho er tom."),
    (
        collection(
            road(at(0, 0), at(1, 0)),
            {"type": "Feature", "geometry": {"type": "MultiLineString", "coordinates": []}},
        ),
        "Rad 2 har inga linje: ho er tom.",
    ),
    (
        lines([[6.0, 61.0], [6.1, 61.0], [0, 0]]),
        "Rad 1: det er 6468 km mellom to punkt på linja. Er koordinatane rette?",
    ),
    (lines(GOOD, kmh=5000), "Rad 1: farten 5000 km/t må vera mellom 0 og 200."),
    (
        lines(GOOD, GOOD, kind="jernbane"),
        (
            "Rad 1: «jernbane» i feltet kind er ikkje kjent. Skriv tunnel, bridge eller ferry, eller "
            "lat det stå tomt for ein veg."
        ),
    ),
    (
        lines(GOOD, oneway="kanskje"),
        (
            "Rad 1: «kanskje» i feltet oneway er ikkje kjent. Skriv yes (slik linja er teikna), -1 "
            "(mot) eller no."
        ),
    ),
    (lines(GOOD, kmh="fort"), "Rad 1: «fort» i feltet kmh er ikkje eit tal."),
    (
        lines(GOOD, typeVeg="bilferje", crossing_minutes="tjue"),
        "Rad 1: «tjue» i feltet crossing_minutes er ikkje eit tal.",
    ),
    (
        lines(GOOD) | {"crs": {"type": "name", "properties": {"name": "EPSG:25833"}}},
        (
            "Rad 1: 6, 61 er grader, men fila seier at koordinatane er i EPSG:25833. Rett det fila "
            "seier."
        ),
    ),
    (lines(GOOD) | {"crs": "noko"}, "Koordinatsystemet «noko» er ukjent."),
    (
        lines(GOOD) | {"crs": {"type": "name", "properties": {"name": "EPSG:5776"}}},
        "Koordinatsystemet «EPSG:5776» er ukjent.",
    ),
    ('{"features":' + "[" * 100_000, "Fila er ikkje gyldig GeoJSON."),
    (collection(), "Fila har ingen vegar som bilar kan køyra."),
    (lines(GOOD, vegfase="P"), "Fila har ingen vegar som bilar kan køyra."),
    (lines(GOOD, typeVeg="bilferje"), "Fila har ingen vegar som bilar kan køyra."),
    (lines(GOOD, medium="U"), "Fila har ingen vegar som bilar kan køyra."),
    ("{", "Fila er ikkje gyldig GeoJSON."),
    ({"type": "Topology"}, "Fila er ikkje ei GeoJSON-samling (FeatureCollection)."),
    (b"\x1f\x8bsprengd", "Den pakka fila er skadd."),
    (
        collection(crs={"type": "name", "properties": {"name": "EPSG:0"}})
        | {"features": lines(GOOD)["features"]},
        "Koordinatsystemet «EPSG:0» er ukjent.",
    ),
]


@pytest.mark.parametrize(("content", "said"), CASES)
def test_roads_that_cannot_be_used_are_said_with_their_row(content: Any, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_roads(as_file(content, "fil"))
    assert str(refused.value) == f"fil: {said}"
    english = refused.value.sentence.translated(words("en").gettext)
    assert english not in {said, ""}
