"""Writing the log."""

from datetime import datetime
from typing import Any

from django.db import models

from tiltak.domain.audit.models import Event
from tiltak.domain.viewer import Viewer


def record(
    *,
    by: Viewer,
    verb: str,
    subject: models.Model,
    now: datetime,
    summary: str = "",
    before: Any = None,
    after: Any = None,
    undoes: Event | None = None,
) -> Event:
    """One event. Call it inside the transaction of the operation it tells of."""
    return Event.objects.create(
        at=now,
        council_id=by.council_id,
        user_id=by.user_id,
        actor=by.name or "system",
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        summary=summary,
        before=before,
        after=after,
        undoes=undoes,
    )
