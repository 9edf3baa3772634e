"""A plan at a glance."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tiltak.domain.followup.queries.statuses import follow
from tiltak.domain.plans.queries.versions import NotFound, PlanView, VersionView, plans
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.downloads import downloads
from tiltak.web.plan.levels import levels
from tiltak.web.plan.lookup import or_404
from tiltak.web.plan.shelf import shelf
from tiltak.web.plan.steps import steps
from tiltak.web.plan.summary import events, summary
from tiltak.web.ui.tags import page_words

LATEST = 5


def plan(request: CouncilRequest, ref: str) -> HttpResponse:
    found = plans(request.viewer)
    with or_404():
        chosen, version = _choose(found, ref)
    context = overview(request, found, chosen, version, now=timezone.now())
    return render(request, "plan/overview.html", context)


def overview(
    request: CouncilRequest,
    found: Sequence[PlanView],
    chosen: PlanView,
    version: VersionView,
    *,
    now: datetime,
) -> dict[str, Any]:
    """What the overview of a version shows; the front page shows the same and more."""
    said = page_words()
    followed = follow(request.viewer, chosen, version)
    return {
        "now": now,
        "version": version,
        "ref": followed.ref,
        "levels": levels(request.council, None, said),
        "kind": said.plan_kind(version.kind),
        "steps": steps(chosen, version, said),
        "summary": summary(followed, said, now),
        "events": events(followed, said, now, most=LATEST),
        "shelf": shelf(found, chosen, said),
        "downloads": downloads(followed.ref),
    }


def _choose(found: Sequence[PlanView], ref: str) -> tuple[PlanView, VersionView]:
    slug, _, number = ref.partition("@")
    for one in found:
        if one.shown.slug == slug:
            return one, one.version(int(number)) if number else one.shown
    raise NotFound(ref)
