"""Calculations of travel time, in the background or at once."""

import logging
from functools import partial

from django.db import connection, transaction
from django.utils import timezone

from tiltak.domain.traveltime.errors import NoLongerThere
from tiltak.domain.traveltime.models import TravelRun
from tiltak.domain.traveltime.operations import begin_run, finish_run, refuse_run, tell_step
from tiltak.domain.traveltime.values import Said
from tiltak.jobs import claims
from tiltak.jobs.queue import queue, ready
from tiltak.jobs.travel_base import STORE, base_of, is_at_hand
from tiltak.planfile.marking import gettext_noop

CRASHED: Said = (
    gettext_noop(
        "Utrekninga stoppa av ein grunn programmet ikkje kjenner. Prøv igjen; stoppar ho på nytt, "
        "sei ifrå til den som driv nettstaden."
    ),
    {},
)
_log = logging.getLogger("tiltak.jobs")


def claim_of(run_id: int) -> claims.Claim:
    """What whoever does a run holds."""
    return claims.Claim(claims.Kind.TRAVEL_RUN, run_id)


def ask_for(run: TravelRun) -> None:
    """Have a run done, as soon as it is committed.

    A queue that cannot be written to is only logged: the run is found without it.
    """
    transaction.on_commit(partial(_enqueue, run.pk), robust=True)


def _enqueue(run_id: int) -> None:
    ready()
    compute_run(run_id)


def compute_now(run: TravelRun) -> bool:
    """Do a run at once where its network is in memory or on disk; False where it has to be made."""
    if not is_at_hand(run.base_sha256):
        return False
    do_run(run.pk)
    return True


@queue.task()
def compute_run(run_id: int) -> None:
    """Do a run, unless somebody does or did. Asking twice does no harm."""
    try:
        do_run(run_id)
    finally:
        if not queue.immediate:
            connection.close()


def do_run(run_id: int) -> None:
    """The same, in this thread."""
    with claims.claimed(claim_of(run_id)) as is_ours:
        if is_ours:
            if (run := begin_run(run_id)) is not None:
                _do(run)
            claims.forget(claim_of(run_id))


def _do(run: TravelRun) -> None:
    from tiltak.analysis.traveltime import BadInput
    from tiltak.jobs.travel_results import outcome_of

    try:
        tell = partial(tell_step, run.pk)
        base = base_of(run.base_sha256, run.data_set_id, run.parameters, tell)
        outcome = outcome_of(base, run.definition)
        tell(STORE)
        finish_run(run=run, result=outcome.result, files=outcome.files, now=timezone.now())
    except BadInput as error:
        values = {name: str(value) for name, value in error.sentence.values.items()}
        _refuse(run, (error.sentence.text, values | ({"_file": error.file} if error.file else {})))
    except NoLongerThere:
        _log.info("run %s was taken away", run.pk)
    except Exception:  # noqa: BLE001  whatever broke, whoever waits is told
        _log.exception("run %s cannot be done", run.pk)
        _refuse(run, CRASHED)


def _refuse(run: TravelRun, problem: Said) -> None:
    try:
        refuse_run(run=run, problem=problem, now=timezone.now())
    except NoLongerThere:
        _log.info("run %s was taken away", run.pk)
