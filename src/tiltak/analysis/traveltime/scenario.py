"""Scenarios: what a measure would change, as a small file (TOML or JSON).

    name = "Tunnel under fjorden"

    [[changes]]
    kind = "new_link"
    from = [61.20, 6.50]
    to = [61.25, 6.60]
    length_km = 7.5
    kmh = 80

Places are [latitude, longitude] as people write them. A link is named by one place `at` it (the
road from junction to junction that is nearest), or by the stretch `from` one place `to` another.
A ferry is named by its quays.
"""

import hashlib
import re
import tomllib
from codecs import BOM_UTF8
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.problems import BadInput, Sentence, gettext_noop, say
from tiltak.analysis.traveltime.properties import FASTEST, LONGEST

# minutes of a day
LONGEST_TIME = 1440
Degree = Annotated[float, Meta(ge=-180, le=180)]
Point = tuple[Degree, Degree]
Speed = Annotated[float, Meta(gt=0, le=FASTEST)]
Kilometres = Annotated[float, Meta(gt=0, le=LONGEST)]
Minutes = Annotated[float, Meta(ge=0, le=LONGEST_TIME)]
MOST = {"kmh": FASTEST, "length_km": LONGEST}


class Change(Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True):
    """One thing that a measure changes."""


class NewLink(Change, tag="new_link", frozen=True, kw_only=True):
    """A tunnel, bridge or road between two places on roads. Without a length: the straight line."""

    begin: Point = msgspec.field(name="from")
    end: Point = msgspec.field(name="to")
    kmh: Speed
    length_km: Kilometres | None = None
    one_way: bool = False


class ChangedLink(Change, tag="changed_link", frozen=True, kw_only=True):
    """Another speed on a road that is there."""

    kmh: Speed
    at: Point | None = None
    begin: Point | None = msgspec.field(name="from", default=None)
    end: Point | None = msgspec.field(name="to", default=None)


class ClosedLink(Change, tag="closed_link", frozen=True, kw_only=True):
    """A road that nobody can drive. Who lives along it has no way out."""

    at: Point | None = None
    begin: Point | None = msgspec.field(name="from", default=None)
    end: Point | None = msgspec.field(name="to", default=None)


class ChangedFerry(Change, tag="changed_ferry", frozen=True, kw_only=True):
    """Other departures or another crossing of a ferry that is there."""

    begin: Point = msgspec.field(name="from")
    end: Point = msgspec.field(name="to")
    headway_minutes: Minutes | None = None
    crossing_minutes: Minutes | None = None


class RemovedFerry(Change, tag="removed_ferry", frozen=True, kw_only=True):
    """A ferry that no longer runs."""

    begin: Point = msgspec.field(name="from")
    end: Point = msgspec.field(name="to")


class NewFerry(Change, tag="new_ferry", frozen=True, kw_only=True):
    """A ferry between two places on roads. Without a crossing time: length and the ferry's speed."""

    begin: Point = msgspec.field(name="from")
    end: Point = msgspec.field(name="to")
    headway_minutes: Minutes | None = None
    crossing_minutes: Minutes | None = None
    length_km: Kilometres | None = None


class Night(Change, tag="night", frozen=True, kw_only=True):
    """Every ferry at night: this often, and the longest wait that is counted."""

    headway_minutes: Minutes
    longest_wait_minutes: Minutes | None = None


AnyChange = NewLink | ChangedLink | ClosedLink | ChangedFerry | RemovedFerry | NewFerry | Night


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named set of changes, done in order."""

    name: Annotated[str, Meta(min_length=1)]
    changes: Annotated[tuple[AnyChange, ...], Meta(min_length=1)]
    description: str = ""


PATH = re.compile(r"\$(?:\.changes\[(\d+)\])?(?:\.(\w+))?")
NAMED = re.compile(r"(required|unknown) field `(\w+)`")


def read_scenario(file: InputFile) -> Scenario:
    """A scenario of a TOML or JSON file. Raises BadInput with the number of the change."""
    with blaming(file):
        data = file.unpacked().removeprefix(BOM_UTF8)
        try:
            said = msgspec.json.decode(data) if data.lstrip()[:1] == b"{" else _toml(data)
        except (
            msgspec.DecodeError,
            tomllib.TOMLDecodeError,
            UnicodeDecodeError,
            RecursionError,
        ) as error:
            raise BadInput(
                say(
                    gettext_noop("Scenarioet er ikkje gyldig TOML eller JSON (%(why)s)."), why=error
                )
            ) from None
        return scenario_of(said)


def _toml(data: bytes) -> object:
    return tomllib.loads(data.decode())


def scenario_of(said: object) -> Scenario:
    """A scenario of plain values. Raises BadInput with the number of the change and the field."""
    try:
        scenario = msgspec.convert(said, Scenario)
    except msgspec.ValidationError as error:
        raise BadInput(_wrong(str(error))) from None
    for number, change in enumerate(scenario.changes, 1):
        _check(change, number)
        if (first := scenario.changes.index(change) + 1) < number:
            raise BadInput(
                say(
                    gettext_noop("Endring %(row)s er den same som endring %(first)s."),
                    row=number,
                    first=first,
                )
            )
    return scenario


def _wrong(error: str) -> Sentence:
    found = PATH.search(error)
    named = NAMED.search(error)
    number = int(found[1]) + 1 if found and found[1] else 0
    name = named[2] if named else (found[2] if found and found[2] else "")
    if not number:
        return say(
            gettext_noop("Scenarioet må ha name og minst éi endring i changes (%(name)s)."),
            name=name or "–",
        )
    if name in {"", "kind"} or "Invalid value" in error:
        return say(
            gettext_noop("Endring %(row)s: kind må vera ein av %(kinds)s."),
            row=number,
            kinds=", ".join(KINDS),
        )
    if named and named[1] == "required":
        return say(gettext_noop("Endring %(row)s: feltet %(name)s manglar."), row=number, name=name)
    if named:
        return say(
            gettext_noop("Endring %(row)s: ei slik endring har ikkje noko felt %(name)s."),
            row=number,
            name=name,
        )
    return _wrong_value(name, number)


def _wrong_value(name: str, number: int) -> Sentence:
    """What the value of a field has to be."""
    if name in {"from", "to", "at"}:
        return say(
            gettext_noop(
                "Endring %(row)s: %(name)s må vera [breiddegrad, lengdegrad], til dømes [61.23, 7.09]."
            ),
            row=number,
            name=name,
        )
    if name in MOST:
        return say(
            gettext_noop(
                "Endring %(row)s: %(name)s må vera eit tal større enn 0 og høgst %(most)s."
            ),
            row=number,
            name=name,
            most=f"{MOST[name]:g}",
        )
    if name.endswith("_minutes"):
        return say(
            gettext_noop("Endring %(row)s: %(name)s må vera minutt frå 0 til %(most)s."),
            row=number,
            name=name,
            most=LONGEST_TIME,
        )
    return say(
        gettext_noop("Endring %(row)s: feltet %(name)s har feil verdi."), row=number, name=name
    )


def _check(change: AnyChange, number: int) -> None:
    """Fields that are right one by one, but not together. Raises BadInput."""
    if isinstance(change, ChangedLink | ClosedLink):
        ends = (change.begin is not None) + (change.end is not None)
        if ends != (0 if change.at is not None else 2):
            raise BadInput(
                say(
                    gettext_noop(
                        "Endring %(row)s: sei kvar vegen er, med at eller med from og to."
                    ),
                    row=number,
                )
            )
    if isinstance(change, ChangedFerry) and not _says_what_is_new(change):
        raise BadInput(
            say(
                gettext_noop(
                    "Endring %(row)s: sei kva som er nytt med ferja, med headway_minutes eller "
                    "crossing_minutes."
                ),
                row=number,
            )
        )


def _says_what_is_new(change: ChangedFerry) -> bool:
    return change.headway_minutes is not None or change.crossing_minutes is not None


KINDS = (
    "new_link",
    "changed_link",
    "closed_link",
    "changed_ferry",
    "removed_ferry",
    "new_ferry",
    "night",
)


def encode_scenario(scenario: Scenario) -> bytes:
    """Canonical JSON: the same scenario gives the same bytes, whatever file it came from."""
    return msgspec.json.encode(scenario, order="deterministic")


def scenario_sha256(scenario: Scenario) -> str:
    """The hash in hex of the canonical JSON."""
    return hashlib.sha256(encode_scenario(scenario)).hexdigest()
