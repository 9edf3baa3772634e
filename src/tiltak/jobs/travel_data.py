"""Files for travel time that were handed in: tried in the background, then a data set."""

import logging
from functools import partial

from django.db import connection, transaction
from django.utils import timezone

from tiltak.domain.traveltime.errors import NoLongerThere
from tiltak.domain.traveltime.models import HandedIn
from tiltak.domain.traveltime.operations import (
    accept_handed_in,
    begin_handed_in,
    refuse_handed_in,
    tell_handed_in,
)
from tiltak.domain.traveltime.values import Said
from tiltak.jobs import claims
from tiltak.jobs.queue import queue, ready
from tiltak.jobs.travel_child import Given, Order
from tiltak.jobs.travel_confined import BROKEN, LIMITS, Refused, tried
from tiltak.jobs.travel_runs import ask_for

_log = logging.getLogger("tiltak.jobs")


def claim_of_data(number: int) -> claims.Claim:
    """What whoever tries files holds."""
    return claims.Claim(claims.Kind.TRAVEL_DATA, number)


def ask_to_try(row: HandedIn) -> None:
    """Have files tried, as soon as they are committed.

    A queue that cannot be written to is only logged: they are found without it.
    """
    transaction.on_commit(partial(_enqueue, row.pk), robust=True)


def _enqueue(number: int) -> None:
    ready()
    try_files(number)


@queue.task()
def try_files(number: int) -> None:
    """Try files, unless somebody does or did. Asking twice does no harm."""
    try:
        with claims.claimed(claim_of_data(number)) as is_ours:
            if is_ours:
                if (row := begin_handed_in(number)) is not None:
                    _try(row)
                claims.forget(claim_of_data(number))
    finally:
        if not queue.immediate:
            connection.close()


def _try(row: HandedIn) -> None:
    def tell(step: str) -> None:
        if not tell_handed_in(row.pk, step):
            raise NoLongerThere

    try:
        roads = tried(_order(row), tell)
        for run in accept_handed_in(row=row, roads=(roads.name, roads.data), now=timezone.now()):
            ask_for(run)
    except Refused as error:
        _log.info("files %s cannot be used: %s", row.pk, error)
        _refuse(row, error.problem)
    except NoLongerThere:
        _log.info("files %s were put away", row.pk)
    except Exception:  # noqa: BLE001  whatever broke, whoever waits is told
        _log.exception("files %s cannot be used", row.pk)
        _refuse(row, BROKEN)


def _refuse(row: HandedIn, problem: Said) -> None:
    try:
        refuse_handed_in(row=row, problem=problem, now=timezone.now())
    except NoLongerThere:
        _log.info("files %s were put away", row.pk)


def _order(row: HandedIn) -> Order:
    said = row.said
    return Order(
        files={file.role: Given(file.filename, bytes(file.data)) for file in row.files.all()},
        limits=LIMITS,
        municipality_field=said["municipality_field"],
        around=said["around"],
        centres=tuple((one["name"], one["lat"], one["lon"]) for one in said["centres"]),
        limit_minutes=said["limit_minutes"],
        ferry_wait_minutes=said["ferry_wait_minutes"],
    )
