"""What cannot be used is refused with one sentence that names the row; nothing is guessed."""

from collections.abc import Callable
from typing import Any

import pytest

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
    matrix_of,
    reach_of,
    read_municipalities,
    read_places,
    read_population,
    read_scenario,
    read_speeds,
    read_totals,
)
from tiltak.wording import words


def area(number: object, name: str) -> dict[str, Any]:
    """A municipality."""
    drawn = {"type": "Polygon", "coordinates": [[*box(0, 0, 1, 1), at(0, 0)]]}
    said = {"kommunenummer": number, "namn": name}
    return {"type": "Feature", "properties": said, "geometry": drawn}


ONCE = "Rad {}: kvar kategori må ha namn og stå éin gong."
CASES: list[tuple[Callable[..., Any], Any, str]] = [
    (read_places, "name,lat\nA,61\n", "Stadfila må ha kolonnane name, lat og lon."),
    (
        read_places,
        "name,kind,lat,lon\nA,x,61,6\nB,x,6.5,61\n",
        "Rad 3: breiddegrad 6.5 og lengdegrad 61 ser ut til å ha bytt plass. Byt dei om.",
    ),
    (
        read_places,
        "name,lat,lon\nA,61,6\nB,nord,6\n",
        "Rad 3: «nord» i kolonnen lat er ikkje eit tal.",
    ),
    (read_places, "name,lat,lon\nA,61,6\n,61,6\n", "Rad 3: staden manglar namn."),
    (read_places, "name,lat,lon\nA,61,6\nA,62,6\n", "Rad 3: «A» står alt i rad 2."),
    (read_places, "name,lat,lon\n", "Tabellen har ingen rader."),
    (
        read_places,
        "name,lat,lon\nA,61\n",
        "Rad 2 har 2 kolonnar, men overskrifta har 3.",
    ),
    (
        read_population,
        "rute,folk\n1,2\n",
        (
            "Folketalsfila må ha rutenummer og folketal (SSBID0250M;pop_tot), eller lat, lon og "
            "population. Ho har: rute, folk."
        ),
    ),
    (
        read_population,
        "rute;population\n1;2\n",
        (
            "Folketalsfila seier ikkje kvar folk bur. Ho må ha rutenummer (SSBID0250M) eller lat og "
            "lon. Ho har: rute, population."
        ),
    ),
    (
        read_population,
        "SSBID0250M;pop_tot\n19850006808750;4\n1985;4\n",
        "Rad 3: «1985» er ikkje eit rutenummer med 14 siffer.",
    ),
    (
        read_population,
        "SSBID0250M;pop_tot\n19850006808750;-4\n",
        "Rad 2: -4 er ikkje eit folketal.",
    ),
    (
        read_population,
        "SSBID0250M;pop_tot\n19850006808750;0\n",
        "Det bur ingen i rutene i folketalsfila.",
    ),
    (
        read_population,
        "SSBID0250M;pop_tot\n1985000680875²;4\n",
        "Rad 2: «1985000680875²» er ikkje eit rutenummer med 14 siffer.",
    ),
    (
        read_population,
        "SSBID0250M;pop_tot\n19850006808750;4\n19860006808750;4\n19850006808750;2\n",
        "Rad 4: ruta «19850006808750» står alt i rad 2.",
    ),
    (
        read_population,
        "lat;lon;population;Population\n61;6;4;5\n",
        "Kolonnen «population» står fleire gonger i tabellen.",
    ),
    (
        read_population,
        'lat;lon;population\n61;6;3\n"61;6;3\n' + "61;6;3\n" * 30_000,
        "Rad 3 kan ikkje lesast. Står det eit hermeteikn der som ikkje blir lukka?",
    ),
    (read_speeds, "category,kmh\nF,50\nF,60\n", ONCE.format(3)),
    (read_speeds, "category,kmh\n,50\n", ONCE.format(2)),
    (read_speeds, "veg,fart\nE,70\n", "Fartstabellen må ha kolonnane category og kmh."),
    (
        read_speeds,
        "category,kmh\nE,70\nF,-55\n",
        "Rad 3: farten -55 km/t må vera mellom 0 og 200.",
    ),
    (read_speeds, "category,kmh\nE,nan\n", "Rad 2: farten nan km/t må vera mellom 0 og 200."),
    (
        read_municipalities,
        collection(road(at(0, 0), at(1, 1), vegkategori="E")),
        (
            "Rad 1 har ikkje noko kommunenummer. Sei kva felt det står i med --municipality-field. "
            "Felta er: vegkategori."
        ),
    ),
    (
        read_municipalities,
        collection(road(at(0, 0), at(1, 1), kommunenummer=4640, highway="x")),
        "Rad 1 er ikkje ei flate (Polygon eller MultiPolygon).",
    ),
    (
        read_municipalities,
        collection(*(area("4640", name) for name in ("Sogndal", "SOGNDAL ", "Luster"))),
        (
            "Rad 3: kommunenummeret 4640 står med namnet «Luster», men tidlegare i fila med "
            "«Sogndal»."
        ),
    ),
    (
        read_municipalities,
        collection(area(True, "Sogndal")),
        (
            "Rad 1 har ikkje noko kommunenummer. Sei kva felt det står i med --municipality-field. "
            "Felta er: kommunenummer, namn."
        ),
    ),
    (read_municipalities, collection(), "Fila har ingen kommunar."),
    (
        read_totals,
        "kommune;folk\n1;2\n",
        "Folketala må stå i kolonnane kommunenummer og population.",
    ),
    (
        read_totals,
        "kommunenummer;population\n4640;2\n4640;3\n",
        "Rad 3: kvar kommune må ha eitt folketal, og det kan ikkje vera mindre enn null.",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "ny_veg"\n',
        (
            "Endring 1: kind må vera ein av new_link, changed_link, closed_link, changed_ferry, "
            "removed_ferry, new_ferry, night."
        ),
    ),
    (
        read_scenario,
        {
            "name": "x",
            "changes": [
                {"kind": "night", "headway_minutes": 5},
                {"kind": "new_link", "from": [61, 6], "to": [61, 6.1], "kmh": -80},
            ],
        },
        "Endring 2: kmh må vera eit tal større enn 0 og høgst 200.",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "night"\nheadway_minutes = 5\nfart = 3\n',
        "Endring 1: ei slik endring har ikkje noko felt fart.",
    ),
    (
        read_scenario,
        b"\xef\xbb\xbf" + b'{"name": "x", "changes": [{"kind": "night"}]}',
        "Endring 1: feltet headway_minutes manglar.",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "night"\nheadway_minutes = nan\n',
        "Endring 1: headway_minutes må vera minutt frå 0 til 1440.",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "closed_link"\nat = "Sogndal"\n',
        "Endring 1: at må vera [breiddegrad, lengdegrad], til dømes [61.23, 7.09].",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "closed_link"\nat = [6800000, 100000]\n',
        "Endring 1: at må vera [breiddegrad, lengdegrad], til dømes [61.23, 7.09].",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "new_link"\nfrom = [61, 6]\nto = [61, 7]\nkmh = 80\none_way = "x"\n',
        "Endring 1: feltet one_way har feil verdi.",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "closed_link"\nfrom = [61, 6]\n',
        "Endring 1: sei kvar vegen er, med at eller med from og to.",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "closed_link"\nat = [61, 6]\nfrom = [61, 6]\n',
        "Endring 1: sei kvar vegen er, med at eller med from og to.",
    ),
    (
        read_scenario,
        'name = "x"\n[[changes]]\nkind = "changed_ferry"\nfrom = [61, 6]\nto = [61, 6.1]\n',
        ("Endring 1: sei kva som er nytt med ferja, med headway_minutes eller crossing_minutes."),
    ),
    (
        read_scenario,
        'name = "x"\n' + '[[changes]]\nkind = "night"\nheadway_minutes = 60\n' * 2,
        "Endring 2 er den same som endring 1.",
    ),
    (
        read_scenario,
        'name = "x"\n',
        "Scenarioet må ha name og minst éi endring i changes (changes).",
    ),
    (
        read_scenario,
        '{"name": "x", "changes": []}',
        "Scenarioet må ha name og minst éi endring i changes (changes).",
    ),
]


@pytest.mark.parametrize(("read", "content", "said"), CASES)
def test_what_cannot_be_used_is_said_with_its_row(
    read: Callable[..., Any], content: Any, said: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read(as_file(content, "fil"))
    assert str(refused.value) == f"fil: {said}"
    english = refused.value.sentence.translated(words("en").gettext)
    assert english not in {said, ""}


def test_a_scenario_that_is_no_toml_is_said() -> None:
    with pytest.raises(BadInput, match=r"^fil: Scenarioet er ikkje gyldig TOML eller JSON"):
        read_scenario(as_file("name = ", "fil"))


def test_a_centre_far_from_every_road_is_refused() -> None:
    made = network(road(at(0, 0), at(1, 0)))
    area = area_of(people((at(0, 0), 3)), borders(("4640", "Sogndal", box(-5, -5, 30, 30))))
    with pytest.raises(BadInput) as refused:
        reach_of(made, area, [Place("Senteret", lat=at(0, 20)[1], lon=at(0, 20)[0])])
    assert str(refused.value) == (
        "Senteret «Senteret» ligg 20002 m frå næraste veg. Er koordinatane rette, med breiddegrad "
        "først?"
    )


@pytest.mark.parametrize(
    ("centres", "limit", "said"),
    [
        ([], 45, "Vel minst eitt senter."),
        ([Place("A", 61, 6)], 0, "Grensa må vera meir enn 0 minutt."),
    ],
)
def test_no_centre_and_no_limit_are_refused(centres: list[Place], limit: float, said: str) -> None:
    area = area_of(people((at(0, 0), 3)), borders(("4640", "Sogndal", box(-5, -5, 5, 5))))
    with pytest.raises(BadInput) as refused:
        reach_of(network(road(at(0, 0), at(1, 0))), area, centres, limit=limit)
    assert str(refused.value) == said


def test_people_who_live_elsewhere_are_refused() -> None:
    with pytest.raises(BadInput) as refused:
        area_of(people((at(90, 90), 3)), borders(("4640", "Sogndal", box(-5, -5, 5, 5))))
    assert str(refused.value) == ("Ingen av rutene med folk ligg i kommunane. Høyrer filene saman?")


def test_places_off_the_network_and_a_network_in_pieces_are_said_with_their_rows() -> None:
    made = network(road(at(0, 0), at(3, 0)), road(at(0, 9), at(2, 9)))
    places = read_places(
        as_file(
            "name,kind,lat,lon\n"
            + "".join(
                f"{name},bygd,{lat},{lon}\n"
                for name, (lon, lat) in {
                    "Aust": at(3, 0),
                    "Vest": at(0, 0),
                    "Nord": at(1, 9),
                    "Fjell": at(40, 40),
                }.items()
            )
        )
    )
    made_of = matrix_of(made, places)
    assert [str(one) for one in made_of.warnings] == [
        "Rad 5: «Fjell» ligg 48852 m frå næraste veg.",
        "«Nord» heng ikkje saman med dei andre: delen av vegnettet der (med rad 2) har 2.0 km veg.",
    ]
    assert {
        (origin, target) for origin, target, minutes, *_ in made_of.trips() if minutes < 1e9
    } == {
        ("Aust", "Vest"),
        ("Vest", "Aust"),
    }
