"""Reading what was uploaded, in the background."""

import logging
import time
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from tiltak.domain.plans.errors import NoLongerThere, UnstorableText
from tiltak.domain.plans.models import Upload
from tiltak.domain.plans.operations.uploads import (
    begin_reading,
    finish_upload,
    person_of,
    refuse_upload,
    tell_progress,
)
from tiltak.jobs import claims
from tiltak.jobs.queue import queue, ready
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
_log = logging.getLogger("tiltak.jobs")


def claim_of(upload_id: int) -> claims.Claim:
    """What whoever reads an upload holds."""
    return claims.Claim(claims.Kind.UPLOAD, upload_id)


def ask_for_reading(upload: Upload) -> None:
    """Have an upload read, as soon as it is committed.

    A queue that cannot be written to is only logged: the upload is found without it.
    """
    transaction.on_commit(partial(_enqueue, upload.pk), robust=True)


def _enqueue(upload_id: int) -> None:
    ready()
    read_upload(upload_id)


@queue.task()
def read_upload(upload_id: int) -> None:
    """Read the files of an upload, unless somebody does or did. Asking twice does no harm."""
    try:
        with claims.claimed(claim_of(upload_id)) as is_ours:
            if is_ours:
                if (upload := begin_reading(upload_id)) is not None:
                    _read(upload)
                claims.forget(claim_of(upload_id))
    finally:
        if not queue.immediate:
            connection.close()


class _Cancelled(Exception):
    """Nobody waits for the reading any longer."""


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
            raise _Cancelled


def _read(upload: Upload) -> None:
    try:
        _read_and_receive(upload)
    except UnreadableDocument as error:
        _refuse(upload, error.message, error.file)
    except UnstorableText:
        _refuse(upload, UNSTORABLE)
    except (_Cancelled, NoLongerThere):
        _log.info("upload %s was cancelled", upload.pk)
    except Exception:  # noqa: BLE001  whatever broke, whoever waits is told
        _log.exception("upload %s cannot be read", upload.pk)
        _refuse(upload, SENTENCES[Problem.CRASHED])


def _read_and_receive(upload: Upload) -> None:
    files = [File(file.filename, bytes(file.data)) for file in upload.files.all()]
    limits = Limits(
        file_bytes=settings.MAX_UPLOAD_BYTES,
        seconds=PATIENCE,
        cpu_seconds=CPU_SECONDS_A_FILE * len(files),
    )
    plan = read_all_safely(
        files,
        limits=limits,
        vocabulary=vocabulary_for(person_of(upload)),
        tell=_Progress(upload.pk),
    )
    finish_upload(upload=upload, plan=plan, now=timezone.now())


def _refuse(upload: Upload, problem: str, name: str = "") -> None:
    names = list(upload.files.values_list("filename", flat=True))
    at_fault = names.index(name) if name in names else None
    try:
        refuse_upload(upload=upload, problem=problem, file=at_fault, now=timezone.now())
    except NoLongerThere:
        _log.info("upload %s was cancelled", upload.pk)
