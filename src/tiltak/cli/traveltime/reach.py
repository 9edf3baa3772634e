"""`tiltak traveltime reach`: from every inhabited cell to the nearest centre."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tiltak.cli.errors import Refused
from tiltak.cli.export import write_together
from tiltak.cli.traveltime.amounts import Amount
from tiltak.cli.traveltime.files import opened, refusing, the_file
from tiltak.cli.traveltime.network import given_network, network_options, tell

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import Place


@click.command("reach")
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
@click.option(
    "--minutes",
    type=Amount(0, 1440),
    default=45.0,
    show_default=True,
    help="Grensa i minutt.",
)
@click.option("--municipalities", required=True, help="Kommunegrenser (GeoJSON).")
@click.option("--municipality-field", help="Feltet som har kommunenummeret.")
@click.option("--totals", help="Folketal i kommunane (CSV med kommunenummer,population).")
@click.option("--out", required=True, help="Mappa det skal skrivast til.")
@refusing
def command(
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
        municipality_field=municipality_field,
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
    """All files in a folder, made where it is not there, or none of them. Raises Refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder}: mappa kan ikkje lagast ({error.strerror}).") from None
    write_together({str(folder / name): content for name, content in files.items()})
