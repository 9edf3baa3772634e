"""A file from a form: counted as it comes in, then read."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tiltak.planfile.model import Plan
from tiltak.reading import Limits, UnreadableDocument, read_safely

MEGABYTE = 1024 * 1024


class RefusedUpload(Exception):
    """The file cannot become a plan. `str()` is one sentence that says what to do."""


class SizeGuard(FileUploadHandler):
    """Stops keeping a file as soon as it is too large; the rest of the form still arrives."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.exceeded = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.count = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002
        self.count += len(raw_data)
        if self.count > self.most:
            self.exceeded = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler keeps the file."""


def guard_size(request: HttpRequest) -> None:
    """To be called before anything looks at the form."""
    request.upload_handlers.insert(0, SizeGuard(settings.MAX_UPLOAD_BYTES))


def file_of(request: HttpRequest, field: str) -> UploadedFile[bytes]:
    """The uploaded file. Raises RefusedUpload when there is none, or too much of it."""
    guards = [one for one in request.upload_handlers if isinstance(one, SizeGuard)]
    file = request.FILES.get(field)
    if any(guard.exceeded for guard in guards):
        raise RefusedUpload(too_large())
    if not isinstance(file, UploadedFile):
        raise RefusedUpload(_("Vel ei fil først."))
    return file


def too_large() -> str:
    """The sentence about a file beyond the limit."""
    return _(
        "Fila er for stor. Grensa er %(limit)s MB. Del henne opp, eller lagra henne utan bilete."
    ) % {"limit": settings.MAX_UPLOAD_BYTES // MEGABYTE}


def read_upload(data: bytes, name: str) -> Plan:
    """What the reader makes of a file. Raises RefusedUpload."""
    try:
        return read_safely(data, name, limits=Limits(file_bytes=settings.MAX_UPLOAD_BYTES))
    except UnreadableDocument as error:
        # the sentences of the reader are message ids
        raise RefusedUpload(_(error.message)) from error
