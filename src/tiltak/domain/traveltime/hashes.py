"""What a run stands on, in one hash."""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from tiltak.domain.traveltime.models import DataSetFile


def base_sha256(data_set_id: int, parameters: Mapping[str, Any]) -> str:
    """The hash in hex of the files of a data set, by role, and of the chosen figures.

    Two data sets of the same bytes have the same: what was computed on one holds for the other.
    One statement.
    """
    files = DataSetFile.objects.filter(data_set_id=data_set_id).order_by("role")
    found = list(
        files.values_list("role", "file__sha256", "file__filename", "data_set__municipality_field")
    )
    told = msgspec.json.encode([found, dict(parameters)], order="deterministic")
    return hashlib.sha256(told).hexdigest()
