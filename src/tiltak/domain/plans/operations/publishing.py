"""From draft to public, from proposal to adopted."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from tiltak.domain.audit.operations import record
from tiltak.domain.plans.errors import CannotAdopt, ImpossibleValue, NotAllowed
from tiltak.domain.plans.models import Plan, PlanVersion
from tiltak.domain.plans.operations.guard import lock_draft, lock_version, require_editor, tell
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.projection.frozen import frozen_form
from tiltak.domain.sources.models import SourceDocument, Visibility
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec

FIRST_YEAR, LAST_YEAR = 1, 9999


def publish_version(*, by: Viewer, version: PlanVersion, now: datetime) -> None:
    """Show a version, and the documents it was read from, to everybody."""
    require_editor(by, version.plan.council_id)
    with transaction.atomic():
        lock_version(version)
        make_public(version, now)
        record(by=by, verb="publish", subject=version, now=now, summary=version.title)
        tell(version, now)


def withdraw_version(*, by: Viewer, version: PlanVersion, now: datetime) -> None:
    """Take a version back from the public. Its text stays as it is."""
    require_editor(by, version.plan.council_id)
    with transaction.atomic():
        lock_version(version)
        make_internal(version)
        record(by=by, verb="withdraw", subject=version, now=now, summary=version.title)
        tell(version, now)


def adopt_version(
    *,
    by: Viewer,
    version: PlanVersion,
    decided: date,
    body: str,
    case_number: str,
    now: datetime,
) -> None:
    """Freeze a draft as adopted, by the authority of a decision. It never changes again.

    Raises VersionIsFrozen, CannotAdopt.
    """
    require_editor(by, version.plan.council_id)
    with transaction.atomic():
        lock_draft(version)
        adopt(version, decided, body, case_number, now)
        record(
            by=by,
            verb="adopt",
            subject=version,
            now=now,
            summary=f"{decided} {case_number}".strip(),
            after={"content_hash": version.content_hash},
        )
        tell(version, now)


def set_state(*, by: Viewer, version: PlanVersion, state: str, now: datetime) -> None:
    """Draft, proposal or consultation. Adopting is an operation of its own."""
    require_editor(by, version.plan.council_id)
    if state not in {s for s in PlanVersion.State.values if s != PlanVersion.State.ADOPTED}:
        raise ImpossibleValue(state)
    with transaction.atomic():
        lock_draft(version)
        before, version.state = version.state, state
        version.save(update_fields=["state"])
        record(by=by, verb="set_state", subject=version, now=now, summary=state, before=before)
        tell(version, now)


def edit_plan(
    *,
    by: Viewer,
    plan: Plan,
    title: str,
    kind: str,
    parent: Plan | None,
    period: tuple[int | None, int | None],
    now: datetime,
) -> None:
    """The plan's own name, kind, period and place below another. No adopted text is touched."""
    require_editor(by, plan.council_id)
    _refuse_circle(plan, parent)
    if not title.strip() or "\0" in title or len(title) > 300 or kind not in Plan.Kind.values:
        raise ImpossibleValue(title)
    if not _is_period(*period):
        raise ImpossibleValue(f"{period[0]}–{period[1]}")
    with transaction.atomic():
        before = {
            "title": plan.title,
            "kind": plan.kind,
            "parent": plan.parent_id,
            "period": [plan.period_from, plan.period_to],
        }
        plan.title, plan.kind, plan.parent = title.strip(), kind, parent
        plan.period_from, plan.period_to = period
        plan.save(update_fields=["title", "kind", "parent", "period_from", "period_to"])
        record(by=by, verb="edit_plan", subject=plan, now=now, summary=plan.title, before=before)
        for version in plan.versions.all():
            tell(version, now)


def _refuse_circle(plan: Plan, parent: Plan | None) -> None:
    above = parent
    while above is not None:
        if above.council_id != plan.council_id:
            raise NotAllowed
        if above.pk == plan.pk:
            raise ImpossibleValue(above.title)
        above = above.parent


def _is_period(first: int | None, last: int | None) -> bool:
    if first is None or last is None:
        return last is None and (first is None or FIRST_YEAR <= first <= LAST_YEAR)
    return FIRST_YEAR <= first <= last <= LAST_YEAR


def make_public(version: PlanVersion, now: datetime) -> None:
    """Show a version with its documents. The caller has the transaction."""
    version.visibility = Visibility.PUBLIC
    version.published_at = version.published_at or now
    version.save(update_fields=["visibility", "published_at"])
    show_documents(document_ids(version))


def make_internal(version: PlanVersion) -> None:
    """Hide a version, and the documents that no other public version rests on."""
    version.visibility = Visibility.INTERNAL
    version.save(update_fields=["visibility"])
    show_documents(document_ids(version))


def document_ids(version: PlanVersion) -> list[int]:
    """The documents the version was read from."""
    return list(version.sources.values_list("document_id", flat=True))


def show_documents(ids: Iterable[int]) -> None:
    """Each of the documents is public if a public version rests on it, else internal."""
    documents = SourceDocument.objects.filter(pk__in=list(ids))
    shown = SourceDocument.objects.filter(versions__version__visibility=Visibility.PUBLIC)
    documents.filter(pk__in=shown).update(visibility=Visibility.PUBLIC)
    documents.exclude(pk__in=shown).update(visibility=Visibility.INTERNAL)


def adopt(version: PlanVersion, decided: date, body: str, case_number: str, now: datetime) -> None:
    """Freeze. Raises CannotAdopt for a plan without a single element, or a decision to come."""
    if not version.elements.exists() or decided > timezone.localdate(now):
        raise CannotAdopt
    if len(body) > 200 or len(case_number) > 60 or "\0" in body + case_number:
        raise CannotAdopt
    content = codec.canonical(frozen_form(planfile_of(version)))
    version.state = PlanVersion.State.ADOPTED
    version.decided_date = decided
    version.decided_body = body.strip()
    version.decided_case = case_number.strip()
    version.content = content.decode()
    version.content_hash = codec.hash_of(content)
    version.frozen_at = now
    version.save()
