"""Reading how it goes."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.plans.models import Element
from tiltak.domain.plans.queries.tree import load_tree
from tiltak.domain.plans.queries.values import Node, PlanTree
from tiltak.domain.plans.queries.versions import PlanView, VersionView, plan_and_version
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
# Newest first. Worked out once: naming the columns takes Django as long as asking for them.
STATUSES = StatusUpdate.objects.order_by("-said_at", "-id").values_list(
    "initiative_id",
    "lifecycle",
    "light",
    "sentence",
    "said_by",
    "said_at",
    "is_example",
    "visibility",
    "initiative__code",
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
    code: str

    @property
    def standing(self) -> str:
        """One of STANDINGS."""
        return self.lifecycle if self.lifecycle in ENDED else self.light or self.lifecycle

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class FollowedPlan:
    """A version with what was last said of its elements: `statuses` by initiative id."""

    plan: PlanView
    tree: PlanTree
    statuses: Mapping[int, Status]

    @property
    def version(self) -> VersionView:
        return self.tree.version

    @property
    def ref(self) -> str:
        """How the address of this version says which it is."""
        return self.plan.ref_to(self.version)

    def standing(self, node: Node) -> str:
        """One of STANDINGS."""
        return standing_of(self.statuses.get(node.initiative_id))

    def standings(self, nodes: Iterable[Node]) -> dict[str, int]:
        """How many of some elements stand how, in the order of STANDINGS."""
        found = Counter(self.standing(node) for node in nodes)
        return {standing: found[standing] for standing in STANDINGS if found[standing]}


def followed_plan(viewer: Viewer, ref: str) -> FollowedPlan:
    """The version a reference names, with statuses. Raises NotFound. Seven statements."""
    plan, version = plan_and_version(viewer, ref)
    return follow(viewer, plan, version)


def follow(viewer: Viewer, plan: PlanView, version: VersionView) -> FollowedPlan:
    """A version with statuses. Six statements."""
    tree = load_tree(viewer, version)
    return FollowedPlan(plan, tree, current_statuses(viewer, version.id))


def standing_of(status: Status | None) -> str:
    """One of STANDINGS; `unknown` where nobody has said anything."""
    return status.standing if status else "unknown"


def visible_statuses(viewer: Viewer) -> QuerySet[StatusUpdate, tuple[Any, ...]]:
    """Everything that was said in the viewer's council and the viewer may see, newest first.

    The values of a Status.
    """
    said = STATUSES.filter(council_id=viewer.council_id)
    return said if viewer.may_edit else said.filter(visibility=Visibility.PUBLIC)


def current_statuses(viewer: Viewer, version_id: int) -> Mapping[int, Status]:
    """Initiative id → what was last said of it, for the elements of a version. One statement.

    Where the last word is not public, the public sees the last one that is.
    """
    elements = Element.objects.filter(
        version_id=version_id, version__plan__council_id=viewer.council_id
    )
    return statuses_of(viewer, elements.values_list("initiative_id", flat=True))


def statuses_of(viewer: Viewer, initiatives: Iterable[int]) -> Mapping[int, Status]:
    """Initiative id → what was last said of it, for some initiatives. One statement."""
    said = visible_statuses(viewer).filter(_is_current(viewer), initiative_id__in=initiatives)
    return _newest(Status(*values) for values in said)


def statuses_around(
    viewer: Viewer, initiative_id: int, others: Collection[int]
) -> tuple[list[Status], Mapping[int, Status]]:
    """All that was said of one initiative, newest first, and the last word on some others.

    One statement.
    """
    said = visible_statuses(viewer).filter(
        Q(initiative_id=initiative_id) | _is_current(viewer),
        initiative_id__in={initiative_id, *others},
    )
    found = [Status(*values) for values in said]
    own = [status for status in found if status.initiative_id == initiative_id]
    return own, _newest(found)


def status_history(viewer: Viewer, initiative_id: int) -> list[Status]:
    """All that was said of one initiative, newest first."""
    return statuses_around(viewer, initiative_id, ())[0]


def _is_current(viewer: Viewer) -> Q:
    """The last word; where that is hidden from the public, what was said before it too."""
    current = Q(superseded_at__isnull=True)
    if viewer.may_edit:
        return current
    hidden = StatusUpdate.objects.filter(
        initiative=OuterRef("initiative"),
        superseded_at__isnull=True,
        visibility=Visibility.INTERNAL,
    )
    return current | Q(Exists(hidden))


def _newest(said: Iterable[Status]) -> Mapping[int, Status]:
    """Initiative id → its first status, in a list that has the newest first."""
    newest: dict[int, Status] = {}
    for status in said:
        newest.setdefault(status.initiative_id, status)
    return newest
