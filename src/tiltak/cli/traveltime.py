"""`tiltak traveltime`: who reaches a centre, and how long it takes. No database, no Django."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tiltak.cli.errors import Refused
from tiltak.cli.export import write_whole
from tiltak.cli.read import contents_of

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import InputFile, Network, Place, Scenario

Command = TypeVar("Command", bound=Callable[..., Any])


def network_options(command: Command) -> Command:
    """The options that say which network it is."""
    for option in (
        click.option(
            "--ferry-wait",
            type=click.FloatRange(min=0, max=1440),
            default=15.0,
            show_default=True,
            help="Minutt ventetid for ferjer utan kjende avgangar.",
        ),
        click.option("--scenario", help="Endringar i vegnettet (TOML eller JSON)."),
        click.option("--speeds", help="Eigen fart etter vegkategori (CSV med category,kmh)."),
        click.option(
            "--roads", required=True, help="Vegar: GeoJSON (.geojson, .geojson.gz) eller .pbf."
        ),
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Given:
    """The files that say which network it is, and what is read of them."""

    files: "dict[str, InputFile | None]"
    today: "Network"
    scenario: "Scenario | None"

    @property
    def network(self) -> "Network":
        """The network with the scenario done, where there is one."""
        from tiltak.analysis.traveltime import changed

        return self.today if self.scenario is None else changed(self.today, self.scenario)


def given_network(roads: str, speeds: str | None, scenario: str | None, ferry_wait: float) -> Given:
    """What the options name. Raises Refused and BadInput."""
    from tiltak.analysis.traveltime import (
        KMH,
        Assumptions,
        build_network,
        read_roads,
        read_scenario,
        read_speeds,
    )

    road_file, speed_file, scenario_file = (opened(name) for name in (roads, speeds, scenario))
    assert road_file is not None  # noqa: S101  the option is required
    assumptions = Assumptions(
        kmh=read_speeds(speed_file) if speed_file else KMH, ferry_wait=ferry_wait
    )
    return Given(
        {"roads": road_file, "speeds": speed_file, "scenario": scenario_file},
        build_network(read_roads(road_file), assumptions),
        read_scenario(scenario_file) if scenario_file else None,
    )


def opened(name: str | None) -> "InputFile | None":
    """A file that the command line names, if it names one. Raises Refused."""
    from tiltak.analysis.traveltime import InputFile

    if name is None:
        return None
    data, short = contents_of(name)
    return InputFile(short, data)


def the_file(name: str) -> "InputFile":
    """A file that has to be named. Raises Refused."""
    from tiltak.analysis.traveltime import InputFile

    data, short = contents_of(name)
    return InputFile(short, data)


def refusing(command: Callable[..., None]) -> Callable[..., None]:
    """What the analysis says of bad input, as the command line says it."""
    from functools import wraps

    @wraps(command)
    def run(**options: Any) -> None:
        from tiltak.analysis.traveltime import BadInput

        try:
            command(**options)
        except BadInput as error:
            raise Refused(str(error)) from None

    return run


class Group(click.Group):
    """Loads `load` when it is asked for: it needs the database, the others do not."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "load"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name != "load":
            return super().get_command(ctx, cmd_name)
        from tiltak.cli.traveltime_load import load

        return load


@click.group("traveltime", cls=Group)
def command() -> None:
    """Rekn ut reisetid på vegar og ferjer."""


@command.command("matrix")
@network_options
@click.option("--places", required=True, help="Stader: CSV med name,kind,lat,lon.")
@click.option("--out", required=True, help="CSV det skal skrivast til (- for standard ut).")
@click.option("--summary", help="JSON med føresetnader, kjelder og skøytte endar.")
@refusing
def matrix(
    *,
    roads: str,
    speeds: str | None,
    scenario: str | None,
    ferry_wait: float,
    places: str,
    out: str,
    summary: str | None,
) -> None:
    """Minutt, kilometer og ferjer mellom alle stadene."""
    from tiltak.analysis.traveltime import (
        as_json,
        matrix_csv,
        matrix_of,
        read_places,
        summary_of_matrix,
    )

    given = given_network(roads, speeds, scenario, ferry_wait)
    place_file = the_file(places)
    network = given.network
    made = matrix_of(network, read_places(place_file))
    if summary:
        files = given.files | {"places": place_file}
        said = summary_of_matrix(network, made, files=files, scenario=given.scenario)
        write_whole(summary, as_json(said))
    write_whole(out, matrix_csv(made))
    tell(network, map(str, made.warnings))


@command.command("reach")
@network_options
@click.option(
    "--population", required=True, help="Folketal: rutene til SSB, eller lat,lon,population."
)
@click.option(
    "--centre",
    "centres",
    required=True,
    multiple=True,
    help="Senter som LAT,LON; kan gjevast fleire gonger.",
    metavar="LAT,LON",
)
@click.option("--minutes", type=float, default=45.0, show_default=True, help="Grensa i minutt.")
@click.option("--municipalities", required=True, help="Kommunegrenser (GeoJSON).")
@click.option("--municipality-field", help="Feltet som har kommunenummeret.")
@click.option("--totals", help="Folketal i kommunane (CSV med kommunenummer,population).")
@click.option("--out", required=True, help="Mappa det skal skrivast til.")
@refusing
def reach(
    *,
    roads: str,
    speeds: str | None,
    scenario: str | None,
    ferry_wait: float,
    population: str,
    centres: tuple[str, ...],
    minutes: float,
    municipalities: str,
    municipality_field: str | None,
    totals: str | None,
    out: str,
) -> None:
    """Kor mange som når eit senter innan grensa, i kvar rute og kommune.

    Skriv cells.csv, municipalities.csv og summary.json.
    """
    from tiltak.analysis.traveltime import (
        Comparison,
        area_of,
        as_json,
        cells_csv,
        municipalities_csv,
        reach_of,
        read_municipalities,
        read_population,
        read_totals,
        summary_of_reach,
        warnings_of_reach,
    )

    wanted = [centre_at(one) for one in centres]
    given = given_network(roads, speeds, scenario, ferry_wait)
    people, borders, total = the_file(population), the_file(municipalities), opened(totals)
    area = area_of(
        read_population(people),
        read_municipalities(borders, municipality_field),
        read_totals(total) if total else None,
    )
    network = given.network
    found = reach_of(network, area, wanted, limit=minutes)
    before = reach_of(given.today, area, wanted, limit=minutes) if given.scenario else None
    comparison = Comparison(before, found) if before else None
    written = {
        "cells.csv": cells_csv(found, before),
        "municipalities.csv": municipalities_csv(found, comparison),
    }
    said = summary_of_reach(
        network,
        found,
        files=given.files | {"population": people, "municipalities": borders, "totals": total},
        scenario=given.scenario,
        comparison=comparison,
        written=written,
    )
    write_folder(Path(out), written | {"summary.json": as_json(said)})
    tell(network, map(str, warnings_of_reach(network, found)))


def centre_at(said: str) -> "Place":
    """A centre of the command line; its name is where it is. Raises Refused."""
    from tiltak.analysis.traveltime import Place

    try:
        lat, lon = (float(part) for part in said.split(","))
    except ValueError:
        raise Refused(
            f"«{said}»: skriv senteret som breiddegrad,lengdegrad, til dømes 61.23,7.09"
        ) from None
    return Place(said, lat=lat, lon=lon)


def write_folder(folder: Path, files: dict[str, bytes]) -> None:
    """All files in a folder, made where it is not there. Raises Refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder}: mappa kan ikkje lagast ({error.strerror}).") from None
    for name, content in files.items():
        write_whole(str(folder / name), content)


def tell(network: "Network", warnings: "map[str]") -> None:
    """Warnings, and that ends were joined, on stderr."""
    joined = [gap for gap in network.gaps if gap.is_joined]
    if joined:
        longest = max(joined, key=lambda gap: gap.metres)
        click.echo(
            f"{len(joined)} endar som ikkje møttest, er skøytte; lengst {longest.metres:.0f} m "
            f"(rad {longest.row}). Kvar av dei står i samandraget (summary).",
            err=True,
        )
    for warning in warnings:
        click.echo(warning, err=True)
