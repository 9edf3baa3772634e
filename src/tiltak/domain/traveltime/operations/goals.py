"""Saying which element of the plan is a travel time."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.plans.models import Initiative
from tiltak.domain.traveltime.errors import ImpossibleGoal
from tiltak.domain.traveltime.models import DataSet, TravelGoal
from tiltak.domain.traveltime.operations.guard import require_editor
from tiltak.domain.viewer import Viewer

LONGEST = 24 * 60


def set_goal(
    *,
    by: Viewer,
    initiative: Initiative,
    data_set: DataSet,
    destination: str,
    centres: Sequence[Mapping[str, Any]],
    now: datetime,
    limit_minutes: float = 45,
    ferry_wait_minutes: float = 15,
    is_example: bool = False,
) -> TravelGoal:
    """Make an element a travel-time goal, or say anew what it is measured by.

    `centres`: name, lat and lon of each. Raises ImpossibleGoal, NotAllowed.
    """
    require_editor(by, initiative.council_id, data_set.council_id)
    check_goal(destination, centres, limit_minutes, ferry_wait_minutes)
    said = {
        "data_set": data_set,
        "destination": destination.strip()[:100],
        "centres": [
            {"name": str(one["name"]), "lat": float(one["lat"]), "lon": float(one["lon"])}
            for one in centres
        ],
        "limit_minutes": limit_minutes,
        "ferry_wait_minutes": ferry_wait_minutes,
        "is_example": is_example,
        "set_at": now,
    }
    with transaction.atomic():
        goal, _ = TravelGoal.objects.update_or_create(
            initiative=initiative,
            defaults=said,
            create_defaults=said | {"council_id": by.council_id},
        )
        summary = f"{goal.destination}, {limit_minutes:g} min"
        record(by=by, verb="set_travel_goal", subject=goal, now=now, summary=summary)
        council_changed(council_id=by.council_id, now=now)
    return goal


def check_goal(
    destination: str, centres: Sequence[Mapping[str, Any]], limit: float, wait: float
) -> None:
    """Raises ImpossibleGoal for figures that no goal can have."""
    can_be = (
        bool(destination.strip())
        and "\0" not in destination
        and 0 < limit <= LONGEST
        and 0 <= wait <= LONGEST
        and bool(centres)
        and all(
            math.isfinite(one["lat"]) and math.isfinite(one["lon"]) and one["name"]
            for one in centres
        )
    )
    if not can_be:
        raise ImpossibleGoal
