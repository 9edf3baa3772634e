"""From draft to public, from proposal to adopted."""

from datetime import date, datetime

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.plans.errors import CannotAdopt, ImpossibleValue
from tiltak.domain.plans.models import Plan, PlanVersion
from tiltak.domain.plans.operations.guard import require_draft, require_editor, tell
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.projection.frozen import frozen_form
from tiltak.domain.sources.models import SourceDocument, Visibility
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec


def publish_version(*, by: Viewer, version: PlanVersion, now: datetime) -> None:
    """Show a version, and the documents it was read from, to everybody."""
    require_editor(by, version.plan.council_id)
    with transaction.atomic():
        make_public(version, now)
        record(by=by, verb="publish", subject=version, now=now, summary=version.title)
        tell(version, now)


def withdraw_version(*, by: Viewer, version: PlanVersion, now: datetime) -> None:
    """Take a version back from the public. Its text stays as it is."""
    require_editor(by, version.plan.council_id)
    with transaction.atomic():
        version.visibility = Visibility.INTERNAL
        version.save(update_fields=["visibility"])
        _hide_sources(version)
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
    """Freeze a draft as adopted, by the authority of a decision. It never changes again."""
    require_editor(by, version.plan.council_id)
    require_draft(version)
    with transaction.atomic():
        adopt(version, decided, body, case_number, now)
        record(by=by, verb="adopt", subject=version, now=now, summary=f"{decided} {case_number}")
        tell(version, now)


def set_state(*, by: Viewer, version: PlanVersion, state: str, now: datetime) -> None:
    """Draft, proposal or consultation. Adopting is an operation of its own."""
    require_editor(by, version.plan.council_id)
    require_draft(version)
    if state not in {s for s in PlanVersion.State.values if s != PlanVersion.State.ADOPTED}:
        raise ImpossibleValue(state)
    with transaction.atomic():
        version.state = state
        version.save(update_fields=["state"])
        record(by=by, verb="set_state", subject=version, now=now, summary=state)
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
    above = parent
    while above is not None:
        if above.pk == plan.pk or above.council_id != plan.council_id:
            raise ImpossibleValue(above.title)
        above = above.parent
    if not title.strip() or kind not in Plan.Kind.values:
        raise ImpossibleValue(title)
    if period[0] is not None and period[1] is not None and period[0] > period[1]:
        raise ImpossibleValue(f"{period[0]}–{period[1]}")
    with transaction.atomic():
        before = {"title": plan.title, "kind": plan.kind, "parent": plan.parent_id}
        plan.title, plan.kind, plan.parent = title.strip(), kind, parent
        plan.period_from, plan.period_to = period
        plan.save()
        record(by=by, verb="edit_plan", subject=plan, now=now, summary=title, before=before)
        for version in plan.versions.all():
            tell(version, now)


def make_public(version: PlanVersion, now: datetime) -> None:
    version.visibility = Visibility.PUBLIC
    version.published_at = version.published_at or now
    version.save(update_fields=["visibility", "published_at"])
    SourceDocument.objects.filter(versions__version=version).update(
        visibility=Visibility.PUBLIC
    )


def _hide_sources(version: PlanVersion) -> None:
    """Documents that no other public version rests on are hidden again."""
    documents = SourceDocument.objects.filter(versions__version=version)
    documents.exclude(versions__version__visibility=Visibility.PUBLIC).update(
        visibility=Visibility.INTERNAL
    )


def adopt(
    version: PlanVersion, decided: date, body: str, case_number: str, now: datetime
) -> None:
    """Freeze. Raises CannotAdopt for a plan without a single element, or a decision to come."""
    if not version.elements.exists() or decided > now.date():
        raise CannotAdopt
    content = codec.canonical(frozen_form(planfile_of(version)))
    version.state = PlanVersion.State.ADOPTED
    version.decided_date = decided
    version.decided_body = body
    version.decided_case = case_number
    version.content = content.decode()
    version.content_hash = codec.hash_of(content)
    version.frozen_at = now
    version.save()
