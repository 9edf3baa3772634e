"""Invented statuses, marked as examples."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from tiltak.domain.followup.operations import give_status
from tiltak.domain.plans.models import Element, PlanVersion
from tiltak.domain.viewer import Viewer


def give_statuses(
    facts: Iterable[dict[str, Any]], version: PlanVersion, by: Viewer, now: datetime
) -> None:
    """The statuses of demo.toml, oldest first. `measure` is the element's id in the plan file."""
    # days of the calendar, as the pages count them, also where summer time begins or ends between
    at = timezone.localtime(now)
    elements = {
        element.key: element
        for element in Element.objects.filter(version=version).select_related("initiative")
    }
    for one in sorted(facts, key=lambda one: -one["days_ago"]):
        give_status(
            by=by,
            initiative=elements[one["measure"]].initiative,
            lifecycle=one["lifecycle"],
            light=one.get("light", ""),
            sentence=one["sentence"],
            said_by=one["said_by"],
            now=at - timedelta(days=one["days_ago"]),
            is_example=True,
        )
