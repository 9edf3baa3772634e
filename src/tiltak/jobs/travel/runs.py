"""Calculations of travel time, in the background or at once."""

from functools import partial

from django.utils import timezone

from tiltak.domain.traveltime.errors import NoLongerThere
from tiltak.domain.traveltime.models import TravelRun
from tiltak.domain.traveltime.operations import (
    begin_run,
    finish_run,
    refuse_run,
    restart_run,
    tell_step,
)
from tiltak.domain.traveltime.queries.runs import running_runs, waiting_runs
from tiltak.jobs.claims import Kind
from tiltak.jobs.job import Job, Refused
from tiltak.jobs.travel.base import STORE, base_of, is_at_hand
from tiltak.jobs.travel.sentences import said
from tiltak.planfile.marking import gettext_noop

BROKEN = gettext_noop(
    "Utrekninga stoppa av ein grunn programmet ikkje kjenner. Prøv igjen; stoppar ho på nytt, "
    "sei ifrå til den som driv nettstaden."
)


def _compute(run: TravelRun) -> None:
    from tiltak.analysis.traveltime import BadInput
    from tiltak.jobs.travel.results import outcome_of

    tell = partial(tell_step, run.pk)
    try:
        base = base_of(run.base_sha256, run.data_set_id, run.parameters, tell)
        outcome = outcome_of(base, run.definition)
    except BadInput as error:
        raise Refused(*error.sentence.plain(), file=error.file) from None
    tell(STORE)
    finish_run(run=run, result=outcome.result, files=outcome.files, now=timezone.now())


computing = Job[TravelRun](
    kind=Kind.TRAVEL_RUN,
    waiting=waiting_runs,
    begun=running_runs,
    begin=begin_run,
    work=_compute,
    refuse=lambda row, refusal, now: refuse_run(run=row, problem=said(refusal), now=now),
    restart=lambda number, now: restart_run(run_id=number, give_up=(BROKEN, {}), now=now),
    gone=NoLongerThere,
    broken=BROKEN,
)


def compute_now(run: TravelRun) -> bool:
    """Do a run at once where its network is in memory or on disk; False where it has to be made."""
    if not is_at_hand(run.base_sha256):
        return False
    computing.do(run.pk)
    return True
