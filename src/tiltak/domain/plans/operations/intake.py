"""A document on its way into a plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.organisations.operations import free_slug, slug_of
from tiltak.domain.plans.errors import (
    CannotUndo,
    DoubtfulMatches,
    NothingChanged,
    UnstorableText,
)
from tiltak.domain.plans.models import Import, Initiative, Plan, PlanVersion, Succession
from tiltak.domain.plans.operations.guard import require_editor, tell
from tiltak.domain.plans.operations.publishing import adopt, make_public
from tiltak.domain.plans.projection import empty, normal, planfile_of, store
from tiltak.domain.plans.projection.nodes import nodes
from tiltak.domain.sources.models import SourceDocument
from tiltak.domain.sources.operations import keep_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.matching import Answer, Matching, match
from tiltak.planfile.model import Plan as PlanFile
from tiltak.planfile.model import Source
from tiltak.planfile.succession import successions

STATE_OF_STATUS = {
    "framlegg": PlanVersion.State.PROPOSAL,
    "høyring": PlanVersion.State.CONSULTATION,
}


@dataclass(frozen=True, slots=True)
class Authority:
    """By what a version is adopted: date, body, case number."""

    date: date
    body: str = ""
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What the plan of an import is to be. Without a title: that of the document."""

    title: str = ""
    slug: str = ""
    kind: str = Plan.Kind.ACTION_PLAN
    parent: Plan | None = None


def receive_document(
    *, by: Viewer, plan: PlanFile, source: Source, data: bytes, now: datetime
) -> Import:
    """Keep a document that was read, to be looked at before anything is taken over.

    `source` describes the file as it came; `plan` is what a reader made of it. The same file
    received again while it still waits gives the same import. Raises UnstorableText.
    """
    require_editor(by, by.council_id)
    content = codec.canonical(normal(plan)).decode()
    if "\\u0000" in content or "\0" in source.name:
        raise UnstorableText
    with transaction.atomic():
        document = keep_document(by=by, source=source, data=data, now=now)
        waiting = Import.objects.filter(
            council_id=by.council_id,
            document=document,
            state=Import.State.PENDING,
            content=content,
        ).first()
        if waiting:
            return waiting
        received = Import.objects.create(
            council_id=by.council_id,
            document=document,
            content=content,
            created_at=now,
            created_by_id=by.user_id,
        )
        record(by=by, verb="receive", subject=received, now=now, summary=source.name)
    return received


def discard_import(*, by: Viewer, received: Import, now: datetime) -> None:
    """Throw away a document that waits. Raises CannotUndo when it was already taken over."""
    require_editor(by, received.council_id)
    if received.state != Import.State.PENDING:
        raise CannotUndo
    with transaction.atomic():
        record(by=by, verb="discard", subject=received, now=now, summary=str(received.document))
        received.delete()


def apply_import(
    *,
    by: Viewer,
    received: Import,
    now: datetime,
    into: Plan | NewPlan,
    answers: Mapping[str, Answer] | None = None,
    adopted: Authority | None = None,
    publish: bool = False,
) -> PlanVersion:
    """Take a received document over as the draft of a plan, all of it or nothing.

    Into an existing plan: its draft becomes the document, or a new draft if the newest version
    is frozen; every element keeps its identity where the matching is certain or `answers` say so.
    Raises NothingChanged, DoubtfulMatches, NotAllowed.
    """
    require_editor(by, received.council_id)
    plan_file = codec.decode(received.content)
    with transaction.atomic():
        # two imports of one council wait for each other
        RegionalCouncil.objects.select_for_update().get(pk=received.council_id)
        _refuse_repetition(received, into)
        documents = _documents(by, received, plan_file, now)
        if isinstance(into, Plan):
            version = _apply_to_plan(into, received, plan_file, documents, answers or {}, now)
        else:
            version = _apply_as_new(into, received, plan_file, documents, now)
        _settle(received, version, answers or {}, now)
        event = "import"
        if adopted is not None:
            adopt(version, adopted.date, adopted.body, adopted.case_number, now)
            event = "import_adopted"
        if publish:
            make_public(version, now)
        record(by=by, verb=event, subject=version, now=now, summary=received.document.filename)
        tell(version, now)
    return version


def _refuse_repetition(received: Import, into: Plan | NewPlan) -> None:
    earlier = Import.objects.filter(
        council_id=received.council_id,
        document__sha256=received.document.sha256,
        state=Import.State.APPLIED,
        version__isnull=False,
    )
    if isinstance(into, Plan):
        last = into.imports.filter(state=Import.State.APPLIED).order_by("-applied_at").first()
        earlier = earlier.filter(pk=last.pk if last else None)
    elif into.slug:
        earlier = earlier.filter(plan__slug=into.slug)
    if earlier.exists():
        raise NothingChanged


def _documents(
    by: Viewer, received: Import, plan_file: PlanFile, now: datetime
) -> list[SourceDocument]:
    """The stored sources, in the plan file's order. The file itself is already kept."""
    return [
        received.document
        if source.sha256 == received.document.sha256 and source.text == received.document.text
        else keep_document(by=by, source=source, data=None, now=now)
        for source in plan_file.sources
    ]


def _apply_as_new(
    wish: NewPlan,
    received: Import,
    plan_file: PlanFile,
    documents: list[SourceDocument],
    now: datetime,
) -> PlanVersion:
    document = plan_file.document
    title = wish.title or document.title
    taken = Plan.objects.filter(council_id=received.council_id).values_list("slug", flat=True)
    plan = Plan.objects.create(
        council_id=received.council_id,
        slug=free_slug(wish.slug or slug_of(title, otherwise="plan"), taken),
        title=title[:300],
        kind=wish.kind,
        parent=wish.parent,
        period_from=min(document.years, default=None),
        period_to=max(document.years, default=None),
        created_at=now,
    )
    version = _new_version(plan, plan_file, now)
    store(version, plan_file, documents=documents, now=now)
    return version


def _new_version(plan: Plan, plan_file: PlanFile, now: datetime) -> PlanVersion:
    last = plan.versions.aggregate(last=Max("number"))["last"] or 0
    return PlanVersion.objects.create(
        plan=plan,
        number=last + 1,
        title=plan_file.document.title,
        state=STATE_OF_STATUS.get(plan_file.document.status, PlanVersion.State.DRAFT),
        based_on=plan.versions.filter(number=last).first(),
        created_at=now,
    )


def _apply_to_plan(
    plan: Plan,
    received: Import,
    plan_file: PlanFile,
    documents: list[SourceDocument],
    answers: Mapping[str, Answer],
    now: datetime,
) -> PlanVersion:
    newest = plan.versions.select_related("plan").first()
    if newest is None:
        version = _new_version(plan, plan_file, now)
        store(version, plan_file, documents=documents, now=now)
        return version
    before = planfile_of(newest)
    matching = match(before, plan_file, answers)
    if not matching.settled:
        raise DoubtfulMatches(tuple(question.new for question in matching.questions))
    if newest.frozen_at is None:
        version = newest
        received.before = codec.canonical(before).decode()
        empty(version)
    else:
        version = _new_version(plan, plan_file, now)
    codes = kept_codes(before, matching)
    made = store(version, plan_file, documents=documents, now=now, identities=codes)
    old = {node.key: node.value.initiative or "" for node in nodes(before)}
    _record_successions(received, version, before, plan_file, matching, old, {
        key: initiative.pk for key, initiative in made.items()
    })
    return version


def kept_codes(before: PlanFile, matching: Matching) -> dict[str, str]:
    """New key → the code it keeps: an identity goes on only from one to one.

    The pieces of a split and the whole of a merger are new; successions tell where they are from.
    """
    codes = {node.key: node.value.initiative or "" for node in nodes(before)}
    predecessors = matching.predecessors
    heirs: dict[str, int] = {}
    for olds in predecessors.values():
        for old in olds:
            heirs[old] = heirs.get(old, 0) + 1
    return {
        new: codes[olds[0]]
        for new, olds in predecessors.items()
        if len(olds) == 1 and heirs[olds[0]] == 1
    }


def _record_successions(
    received: Import,
    version: PlanVersion,
    before: PlanFile,
    after: PlanFile,
    matching: Matching,
    old_codes: Mapping[str, str],
    new_ids: Mapping[str, int],
) -> None:
    """What became of every element that did not simply go on unchanged."""
    ids = dict(
        Initiative.objects.filter(
            council_id=received.council_id, code__in=list(old_codes.values())
        ).values_list("code", "pk")
    )
    rows = []
    for change in successions(before, after, matching):
        if change.kind in {"new", "continued"}:
            continue
        for old in change.olds:
            for new in change.news or (None,):
                rows.append(
                    Succession(
                        predecessor_id=ids[old_codes[old]],
                        successor_id=new_ids[new] if new else None,
                        version=version,
                        intake=received,
                        kind=change.kind,
                    )
                )
    Succession.objects.bulk_create(rows, ignore_conflicts=True)


def _settle(
    received: Import, version: PlanVersion, answers: Mapping[str, Answer], now: datetime
) -> None:
    received.plan = version.plan
    received.version = version
    received.state = Import.State.APPLIED
    received.answers = dict(answers)
    received.applied_at = now
    received.save()
