"""The speed of a road that the data says nothing of, and the wait for a ferry.

Speeds are what a car keeps on average on such roads in western Norway, bends and villages
included; they are plausible figures, not measured ones, and a user can change each of them. The
wait follows the usual rule of thumb: half the time between departures, but not more than a cap,
as people look at the timetable when departures are rare.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats
from tiltak.analysis.traveltime.gaps import Tolerances
from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.lines import Lines
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.properties import check_speed
from tiltak.analysis.traveltime.tables import read_table

# km/h. The letters are those of Norwegian roads: Europaveg, riks-, fylkes-, kommunal and privat
# veg; the words are OpenStreetMap's. `access`: from a house to the road, as the crow flies.
KMH: Mapping[str, float] = MappingProxyType(
    {
        "motorveg": 100.0,
        "motortrafikkveg": 80.0,
        "E": 70.0,
        "R": 65.0,
        "F": 55.0,
        "K": 40.0,
        "P": 30.0,
        "S": 30.0,
        "motorway": 100.0,
        "motorway_link": 60.0,
        "trunk": 70.0,
        "trunk_link": 50.0,
        "primary": 65.0,
        "primary_link": 50.0,
        "secondary": 60.0,
        "secondary_link": 50.0,
        "tertiary": 50.0,
        "tertiary_link": 40.0,
        "unclassified": 45.0,
        "residential": 30.0,
        "living_street": 15.0,
        "service": 20.0,
        "ferry": 18.0,
        "gap": 30.0,
        "access": 20.0,
        "other": 40.0,
    }
)
OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """All that is assumed where the data does not say it.

    kmh              km/h by category; a category that is not there is `other`
    ferry_wait       minutes of waiting where the headway is unknown
    longest_wait     minutes; the cap on half a headway
    access_limit     metres from a place to the nearest road; beyond, it has no road
    tolerances       which ends that do not meet are joined
    speed_factor     all speeds times this: 0.8 is 20 % slower
    wait_factor      all waits times this: 1.2 is 20 % longer
    """

    kmh: Mapping[str, float] = field(default_factory=lambda: KMH)
    ferry_wait: float = 15.0
    longest_wait: float = 30.0
    access_limit: float = 5000.0
    tolerances: Tolerances = field(default_factory=Tolerances)
    speed_factor: float = 1.0
    wait_factor: float = 1.0

    def speed(self, category: str) -> float:
        """km/h of a category."""
        return self.kmh.get(category, self.kmh[OTHER]) * self.speed_factor

    def access_minutes(self, metres: Floats) -> Floats:
        """(n,) minutes between places and the road."""
        return metres / 1000 / self.speed("access") * 60

    def drive_minutes(self, lines: Lines) -> Floats:
        """(m,) minutes along each line, without any wait."""
        by_category = np.array([self.speed(name) for name in lines.categories])
        assumed = by_category[lines.category] if len(by_category) else lines.kmh
        kmh = np.where(np.isnan(lines.kmh), assumed, lines.kmh * self.speed_factor)
        driven = lines.km / kmh * 60
        return np.where(np.isnan(lines.crossing), driven, lines.crossing / self.speed_factor)

    def wait_minutes(self, lines: Lines) -> Floats:
        """(m,) minutes before a ferry leaves; only those of ferries mean anything."""
        half = np.minimum(lines.headway / 2, self.longest_wait)
        return np.where(np.isnan(half), self.ferry_wait, half) * self.wait_factor


def read_speeds(file: InputFile) -> dict[str, float]:
    """The speed table with what a CSV (category, kmh) changes in it. Raises BadInput."""
    with blaming(file):
        table = read_table(file)
        category = table.column(("category", "kategori"))
        kmh = table.column(("kmh", "km/t", "km/h", "fart"))
        if category is None or kmh is None:
            raise BadInput(say(gettext_noop("Fartstabellen må ha kolonnane category og kmh.")))
        changed, seen = dict(KMH), set[str]()
        for name, speed, row in zip(
            table.texts(category), table.values(kmh), table.numbers, strict=True
        ):
            if not name or name in seen:
                raise BadInput(
                    say(
                        gettext_noop("Rad %(row)s: kvar kategori må ha namn og stå éin gong."),
                        row=row,
                    )
                )
            check_speed(float(speed), f"{speed:g}", int(row))
            seen.add(name)
            changed[name] = float(speed)
        return changed
