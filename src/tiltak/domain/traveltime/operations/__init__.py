"""Writing what is stored of travel time."""

from tiltak.domain.traveltime.operations.data import NewFile, keep_data_set
from tiltak.domain.traveltime.operations.goals import set_goal
from tiltak.domain.traveltime.operations.runs import (
    ask_for_run,
    begin_run,
    finish_run,
    refuse_run,
    restart_run,
    tell_step,
)
from tiltak.domain.traveltime.operations.scenarios import (
    keep_scenario,
    remove_scenario,
    show_scenario,
)

__all__ = [
    "NewFile",
    "ask_for_run",
    "begin_run",
    "finish_run",
    "keep_data_set",
    "keep_scenario",
    "refuse_run",
    "remove_scenario",
    "restart_run",
    "set_goal",
    "show_scenario",
    "tell_step",
]
