"""Keeping the files an analysis reads."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.traveltime.errors import IncompleteDataSet
from tiltak.domain.traveltime.models import DataContent, DataFile, DataSet, DataSetFile
from tiltak.domain.traveltime.operations.guard import require_editor
from tiltak.domain.viewer import Viewer

Role = DataFile.Role
NEEDED = (Role.ROADS, Role.POPULATION, Role.MUNICIPALITIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file that is handed in: `source` says who made it, `as_of` the day its content is from."""

    role: str
    filename: str
    data: bytes
    source: str
    licence: str = ""
    address: str = ""
    as_of: date | None = None


def keep_data_set(
    *, by: Viewer, name: str, files: Sequence[NewFile], now: datetime, municipality_field: str = ""
) -> DataSet:
    """Store files as a data set; bytes that are there already are stored once.

    Raises IncompleteDataSet, NotAllowed.
    """
    require_editor(by, by.council_id)
    roles = [file.role for file in files]
    missing = tuple(role for role in NEEDED if role not in roles)
    if missing or len(set(roles)) < len(roles) or not all(file.source for file in files):
        raise IncompleteDataSet(missing)
    with transaction.atomic():
        made = DataSet.objects.create(
            council_id=by.council_id,
            name=name[:200],
            municipality_field=municipality_field,
            made_at=now,
        )
        DataSetFile.objects.bulk_create(
            DataSetFile(data_set=made, role=file.role, file=_kept(by, file, now)) for file in files
        )
        named = ", ".join(file.filename for file in files)
        record(by=by, verb="keep_travel_data", subject=made, now=now, summary=named)
    return made


def _kept(by: Viewer, file: NewFile, now: datetime) -> DataFile:
    kept, is_new = DataFile.objects.get_or_create(
        council_id=by.council_id,
        role=file.role,
        sha256=hashlib.sha256(file.data).hexdigest(),
        filename=file.filename[-300:],
        source=file.source,
        licence=file.licence,
        address=file.address,
        defaults={
            "size": len(file.data),
            "as_of": file.as_of,
            "kept_at": now,
            "kept_by_id": by.user_id,
        },
    )
    if is_new:
        DataContent.objects.create(file=kept, data=file.data)
    return kept
