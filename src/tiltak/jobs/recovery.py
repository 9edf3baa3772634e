"""Uploads, files and runs the queue has lost, or whose process was killed."""

from django.utils import timezone
from huey.api import TaskWrapper

from tiltak.domain.plans.operations.uploads import restart_upload
from tiltak.domain.plans.queries.uploads import uploads_being_read, waiting_uploads
from tiltak.domain.traveltime.operations import restart_handed_in, restart_run
from tiltak.domain.traveltime.queries.handed_in import handed_in_being_read, waiting_handed_in
from tiltak.domain.traveltime.queries.runs import running_runs, waiting_runs
from tiltak.jobs import claims
from tiltak.jobs.queue import ready
from tiltak.jobs.travel_confined import BROKEN
from tiltak.jobs.travel_data import claim_of_data, try_files
from tiltak.jobs.travel_runs import CRASHED, claim_of, compute_run
from tiltak.jobs.uploads import claim_of as claim_of_upload
from tiltak.jobs.uploads import read_upload
from tiltak.reading import SENTENCES, Problem


def recover() -> None:
    """Have everything done that nobody does. Others may do the same at the same time."""
    _recover_uploads()
    _recover_data()
    _recover_runs()


def _recover_uploads() -> None:
    for upload_id in uploads_being_read():
        with claims.claimed(claim_of_upload(upload_id)) as is_ours:
            if is_ours:
                restart_upload(
                    upload_id=upload_id,
                    give_up=SENTENCES[Problem.CRASHED],
                    now=timezone.now(),
                )
    asked_for = _asked_for(read_upload)
    for upload_id in waiting_uploads():
        if upload_id not in asked_for:
            read_upload(upload_id)


def _recover_data() -> None:
    for number in handed_in_being_read():
        with claims.claimed(claim_of_data(number)) as is_ours:
            if is_ours:
                restart_handed_in(number=number, give_up=BROKEN, now=timezone.now())
    asked_for = _asked_for(try_files)
    for number in waiting_handed_in():
        if number not in asked_for:
            try_files(number)


def _recover_runs() -> None:
    for run_id in running_runs():
        with claims.claimed(claim_of(run_id)) as is_ours:
            if is_ours:
                restart_run(run_id=run_id, give_up=CRASHED, now=timezone.now())
    asked_for = _asked_for(compute_run)
    for run_id in waiting_runs():
        if run_id not in asked_for:
            compute_run(run_id)


def _asked_for(task: TaskWrapper) -> set[int]:
    """The numbers of what the queue holds of one kind of task."""
    return {one.args[0] for one in ready().pending() if isinstance(one, task.task_class)}
