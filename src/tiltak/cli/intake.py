"""A file from the command line on its way into a plan."""

from datetime import datetime

from tiltak.cli.errors import Refused
from tiltak.cli.read import PATIENCE
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.errors import UnstorableText
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations import receive_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Plan as PlanFile
from tiltak.planfile.origin import source_of_file
from tiltak.reading import Limits, UnreadableDocument, read_safely

# whoever can run the command on the machine may edit everything
OPERATOR = "kommandolinja"


def operator(council: RegionalCouncil, name: str = OPERATOR) -> Viewer:
    """The person at the command line, as the log names them."""
    return Viewer(council.pk, may_edit=True, name=name)


def read_file(data: bytes, name: str) -> PlanFile:
    """What the reader makes of a file. Raises Refused."""
    from django.conf import settings

    limits = Limits(file_bytes=settings.MAX_UPLOAD_BYTES, seconds=PATIENCE)
    try:
        return read_safely(data, name, limits=limits)
    except UnreadableDocument as error:
        raise Refused(f"{name}: {error}") from None


def receive_file(by: Viewer, plan: PlanFile, data: bytes, name: str, now: datetime) -> Import:
    """Keep the file and what was read from it. Raises Refused."""
    source = source_of_file(plan, data=data, name=name)
    try:
        return receive_document(by=by, plan=plan, source=source, data=data, now=now)
    except UnstorableText:
        raise Refused(f"{name}: fila har teikn som ikkje kan lagrast (NUL).") from None
