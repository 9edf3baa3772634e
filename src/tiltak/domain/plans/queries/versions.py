"""Which plans and versions a viewer may see, and which one is in force.

The public sees the newest public adopted version of a plan, else its newest public version. A
secretary sees every version by its number, and by the plan's name what the public sees, or the
newest draft while nothing is public.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from tiltak.domain.plans.models import Plan, PlanVersion
from tiltak.domain.sources.models import Visibility
from tiltak.domain.viewer import Viewer

COLUMNS = (
    "id",
    "number",
    "title",
    "state",
    "visibility",
    "facts",
    "labels",
    "created_at",
    "published_at",
    "decided_date",
    "decided_body",
    "decided_case",
    "content_hash",
    "plan_id",
    "plan__council_id",
    "plan__slug",
    "plan__title",
    "plan__kind",
    "plan__parent_id",
    "plan__period_from",
    "plan__period_to",
)
# Worked out once: naming the columns takes Django as long as asking for them.
VERSIONS = PlanVersion.objects.order_by("-number").values_list(*COLUMNS)


class NotFound(LookupError):
    """There is no such plan, version or element, or the viewer may not see it."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version with what is said of its plan. `facts` as in `PlanVersion.facts`."""

    id: int
    number: int
    title: str
    state: str
    visibility: str
    facts: Mapping[str, Any]
    labels: Mapping[str, str]
    created_at: datetime
    published_at: datetime | None
    decided_date: date | None
    decided_body: str
    decided_case: str
    content_hash: str
    plan_id: int
    council_id: int
    slug: str
    plan_title: str
    kind: str
    parent_id: int | None
    period_from: int | None
    period_to: int | None

    @property
    def numbered_ref(self) -> str:
        """The reference to this very version: `handlingsplan-2018@3`."""
        return f"{self.slug}@{self.number}"

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLIC

    def is_for(self, viewer: Viewer) -> bool:
        """Whether a viewer may see it; the same rule as `visible_versions`."""
        return self.council_id == viewer.council_id and (viewer.may_edit or self.is_public)

    @property
    def is_adopted(self) -> bool:
        return self.state == PlanVersion.State.ADOPTED

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.facts.get("language") or "nn"

    @property
    def years(self) -> tuple[int, ...]:
        """The years the plan is for, by the document; else by the plan's period."""
        said = tuple(self.facts.get("years") or ())
        if said or self.period_from is None:
            return said
        return tuple(range(self.period_from, (self.period_to or self.period_from) + 1))


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with the versions the viewer may see, newest first; there is at least one."""

    versions: Sequence[VersionView]

    @property
    def shown(self) -> VersionView:
        """The version that stands at the plan's own address: the one in force."""
        public = [version for version in self.versions if version.is_public]
        adopted = [version for version in public if version.is_adopted]
        return next(iter(adopted or public or self.versions))

    @property
    def drafts(self) -> Sequence[VersionView]:
        """What only the secretary sees, newest first."""
        return [version for version in self.versions if not version.is_public]

    def ref_to(self, version: VersionView) -> str:
        """How to refer to a version: by the plan's name alone when it is the one in force."""
        return version.slug if version.id == self.shown.id else version.numbered_ref

    def version(self, number: int) -> VersionView:
        """The version with a number. Raises NotFound."""
        for version in self.versions:
            if version.number == number:
                return version
        raise NotFound(number)


def is_visible(viewer: Viewer, path: str = "") -> Q:
    """The condition on a version that this viewer may see it; `path` leads to the version."""
    condition: dict[str, object] = {f"{path}plan__council_id": viewer.council_id}
    if not viewer.may_edit:
        condition[f"{path}visibility"] = Visibility.PUBLIC
    return Q(**condition)


def visible_versions(viewer: Viewer) -> QuerySet[PlanVersion]:
    """The versions of the viewer's council that the viewer may see, newest first."""
    return PlanVersion.objects.filter(is_visible(viewer)).order_by("-number")


def plans(viewer: Viewer) -> list[PlanView]:
    """All plans of which the viewer may see something: latest period first, then by name.

    One statement.
    """
    return _grouped(VERSIONS.filter(is_visible(viewer)))


def plan_by_slug(viewer: Viewer, slug: str) -> PlanView:
    """One plan with its versions. Raises NotFound."""
    found = _grouped(VERSIONS.filter(is_visible(viewer), plan__slug=slug))
    if not found:
        raise NotFound(slug)
    return found[0]


def plan_and_version(viewer: Viewer, ref: str) -> tuple[PlanView, VersionView]:
    """The plan and version a reference names: `slug` for the one in force, `slug@3` for a number.

    Raises NotFound.
    """
    slug, numbered, number = ref.partition("@")
    plan = plan_by_slug(viewer, slug)
    if not numbered:
        return plan, plan.shown
    if not number.isdecimal():
        raise NotFound(ref)
    return plan, plan.version(int(number))


def version_by_ref(viewer: Viewer, ref: str) -> VersionView:
    """The version a reference names. Raises NotFound."""
    return plan_and_version(viewer, ref)[1]


def main_plan(found: Sequence[PlanView]) -> PlanView | None:
    """The plan a council's front page is about: its newest adopted action plan, if there is one.

    Otherwise the nearest to that; None without plans.
    """
    return max(found, key=_weight, default=None)


def _weight(plan: PlanView) -> tuple[bool, bool, bool, bool, int, int]:
    shown = plan.shown
    return (
        shown.is_public,
        shown.kind == Plan.Kind.ACTION_PLAN,
        shown.parent_id is None,
        shown.is_adopted,
        max(shown.years, default=0),
        shown.id,
    )


def _grouped(versions: Iterable[tuple[Any, ...]]) -> list[PlanView]:
    by_plan: dict[int, list[VersionView]] = {}
    for values in versions:
        view = VersionView(*values)
        by_plan.setdefault(view.plan_id, []).append(view)
    found = [PlanView(tuple(group)) for group in by_plan.values()]
    return sorted(found, key=_shelf_order)


def _shelf_order(plan: PlanView) -> tuple[int, str]:
    return -max(plan.shown.years, default=0), plan.shown.title
