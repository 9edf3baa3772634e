"""Scenarios: making, changing, showing and taking away."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tiltak.domain.plans.queries.correctable import initiative_by_code
from tiltak.domain.traveltime.errors import ImpossibleScenario, NameTaken, NoLongerThere
from tiltak.domain.traveltime.hashes import base_sha256
from tiltak.domain.traveltime.models import TravelGoal, TravelScenario
from tiltak.domain.traveltime.operations import (
    ask_for_run,
    keep_scenario,
    remove_scenario,
    show_scenario,
)
from tiltak.domain.traveltime.operations.runs import parameters_of
from tiltak.domain.traveltime.queries.goals import (
    goal_row,
    measures_of,
    scenario_row,
    travel_goal,
)
from tiltak.domain.traveltime.queries.values import GoalView
from tiltak.jobs.travel.base import warm
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk.access import secretary
from tiltak.web.desk.travel_form import ChangeForms, Places, ScenarioForm
from tiltak.web.desk.views.travel import computed
from tiltak.web.traveltime.cells import drawing_of, places_of
from tiltak.web.traveltime.classes import steps
from tiltak.web.traveltime.figures import limit_of
from tiltak.web.traveltime.picture import picture
from tiltak.web.ui.tags import page_words


@secretary("GET", "POST")
def new(request: CouncilRequest, code: str) -> HttpResponse:
    """A new scenario."""
    return _edit(request, code, None)


@secretary("GET", "POST")
def change(request: CouncilRequest, code: str, pk: int) -> HttpResponse:
    """A scenario that is there."""
    goal = goal_row(request.viewer, code)
    return _edit(request, code, scenario_row(request.viewer, goal, pk))


def _edit(request: CouncilRequest, code: str, scenario: TravelScenario | None) -> HttpResponse:
    # numpy is loaded by those who need it
    from tiltak.analysis.traveltime import BadInput

    goal = goal_row(request.viewer, code)
    view = travel_goal(request.viewer, code)
    places = _places(view)
    measures = measures_of(request.viewer, view.version.id)
    if request.method == "GET":
        # so that it is in memory when the form is sent
        parameters = parameters_of(goal)
        warm(base_sha256(goal.data_set_id, parameters), goal.data_set_id, parameters)
        form = ScenarioForm(initial=_start(scenario), measures=measures)
        told = scenario.definition["changes"] if scenario else ()
        return _page(request, view, form, ChangeForms.of(told, places), scenario)
    if "more" in request.POST:
        typed = {name: request.POST.get(name, "") for name in ("name", "measure")}
        more = ChangeForms.with_more(request.POST, places)
        return _page(request, view, ScenarioForm(initial=typed, measures=measures), more, scenario)
    form = ScenarioForm(request.POST, measures=measures)
    changes = ChangeForms.sent(request.POST, places)
    are_valid = changes.is_valid()
    if not form.is_valid() or not are_valid:
        if not changes.definitions and not any(one.errors for one in changes):
            form.add_error(None, _("Vel minst éi endring."))
        return _page(request, view, form, changes, scenario, status=400)
    try:
        kept = _kept(request, goal, scenario, form, changes)
    except BadInput as error:
        form.add_error(None, error.sentence.translated(_))
    except NameTaken:
        form.add_error("name", _("Eit anna scenario heiter det same. Gje det eit anna namn."))
    except ImpossibleScenario:
        form.add_error(None, _("Scenarioet kan ikkje lagrast. Sjå over det du skreiv."))
    except NoLongerThere:
        messages.error(request, _("Scenarioet er sletta av nokon andre."))
        return redirect("desk_travel", code)
    else:
        return computed(
            ask_for_run(by=request.viewer, goal=goal, scenario=kept, now=timezone.now())
        )
    return _page(request, view, form, changes, scenario, status=400)


def _kept(
    request: CouncilRequest,
    goal: TravelGoal,
    scenario: TravelScenario | None,
    form: ScenarioForm,
    changes: ChangeForms,
) -> TravelScenario:
    """Store it when the analysis understands it. Raises BadInput."""
    from tiltak.analysis.traveltime import scenario_of, scenario_sha256

    told = form.cleaned_data
    definition: dict[str, Any] = {"name": told["name"].strip(), "changes": changes.definitions}
    return keep_scenario(
        by=request.viewer,
        goal=goal,
        measure=initiative_by_code(request.viewer, told["measure"]),
        definition=definition,
        definition_sha256=scenario_sha256(scenario_of(definition)),
        scenario=scenario,
        is_example=scenario.is_example if scenario else False,
        now=timezone.now(),
    )


@secretary("POST")
def show(request: CouncilRequest, code: str, pk: int) -> HttpResponse:
    """Show a scenario to everybody, or hide it."""
    scenario = scenario_row(request.viewer, goal_row(request.viewer, code), pk)
    is_public = "hide" not in request.POST
    view = travel_goal(request.viewer, code).scenario(pk)
    if is_public and (view is None or view.run is None):
        messages.error(request, _("Rekn ut scenarioet før du legg det ut."))
        return redirect("desk_travel", code)
    show_scenario(by=request.viewer, scenario=scenario, is_public=is_public, now=timezone.now())
    told = _("Lagt ut: «%(name)s».") if is_public else _("Ikkje offentleg lenger: «%(name)s».")
    messages.success(request, told % {"name": scenario.name})
    return redirect("desk_travel", code)


@secretary("POST")
def remove(request: CouncilRequest, code: str, pk: int) -> HttpResponse:
    """Take a scenario away."""
    scenario = scenario_row(request.viewer, goal_row(request.viewer, code), pk)
    remove_scenario(by=request.viewer, scenario=scenario, now=timezone.now())
    messages.success(request, _("Sletta: «%(name)s».") % {"name": scenario.name})
    return redirect("desk_travel", code)


def _start(scenario: TravelScenario | None) -> dict[str, str]:
    return {"name": scenario.name, "measure": scenario.measure.code} if scenario else {}


def _places(goal: GoalView) -> Places:
    """The named places of the map of today: name → latitude and longitude."""
    if goal.today is None:
        return {one["name"]: (one["lat"], one["lon"]) for one in goal.centres}
    return {one["name"]: (one["lat"], one["lon"]) for one in places_of(goal.today.id)}


def _page(
    request: CouncilRequest,
    goal: GoalView,
    form: ScenarioForm,
    changes: ChangeForms,
    scenario: TravelScenario | None,
    *,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "goal": goal,
        "form": form,
        "changes": changes,
        "scenario_row": scenario,
        "places": sorted(_places(goal)),
    }
    if goal.today is not None:
        limit = limit_of(goal.today)
        classes = steps(limit, page_words())
        context |= {
            "limit_number": f"{limit:g}",
            "steps": classes,
            "picture": picture(drawing_of(goal.today.id), classes, limit),
        }
    return render(request, "desk/travel_scenario.html", context, status=status)
