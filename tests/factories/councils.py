"""Councils, viewers and stored plans for tests."""

import itertools
from datetime import UTC, datetime

from tiltak.domain.organisations.models import CouncilHost, RegionalCouncil
from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.plans.operations import NewPlan, apply_import, receive_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.model import Plan, Source

NOW = datetime(2018, 6, 12, 10, 0, tzinfo=UTC)
_numbers = itertools.count(1)


def make_council(
    name: str = "Fjordrådet", *, host: str = "testserver", slug: str | None = None
) -> RegionalCouncil:
    """A council shown under a host name."""
    council = RegionalCouncil.objects.create(slug=slug or f"rad-{next(_numbers)}", name=name)
    CouncilHost.objects.create(council=council, host=host)
    return council


def editor_of(council: RegionalCouncil) -> Viewer:
    """The council's secretary, as a viewer without a login."""
    return Viewer(council.pk, may_edit=True, name="Sekretæren")


def import_plan(
    council: RegionalCouncil,
    plan: Plan,
    *,
    now: datetime = NOW,
    publish: bool = True,
    into: NewPlan | None = None,
) -> PlanVersion:
    """The plan as a stored version, imported as a plan/1 file."""
    by = editor_of(council)
    raw = codec.encode(plan)
    source = Source(
        name="plan.json",
        media_type="application/json",
        sha256=codec.hash_of(raw),
        method="structured",
    )
    received = receive_document(by=by, plan=plan, source=source, data=raw, now=now)
    return apply_import(by=by, received=received, now=now, into=into or NewPlan(), publish=publish)
