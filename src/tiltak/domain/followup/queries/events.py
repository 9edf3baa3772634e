"""What happened lately, for everybody: versions that were published, statuses that were given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tiltak.domain.followup.queries.statuses import Status, visible_statuses
from tiltak.domain.plans.models import Element
from tiltak.domain.plans.queries.versions import VersionView, plans
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened: a version was published, or (with `status`) something was said of
    the element with this code and title."""

    at: datetime
    version: VersionView
    code: str
    title: str
    status: Status | None


def happenings(viewer: Viewer, *, limit: int) -> Sequence[Happening]:
    """The latest, newest first, of the plans in force. Three statements."""
    shown = plans(viewer)
    found = [
        Happening(version.published_at, version, "", version.title, None)
        for plan in shown
        for version in plan.versions
        if version.is_public and version.published_at
    ]
    found += _statuses(viewer, {plan.shown.id: plan.shown for plan in shown}, limit)
    return sorted(found, key=lambda one: one.at, reverse=True)[:limit]


def _statuses(viewer: Viewer, shown: dict[int, VersionView], limit: int) -> list[Happening]:
    in_force = Element.objects.filter(version_id__in=shown)
    said = visible_statuses(viewer).filter(initiative_id__in=in_force.values("initiative_id"))
    statuses = [Status(*values) for values in said[:limit]]
    elements = {
        element.initiative_id: element
        for element in in_force.filter(
            initiative_id__in={status.initiative_id for status in statuses}
        ).select_related("initiative")
    }
    return [
        Happening(
            at=status.said_at,
            version=shown[element.version_id],
            code=element.initiative.code,
            title=element.initiative.short_title or element.text,
            status=status,
        )
        for status in statuses
        if (element := elements.get(status.initiative_id))
    ]
