"""Reading what was uploaded, in the background."""

import time
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from tiltak.domain.plans.errors import NoLongerThere, UnstorableText
from tiltak.domain.plans.models import Upload
from tiltak.domain.plans.operations.uploads import (
    begin_reading,
    finish_upload,
    person_of,
    refuse_upload,
    restart_upload,
    tell_progress,
)
from tiltak.domain.plans.queries.uploads import uploads_being_read, waiting_uploads
from tiltak.jobs.claims import Kind
from tiltak.jobs.job import Job, Refused
from tiltak.planfile.marking import gettext_noop
from tiltak.profile import vocabulary_for
from tiltak.reading import (
    SENTENCES,
    File,
    Limits,
    Phase,
    Problem,
    Step,
    UnreadableDocument,
    read_all_safely,
)

UNSTORABLE = gettext_noop(
    "Fila har teikn eller tal som ikkje kan lagrast. Lagre henne på nytt og prøv igjen."
)
# nobody holds a page open for it: a scanned plan may take its time
PATIENCE = 600.0
CPU_SECONDS_A_FILE = 60
SECONDS_BETWEEN = 0.4


class _Progress:
    """Tells the database how far it is, no more often than a page asks."""

    def __init__(self, upload_id: int) -> None:
        self._upload_id = upload_id
        self._told = 0.0
        self._phase: Phase | None = None

    def __call__(self, step: Step) -> None:
        now = time.monotonic()
        if step.phase == self._phase and now - self._told < SECONDS_BETWEEN:
            return
        self._told, self._phase = now, step.phase
        is_wanted = tell_progress(
            self._upload_id, phase=step.phase, file=step.file, done=step.done, total=step.total
        )
        if not is_wanted:
            raise NoLongerThere


def _read(upload: Upload) -> None:
    files = [File(file.filename, bytes(file.data)) for file in upload.files.all()]
    limits = Limits(
        file_bytes=settings.MAX_UPLOAD_BYTES,
        seconds=PATIENCE,
        cpu_seconds=CPU_SECONDS_A_FILE * len(files),
    )
    try:
        plan = read_all_safely(
            files,
            limits=limits,
            vocabulary=vocabulary_for(person_of(upload)),
            tell=_Progress(upload.pk),
        )
        finish_upload(upload=upload, plan=plan, now=timezone.now())
    except UnreadableDocument as error:
        raise Refused(error.message, file=error.file, detail=str(error)) from None
    except UnstorableText:
        raise Refused(UNSTORABLE) from None


def _refuse(upload: Upload, refusal: Refused, now: datetime) -> None:
    names = list(upload.files.values_list("filename", flat=True))
    at_fault = names.index(refusal.file) if refusal.file in names else None
    refuse_upload(upload=upload, problem=refusal.text, file=at_fault, now=now)


reading = Job[Upload](
    kind=Kind.UPLOAD,
    waiting=waiting_uploads,
    begun=uploads_being_read,
    begin=begin_reading,
    work=_read,
    refuse=_refuse,
    restart=lambda number, now: restart_upload(
        upload_id=number, give_up=SENTENCES[Problem.CRASHED], now=now
    ),
    gone=NoLongerThere,
    broken=SENTENCES[Problem.CRASHED],
)
