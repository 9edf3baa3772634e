"""The secretary's page of a travel-time goal, and how far a calculation is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django_htmx.http import HttpResponseClientRedirect

from tiltak.domain.traveltime.errors import ImpossibleGoal
from tiltak.domain.traveltime.models import TravelRun
from tiltak.domain.traveltime.operations import ask_for_run, set_goal
from tiltak.domain.traveltime.queries.goals import goal_row, travel_goal
from tiltak.domain.traveltime.queries.runs import run_by_id
from tiltak.jobs.travel.runs import compute_now, computing
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk.access import secretary
from tiltak.web.desk.travel_goal import GoalForm, centres_of, written_centres
from tiltak.web.desk.travel_progress import step_words
from tiltak.web.traveltime.figures import Figures
from tiltak.web.ui.tags import page_words


@secretary("GET")
def travel_page(request: CouncilRequest, code: str) -> HttpResponse:
    """What the goal says, what has been computed, and the scenarios."""
    found = travel_goal(request.viewer, code)
    figures = Figures(page_words())
    context = {
        "goal": found,
        "lines": [(one, figures.gain(one), _problem(figures, one.last)) for one in found.scenarios],
        "problem": _problem(figures, found.last),
        "centres": ", ".join(one["name"] for one in found.centres),
    }
    return render(request, "desk/travel.html", context)


def _problem(figures: Figures, last: object) -> str:
    problem = getattr(last, "problem", None)
    return figures.sentence(problem) if problem else ""


@csrf_protect
@secretary("POST")
def compute(request: CouncilRequest, code: str) -> HttpResponse:
    """Compute today anew, and every scenario after it."""
    goal = goal_row(request.viewer, code)
    now = timezone.now()
    run = ask_for_run(by=request.viewer, goal=goal, now=now)
    computing.ask_for(run)
    for scenario in goal.scenarios.filter(removed_at__isnull=True).order_by("pk"):
        computing.ask_for(ask_for_run(by=request.viewer, goal=goal, scenario=scenario, now=now))
    return redirect("desk_travel_progress", run.pk)


@secretary("GET", "POST")
def goal_page(request: CouncilRequest, code: str) -> HttpResponse:
    """The limit, the centres, the wait for ferries."""
    goal = goal_row(request.viewer, code)
    if request.method == "GET":
        initial = {
            "destination": goal.destination,
            "centres": written_centres(goal.centres),
            "limit_minutes": goal.limit_minutes,
            "ferry_wait_minutes": goal.ferry_wait_minutes,
        }
        return _goal_page(request, code, GoalForm(initial=initial))
    form = GoalForm(request.POST)
    if not form.is_valid():
        return _goal_page(request, code, form, status=400)
    told = form.cleaned_data
    try:
        set_goal(
            by=request.viewer,
            initiative=goal.initiative,
            data_set=goal.data_set,
            destination=told["destination"],
            centres=centres_of(told["centres"]),
            limit_minutes=told["limit_minutes"],
            ferry_wait_minutes=told["ferry_wait_minutes"],
            is_example=goal.is_example,
            now=timezone.now(),
        )
    except ImpossibleGoal:
        form.add_error(None, _("Målet kan ikkje lagrast. Sjå over det du skreiv."))
        return _goal_page(request, code, form, status=400)
    messages.success(request, _("Målet er lagra. Rekn ut på nytt for å sjå kva det gjev."))
    return redirect("desk_travel", code)


def _goal_page(
    request: CouncilRequest, code: str, form: GoalForm, status: int = 200
) -> HttpResponse:
    context = {"goal": travel_goal(request.viewer, code), "form": form}
    return render(request, "desk/travel_goal.html", context, status=status)


@secretary("GET")
def progress(request: CouncilRequest, pk: int) -> HttpResponse:
    """How far a calculation is; on to what it gave when it is done."""
    row, last = run_by_id(request.viewer, pk)
    if row.state not in {TravelRun.State.WAITING, TravelRun.State.RUNNING}:
        return redirect(_after(row))
    context = {"run": last, "sentence": step_words(last), "code": row.goal.initiative.code}
    return render(request, "desk/travel_progress.html", context)


@secretary("GET")
def progress_part(request: CouncilRequest, pk: int) -> HttpResponse:
    """The part of the page that changes, for the script that asks again and again."""
    row, last = run_by_id(request.viewer, pk)
    if row.state not in {TravelRun.State.WAITING, TravelRun.State.RUNNING}:
        return HttpResponseClientRedirect(_after(row))
    context = {"run": last, "sentence": step_words(last)}
    return render(request, "desk/travel_progress_part.html", context)


def computed(run: TravelRun) -> HttpResponse:
    """To the result where it can be computed at once, else to its progress."""
    if compute_now(run):
        return redirect(_after(TravelRun.objects.select_related("goal__initiative").get(pk=run.pk)))
    computing.ask_for(run)
    return redirect("desk_travel_progress", run.pk)


def _after(run: TravelRun) -> str:
    code = run.goal.initiative.code
    if run.state == TravelRun.State.DONE and run.scenario_id:
        return reverse("travel_scenario", args=[code, run.scenario_id])
    if run.state == TravelRun.State.DONE:
        return reverse("travel_time", args=[code])
    return reverse("desk_travel", args=[code])
