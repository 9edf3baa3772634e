"""The list of municipalities, and one municipality."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tiltak.domain.organisations.queries.municipalities import municipality_views
from tiltak.domain.search.queries.municipality import municipality_in_plans
from tiltak.tenancy import CouncilRequest
from tiltak.web.municipalities.history import history
from tiltak.web.plan.lookup import or_404
from tiltak.web.search.views import hit_lines
from tiltak.web.ui.tags import page_words

MOST_HITS = 10


@require_safe
def municipalities(request: CouncilRequest) -> HttpResponse:
    """The members of today, then those that were or that members came from or went to."""
    today = timezone.localdate()
    known = municipality_views(request.viewer)
    context = {
        "today": today,
        "members": [one for one in known if one.is_member(today)],
        "others": [one for one in known if not one.is_member(today)],
    }
    return render(request, "municipalities/municipalities.html", context)


@require_safe
def municipality(request: CouncilRequest, number: str) -> HttpResponse:
    """One municipality. The address of an older number leads to the newest."""
    with or_404():
        page = municipality_in_plans(request.viewer, number)
    found = page.municipality
    if found.number != number:
        return redirect("municipality", found.number, permanent=False)
    said, today = page_words(), timezone.localdate()
    context = {
        "municipality": found,
        "today": today,
        "is_member": found.is_member(today),
        "moments": history(found, said),
        "parties": page.parties,
        "hits": hit_lines(page.found, request.council, said)[:MOST_HITS],
        "found": page.found,
        "has_more": page.found.total > MOST_HITS,
    }
    return render(request, "municipalities/municipality.html", context)
