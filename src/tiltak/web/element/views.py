"""The page of one element."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tiltak.domain.followup.queries.element import followed_element
from tiltak.domain.plans.queries.area_money import area_money
from tiltak.domain.plans.queries.values import Kind
from tiltak.tenancy import CouncilRequest
from tiltak.web.element.area_sum import area_sum
from tiltak.web.element.facts import ElementFacts
from tiltak.web.plan.levels import levels
from tiltak.web.plan.lookup import or_404
from tiltak.web.plan.sources import SourceLinks
from tiltak.web.traveltime.panel import travel_lines
from tiltak.web.ui.lights import status_view
from tiltak.web.ui.tags import page_words


@require_safe
def element(request: CouncilRequest, code: str) -> HttpResponse:
    said, now = page_words(), timezone.now()
    with or_404():
        followed = followed_element(request.viewer, code)
    facts = ElementFacts(followed, levels(request.council, followed.version, said), said)
    is_area = followed.node.kind == Kind.AREA
    statuses = [status_view(status, said, now) for status in followed.said]
    context = {
        "now": now,
        "node": followed.node,
        "version": followed.version,
        "ref": followed.version.slug
        if followed.version.is_public
        else followed.version.numbered_ref,
        "facts": facts,
        "area_sum": area_sum(area_money(followed.node), said) if is_area else None,
        "status": statuses[0] if statuses else None,
        "earlier": statuses[1:],
        "travel": travel_lines(request.viewer, followed, said),
        "sources": SourceLinks(said).of(followed.passages),
    }
    return render(request, "element/element.html", context)
