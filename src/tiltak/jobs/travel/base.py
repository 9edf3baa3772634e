"""What every scenario of a goal starts from: network, people and today, kept in memory and on disk.

Made of the stored files once and kept by the hash of files and parameters, so that a changed
scenario costs its own calculation only, also in a process that was just started. Making takes
seconds for large files; whoever asks meanwhile for the same waits for it, and nobody else does.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection

from tiltak.domain.traveltime.queries.files import data_set_files
from tiltak.jobs.travel import disk
from tiltak.jobs.travel.memory import Kept

if TYPE_CHECKING:
    from tiltak.analysis.traveltime import Baseline

# the step after those of the engine
STORE = "store"
_log = logging.getLogger("tiltak.jobs")
Tell = Callable[[str], None]


kept: "Kept[Baseline]" = Kept()


def base_of(key: str, data_set_id: int, parameters: Mapping[str, Any], tell: Tell) -> "Baseline":
    """The baseline of a data set and parameters, `key` being their hash. Raises BadInput."""

    def make() -> "Baseline":
        found = disk.load(key)
        if found is None:
            found = _made(data_set_id, parameters, tell)
            disk.keep(key, found)
        return found

    return kept.get_or_make(key, make)


def made_anew(data_set_id: int, parameters: Mapping[str, Any]) -> "Baseline":
    """The baseline made of the stored files, whatever is kept. Raises BadInput."""
    return _made(data_set_id, parameters, lambda _: None)


def is_at_hand(key: str) -> bool:
    """Whether a baseline is in memory or on disk, so that nobody has to wait for it."""
    return kept.get(key) is not None or disk.is_kept(key)


def warm(key: str, data_set_id: int, parameters: Mapping[str, Any]) -> None:
    """Begin to make a base in a thread of its own, so that it is there when somebody needs it."""
    if settings.JOBS_AT_ONCE or kept.get(key) is not None or kept.is_being_made(key):
        return
    making = threading.Thread(
        target=_warmed, args=(key, data_set_id, parameters), name="travel-base", daemon=True
    )
    making.start()


def _warmed(key: str, data_set_id: int, parameters: Mapping[str, Any]) -> None:
    try:
        base_of(key, data_set_id, parameters, lambda _: None)
    except Exception:  # noqa: BLE001  the run that needs it will tell what is wrong
        _log.info("travel data %s cannot be made ready", data_set_id, exc_info=True)
    finally:
        connection.close()


def _made(data_set_id: int, parameters: Mapping[str, Any], tell: Tell) -> "Baseline":
    from tiltak.analysis.traveltime import InputFile, Parameters, Place, baseline_of

    given = data_set_files(data_set_id)
    baseline, _roads = baseline_of(
        {role: InputFile(*file) for role, file in given.files.items()},
        Parameters(
            centres=[Place(one["name"], one["lat"], one["lon"]) for one in parameters["centres"]],
            limit_minutes=parameters["limit_minutes"],
            ferry_wait_minutes=parameters["ferry_wait_minutes"],
            municipality_field=given.municipality_field or None,
        ),
        tell,
    )
    return baseline
