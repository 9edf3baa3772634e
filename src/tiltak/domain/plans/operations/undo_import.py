"""Undoing an import as a whole."""

from datetime import datetime

from django.db import transaction

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.plans.changes import version_removed
from tiltak.domain.plans.errors import CannotUndo
from tiltak.domain.plans.models import Import, PlanVersion, Succession
from tiltak.domain.plans.operations.guard import require_editor, tell
from tiltak.domain.plans.projection import empty, store
from tiltak.domain.sources.models import Visibility
from tiltak.domain.sources.operations import keep_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec


def undo_import(
    *, by: Viewer, received: Import, now: datetime, although_corrected: bool = False
) -> None:
    """Take an import back: the draft is as it was before, or gone if the import made it.

    An adopted version is not deleted but withdrawn from the public. Raises CannotUndo when the
    import is not the last one of its version, or when texts were corrected since
    (unless `although_corrected`).
    """
    require_editor(by, received.council_id)
    version = received.version
    if received.state != Import.State.APPLIED or version is None:
        raise CannotUndo
    if _is_followed(received) or (not although_corrected and corrected_since(received)):
        raise CannotUndo
    with transaction.atomic():
        record(
            by=by, verb="undo_import", subject=version, now=now, summary=str(received.document)
        )
        Succession.objects.filter(intake=received).delete()
        received.state = Import.State.UNDONE
        received.save()
        if version.frozen_at is not None:
            version.visibility = Visibility.INTERNAL
            version.save(update_fields=["visibility"])
            tell(version, now)
        elif received.before:
            _restore(by, received, version, now)
            tell(version, now)
        else:
            _remove(version, now)


def corrected_since(received: Import) -> bool:
    """Whether a text of the version was corrected after the import."""
    return Event.objects.filter(
        council_id=received.council_id,
        verb="correct",
        at__gt=received.applied_at,
        after__version=received.version_id,
    ).exists()


def _is_followed(received: Import) -> bool:
    return Import.objects.filter(
        plan_id=received.plan_id,
        state=Import.State.APPLIED,
        applied_at__gt=received.applied_at,
    ).exists()


def _restore(by: Viewer, received: Import, version: PlanVersion, now: datetime) -> None:
    plan_file = codec.decode(received.before)
    documents = [
        keep_document(by=by, source=source, data=None, now=now) for source in plan_file.sources
    ]
    empty(version)
    store(version, plan_file, documents=documents, now=now)


def _remove(version: PlanVersion, now: datetime) -> None:
    plan = version.plan
    version_removed.send(PlanVersion, version=version)
    empty(version)
    version.delete()
    if not plan.versions.exists() and not plan.children.exists():
        plan.delete()
    council_changed(council_id=plan.council_id, now=now)
