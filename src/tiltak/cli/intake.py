"""Files from the command line on their way into a plan."""

from collections.abc import Sequence
from datetime import datetime

from tiltak.cli.errors import Refused
from tiltak.cli.read import limits_for
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.errors import UnstorableText
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations import receive_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Plan as PlanFile
from tiltak.planfile.origin import source_of_file
from tiltak.profile import vocabulary_for
from tiltak.reading import (
    File,
    UnreadableDocument,
    in_reading_order,
    read_all_safely,
)

# whoever can run the command on the machine may edit everything
OPERATOR = "kommandolinja"

Files = Sequence[tuple[str, bytes]]


def operator(council: RegionalCouncil, name: str = OPERATOR) -> Viewer:
    """The person at the command line, as the log names them."""
    return Viewer(council.pk, may_edit=True, name=name)


def read_files(files: Files, by: Viewer) -> PlanFile:
    """What the reader makes of files (name and bytes) that are one plan, with the words of the
    council whose plan it is. Raises Refused."""
    from django.conf import settings

    limits = limits_for(len(files), file_bytes=settings.MAX_UPLOAD_BYTES)
    given = [File(name, data) for name, data in files]
    try:
        return read_all_safely(given, limits=limits, vocabulary=vocabulary_for(by))
    except UnreadableDocument as error:
        raise Refused(str(error) if error.file else f"{_names(files)}: {error}") from None


def receive_files(by: Viewer, plan: PlanFile, files: Files, now: datetime) -> Import:
    """Keep the files and what was read from them. Raises Refused."""
    (source, data), *others = [
        (source_of_file(plan, data=file.data, name=file.name), file.data)
        for file in in_reading_order(File(name, data) for name, data in files)
    ]
    try:
        return receive_document(by=by, plan=plan, source=source, data=data, others=others, now=now)
    except UnstorableText:
        raise Refused(f"{_names(files)}: fila har teikn som ikkje kan lagrast (NUL).") from None


def _names(files: Files) -> str:
    return ", ".join(name for name, _ in files)
