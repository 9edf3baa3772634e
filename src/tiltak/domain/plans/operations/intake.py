"""A document on its way into a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.plans.errors import (
    CannotUndo,
    NoLongerThere,
    NothingChanged,
)
from tiltak.domain.plans.models import Import, Plan, PlanVersion
from tiltak.domain.plans.operations.guard import lock_council, require_editor, require_seen, tell
from tiltak.domain.plans.operations.publishing import adopt, make_public
from tiltak.domain.plans.operations.takeover import NewPlan, take_over
from tiltak.domain.plans.operations.words import Word, learn_words
from tiltak.domain.plans.projection import normal, require_storable
from tiltak.domain.sources.operations import keep_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.matching import Answer
from tiltak.planfile.model import Plan as PlanFile
from tiltak.planfile.model import Source
from tiltak.planfile.origin import is_among


@dataclass(frozen=True, slots=True)
class Authority:
    """By what a version is adopted: date, body, case number."""

    date: date
    body: str = ""
    case_number: str = ""


def receive_document(
    *,
    by: Viewer,
    plan: PlanFile,
    source: Source,
    data: bytes,
    now: datetime,
    meant_for: Plan | None = None,
    others: Sequence[tuple[Source, bytes]] = (),
) -> Import:
    """Keep a document that was read, to be looked at before anything is taken over.

    `source` describes the file as it came; `plan` is what a reader made of it; `meant_for` the
    plan it is thought to change; `others` the files that were read together with it. The same
    file received again while it still waits gives the same import. Raises UnstorableText.
    """
    require_editor(by, meant_for.council_id if meant_for else by.council_id)
    require_storable(plan)
    for one in (source, *(other for other, _ in others)):
        require_storable(one)
    content = codec.canonical(normal(plan)).decode()
    with transaction.atomic():
        lock_council(by.council_id)
        document = keep_document(by=by, source=source, data=data, now=now)
        for other, content_of_other in others:
            keep_document(by=by, source=other, data=content_of_other, now=now)
        waiting = Import.objects.filter(
            council_id=by.council_id,
            document=document,
            state=Import.State.PENDING,
            content=content,
        ).first()
        if waiting:
            waiting.plan = meant_for
            waiting.save(update_fields=["plan"])
            return waiting
        received = Import.objects.create(
            council_id=by.council_id,
            document=document,
            plan=meant_for,
            content=content,
            created_at=now,
            created_by_id=by.user_id,
        )
        record(by=by, verb="receive", subject=received, now=now, summary=source.name)
    return received


def discard_import(*, by: Viewer, received: Import, now: datetime) -> None:
    """Throw away a document that waits. Raises CannotUndo when it was already taken over."""
    require_editor(by, received.council_id)
    with transaction.atomic():
        lock_council(received.council_id)
        _see_anew(received)
        if received.state != Import.State.PENDING:
            raise CannotUndo
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
    learn: Sequence[Word] = (),
    seen: int | None = None,
) -> PlanVersion:
    """Take a received document over as the draft of a plan, all of it or nothing.

    Into an existing plan: its draft becomes the document, or a new draft if the newest version
    is frozen; every element keeps its identity where the matching is certain or `answers` say so.
    `learn` are words its review taught, which the council keeps; `seen` is the position of the last
    review step whose outcome the person saw, 0 for none (None: nobody looked at it).
    Raises NothingChanged, DoubtfulMatches, NotAllowed, NoLongerThere; ChangedMeanwhile with the
    position of the last step there is now, ImpossibleWord.
    """
    require_editor(by, received.council_id)
    require_editor(by, _council_of(into, received.council_id))
    with transaction.atomic():
        lock_council(received.council_id)
        _see_anew(received)
        _refuse_repetition(received, into)
        if seen is not None:
            require_seen(received, seen)
        version = take_over(by, received, into, answers or {}, now)
        _settle(received, version, answers or {}, now)
        if adopted is not None:
            adopt(version, adopted.date, adopted.body, adopted.case_number, now)
        if publish:
            make_public(version, now)
        record(
            by=by,
            verb="import" if adopted is None else "import_adopted",
            subject=version,
            now=now,
            summary=received.document.filename,
            after={"import": received.pk},
        )
        if learn:
            learn_words(by=by, words=learn, learned_from=received, now=now)
        tell(version, now)
    return version


def _council_of(into: Plan | NewPlan, own: int) -> int:
    """The council whose plan is written, or below whose plan the new one is to stand."""
    if isinstance(into, Plan):
        return into.council_id
    return own if into.parent is None else into.parent.council_id


def _see_anew(received: Import) -> None:
    """The import as it stands now, with its document. Raises NoLongerThere."""
    try:
        received.refresh_from_db()
    except Import.DoesNotExist as error:
        raise NoLongerThere from error


def _refuse_repetition(received: Import, into: Plan | NewPlan) -> None:
    if received.state != Import.State.PENDING:
        raise NothingChanged
    earlier = Import.objects.filter(
        council_id=received.council_id,
        document__sha256=received.document.sha256,
        state=Import.State.APPLIED,
        version__isnull=False,
    )
    if isinstance(into, Plan):
        last = into.imports.filter(state=Import.State.APPLIED).order_by("-applied_at").first()
        earlier = earlier.filter(pk__in=[last.pk] if last else [])
    elif into.slug:
        earlier = earlier.filter(plan__slug=into.slug)
    if is_among(received.content, earlier.values_list("content", flat=True)):
        raise NothingChanged


def _settle(
    received: Import, version: PlanVersion, answers: Mapping[str, Answer], now: datetime
) -> None:
    received.plan = version.plan
    received.version = version
    received.state = Import.State.APPLIED
    received.answers = dict(answers)
    received.applied_at = now
    received.save()
