"""Looking over a read document before it is taken over: each step can be taken back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.plans.errors import NoLongerThere, NothingChanged
from tiltak.domain.plans.models import Import, ReviewStep
from tiltak.domain.plans.operations.guard import lock_council, require_editor, require_seen
from tiltak.domain.plans.operations.step_subject import subject_of
from tiltak.domain.plans.projection import normal, require_storable
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.doubt import doubtful
from tiltak.planfile.editing import (
    Accept,
    Edit,
    apply_edits,
    decode_edits,
    encode_edits,
)
from tiltak.planfile.model import Plan as PlanFile


def review(
    *,
    by: Viewer,
    received: Import,
    edits: Sequence[Edit],
    seen: int,
    now: datetime,
) -> ReviewStep:
    """One step of a review: edits that belong together, all of them or none.

    `seen` is the position of the last step the person had before them, 0 for none. Raises
    ChangedMeanwhile with that of the last there is now, NoLongerThere for a document that waits no more, NothingChanged
    for edits that change nothing, UnstorableText, and ImpossibleEdit of the plan file.
    """
    require_editor(by, received.council_id)
    with transaction.atomic():
        _lock(received, seen)
        return _step(by, received, tuple(edits), now)


def accept_doubtful(*, by: Viewer, received: Import, seen: int, now: datetime) -> ReviewStep:
    """Say of everything that is still doubtful that it was looked at. Raises as `review`."""
    require_editor(by, received.council_id)
    with transaction.atomic():
        _lock(received, seen)
        edits = (Accept(tuple(doubtful(codec.decode(received.content)))),)
        return _step(by, received, edits, now)


def undo_review_step(*, by: Viewer, received: Import, seen: int, now: datetime) -> None:
    """Take the last step back: the document stands as it did before it.

    Raises NothingChanged when there is no step, otherwise as `review`.
    """
    require_editor(by, received.council_id)
    with transaction.atomic():
        _lock(received, seen)
        steps = list(received.steps.order_by("position"))
        if not steps:
            raise NothingChanged
        last, kept = steps[-1], steps[:-1]
        edits = [edit for step in kept for edit in decode_edits(step.edits)]
        read = codec.decode(received.as_read)
        received.content = _written(apply_edits(read, edits)) if kept else received.as_read
        received.as_read = received.as_read if kept else ""
        received.save(update_fields=["content", "as_read"])
        record(
            by=by,
            verb="undo_review",
            subject=received,
            now=now,
            summary=str(received.document),
            before={"position": last.position, "edits": last.edits},
        )
        last.delete()


def _lock(received: Import, seen: int) -> None:
    """See the import as it stands, as long as it waits and nobody went on with it."""
    lock_council(received.council_id)
    try:
        received.refresh_from_db()
    except Import.DoesNotExist as error:
        raise NoLongerThere from error
    if received.state != Import.State.PENDING:
        raise NoLongerThere
    require_seen(received, seen)


def _step(by: Viewer, received: Import, edits: tuple[Edit, ...], now: datetime) -> ReviewStep:
    before = codec.decode(received.content)
    after = apply_edits(before, edits)
    if after == before:
        raise NothingChanged
    require_storable(after)
    received.as_read = received.as_read or received.content
    received.content = _written(after)
    received.steps_made += 1
    received.save(update_fields=["content", "as_read", "steps_made"])
    plain, about = encode_edits(edits), subject_of(before, edits[0])
    step = ReviewStep.objects.create(
        received=received,
        position=received.steps_made,
        edits=plain,
        made_at=now,
        made_by_id=by.user_id,
    )
    record(
        by=by,
        verb="review",
        subject=received,
        now=now,
        summary=about or str(received.document),
        after={"position": step.position, "edits": plain, "about": about},
    )
    return step


def _written(plan: PlanFile) -> str:
    return codec.canonical(normal(plan)).decode()
