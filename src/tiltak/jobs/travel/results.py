"""From what the analysis found to what is stored and shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tiltak.domain.traveltime.values import (
    BIN_MINUTES,
    BINS,
    Counted,
    CountedMunicipality,
    Result,
)

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import Baseline, Comparison, Network, Reach
    from tiltak.analysis.traveltime.coordinates import Floats

CELLS, MUNICIPALITIES, MAP = "cells.csv", "municipalities.csv", "map.geojson"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gives: the result for pages, and its files by name."""

    result: Result
    files: dict[str, bytes]


def outcome_of(base: "Baseline", definition: dict[str, Any] | None) -> Outcome:
    """Today, or a scenario compared with today. Raises BadInput."""
    from tiltak.analysis.traveltime import (
        Comparison,
        cells_csv,
        changed,
        municipalities_csv,
        reach_of,
        scenario_of,
    )
    from tiltak.jobs.travel.map import map_geojson

    if definition is None:
        network, reach, comparison = base.network, base.today, None
    else:
        today = base.today
        network = changed(base.network, scenario_of(definition))
        reach = reach_of(network, today.area, today.centres, limit=today.limit)
        comparison = Comparison(today, reach)
    files = {
        CELLS: cells_csv(reach, comparison.before if comparison else None),
        MUNICIPALITIES: municipalities_csv(reach, comparison),
        MAP: map_geojson(network, base.places, reach.centres),
    }
    return Outcome(_result(network, reach, comparison), files)


def _result(network: "Network", reach: "Reach", comparison: "Comparison | None") -> Result:
    from tiltak.analysis.traveltime import (
        assumptions_of,
        assumptions_of_reach,
        warnings_of_reach,
    )
    from tiltak.analysis.traveltime.provenance import assumed, program

    return Result(
        region=Counted(**_counted(reach, comparison, None)),
        municipalities=tuple(
            CountedMunicipality(code=code, name=name, **_counted(reach, comparison, at))
            for at, (code, name) in enumerate(
                zip(reach.area.municipalities.codes, reach.area.municipalities.names, strict=True)
            )
        ),
        by_minutes=by_minutes(reach.trips.minutes, reach.area.weights),
        no_road=float(reach.area.weights[~reach.has_road].sum()),
        cells=len(reach.access),
        assumptions=tuple(
            one.plain() for one in (*assumptions_of(network), *assumptions_of_reach(reach))
        ),
        warnings=tuple(one.plain() for one in warnings_of_reach(network, reach)),
        program={name: str(value) for name, value in program().items()},
        network={
            "lines": float(len(network.lines)),
            "km": round(float(network.lines.km.sum()), 1),
            "joined": float(sum(gap.is_joined for gap in network.gaps)),
        },
        assumed=assumed(network.assumptions),
    )


def _counted(reach: "Reach", comparison: "Comparison | None", number: int | None) -> dict[str, Any]:
    """Figures and gains of the region, or of one municipality."""
    from dataclasses import asdict

    figures = reach.region if number is None else reach.of_municipality(number)
    spread = reach.range_of(number)
    told = asdict(figures) | {
        "share": figures.share,
        "share_slow": spread.slow,
        "share_fast": spread.fast,
    }
    if comparison is None:
        return told
    before = comparison.before
    was = before.region if number is None else before.of_municipality(number)
    gains = comparison.region if number is None else comparison.of_municipality(number)
    return told | {"share_before": was.share} | asdict(gains)


def by_minutes(minutes: "Floats", people: "Floats") -> tuple[float, ...]:
    """People (n,) whose minutes (n,) are above the step before and at most this one; longer; no way."""
    import numpy as np

    from tiltak.analysis.traveltime.figures import ROUNDING

    has_way = np.isfinite(minutes)
    # exactly at the end of a step is in it, rounding or not, as with the limit
    step = np.clip(np.ceil((minutes[has_way] - ROUNDING) / BIN_MINUTES).astype(int) - 1, 0, BINS)
    counted = np.bincount(step, people[has_way], minlength=BINS + 1)
    return (*map(float, counted), float(people[~has_way].sum()))
