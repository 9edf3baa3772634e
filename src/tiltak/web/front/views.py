"""The front page: the council's plan in force, honest about what exists."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tiltak.domain.organisations.queries.councils import members
from tiltak.domain.plans.queries.versions import VersionView, main_plan, plans
from tiltak.planfile.alphabet import alphabetical
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.overview import overview
from tiltak.web.plan.shelf import shelf
from tiltak.web.ui.tags import page_words


@require_safe
def front(request: CouncilRequest) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    found = plans(request.viewer)
    main = main_plan(found)
    if main is None:
        context = {"now": now, "shelf": shelf(found, None, page_words())}
        return render(request, "front/empty.html", context | _municipalities(request, None, today))
    context = overview(request, found, main, main.shown, now=now)
    return render(
        request, "front/front.html", context | _municipalities(request, main.shown, today)
    )


def _municipalities(
    request: CouncilRequest, version: VersionView | None, today: date
) -> dict[str, object]:
    """The members when the plan was made: those it is about."""
    year = min(version.years, default=0) if version else 0
    day = version.decided_date if version and version.decided_date else None
    on = day or (date(year, 1, 1) if 1 <= year <= today.year else today)
    found = sorted(members(request.viewer, on), key=lambda one: alphabetical(one.name))
    return {"municipalities": found, "members_on": on}


@require_safe
def logo(request: CouncilRequest) -> HttpResponse:
    """The council's coat of arms or logo, as uploaded."""
    council = request.council
    if not council.logo or not council.logo_type.startswith("image/"):
        raise Http404
    response = HttpResponse(bytes(council.logo), content_type=council.logo_type)
    # the address carries the council's generation
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
