"""`tiltak traveltime load`: real data for the travel-time goal of a council."""

import math
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tiltak.cli.errors import Refused
from tiltak.cli.installation import open_database
from tiltak.cli.read import contents_of
from tiltak.cli.traveltime.amounts import Amount
from tiltak.cli.traveltime.files import refusing, the_file

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import InputFile
    from tiltak.domain.plans.models import Initiative
    from tiltak.domain.traveltime.operations import NewFile
    from tiltak.domain.viewer import Viewer

ROLES = ("roads", "population", "municipalities", "totals", "speeds", "places")


class Centre(click.ParamType[dict[str, Any]]):
    """A centre as NAME=LAT,LON."""

    name = "NAMN=LAT,LON"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[str, Any]:
        name, _equals, rest = str(value).partition("=")
        try:
            lat, lon = (float(part) for part in rest.split(","))
        except ValueError:
            lat = lon = math.nan
        if not (name.strip() and math.isfinite(lat) and math.isfinite(lon)):
            self.fail(
                f"«{value}» er ikkje namn=breiddegrad,lengdegrad, til dømes Sogndal=61.23,7.10",
                param,
                ctx,
            )
        return {"name": name.strip(), "lat": lat, "lon": lon}


@click.command("load")
@click.option("--council", default="", help="Kortnamnet til regionrådet.")
@click.option("--goal", required=True, help="Koden i adressa til målet: /p/KODE/.")
@click.option("--name", default="Vegar, folk og kommunar", help="Kva datasettet heiter.")
@click.option("--roads", required=True, help="Vegar: GeoJSON (.geojson, .geojson.gz) eller .pbf.")
@click.option(
    "--population", required=True, help="Folketal: rutene til SSB, eller lat,lon,population."
)
@click.option("--municipalities", required=True, help="Kommunegrenser (GeoJSON).")
@click.option("--municipality-field", default="", help="Feltet som har kommunenummeret.")
@click.option("--totals", help="Folketal i kommunane (CSV med kommunenummer,population).")
@click.option("--speeds", help="Eigen fart etter vegkategori (CSV med category,kmh).")
@click.option("--places", help="Stader med namn: CSV med name,kind,lat,lon.")
@click.option(
    "--sources",
    required=True,
    help="Kjeldene (TOML): ein bolk for kvar fil, med source, licence, address og as_of.",
)
@click.option(
    "--centre",
    "centres",
    required=True,
    multiple=True,
    type=Centre(),
    help="Kan gjevast fleire gonger.",
)
@click.option("--destination", default="", help="Kva målet heiter i overskrifta.")
@click.option(
    "--minutes",
    type=Amount(1, 1440),
    default=45.0,
    show_default=True,
    help="Grensa i minutt.",
)
@click.option(
    "--ferry-wait",
    type=Amount(0, 1440),
    default=15.0,
    show_default=True,
    help="Minutt ventetid for ferjer utan kjende avgangar.",
)
@click.option(
    "--around",
    type=Amount(0, 1000),
    default=60.0,
    show_default=True,
    help="Kilometer omkring kommunane som vegane blir skorne til (0: alle vegane i fila).",
)
@refusing
def command(
    *,
    council: str,
    goal: str,
    name: str,
    sources: str,
    municipality_field: str,
    centres: tuple[dict[str, Any], ...],
    destination: str,
    minutes: float,
    ferry_wait: float,
    around: float,
    **named: str | None,
) -> None:
    """Legg inn data for eit mål om reisetid, og rekn ut kor mange som når fram.

    Går noko gale, er ingenting lagra.
    """
    told = _sources(sources)
    files = {role: the_file(path) for role in ROLES if (path := named.get(role))}
    missing = [role for role in files if not _says_source(told.get(role))]
    if missing:
        raise Refused(f"{sources}: sei kvar fila er frå, med source under [{missing[0]}].")
    _read_all(files, municipality_field)
    if around:
        files["roads"] = _cut(files["roads"], files["municipalities"], municipality_field, around)
    _read_roads(files["roads"])
    open_database()
    from django.db import transaction
    from django.utils import timezone

    from tiltak.domain.traveltime.models import TravelRun
    from tiltak.domain.traveltime.operations import ask_for_run, keep_data_set, set_goal
    from tiltak.jobs.travel.runs import computing

    by, initiative = _goal(council, goal)
    now = timezone.now()
    with transaction.atomic():
        data_set = keep_data_set(
            by=by,
            name=name,
            files=[_new_file(role, file, told[role]) for role, file in files.items()],
            municipality_field=municipality_field,
            now=now,
        )
        made = set_goal(
            by=by,
            initiative=initiative,
            data_set=data_set,
            destination=destination.strip() or " / ".join(one["name"] for one in centres),
            centres=centres,
            limit_minutes=minutes,
            ferry_wait_minutes=ferry_wait,
            now=now,
        )
        run = ask_for_run(by=by, goal=made, now=now)
        computing.do(run.pk)
        run = TravelRun.objects.get(pk=run.pk)
        if run.problem:
            text, values = run.problem
            file = values.get("_file")
            raise Refused(f"{file}: {text % values}" if file else text % values)
    region = (run.result or {})["region"]
    click.echo(
        f"{made.destination}: {region['within']:.0f} av {region['people']:.0f} menneske når fram "
        f"innan {minutes:g} minutt. Sjå /p/{goal}/reisetid/"
    )


def _sources(path: str) -> dict[str, Any]:
    data, name = contents_of(path)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(f"{name}: er ikkje gyldig TOML ({error}).") from None


def _says_source(told: object) -> bool:
    return isinstance(told, dict) and bool(str(told.get("source", "")).strip())


def _read_all(files: "dict[str, InputFile]", field: str) -> None:
    """Refuse what cannot be read before anything is stored."""
    from tiltak.analysis.traveltime import (
        read_municipalities,
        read_places,
        read_population,
        read_speeds,
        read_totals,
    )

    read_population(files["population"])
    read_municipalities(files["municipalities"], field or None)
    for role, read in (("totals", read_totals), ("speeds", read_speeds), ("places", read_places)):
        if role in files:
            read(files[role])


def _cut(roads: "InputFile", municipalities: "InputFile", field: str, around: float) -> "InputFile":
    """The roads near the municipalities."""
    from tiltak.analysis.traveltime import read_municipalities
    from tiltak.analysis.traveltime.cutout import cut_out

    return cut_out(roads, read_municipalities(municipalities, field or None), around)


def _read_roads(roads: "InputFile") -> None:
    """Refuse roads that cannot be read, by the name and the rows of the file that was given."""
    from tiltak.analysis.traveltime import read_roads

    read_roads(roads)


def _goal(council: str, code: str) -> "tuple[Viewer, Initiative]":
    from tiltak.cli.intake import operator
    from tiltak.cli.where import council_named
    from tiltak.domain.plans.queries.correctable import initiative_by_code
    from tiltak.domain.plans.queries.versions import NotFound

    by = operator(council_named(council))
    try:
        return by, initiative_by_code(by, code)
    except NotFound:
        raise Refused(
            f"--goal {code}: regionrådet har ingen slik kode. Han står i adressa til målet, /p/KODE/."
        ) from None


def _new_file(role: str, file: "InputFile", told: dict[str, Any]) -> "NewFile":
    from tiltak.domain.traveltime.operations import NewFile

    day = told.get("as_of")
    if day is not None and not isinstance(day, date):
        raise Refused(f"[{role}] as_of må vera ein dato, til dømes 2025-01-01.")
    return NewFile(
        role=role,
        filename=file.name,
        data=file.data,
        source=str(told["source"])[:300],
        licence=str(told.get("licence", ""))[:200],
        address=str(told.get("address", ""))[:500],
        as_of=day,
    )
