"""Writing what is stored of travel time."""

from tiltak.domain.traveltime.operations.data import NewFile, keep_data_set
from tiltak.domain.traveltime.operations.goals import set_goal
from tiltak.domain.traveltime.operations.handing_in import (
    Wanted,
    accept_handed_in,
    begin_handed_in,
    hand_in,
    put_away_handed_in,
    refuse_handed_in,
    restart_handed_in,
    tell_handed_in,
)
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
    "Wanted",
    "accept_handed_in",
    "ask_for_run",
    "begin_handed_in",
    "begin_run",
    "finish_run",
    "hand_in",
    "keep_data_set",
    "keep_scenario",
    "put_away_handed_in",
    "refuse_handed_in",
    "refuse_run",
    "remove_scenario",
    "restart_handed_in",
    "restart_run",
    "set_goal",
    "show_scenario",
    "tell_handed_in",
    "tell_step",
]
