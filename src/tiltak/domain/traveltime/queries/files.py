"""The content of files: what came out of runs, and what went in."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass

from tiltak.domain.traveltime.models import DataContent, DataSet, DataSetFile, TravelRunFile


def run_file(run_id: int, name: str) -> bytes | None:
    """A file that came out of a run; None where there is none. The run was found for a viewer."""
    found = TravelRunFile.objects.filter(run_id=run_id, name=name)
    packed = found.values_list("packed", flat=True).first()
    return None if packed is None else gzip.decompress(packed)


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """The files of a data set: role → name and bytes."""

    files: Mapping[str, tuple[str, bytes]]
    municipality_field: str


def data_set_files(data_set_id: int) -> GivenFiles:
    """The files of a data set, for a run that names it. Three statements."""
    uses = DataSetFile.objects.filter(data_set_id=data_set_id).select_related("file")
    found = {use.file_id: (use.role, use.file.filename) for use in uses}
    contents = DataContent.objects.filter(pk__in=found)
    files = {
        found[content.pk][0]: (found[content.pk][1], bytes(content.data)) for content in contents
    }
    return GivenFiles(files, municipality_field_of(data_set_id))


def municipality_field_of(data_set_id: int) -> str:
    """The field that was said to have the number of a municipality, "" where none was. One statement."""
    return DataSet.objects.get(pk=data_set_id).municipality_field
