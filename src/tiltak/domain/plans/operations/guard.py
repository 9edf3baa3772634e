"""What every write on a plan asks first, and does last."""

from datetime import datetime

from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.plans.changes import version_changed
from tiltak.domain.plans.errors import NotAllowed, VersionIsFrozen
from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.viewer import Viewer


def require_editor(by: Viewer, council_id: int) -> None:
    """Raises NotAllowed unless `by` may edit this council."""
    if not by.may_edit or by.council_id != council_id:
        raise NotAllowed


def require_draft(version: PlanVersion) -> None:
    """Raises VersionIsFrozen for an adopted version."""
    if version.frozen_at is not None:
        raise VersionIsFrozen


def tell(version: PlanVersion, now: datetime) -> None:
    """Let caches and indexes know that the version is another than before."""
    council_changed(council_id=version.plan.council_id, now=now)
    version_changed.send(PlanVersion, version=version, now=now)
