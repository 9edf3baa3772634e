"""Uploads the queue has lost, or whose reader was killed."""

from django.utils import timezone

from tiltak.domain.plans.operations.uploads import restart_upload
from tiltak.domain.plans.queries.uploads import uploads_being_read, waiting_uploads
from tiltak.jobs import claims
from tiltak.jobs.queue import ready
from tiltak.jobs.uploads import read_upload
from tiltak.reading import SENTENCES, Problem


def recover() -> None:
    """Have every upload read that nobody reads. Others may do the same at the same time."""
    for upload_id in uploads_being_read():
        with claims.claimed(upload_id) as is_ours:
            if is_ours:
                restart_upload(
                    upload_id=upload_id,
                    give_up=SENTENCES[Problem.CRASHED],
                    now=timezone.now(),
                )
    asked_for = {task.args[0] for task in ready().pending() if task.args}
    for upload_id in waiting_uploads():
        if upload_id not in asked_for:
            read_upload(upload_id)
