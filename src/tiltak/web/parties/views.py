"""The list of parties, and one party."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tiltak.domain.followup.queries.party import followed_party
from tiltak.domain.plans.queries.parties import parties_in_force
from tiltak.tenancy import CouncilRequest
from tiltak.web.parties.page import PartyPage
from tiltak.web.parties.roles import role_counts
from tiltak.web.plan.lookup import or_404
from tiltak.web.ui.tags import page_words


@require_safe
def parties(request: CouncilRequest) -> HttpResponse:
    """Everybody the plans in force name."""
    said = page_words()
    found = parties_in_force(request.viewer)
    lines = [(one, role_counts(one.roles, said)) for one in found]
    context = {
        "named": [line for line in lines if not line[0].party.is_nameless],
        "nameless": [line for line in lines if line[0].party.is_nameless],
    }
    return render(request, "parties/parties.html", context)


@require_safe
def party(request: CouncilRequest, slug: str) -> HttpResponse:
    """What a party is in. The address of another name of it leads to its own."""
    with or_404():
        followed = followed_party(request.viewer, slug)
    found = followed.work.party
    if found.slug != slug:
        return redirect("party", found.slug, permanent=False)
    page = PartyPage(followed, page_words(), timezone.now())
    return render(request, "parties/party.html", {"party": found, "page": page})
