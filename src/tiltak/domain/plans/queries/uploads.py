"""Files that are on their way to be read. For the secretary only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from tiltak.domain.plans.models import Import, Plan, Upload, UploadedFile
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.viewer import Viewer

UNDER_WAY = (Upload.State.WAITING, Upload.State.READING)


@dataclass(frozen=True, slots=True)
class UploadView:
    """An upload as a page shows it.

    `files` are the names; `file` is the one being read, or at fault, "" where it is all of them.
    `done` of `total` are pages of it, 0 of 0 where there are none to count. `ahead` is the number
    of uploads that are to be read before this one. `problem` is a message id.
    """

    pk: int
    state: str
    files: tuple[str, ...]
    file: str
    phase: str
    done: int
    total: int
    ahead: int
    problem: str
    plan: Plan | None
    kind: str
    received_id: int | None
    created_at: datetime

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY


def uploads(viewer: Viewer) -> QuerySet[Upload]:
    """All uploads of the viewer's council, newest first, without their bytes; none for the public."""
    if not viewer.may_edit:
        return Upload.objects.none()
    names = Prefetch("files", UploadedFile.objects.defer("data"))
    found = Upload.objects.filter(council_id=viewer.council_id)
    return found.select_related("plan").prefetch_related(names)


def unfinished_uploads(viewer: Viewer) -> list[UploadView]:
    """Those that wait, are read or were refused and not yet put away, newest first."""
    return [_view(one) for one in uploads(viewer).exclude(state=Upload.State.READ)]


def upload_by_id(viewer: Viewer, pk: int) -> UploadView:
    """Raises NotFound."""
    return _view(upload_row(viewer, pk))


def upload_row(viewer: Viewer, pk: int) -> Upload:
    """The upload as a row to be changed. Raises NotFound."""
    found = uploads(viewer).filter(pk=pk).first()
    if found is None:
        raise NotFound(pk)
    return found


def kind_said(viewer: Viewer, received: Import) -> str:
    """The kind of plan that was chosen where the document was handed in; "" where none was."""
    return uploads(viewer).filter(received=received).values_list("kind", flat=True).first() or ""


def waiting_uploads() -> list[int]:
    """Of all councils, for whoever reads them: oldest first."""
    waiting = Upload.objects.filter(state=Upload.State.WAITING)
    return list(waiting.order_by("created_at", "pk").values_list("pk", flat=True))


def uploads_being_read() -> list[int]:
    """Of all councils: those somebody reads, or read when it was killed."""
    reading = Upload.objects.filter(state=Upload.State.READING)
    return list(reading.order_by("pk").values_list("pk", flat=True))


def _view(upload: Upload) -> UploadView:
    phase, _, place = upload.phase.partition(":")
    files = tuple(file.filename for file in upload.files.all())
    return UploadView(
        pk=upload.pk,
        state=upload.state,
        files=files,
        file=_named(files, place),
        phase=phase,
        done=upload.done,
        total=upload.total,
        ahead=_ahead(upload),
        problem=upload.problem,
        plan=upload.plan,
        kind=upload.kind,
        received_id=upload.received_id,
        created_at=upload.created_at,
    )


def _named(files: Iterable[str], place: str) -> str:
    return dict(enumerate(files)).get(int(place), "") if place.isdecimal() else ""


def _ahead(upload: Upload) -> int:
    """Those of other councils too: all wait for the same readers."""
    if upload.state != Upload.State.WAITING:
        return 0
    before = Upload.objects.filter(state__in=UNDER_WAY, created_at__lt=upload.created_at)
    return before.count()
