"""Files for travel time that were handed in: tried in the background, then a data set."""

from django.utils import timezone

from tiltak.domain.traveltime.errors import NoLongerThere
from tiltak.domain.traveltime.models import HandedIn
from tiltak.domain.traveltime.operations import (
    accept_handed_in,
    begin_handed_in,
    refuse_handed_in,
    restart_handed_in,
    tell_handed_in,
)
from tiltak.domain.traveltime.queries.handed_in import handed_in_being_read, waiting_handed_in
from tiltak.jobs.claims import Kind
from tiltak.jobs.job import Job
from tiltak.jobs.travel.child import Given, Order
from tiltak.jobs.travel.confined import BROKEN, LIMITS, tried
from tiltak.jobs.travel.runs import computing
from tiltak.jobs.travel.sentences import said


def _try(row: HandedIn) -> None:
    def tell(step: str) -> None:
        if not tell_handed_in(row.pk, step):
            raise NoLongerThere

    roads = tried(_order(row), tell)
    for run in accept_handed_in(row=row, roads=(roads.name, roads.data), now=timezone.now()):
        computing.ask_for(run)


def _order(row: HandedIn) -> Order:
    asked = row.said
    return Order(
        files={file.role: Given(file.filename, bytes(file.data)) for file in row.files.all()},
        limits=LIMITS,
        municipality_field=asked["municipality_field"],
        around=asked["around"],
        centres=tuple((one["name"], one["lat"], one["lon"]) for one in asked["centres"]),
        limit_minutes=asked["limit_minutes"],
        ferry_wait_minutes=asked["ferry_wait_minutes"],
    )


trying = Job[HandedIn](
    kind=Kind.TRAVEL_DATA,
    waiting=waiting_handed_in,
    begun=handed_in_being_read,
    begin=begin_handed_in,
    work=_try,
    refuse=lambda row, refusal, now: refuse_handed_in(row=row, problem=said(refusal), now=now),
    restart=lambda number, now: restart_handed_in(number=number, give_up=(BROKEN, {}), now=now),
    gone=NoLongerThere,
    broken=BROKEN,
)
