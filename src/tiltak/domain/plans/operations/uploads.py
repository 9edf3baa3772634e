"""Files on their way to be read in the background.

waiting → reading → read (an import) or refused. What a person does is done by `by`; what the
background does with a person's files is done in that person's name where something comes of it,
and in nobody's where nothing does.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.operations import record
from tiltak.domain.plans.errors import NoLongerThere, UnacceptableFiles
from tiltak.domain.plans.models import Import, Plan, Upload, UploadedFile
from tiltak.domain.plans.operations.guard import require_editor
from tiltak.domain.plans.operations.intake import receive_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Plan as PlanFile
from tiltak.planfile.origin import MOST_FILES, source_of_file

LONGEST_NAME = 300
# files that end the process that reads them are not tried for ever
MOST_RESTARTS = 2
RESTARTED = "restart_upload"


def receive_upload(
    *,
    by: Viewer,
    files: Sequence[tuple[str, bytes]],
    now: datetime,
    meant_for: Plan | None = None,
    kind: str = "",
) -> Upload:
    """Keep files (name and bytes, in reading order) that together are one plan, to be read later.

    The same bytes twice count once. `meant_for` is the plan they are thought to change, `kind`
    what a new plan is to be. Raises UnacceptableFiles for none or too many.
    """
    require_editor(by, meant_for.council_id if meant_for else by.council_id)
    once: dict[bytes, str] = {}
    for name, data in files:
        once.setdefault(data, name[-LONGEST_NAME:].replace("\0", ""))
    if not 0 < len(once) <= MOST_FILES:
        raise UnacceptableFiles(len(once))
    with transaction.atomic():
        upload = Upload.objects.create(
            council_id=by.council_id,
            plan=meant_for,
            kind=kind,
            created_at=now,
            created_by_id=by.user_id,
        )
        UploadedFile.objects.bulk_create(
            UploadedFile(upload=upload, position=position, filename=name, data=data)
            for position, (data, name) in enumerate(once.items())
        )
        names = ", ".join(once.values())
        record(by=by, verb="upload", subject=upload, now=now, summary=names)
    return upload


def begin_reading(upload_id: int) -> Upload | None:
    """The upload, now being read; None when it is gone or somebody else reads it."""
    begun = Upload.objects.filter(pk=upload_id, state=Upload.State.WAITING).update(
        state=Upload.State.READING, phase="", done=0, total=0
    )
    return Upload.objects.select_related("created_by").get(pk=upload_id) if begun else None


def tell_progress(upload_id: int, *, phase: str, file: int, done: int, total: int) -> bool:
    """How far the reading is, `file` being the position of the file. False: it was cancelled."""
    reading = Upload.objects.filter(pk=upload_id, state=Upload.State.READING)
    return bool(reading.update(phase=placed_phase(phase, file), done=done, total=total))


def placed_phase(phase: str, file: int) -> str:
    """A phase and the position of its file, as they are stored."""
    return f"{phase}:{file}"


def finish_upload(*, upload: Upload, plan: PlanFile, now: datetime) -> Import:
    """What was read, received in the name of who handed it in. The files become documents.

    Raises NoLongerThere when the upload was cancelled meanwhile, UnstorableText.
    """
    by = person_of(upload)
    with transaction.atomic():
        _lock(upload)
        files = list(upload.files.all())
        documents = [
            (source_of_file(plan, data=bytes(file.data), name=file.filename), bytes(file.data))
            for file in files
        ]
        (source, data), *others = documents
        received = receive_document(
            by=by,
            plan=plan,
            source=source,
            data=data,
            others=others,
            now=now,
            meant_for=upload.plan,
        )
        upload.files.all().delete()
        upload.state, upload.received, upload.finished_at = Upload.State.READ, received, now
        upload.save(update_fields=["state", "received", "finished_at"])
    return received


def refuse_upload(*, upload: Upload, problem: str, now: datetime, file: int | None = None) -> None:
    """The files give no plan. `problem` is the message id of why, `file` the one at fault.

    Their content is not kept, only their names. Raises NoLongerThere.
    """
    with transaction.atomic():
        _lock(upload)
        upload.files.update(data=b"")
        upload.state, upload.problem, upload.finished_at = Upload.State.REFUSED, problem, now
        upload.phase = "" if file is None else placed_phase("refused", file)
        upload.save(update_fields=["state", "problem", "phase", "finished_at"])
        record(by=_nobody(upload), verb="refuse_upload", subject=upload, now=now, summary=problem)


def restart_upload(*, upload_id: int, give_up: str, now: datetime) -> bool:
    """An upload whose reader was killed waits again. False when it was too often: it is refused
    with the message id `give_up`, or somebody was faster."""
    with transaction.atomic():
        reading = Upload.objects.select_for_update().filter(state=Upload.State.READING)
        upload = reading.filter(pk=upload_id).first()
        if upload is None:
            return False
        if _restarts(upload) >= MOST_RESTARTS:
            refuse_upload(upload=upload, problem=give_up, now=now)
            return False
        upload.state, upload.phase, upload.done, upload.total = Upload.State.WAITING, "", 0, 0
        upload.save(update_fields=["state", "phase", "done", "total"])
        record(by=_nobody(upload), verb=RESTARTED, subject=upload, now=now)
    return True


def discard_upload(*, by: Viewer, upload: Upload, now: datetime) -> None:
    """Cancel an upload, or put a refused one away. Raises NoLongerThere."""
    require_editor(by, upload.council_id)
    with transaction.atomic():
        _lock(upload, Upload.State.WAITING, Upload.State.READING, Upload.State.REFUSED)
        names = ", ".join(upload.files.values_list("filename", flat=True))
        record(by=by, verb="discard_upload", subject=upload, now=now, summary=names)
        upload.delete()


def person_of(upload: Upload) -> Viewer:
    """Who handed the files in, as the log names them."""
    user = upload.created_by
    name = (user.get_full_name() or user.get_username()) if user else ""
    return Viewer(upload.council_id, user_id=upload.created_by_id, may_edit=True, name=name)


def _nobody(upload: Upload) -> Viewer:
    return Viewer(upload.council_id, may_edit=True)


def _lock(upload: Upload, *states: Upload.State) -> None:
    """Wait for others, then see the upload as it stands now: being read, or in one of `states`."""
    allowed = states or (Upload.State.READING,)
    found = Upload.objects.select_for_update().filter(pk=upload.pk, state__in=allowed)
    if found.first() is None:
        raise NoLongerThere
    upload.refresh_from_db()


def _restarts(upload: Upload) -> int:
    return Event.objects.filter(
        verb=RESTARTED, subject_type=upload._meta.label_lower, subject_id=upload.pk
    ).count()
