"""Documents on their way in, and what taking one over would change. For the secretary only."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from tiltak.domain.plans.models import Import, Plan, PlanVersion, UnplacedText
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.queries.versions import NotFound, visible_versions
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.difference import NOTHING, Difference, difference
from tiltak.planfile.matching import Answer, InvalidAnswer, Matching, match
from tiltak.planfile.model import Plan as PlanFile
from tiltak.planfile.origin import is_among


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. `before` is the plan's newest version, None for a new plan.

    `is_repeated`: the same file was taken over into this plan last, or anywhere for a new one.
    """

    content: PlanFile
    before: PlanFile | None
    version: PlanVersion | None
    matching: Matching | None
    difference: Difference
    is_repeated: bool


def imports(viewer: Viewer) -> QuerySet[Import]:
    """All imports of the viewer's council, newest first; none for the public."""
    if not viewer.may_edit:
        return Import.objects.none()
    found = Import.objects.filter(council_id=viewer.council_id)
    return found.select_related("document", "plan", "version", "version__plan").defer(
        "content", "as_read", "before", "document__text", "version__content"
    )


def waiting_imports(viewer: Viewer) -> QuerySet[Import]:
    """Documents that were read and wait to be looked at."""
    return imports(viewer).filter(state=Import.State.PENDING)


def import_by_id(viewer: Viewer, pk: int) -> Import:
    """Raises NotFound."""
    found = imports(viewer).filter(pk=pk).first()
    if found is None:
        raise NotFound(pk)
    return found


def own_plans(viewer: Viewer) -> QuerySet[Plan]:
    """All plans of the viewer's council as rows to be changed; none for the public."""
    if not viewer.may_edit:
        return Plan.objects.none()
    return Plan.objects.filter(council_id=viewer.council_id).order_by("-period_from", "title")


def own_version(viewer: Viewer, pk: int) -> PlanVersion:
    """A version as a row to be changed. Raises NotFound for who may not."""
    found = visible_versions(viewer).select_related("plan").filter(pk=pk).first()
    if found is None or not viewer.may_edit:
        raise NotFound(pk)
    return found


def unplaced_counts(viewer: Viewer) -> list[tuple[PlanVersion, int]]:
    """Drafts with texts that found no place, and how many."""
    drafts = visible_versions(viewer).filter(frozen_at__isnull=True) if viewer.may_edit else None
    if drafts is None:
        return []
    counted = drafts.select_related("plan").annotate(count=Count("unplaced"))
    return [(version, version.count) for version in counted.filter(count__gt=0)]


def unplaced_texts(viewer: Viewer, version_id: int) -> QuerySet[UnplacedText]:
    """The texts of a version that found no place, in reading order."""
    if not viewer.may_edit:
        return UnplacedText.objects.none()
    return UnplacedText.objects.filter(
        version_id=version_id, version__plan__council_id=viewer.council_id
    )


def preview(
    viewer: Viewer, received: Import, plan: Plan | None, answers: Mapping[str, Answer]
) -> Preview:
    """What would happen if the import were taken over into a plan (None: as a new one).

    Answers that do not fit what stands in the plan now are left out.
    """
    content = codec.decode(received.content)
    version = plan.versions.select_related("plan").first() if plan else None
    repeated = is_repeated(viewer, received, plan)
    if version is None:
        return Preview(content, None, None, None, NOTHING, repeated)
    before = planfile_of(version, provenance=False)
    matching = _match(before, content, answers)
    return Preview(
        content, before, version, matching, difference(before, content, matching), repeated
    )


def _match(before: PlanFile, content: PlanFile, answers: Mapping[str, Answer]) -> Matching:
    try:
        return match(before, content, answers)
    except InvalidAnswer:
        return match(before, content)


def is_repeated(viewer: Viewer, received: Import, plan: Plan | None) -> bool:
    """Whether the same file was taken over into this plan last, or anywhere for a new one."""
    applied = imports(viewer).filter(state=Import.State.APPLIED, version__isnull=False)
    if plan is not None:
        last = applied.filter(plan=plan).order_by("-applied_at").first()
        applied = applied.filter(pk__in=[last.pk] if last else [])
    same = applied.filter(document__sha256=received.document.sha256)
    return is_among(received.content, same.values_list("content", flat=True))
