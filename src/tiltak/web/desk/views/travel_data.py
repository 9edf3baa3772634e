"""Files for a travel-time goal: handing them in, and waiting until they have been tried."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django_htmx.http import HttpResponseClientRedirect

from tiltak.domain.plans.queries import versions
from tiltak.domain.plans.queries.correctable import initiative_by_code
from tiltak.domain.plans.queries.elements import appearances
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.traveltime.errors import ImpossibleGoal, IncompleteDataSet, NoLongerThere
from tiltak.domain.traveltime.models import HandedIn, TravelGoal
from tiltak.domain.traveltime.operations import Wanted, hand_in, put_away_handed_in
from tiltak.domain.traveltime.queries.files import data_set_files
from tiltak.domain.traveltime.queries.goals import files_of, goal_row, goals_of, travel_goals
from tiltak.domain.traveltime.queries.handed_in import (
    HandedInView,
    handed_in_by_id,
    handed_in_row,
)
from tiltak.jobs.travel.data import trying
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk.access import secretary
from tiltak.web.desk.travel_data_form import ChooseForm, DataForm, FileForms
from tiltak.web.desk.travel_goal import GoalForm, centres_of, written_centres
from tiltak.web.desk.travel_progress import data_step_words
from tiltak.web.desk.upload import guard_size, refuse_too_large
from tiltak.web.traveltime.figures import Figures
from tiltak.web.ui.tags import page_words

AROUND = 60.0
USUAL = {"limit_minutes": 45.0, "ferry_wait_minutes": 15.0}


@secretary("GET")
def start(request: CouncilRequest) -> HttpResponse:
    """The travel-time goals, and choosing one more."""
    goals = travel_goals(request.viewer)
    if code := request.GET.get("mal", ""):
        appearances(request.viewer, code)
        return redirect("desk_travel_data", code)
    taken = {one.code for one in goals}
    main = versions.main_plan(versions.plans(request.viewer))
    found = goals_of(request.viewer, main.shown.id) if main else ()
    form = ChooseForm(goals=[one for one in found if one[0] not in taken])
    context = {"goals": goals, "form": form, "plan": main}
    return render(request, "desk/travel_start.html", context)


@dataclass(frozen=True, slots=True)
class Filled:
    """What is filled in; the goal's own figures only where the element is no goal yet."""

    goal: TravelGoal | None
    form: DataForm
    files: FileForms
    figures: GoalForm | None

    def is_valid(self) -> bool:
        """Whether all of it can be used. Each part says what is wrong with it."""
        parts = [one for one in (self.form, self.files, self.figures) if one is not None]
        wrong = sum(not one.is_valid() for one in parts)
        return not wrong


@csrf_exempt  # the form is looked at below, when the guard of the size is in its place
def data(request: HttpRequest, code: str) -> HttpResponse:
    """The files of a goal; new ones lead on to their progress."""
    guard_size(request)
    return _data(cast("CouncilRequest", request), code)


@csrf_protect
@secretary("GET", "POST")
def _data(request: CouncilRequest, code: str) -> HttpResponse:
    goal = _goal(request, code)
    present = {one.role: one for one in files_of(goal.data_set_id)} if goal else {}
    if request.method == "GET":
        before = _before(request, code)
        form = DataForm(initial={"around": AROUND} | before)
        files = FileForms.of(present, said_before=before.get("sources"))
        figures = None if goal else GoalForm(initial=_figures(before))
        return _page(request, code, Filled(goal, form, files, figures))
    filled = Filled(
        goal,
        DataForm(request.POST),
        FileForms.of(present, request.POST, request.FILES),
        None if goal else GoalForm(request.POST),
    )
    if problem := refuse_too_large(request):
        filled.form.add_error(None, problem)
    if not filled.is_valid():
        return _page(request, code, filled, status=400)
    kept = data_set_files(goal.data_set_id).files if goal else {}
    try:
        row = hand_in(
            by=request.viewer,
            initiative=initiative_by_code(request.viewer, code),
            wanted=_wanted(filled),
            files=filled.files.new_files(kept),
            now=timezone.now(),
        )
    except (ImpossibleGoal, IncompleteDataSet):
        filled.form.add_error(None, _("Dette kan ikkje lagrast. Sjå over det du skreiv."))
        return _page(request, code, filled, status=400)
    trying.ask_for(row)
    return redirect("desk_travel_data_progress", row.pk)


def _goal(request: CouncilRequest, code: str) -> TravelGoal | None:
    """The goal, where the element is one. Raises NotFound for no element."""
    try:
        return goal_row(request.viewer, code)
    except NotFound:
        appearances(request.viewer, code)
        return None


def _before(request: CouncilRequest, code: str) -> dict[str, Any]:
    """What was said when the files were refused, so that only they are chosen anew."""
    number = request.GET.get("att", "")
    if not number.isdecimal():
        return {}
    try:
        found = handed_in_by_id(request.viewer, int(number))
    except NotFound:
        return {}
    return dict(found.said) if found.code == code else {}


def _figures(before: Mapping[str, Any]) -> dict[str, Any]:
    """The usual figures of a goal, or those that were said before."""
    if not before:
        return USUAL
    return {**before, "centres": written_centres(before["centres"])}


def _wanted(filled: Filled) -> Wanted:
    told, goal = filled.form.cleaned_data, filled.goal
    figures = filled.figures.cleaned_data if filled.figures else {}
    return Wanted(
        name=told["name"],
        municipality_field=told["municipality_field"],
        around=told["around"] if filled.files.has_new_roads else 0.0,
        destination=goal.destination if goal else figures["destination"],
        centres=goal.centres if goal else centres_of(figures["centres"]),
        limit_minutes=goal.limit_minutes if goal else figures["limit_minutes"],
        ferry_wait_minutes=goal.ferry_wait_minutes if goal else figures["ferry_wait_minutes"],
    )


def _page(request: CouncilRequest, code: str, filled: Filled, status: int = 200) -> HttpResponse:
    context = {
        "code": code,
        "title": appearances(request.viewer, code)[0].text,
        "goal": filled.goal,
        "form": filled.form,
        "files": filled.files,
        "goal_form": filled.figures,
    }
    return render(request, "desk/travel_data.html", context, status=status)


@secretary("GET")
def progress(request: CouncilRequest, pk: int) -> HttpResponse:
    """How far the files are; why they came to nothing; on to the calculation when they are in."""
    found = handed_in_by_id(request.viewer, pk)
    if found.is_under_way:
        context = {"found": found, "sentence": data_step_words(found)}
        return render(request, "desk/travel_data_progress.html", context)
    if found.problem is None:
        return redirect(_after(found))
    context = {
        "found": found,
        "problem": Figures(page_words()).sentence(found.problem),
        "again": f"{reverse('desk_travel_data', args=[found.code])}?att={found.id}",
    }
    return render(request, "desk/travel_data_refused.html", context)


@secretary("GET")
def progress_part(request: CouncilRequest, pk: int) -> HttpResponse:
    """The part of the page that changes, for the script that asks again and again."""
    try:
        found = handed_in_by_id(request.viewer, pk)
    except NotFound:
        # put away in another window
        return HttpResponseClientRedirect(reverse("desk"))
    if not found.is_under_way:
        return HttpResponseClientRedirect(reverse("desk_travel_data_progress", args=[pk]))
    context = {"found": found, "sentence": data_step_words(found)}
    return render(request, "desk/travel_data_progress_part.html", context)


@secretary("POST")
def put_away(request: CouncilRequest, pk: int) -> HttpResponse:
    """Cancel files that are not read yet, or put a refusal away."""
    row = handed_in_row(request.viewer, pk)
    was_refused = row.state == HandedIn.State.REFUSED
    try:
        put_away_handed_in(by=request.viewer, row=row, now=timezone.now())
    except NoLongerThere:
        # read in the meantime: the page leads on
        return redirect("desk_travel_data_progress", pk)
    if not was_refused:
        messages.success(request, _("Opplastinga er avbroten. Målet er som før."))
    return redirect("desk")


def _after(found: HandedInView) -> str:
    if found.run is None:
        return reverse("desk_travel", args=[found.code])
    return reverse("desk_travel_progress", args=[found.run])
