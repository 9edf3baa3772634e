"""The desk itself, and the list of what has a status."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tiltak.domain.audit.queries import events
from tiltak.domain.plans.queries import versions
from tiltak.domain.traveltime.queries.goals import travel_goals
from tiltak.tenancy import CouncilRequest
from tiltak.web.desk.access import secretary
from tiltak.web.desk.log import entries
from tiltak.web.desk.tasks import tasks

RECENT = 12
LONGEST = 200


@secretary("GET")
def desk(request: CouncilRequest) -> HttpResponse:
    """What waits, what was done."""
    done = events(request.viewer).select_related("undone_by")
    context = {
        "tasks": tasks(request.viewer, timezone.now()),
        "plans": versions.plans(request.viewer),
        "travel": travel_goals(request.viewer),
        "log": entries(request.viewer, done[:RECENT]),
    }
    return render(request, "desk/desk.html", context)


@secretary("GET")
def log(request: CouncilRequest) -> HttpResponse:
    """The log as far as anybody reads it."""
    done = events(request.viewer).select_related("undone_by")
    return render(request, "desk/log.html", {"log": entries(request.viewer, done[:LONGEST])})
