"""Files from a form: counted as they come in, and refused at once where the first bytes tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tiltak.domain.plans.operations.uploads import LONGEST_NAME
from tiltak.planfile.origin import MOST_FILES
from tiltak.reading import (
    SENTENCES,
    File,
    Limits,
    Problem,
    UnreadableDocument,
    in_reading_order,
    is_json_object,
    refuse_at_once,
)
from tiltak.reading.limits import MEGABYTE


class RefusedUpload(Exception):
    """The files cannot become a plan. `str()` is one sentence that says what to do."""


class SizeGuard(FileUploadHandler):
    """Stops keeping files as soon as all together are too large; the rest of the form arrives."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.count = 0
        self.files = 0

    @property
    def exceeded(self) -> bool:
        return self.count > self.most

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.files += 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002  Django names it
        self.count += len(raw_data)
        if self.exceeded:
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler keeps the file."""


def guard_size(request: HttpRequest) -> None:
    """To be called before anything looks at the form."""
    request.upload_handlers.insert(0, SizeGuard(settings.MAX_UPLOAD_BYTES))


def plan_of(request: HttpRequest, field: str) -> list[File]:
    """The uploaded files, in the order they are to be read.

    Raises RefusedUpload for what nobody has to wait for: no file, too many, too much in them, one
    that is empty or of no kind we read, a whole plan among others.
    """
    given = _files_of(request, field)
    if len(given) > MOST_FILES:
        raise RefusedUpload(_(SENTENCES[Problem.TOO_MANY_FILES]))
    files = [File((one.name or "")[-LONGEST_NAME:], one.read()) for one in given]
    for file in files:
        _refuse_at_once(file, alone=len(files) == 1)
    if len(files) > 1 and any(is_json_object(file.data) for file in files):
        raise RefusedUpload(_(SENTENCES[Problem.PLAN_FILE_AMONG_OTHERS]))
    return in_reading_order(files)


def refuse_too_large(request: HttpRequest) -> str:
    """What is said where the files of a form are too large; "" where they are not."""
    request.POST  # noqa: B018  the form is read, and with it the files
    for guard in request.upload_handlers:
        if isinstance(guard, SizeGuard) and guard.exceeded:
            return _("Filene er for store til saman. Grensa er %(limit)s MB.") % {
                "limit": settings.MAX_UPLOAD_BYTES // MEGABYTE
            }
    return ""


def _files_of(request: HttpRequest, field: str) -> Sequence[UploadedFile[bytes]]:
    files = request.FILES.getlist(field)
    for guard in request.upload_handlers:
        if isinstance(guard, SizeGuard) and guard.exceeded:
            raise RefusedUpload(_too_large() if guard.files == 1 else _too_large_together())
    if not files:
        raise RefusedUpload(_("Vel ei fil først."))
    return files


def _refuse_at_once(file: File, *, alone: bool) -> None:
    try:
        refuse_at_once(file.data, Limits(file_bytes=settings.MAX_UPLOAD_BYTES))
    except UnreadableDocument as error:
        # the sentences of the reader are message ids
        said = _(error.message)
        raise RefusedUpload(said if alone else f"{file.name}: {said}") from error


def _too_large() -> str:
    return _(
        "Fila er for stor. Grensa er %(limit)s MB. Del henne opp, eller lagre henne utan bilete."
    ) % {"limit": settings.MAX_UPLOAD_BYTES // MEGABYTE}


def _too_large_together() -> str:
    return _(
        "Filene er for store til saman. Grensa er %(limit)s MB. Lagre dei utan bilete og prøv igjen."
    ) % {"limit": settings.MAX_UPLOAD_BYTES // MEGABYTE}
