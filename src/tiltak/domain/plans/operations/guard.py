"""What every write on a plan asks first, and does last."""

from datetime import datetime

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.plans.errors import (
    ChangedMeanwhile,
    NoLongerThere,
    NotAllowed,
    VersionIsFrozen,
)
from tiltak.domain.plans.models import Import, PlanVersion
from tiltak.domain.viewer import Viewer


def require_editor(by: Viewer, council_id: int) -> None:
    """Raises NotAllowed unless `by` may edit this council."""
    if not by.may_edit or by.council_id != council_id:
        raise NotAllowed


def lock_council(council_id: int) -> None:
    """Let imports of one council, and their undoing, wait for each other."""
    RegionalCouncil.objects.select_for_update().get(pk=council_id)


def lock_version(version: PlanVersion) -> None:
    """Wait for others who change the version, then see it as it stands now.

    Raises NoLongerThere. Call it first in the transaction of an operation.
    """
    if PlanVersion.objects.select_for_update().filter(pk=version.pk).first() is None:
        raise NoLongerThere
    version.refresh_from_db()


def lock_draft(version: PlanVersion) -> None:
    """As `lock_version`. Raises VersionIsFrozen for an adopted version."""
    lock_version(version)
    if version.frozen_at is not None:
        raise VersionIsFrozen


def tell(version: PlanVersion, now: datetime) -> None:
    """Let caches know that the version is another than before. The search index knows by itself."""
    council_changed(council_id=version.plan.council_id, now=now)


def require_seen(received: Import, seen: int) -> None:
    """Raises ChangedMeanwhile when the last step of a review is another than the one the person
    saw: `seen` is its position, 0 for none."""
    last = received.steps.order_by("-position").values_list("position", flat=True).first() or 0
    if last != seen:
        raise ChangedMeanwhile(last)
