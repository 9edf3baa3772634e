"""Pages that tell about the pages."""

from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tiltak import __version__
from tiltak.domain.followup.queries.statuses import follow
from tiltak.domain.plans.queries.money import lines_of
from tiltak.domain.plans.queries.versions import main_plan, plans
from tiltak.planfile.sums import add_up
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.amounts import sum_words
from tiltak.web.ui.tags import page_words

# when the accessibility of the pages was last gone through as a whole
REVIEWED = date(2026, 11, 23)
LICENCE = "https://eupl.eu/1.2/no/"


@require_safe
def about(request: CouncilRequest) -> HttpResponse:
    """What the plan is, how measures are counted, where figures come from, what may be reused."""
    found = plans(request.viewer)
    main = main_plan(found)
    followed = follow(request.viewer, main, main.shown) if main else None
    money = add_up(lines_of(followed.tree)) if followed else None
    context = {
        "plans": found,
        "version": main.shown if main else None,
        "counts": followed.tree.counts() if followed else None,
        "money": money,
        "total": sum_words(money, page_words()),
        "program_version": __version__,
        "licence": LICENCE,
    }
    return render(request, "info/about.html", context)


@require_safe
def contact(request: CouncilRequest) -> HttpResponse:
    """How to reach the council, and who runs the pages."""
    return render(request, "info/contact.html", {"operator": settings.CONTACT})


@require_safe
def accessibility(request: CouncilRequest) -> HttpResponse:
    """The statement the regulation on universal design asks for."""
    return render(request, "info/accessibility.html", {"reviewed": REVIEWED})
