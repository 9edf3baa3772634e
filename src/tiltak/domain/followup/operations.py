"""Saying how it goes."""

from datetime import datetime

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.plans.models import Initiative
from tiltak.domain.sources.models import Visibility
from tiltak.domain.viewer import Viewer

LONGEST_SENTENCE = 1000


class CannotGiveStatus(Exception):
    """The status is not one of those there are, says too much, or the viewer may not give it."""


def give_status(
    *,
    by: Viewer,
    initiative: Initiative,
    lifecycle: str,
    light: str = "",
    sentence: str = "",
    said_by: str,
    now: datetime,
    visibility: str = Visibility.PUBLIC,
    is_example: bool = False,
) -> StatusUpdate:
    """A new status. The one before stays, as superseded."""
    if not by.may_edit or by.council_id != initiative.council_id:
        raise CannotGiveStatus
    if (
        lifecycle not in StatusUpdate.Lifecycle.values
        or light not in ["", *StatusUpdate.Light.values]
        or visibility not in Visibility.values
        or len(sentence) > LONGEST_SENTENCE
        or not said_by.strip()
        or "\0" in sentence + said_by
    ):
        raise CannotGiveStatus
    with transaction.atomic():
        # two at once wait for each other, and both stay
        Initiative.objects.select_for_update().get(pk=initiative.pk)
        StatusUpdate.objects.filter(initiative=initiative, superseded_at__isnull=True).update(
            superseded_at=now
        )
        status = StatusUpdate.objects.create(
            council_id=initiative.council_id,
            initiative=initiative,
            lifecycle=lifecycle,
            light=light,
            sentence=sentence.strip(),
            said_by=said_by.strip()[:200],
            user_id=by.user_id,
            said_at=now,
            visibility=visibility,
            is_example=is_example,
        )
        record(
            by=by,
            verb="give_status",
            subject=status,
            now=now,
            summary=f"{initiative.code} {lifecycle} {light}".strip(),
        )
        council_changed(council_id=initiative.council_id, now=now)
    return status
