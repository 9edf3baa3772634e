"""The network that `matrix` and `reach` compute on: its options, and what is read of its files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tiltak.cli.traveltime.amounts import Amount
from tiltak.cli.traveltime.files import opened, the_file

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import InputFile, Network, Scenario

Command = TypeVar("Command", bound=Callable[..., Any])


def network_options(command: Command) -> Command:
    """The options that say which network it is."""
    for option in (
        click.option(
            "--ferry-wait",
            type=Amount(0, 1440),
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

    road_file, speed_file, scenario_file = the_file(roads), opened(speeds), opened(scenario)
    assumptions = Assumptions(
        kmh=read_speeds(speed_file) if speed_file else KMH, ferry_wait=ferry_wait
    )
    return Given(
        {"roads": road_file, "speeds": speed_file, "scenario": scenario_file},
        build_network(read_roads(road_file), assumptions),
        read_scenario(scenario_file) if scenario_file else None,
    )


def tell(network: "Network", warnings: Iterable[str]) -> None:
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
