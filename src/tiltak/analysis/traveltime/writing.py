"""Results as files: CSV with a decimal point, JSON with sorted keys. The same input, the same bytes."""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import asdict

import msgspec
import numpy as np

from tiltak.analysis.traveltime import provenance
from tiltak.analysis.traveltime.cautions import warnings_of_reach
from tiltak.analysis.traveltime.comparison import Comparison, Gains
from tiltak.analysis.traveltime.explanation import assumptions_of, assumptions_of_reach
from tiltak.analysis.traveltime.figures import Figures
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.matrix import Matrix
from tiltak.analysis.traveltime.network import Network
from tiltak.analysis.traveltime.reach import Range, Reach
from tiltak.analysis.traveltime.scenario import Scenario

SCHEMA = "traveltime/1"
MATRIX_HEADS = ("from", "to", "minutes", "km", "ferries")
CELL_HEADS = (
    "cell",
    "lat",
    "lon",
    "population",
    "municipality",
    "minutes",
    "km",
    "ferries",
    "centre",
    "access_m",
    "note",
)
MUNICIPALITY_HEADS = (
    "number",
    "name",
    "population",
    "within",
    "share",
    "share_slow",
    "share_fast",
    "median",
    "p90",
    "unreachable",
)
NO_ROAD, NO_WAY = "no_road", "no_way"
Plain = dict[str, object]


def matrix_csv(matrix: Matrix) -> bytes:
    """from, to, minutes, km, ferries; empty where there is no way."""
    return _csv(
        MATRIX_HEADS,
        (
            (origin, target, _number(minutes, 2), _number(km, 3), ferries if km < np.inf else "")
            for origin, target, minutes, km, ferries in matrix.trips()
        ),
    )


def cells_csv(reach: Reach, before: Reach | None = None) -> bytes:
    """A row for each cell; `note` says why there are no minutes. With `before`, its minutes too."""
    area, trips = reach.area, reach.trips
    names = [centre.name for centre in reach.centres]
    codes = area.municipalities.codes
    rows = (
        (
            area.cells.ids[at],
            f"{area.cells.lonlat[at, 1]:.6f}",
            f"{area.cells.lonlat[at, 0]:.6f}",
            _number(area.weights[at], 3),
            codes[area.municipality[at]],
            _number(trips.minutes[at], 2),
            _number(trips.km[at], 3),
            trips.ferries[at] if np.isfinite(trips.minutes[at]) else "",
            names[trips.source[at]] if trips.source[at] >= 0 else "",
            _number(reach.access[at], 0),
            _note(reach, at),
            *(() if before is None else (_number(before.trips.minutes[at], 2),)),
        )
        for at in range(len(area.cells))
    )
    return _csv(CELL_HEADS + (() if before is None else ("minutes_before",)), rows)


def _note(reach: Reach, at: int) -> str:
    if np.isfinite(reach.trips.minutes[at]):
        return ""
    return NO_WAY if reach.has_road[at] else NO_ROAD


def municipalities_csv(reach: Reach, comparison: Comparison | None = None) -> bytes:
    """A row for each municipality. With a comparison: the share before, and what is won and lost."""
    known = reach.area.municipalities
    heads: tuple[str, ...] = MUNICIPALITY_HEADS
    if comparison:
        heads += ("share_before", *Gains.__dataclass_fields__)
    rows = []
    for at, (code, name) in enumerate(zip(known.codes, known.names, strict=True)):
        row = [code, name, *_figure_cells(reach.of_municipality(at), reach.range_of(at))]
        if comparison:
            row.append(_number(comparison.before.of_municipality(at).share, 4))
            row += [_number(value, 1) for value in asdict(comparison.of_municipality(at)).values()]
        rows.append(row)
    return _csv(heads, rows)


def _figure_cells(figures: Figures, spread: Range) -> list[str]:
    return [
        _number(figures.people, 1),
        _number(figures.within, 1),
        _number(figures.share, 4),
        _number(spread.slow, 4),
        _number(spread.fast, 4),
        _number(figures.median, 2),
        _number(figures.p90, 2),
        _number(figures.unreachable, 1),
    ]


def summary_of_reach(
    network: Network,
    reach: Reach,
    *,
    files: Mapping[str, InputFile | None],
    scenario: Scenario | None = None,
    comparison: Comparison | None = None,
    written: Mapping[str, bytes] | None = None,
    municipality_field: str | None = None,
) -> Plain:
    """All that explains a result and lets it be made again.

    `network` is the one the result was made on; `written` the files beside, whose hashes are kept;
    `municipality_field` the field that was said to have the number of a municipality.
    """
    return {
        "schema": SCHEMA,
        "program": provenance.program(),
        "inputs": provenance.inputs(files),
        "parameters": provenance.parameters(network.assumptions, reach.centres)
        | {"minutes": reach.limit, "municipality_field": municipality_field},
        "scenario": provenance.scenario(scenario),
        "network": provenance.network(network),
        "region": _region(reach) | {"cells": len(reach.access)},
        "before": _region(comparison.before) if comparison else None,
        "gains": asdict(comparison.region) if comparison else None,
        "assumptions": [
            str(one) for one in (*assumptions_of(network), *assumptions_of_reach(reach))
        ],
        "warnings": [str(one) for one in warnings_of_reach(network, reach)],
        "results": {
            name: hashlib.sha256(content).hexdigest() for name, content in (written or {}).items()
        },
    }


def summary_of_matrix(
    network: Network,
    matrix: Matrix,
    *,
    files: Mapping[str, InputFile | None],
    scenario: Scenario | None = None,
) -> Plain:
    """The same for a matrix."""
    return {
        "schema": SCHEMA,
        "program": provenance.program(),
        "inputs": provenance.inputs(files),
        "parameters": provenance.parameters(network.assumptions),
        "scenario": provenance.scenario(scenario),
        "network": provenance.network(network),
        "assumptions": [str(one) for one in assumptions_of(network)],
        "warnings": [str(one) for one in matrix.warnings],
        "results": {"matrix": hashlib.sha256(matrix_csv(matrix)).hexdigest()},
    }


def _region(reach: Reach) -> Plain:
    figures, spread = reach.region, reach.range_of()
    said: Plain = asdict(figures)
    return said | {
        "share": figures.share,
        "share_slow": spread.slow,
        "share_fast": spread.fast,
        "no_road": float(reach.area.weights[~reach.has_road].sum()),
        "outside_municipalities": reach.area.left_out,
    }


def as_json(summary: Plain) -> bytes:
    """A summary as JSON for people to read: indented, in its own order."""
    return msgspec.json.format(msgspec.json.encode(summary), indent=1) + b"\n"


def _number(value: float | None, decimals: int) -> str:
    """Fixed decimals; "" for nothing and for what is infinite. Minus zero is zero."""
    if value is None or not np.isfinite(value):
        return ""
    return f"{round(float(value), decimals) + 0.0:.{decimals}f}"


def _csv(heads: Iterable[object], rows: Iterable[Iterable[object]]) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return target.getvalue().encode()
