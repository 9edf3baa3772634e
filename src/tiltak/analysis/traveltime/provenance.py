"""What a result was made of: enough to make it again, to the digit. No clock, no machine."""

import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version

import msgspec

from tiltak import __version__
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.places import Place
from tiltak.analysis.traveltime.scenario import Scenario, scenario_sha256
from tiltak.analysis.traveltime.speeds import Assumptions

Plain = dict[str, object]
LIBRARIES = ("numpy", "scipy", "pyproj", "shapely", "osmium")


def program() -> Plain:
    """The versions that decide what comes out."""
    found: Plain = {"tiltak": __version__, "python": platform.python_version()}
    return found | {name: version(name) for name in LIBRARIES}


def inputs(files: Mapping[str, InputFile | None]) -> list[Plain]:
    """Role, name, size and hash of each file that was given."""
    return [
        {"role": role, "name": file.name, "bytes": len(file.data), "sha256": file.sha256}
        for role, file in files.items()
        if file is not None
    ]


def parameters(assumptions: Assumptions, centres: Sequence[Place] = ()) -> Plain:
    """All figures that were assumed or chosen."""
    named = [{"name": one.name, "lat": one.lat, "lon": one.lon} for one in centres]
    return {"centres": named} | assumed(assumptions)


def assumed(assumptions: Assumptions) -> Plain:
    """All figures that were assumed."""
    return {
        "kmh": dict(sorted(assumptions.kmh.items())),
        "ferry_wait_minutes": assumptions.ferry_wait,
        "longest_wait_minutes": assumptions.longest_wait,
        "access_limit_metres": assumptions.access_limit,
        "tolerances_metres": asdict(assumptions.tolerances),
    }


def scenario(chosen: Scenario | None) -> Plain | None:
    """The scenario as it was read, and its hash."""
    if chosen is None:
        return None
    said: Plain = msgspec.to_builtins(chosen)
    return said | {"sha256": scenario_sha256(chosen)}


def network(made: Network) -> Plain:
    """The size of the network, what was left out, and each end that did not meet."""
    lines = made.lines
    return {
        "lines": len(lines),
        "km": round(float(lines.km.sum()), 3),
        "nodes": len(made.layout.nodes),
        "pieces": int(made.layout.pieces.max()) + 1,
        "left_out": {str(why): count for why, count in (made.left_out or {}).items()},
        "gaps": [asdict(gap) | {"metres": round(gap.metres, 1)} for gap in made.gaps],
    }
