"""Travel time as pages read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tiltak.domain.plans.queries.versions import VersionView
from tiltak.domain.sources.models import Visibility
from tiltak.domain.traveltime.values import Result, Said


def reached_by(
    destination: str, centres: Sequence[Mapping[str, Any]], parameters: Mapping[str, Any]
) -> str:
    """What the centres of a run are called: as the goal calls them, unless it has other centres
    since, whose name would be a false one."""
    computed = parameters["centres"]
    return destination if computed == centres else " / ".join(one["name"] for one in computed)


@dataclass(frozen=True, slots=True)
class FileView:
    """A file of a data set, without its content."""

    role: str
    id: int
    filename: str
    size: int
    sha256: str
    source: str
    licence: str
    address: str
    as_of: date | None
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class RunView:
    """A run that is done. `files`: the sha256 in hex of each file, by its name."""

    id: int
    finished_at: datetime
    data_set_id: int
    parameters: Mapping[str, Any]
    base_sha256: str
    definition_sha256: str
    result: Result
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A run that is not done, for who may edit: `problem` says why it came to nothing."""

    id: int
    state: str
    step: str
    problem: Said | None
    asked_at: datetime
    scenario_id: int | None

    @property
    def is_under_way(self) -> bool:
        return self.problem is None


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario with what it gives; `run` is None where that has not been computed for what the
    goal says now. `measure_title` is "" where the viewer may not see the measure."""

    id: int
    name: str
    definition: Mapping[str, Any]
    definition_sha256: str
    visibility: str
    is_example: bool
    measure_code: str
    measure_title: str
    changed_at: datetime
    run: RunView | None
    last: UnderWay | None

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class GoalView:
    """A travel-time goal with all that a page says of it.

    `today` is None until today has been computed. `files`: what that was computed of, else what
    the goal stands on. `is_stale`: the goal says something else since.
    `last` is the newest run of today where that is not done, for who may edit.
    """

    id: int
    code: str
    title: str
    version: VersionView
    destination: str
    centres: Sequence[Mapping[str, Any]]
    limit_minutes: float
    ferry_wait_minutes: float
    is_example: bool
    data_set_id: int
    data_set_name: str
    files: Sequence[FileView]
    today: RunView | None
    is_stale: bool
    last: UnderWay | None
    scenarios: Sequence[ScenarioView]

    @property
    def reached(self) -> str:
        """Where the trips lead that have been computed."""
        if self.today is None:
            return self.destination
        return reached_by(self.destination, self.centres, self.today.parameters)

    def scenario(self, number: int) -> ScenarioView | None:
        """The scenario with this id."""
        return next((one for one in self.scenarios if one.id == number), None)
