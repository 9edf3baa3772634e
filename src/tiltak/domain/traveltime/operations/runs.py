"""A calculation on its way: waiting → running → done or refused.

A person asks for it; the run itself keeps who, and what came of it and when. That nothing came of
it is told in nobody's name.
"""

import gzip
import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.traveltime.errors import NoLongerThere
from tiltak.domain.traveltime.hashes import base_sha256
from tiltak.domain.traveltime.models import TravelGoal, TravelRun, TravelRunFile, TravelScenario
from tiltak.domain.traveltime.operations.guard import require_editor
from tiltak.domain.traveltime.values import Result, Said, plain_result
from tiltak.domain.viewer import Viewer

State = TravelRun.State
# a run that ends the process that does it is not tried for ever
MOST_STARTS = 3


def ask_for_run(
    *, by: Viewer, goal: TravelGoal, now: datetime, scenario: TravelScenario | None = None
) -> TravelRun:
    """A calculation of today, or of a scenario, that waits to be done.

    One that waits already for the same is that one. Raises NotAllowed.
    """
    require_editor(by, goal.council_id)
    parameters = parameters_of(goal)
    said = {
        "council_id": goal.council_id,
        "goal": goal,
        "scenario": scenario,
        "data_set_id": goal.data_set_id,
        "base_sha256": base_sha256(goal.data_set_id, parameters),
        "definition_sha256": scenario.definition_sha256 if scenario else "",
    }
    with transaction.atomic():
        waiting = TravelRun.objects.filter(**said, state=State.WAITING).first()
        if waiting is not None:
            return waiting
        run = TravelRun.objects.create(
            **said,
            parameters=parameters,
            definition=scenario.definition if scenario else None,
            asked_at=now,
            asked_by_id=by.user_id,
        )
        summary = scenario.name if scenario else goal.destination
        record(by=by, verb="ask_for_travel_run", subject=run, now=now, summary=summary)
    return run


def parameters_of(goal: TravelGoal) -> dict[str, Any]:
    """All figures that were chosen, written as the database gives them back: 45.0, never 45."""
    return {
        "centres": goal.centres,
        "limit_minutes": float(goal.limit_minutes),
        "ferry_wait_minutes": float(goal.ferry_wait_minutes),
    }


def begin_run(run_id: int) -> TravelRun | None:
    """The run, now being done; None when it is gone or somebody else does it."""
    with transaction.atomic():
        run = TravelRun.objects.select_for_update().filter(pk=run_id, state=State.WAITING).first()
        if run is None:
            return None
        run.state, run.step, run.starts = State.RUNNING, "", run.starts + 1
        run.save(update_fields=["state", "step", "starts"])
    return run


def tell_step(run_id: int, step: str) -> None:
    """How far it is."""
    TravelRun.objects.filter(pk=run_id, state=State.RUNNING).update(step=step)


def finish_run(
    *, run: TravelRun, result: Result, files: Mapping[str, bytes], now: datetime
) -> None:
    """Store what came out: it never changes after this. Raises NoLongerThere."""
    with transaction.atomic():
        _lock(run)
        TravelRunFile.objects.bulk_create(
            TravelRunFile(
                run=run,
                name=name,
                sha256=hashlib.sha256(content).hexdigest(),
                size=len(content),
                packed=gzip.compress(content, mtime=0),
            )
            for name, content in files.items()
        )
        run.state, run.step, run.finished_at = State.DONE, "", now
        run.result = plain_result(result)
        run.save(update_fields=["state", "step", "result", "finished_at"])
        council_changed(council_id=run.council_id, now=now)


def refuse_run(*, run: TravelRun, problem: Said, now: datetime) -> None:
    """It cannot be computed; `problem` says why. Raises NoLongerThere."""
    with transaction.atomic():
        _lock(run)
        run.state, run.problem, run.finished_at = State.REFUSED, list(problem), now
        run.save(update_fields=["state", "problem", "finished_at"])
        nobody = Viewer(run.council_id, may_edit=True)
        record(by=nobody, verb="refuse_travel_run", subject=run, now=now, summary=problem[0])


def restart_run(*, run_id: int, give_up: Said, now: datetime) -> bool:
    """A run whose process was killed waits again. False when it was too often: it is refused with
    the sentence `give_up`, or somebody was faster."""
    with transaction.atomic():
        run = TravelRun.objects.select_for_update().filter(pk=run_id, state=State.RUNNING).first()
        if run is None:
            return False
        if run.starts >= MOST_STARTS:
            refuse_run(run=run, problem=give_up, now=now)
            return False
        run.state, run.step = State.WAITING, ""
        run.save(update_fields=["state", "step"])
    return True


def _lock(run: TravelRun) -> None:
    """Wait for others, then see that it is still being done. Raises NoLongerThere."""
    doing = TravelRun.objects.select_for_update().filter(pk=run.pk, state=State.RUNNING)
    if doing.first() is None:
        raise NoLongerThere
