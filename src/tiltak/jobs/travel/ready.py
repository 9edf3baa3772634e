"""Having travel time ready before anybody asks: the libraries loaded, baselines made and in memory.

Installations without a travel-time goal load nothing of it.
"""

import logging
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import Error, connection

from tiltak.domain.traveltime.queries.runs import Standing, what_goals_stand_on
from tiltak.jobs.travel import disk
from tiltak.jobs.travel.base import base_of, is_at_hand
from tiltak.jobs.travel.memory import MOST_KEPT

_log = logging.getLogger("tiltak.jobs")


def begin_to_load() -> None:
    """For a web process: have in memory what lies on disk, in a thread of its own."""
    _begin(load_all)


def begin_to_make() -> None:
    """For a worker: have on disk what every goal stands on, in a thread of its own."""
    _begin(make_all)


def load_all() -> None:
    """The newest goals' baselines from disk into memory."""
    for one in what_goals_stand_on()[:MOST_KEPT]:
        if is_at_hand(one.key):
            _make(one)


def make_all() -> None:
    """The baselines that are not on disk, and away with those that nobody needs."""
    goals = what_goals_stand_on()
    if goals:
        disk.keep_only({one.key for one in goals})
    for one in goals:
        if not disk.is_kept(one.key):
            _make(one)


def _make(one: Standing) -> None:
    try:
        base_of(one.key, one.data_set_id, one.parameters, lambda _: None)
    except Exception:  # noqa: BLE001  the run that needs it tells what is wrong
        _log.info("travel data %s cannot be made ready", one.data_set_id, exc_info=True)


def _begin(do: Callable[[], None]) -> None:
    if not settings.JOBS_AT_ONCE:
        threading.Thread(target=_done, args=(do,), name="travel-ready", daemon=True).start()


def _done(do: Callable[[], None]) -> None:
    try:
        do()
    except Error:
        # no database yet, or none just now: whoever asks for travel time is told
        _log.info("travel time cannot be made ready", exc_info=True)
    finally:
        connection.close()
