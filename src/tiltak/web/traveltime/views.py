"""The pages of travel time, for everybody."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tiltak.domain.traveltime.queries.goals import travel_goal
from tiltak.domain.traveltime.queries.values import GoalView
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.lookup import or_404
from tiltak.web.traveltime.changes import changes_in_words
from tiltak.web.traveltime.figures import Figures
from tiltak.web.traveltime.page import run_context
from tiltak.web.ui.tags import page_words
from tiltak.wording import Words


@require_safe
def goal(request: CouncilRequest, code: str) -> HttpResponse:
    """Today, and the scenarios beside each other."""
    said = page_words()
    with or_404():
        found = travel_goal(request.viewer, code)
    if found.today is None:
        return render(request, "traveltime/waiting.html", _bare(found, said))
    context = run_context(found, found.today, said) | _bare(found, said)
    return render(request, "traveltime/goal.html", context)


@require_safe
def scenario(request: CouncilRequest, code: str, pk: int) -> HttpResponse:
    """One scenario: before and after."""
    said = page_words()
    with or_404():
        found = travel_goal(request.viewer, code)
    chosen = found.scenario(pk)
    if chosen is None or chosen.run is None or found.today is None:
        raise Http404
    context = run_context(found, chosen.run, said) | _bare(found, said)
    changes = changes_in_words(chosen.definition["changes"], context["places"], said)
    context |= {"scenario": chosen, "gain": Figures(said).gain(chosen), "changes": changes}
    return render(request, "traveltime/scenario.html", context)


def _bare(goal: GoalView, said: Words) -> dict[str, Any]:
    figures = Figures(said)
    return {
        "goal": goal,
        "version": goal.version,
        "gains": [figures.gain(one) for one in goal.scenarios],
    }
