"""Undoing an import as a whole."""

from datetime import datetime

from django.db import transaction

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.plans.errors import CannotUndo, CorrectedSince
from tiltak.domain.plans.models import Import, Initiative, PlanVersion, Succession
from tiltak.domain.plans.operations.guard import (
    lock_council,
    lock_version,
    require_editor,
    tell,
)
from tiltak.domain.plans.operations.publishing import (
    document_ids,
    make_internal,
    show_documents,
)
from tiltak.domain.plans.projection import empty, store
from tiltak.domain.sources.operations import keep_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec


def undo_import(
    *, by: Viewer, received: Import, now: datetime, although_corrected: bool = False
) -> None:
    """Take an import back: the draft is as it was before, or gone if the import made it.

    A version that the import itself adopted cannot be deleted: it is withdrawn from the public.
    Raises CannotUndo when something later rests on the import (another import, an adoption), and
    CorrectedSince when texts were corrected since (unless `although_corrected`).
    """
    require_editor(by, received.council_id)
    with transaction.atomic():
        lock_council(received.council_id)
        received.refresh_from_db()
        if not can_undo(received):
            raise CannotUndo
        if not although_corrected and corrected_since(received):
            raise CorrectedSince
        _undo(by, received, now)


def can_undo(received: Import) -> bool:
    """Whether the import is taken over and nothing later rests on it."""
    version = received.version
    if received.state != Import.State.APPLIED or version is None or received.applied_at is None:
        return False
    if version.frozen_at is not None and version.frozen_at > received.applied_at:
        return False
    later = Import.objects.filter(
        plan=received.plan,
        state=Import.State.APPLIED,
        applied_at__gt=received.applied_at,
    )
    return not later.exists()


def corrected_since(received: Import) -> bool:
    """Whether a text of the version was corrected after the import."""
    return Event.objects.filter(
        council_id=received.council_id,
        verb="correct",
        at__gt=received.applied_at,
        after__version=received.version_id,
    ).exists()


def _undo(by: Viewer, received: Import, now: datetime) -> None:
    version = received.version
    assert version is not None  # noqa: S101 can_undo says so
    lock_version(version)
    record(
        by=by,
        verb="undo_import",
        subject=version,
        now=now,
        summary=str(received.document),
        after={"import": received.pk},
    )
    Succession.objects.filter(intake=received).delete()
    received.state = Import.State.UNDONE
    received.save(update_fields=["state"])
    if version.frozen_at is not None:
        make_internal(version)
        tell(version, now)
        return
    made = set(version.elements.values_list("initiative_id", flat=True))
    if received.before:
        _restore(by, received, version, now)
        tell(version, now)
    else:
        _remove(version, now)
    _forget(made)


def _restore(by: Viewer, received: Import, version: PlanVersion, now: datetime) -> None:
    plan_file = codec.decode(received.before)
    documents = [
        keep_document(by=by, source=source, data=None, now=now) for source in plan_file.sources
    ]
    read = document_ids(version)
    empty(version)
    store(version, plan_file, documents=documents, now=now)
    show_documents([*read, *document_ids(version)])


def _remove(version: PlanVersion, now: datetime) -> None:
    plan = version.plan
    read = document_ids(version)
    empty(version)
    version.delete()
    show_documents(read)
    if not plan.versions.exists() and not plan.children.exists():
        plan.delete()
    council_changed(council_id=plan.council_id, now=now)


def _forget(initiatives: set[int]) -> None:
    """Remove the identities the import made, unless something hangs on them (a status, say)."""
    alone = Initiative.objects.filter(pk__in=initiatives)
    for relation in Initiative._meta.related_objects:
        alone = alone.filter(**{f"{relation.field.related_query_name()}__isnull": True})
    Initiative.objects.filter(pk__in=list(alone.values_list("pk", flat=True))).delete()
