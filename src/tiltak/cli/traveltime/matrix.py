"""`tiltak traveltime matrix`: between all places."""

from pathlib import Path

import click

from tiltak.cli.errors import Refused
from tiltak.cli.export import write_together, write_whole
from tiltak.cli.traveltime.files import refusing, the_file
from tiltak.cli.traveltime.network import given_network, network_options, tell


@click.command("matrix")
@network_options
@click.option("--places", required=True, help="Stader: CSV med name,kind,lat,lon.")
@click.option("--out", required=True, help="CSV det skal skrivast til (- for standard ut).")
@click.option("--summary", help="JSON med føresetnader, kjelder og skøytte endar.")
@refusing
def command(
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

    if summary and Path(summary).absolute() == Path(out).absolute():
        raise Refused(f"{summary}: --out og --summary kan ikkje vera same fila.")
    given = given_network(roads, speeds, scenario, ferry_wait)
    place_file = the_file(places)
    network = given.network
    made = matrix_of(network, read_places(place_file))
    files = given.files | {"places": place_file}
    said = summary_of_matrix(network, made, files=files, scenario=given.scenario)
    beside = {summary: as_json(said)} if summary else {}
    if out == "-":
        write_together(beside)
        write_whole(out, matrix_csv(made))
    else:
        write_together({out: matrix_csv(made)} | beside)
    tell(network, map(str, made.warnings))
