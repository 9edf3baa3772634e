"""Doing what a scenario says: a network becomes another; the first one stays as it is.

Places keep the road they had: what a scenario adds is never what a home is joined to. So a new
link can only shorten trips, and a closed one only lengthen them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tiltak.analysis.traveltime.coordinates import (
    Floats,
    Ints,
    are_degrees,
    are_swapped,
    to_earth,
)
from tiltak.analysis.traveltime.cutting import cut
from tiltak.analysis.traveltime.ferries import NEAR as QUAY_NEAR
from tiltak.analysis.traveltime.ferries import ferry_between
from tiltak.analysis.traveltime.layout import Layout
from tiltak.analysis.traveltime.lines import (
    SHORTEST,
    Bools,
    Description,
    Kind,
    Lines,
    gathered,
    joined,
)
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say
from tiltak.analysis.traveltime.scenario import (
    AnyChange,
    ChangedFerry,
    ChangedLink,
    ClosedLink,
    NewFerry,
    NewLink,
    Night,
    Point,
    RemovedFerry,
    Scenario,
)
from tiltak.analysis.traveltime.snapping import LineIndex, Snapped
from tiltak.analysis.traveltime.speeds import Assumptions
from tiltak.analysis.traveltime.stretches import stretch_between

# metres from an end that somebody points at to the road it is meant to be on
NEAR = 1000.0
# metres within which two ends are one place
SAME = 1.0
NEW = "new"


@dataclass(frozen=True, slots=True)
class _Changing:
    """What the changes so far have made, and the number of the one at hand."""

    lines: Lines
    assumptions: Assumptions
    number: int = 0


def changed(network: Network, scenario: Scenario) -> Network:
    """The network with all changes of a scenario done in order.

    Raises BadInput with the number of the change that cannot be done.
    """
    state = _Changing(network.lines, network.assumptions)
    for number, change in enumerate(scenario.changes, 1):
        state = _done(replace(state, number=number), change)
    return replace(network, layout=Layout(state.lines), assumptions=state.assumptions)


def _done(state: _Changing, change: AnyChange) -> _Changing:
    match change:
        case NewLink() | NewFerry():
            return _with_new(state, change)
        case ChangedLink():
            state, which = _link(state, change)
            return _set(state, which, kmh=change.kmh)
        case ClosedLink():
            state, which = _link(state, change)
            return _set(state, which, forward=False, backward=False)
        case ChangedFerry():
            return _with_ferry(state, change)
        case RemovedFerry():
            return _set(state, _ferry(state, change), forward=False, backward=False)
        case Night():
            return _at_night(state, change)


def _with_new(state: _Changing, change: NewLink | NewFerry) -> _Changing:
    state, ends = _cut_at(state, (change.begin, change.end), _on_ground(state.lines))
    _check_apart(state, ends)
    one = np.zeros(1, dtype=np.int64)
    _check_length(change, state.number)
    new = gathered(ends, one + 2, [_described(change)], one, one)
    return replace(state, lines=joined(state.lines, new))


def _check_apart(state: _Changing, ends: Floats) -> None:
    """Raises BadInput for two ends (2, 2), degrees, that are one place."""
    if np.linalg.norm(np.diff(to_earth(ends), axis=0)) < SAME:
        raise BadInput(
            say(gettext_noop("Endring %(row)s: begge endane er på same staden."), row=state.number)
        )


def _described(change: NewLink | NewFerry) -> Description:
    length = np.nan if change.length_km is None else change.length_km
    if isinstance(change, NewLink):
        return Description(
            kind=Kind.TUNNEL,
            category=NEW,
            kmh=change.kmh,
            backward=not change.one_way,
            joinable=False,
            given_km=length,
        )
    return Description(
        kind=Kind.FERRY,
        category="ferry",
        joinable=False,
        crossing=np.nan if change.crossing_minutes is None else change.crossing_minutes,
        headway=np.nan if change.headway_minutes is None else change.headway_minutes,
        given_km=length,
    )


def _on_ground(lines: Lines) -> Bools:
    return np.isin(lines.kind, (Kind.ROAD, Kind.GAP))


def _cut_at(state: _Changing, points: Sequence[Point], which: Bools) -> tuple[_Changing, Floats]:
    """The lines cut at the nearest spots to places, and those spots (n, 2) in degrees."""
    spots = _nearest(state, points, which).spots
    return replace(state, lines=cut(state.lines, spots)), spots.lonlat(state.lines)


def _nearest(state: _Changing, points: Sequence[Point], which: Bools) -> Snapped:
    """Where the nearest of some lines is for each place. Raises BadInput where it is far off."""
    lonlat = _check_degrees(points, state.number)
    nearest = LineIndex(state.lines, which).nearest(lonlat)
    for (lat, lon), metres in zip(points, nearest.metres, strict=True):
        if metres > NEAR:
            raise BadInput(
                say(
                    gettext_noop(
                        "Endring %(row)s: staden %(lat)s, %(lon)s ligg %(metres)s m frå næraste veg."
                    ),
                    row=state.number,
                    lat=f"{lat:g}",
                    lon=f"{lon:g}",
                    metres=f"{metres:.0f}",
                )
            )
    return nearest


def _check_length(change: NewLink | NewFerry, number: int) -> None:
    """A link cannot be shorter than the crow flies, but for how roughly its ends are placed."""
    ends = to_earth(_check_degrees((change.begin, change.end), number))
    crow = float(np.linalg.norm(ends[1] - ends[0])) / 1000
    if change.length_km is not None and change.length_km < crow * SHORTEST:
        raise BadInput(
            say(
                gettext_noop(
                    "Endring %(row)s: lengda %(km)s km er kortare enn luftlina, som er %(crow)s km."
                ),
                row=number,
                km=f"{change.length_km:g}",
                crow=f"{crow:.1f}",
            )
        )


def _check_degrees(points: Sequence[Point], number: int) -> Floats:
    """Places (n, 2) as degrees, longitude first. Raises BadInput with the number of the change."""
    lonlat = np.array([(lon, lat) for lat, lon in points])
    wrong = ~are_degrees(lonlat) | are_swapped(lonlat)
    for (lat, lon), is_wrong in zip(points, wrong, strict=True):
        if is_wrong:
            raise BadInput(
                say(
                    gettext_noop(
                        "Endring %(row)s: skriv staden %(lat)s, %(lon)s som breiddegrad og "
                        "lengdegrad, til dømes 61.23, 7.09."
                    ),
                    row=number,
                    lat=f"{lat:g}",
                    lon=f"{lon:g}",
                )
            )
    return lonlat


def _link(state: _Changing, change: ChangedLink | ClosedLink) -> tuple[_Changing, Ints]:
    """The lines a change is about, cut where the stretch begins and ends."""
    roads = state.lines.kind != Kind.FERRY
    if change.at is not None:
        return state, _nearest(state, (change.at,), roads).line
    if change.begin is None or change.end is None:  # read_scenario has checked
        raise AssertionError
    state, ends = _cut_at(state, (change.begin, change.end), roads)
    _check_apart(state, ends)
    found = stretch_between(state.lines, ends, state.assumptions)
    if not len(found):
        raise BadInput(
            say(
                gettext_noop("Endring %(row)s: det går ingen veg mellom dei to stadene."),
                row=state.number,
            )
        )
    return state, found


def _ferry(state: _Changing, change: ChangedFerry | RemovedFerry) -> Ints:
    found = ferry_between(state.lines, _check_degrees((change.begin, change.end), state.number))
    if not len(found):
        raise BadInput(
            say(
                gettext_noop(
                    "Endring %(row)s: det går inga ferje mellom dei to stadene. Set dei ved kaiane, "
                    "innan %(km)s km."
                ),
                row=state.number,
                km=f"{QUAY_NEAR / 1000:g}",
            )
        )
    return found


def _with_ferry(state: _Changing, change: ChangedFerry) -> _Changing:
    which = _ferry(state, change)
    if change.headway_minutes is not None:
        state = _set(state, which, headway=change.headway_minutes)
    if change.crossing_minutes is not None:
        km = state.lines.km[which]
        state = _set(state, which, crossing=change.crossing_minutes * km / km.sum())
    return state


def _at_night(state: _Changing, change: Night) -> _Changing:
    ferries = np.flatnonzero(state.lines.kind == Kind.FERRY)
    state = _set(state, ferries, headway=change.headway_minutes)
    if change.longest_wait_minutes is None:
        return state
    return replace(
        state, assumptions=replace(state.assumptions, longest_wait=change.longest_wait_minutes)
    )


def _set(state: _Changing, which: Ints, **values: object) -> _Changing:
    columns = {}
    for name, value in values.items():
        columns[name] = getattr(state.lines, name).copy()
        columns[name][which] = value
    return replace(state, lines=state.lines.with_values(**columns))
