"""Reading how it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.plans.models import Element
from tiltak.domain.sources.models import Visibility
from tiltak.domain.viewer import Viewer

Lifecycle = StatusUpdate.Lifecycle

# Every answer to "how is it going?" in one word, best first. A measure that is done or stopped is
# that, whatever its light; otherwise the light, where one is given; otherwise the lifecycle.
STANDINGS = (
    "completed",
    "on_track",
    "at_risk",
    "off_track",
    "in_progress",
    "on_hold",
    "not_started",
    "closed",
    "cancelled",
    "unknown",
)
ENDED = frozenset({Lifecycle.COMPLETED, Lifecycle.CLOSED, Lifecycle.CANCELLED})
COLUMNS = (
    "initiative_id",
    "lifecycle",
    "light",
    "sentence",
    "said_by",
    "said_at",
    "is_example",
    "visibility",
)


@dataclass(frozen=True, slots=True)
class Status:
    """What somebody said about how it goes, and when."""

    initiative_id: int
    lifecycle: str
    light: str
    sentence: str
    said_by: str
    said_at: datetime
    is_example: bool
    visibility: str

    @property
    def standing(self) -> str:
        """One of STANDINGS."""
        return self.lifecycle if self.lifecycle in ENDED else self.light or self.lifecycle

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLIC


def standing_of(status: Status | None) -> str:
    """One of STANDINGS; `unknown` where nobody has said anything."""
    return status.standing if status else "unknown"


def visible_statuses(viewer: Viewer) -> QuerySet[StatusUpdate]:
    """Everything that was said in the viewer's council and the viewer may see, newest first."""
    said = StatusUpdate.objects.filter(council_id=viewer.council_id).order_by("-said_at", "-id")
    return said if viewer.may_edit else said.filter(visibility=Visibility.PUBLIC)


def current_statuses(viewer: Viewer, version_id: int) -> Mapping[int, Status]:
    """Initiative id → what was last said of it, for the elements of a version. One statement.

    Where the last word is not public, the public sees the last one that is.
    """
    hidden = StatusUpdate.objects.filter(
        initiative=OuterRef("initiative"),
        superseded_at__isnull=True,
        visibility=Visibility.INTERNAL,
    )
    current = Q(superseded_at__isnull=True)
    said = _of_version(viewer, version_id)
    said = said.filter(current if viewer.may_edit else current | Exists(hidden))
    newest: dict[int, Status] = {}
    for values in said.values_list(*COLUMNS):
        newest.setdefault(values[0], Status(*values))
    return newest


def recent_statuses(viewer: Viewer, version_id: int, *, limit: int) -> list[Status]:
    """The last things said about the elements of a version, newest first."""
    said = _of_version(viewer, version_id)[:limit]
    return [Status(*values) for values in said.values_list(*COLUMNS)]


def status_history(viewer: Viewer, initiative_id: int) -> list[Status]:
    """All that was said of one initiative, newest first."""
    said = visible_statuses(viewer).filter(initiative_id=initiative_id)
    return [Status(*values) for values in said.values_list(*COLUMNS)]


def _of_version(viewer: Viewer, version_id: int) -> QuerySet[StatusUpdate]:
    initiatives = Element.objects.filter(
        version_id=version_id, version__plan__council_id=viewer.council_id
    ).values("initiative_id")
    return visible_statuses(viewer).filter(initiative_id__in=initiatives)
