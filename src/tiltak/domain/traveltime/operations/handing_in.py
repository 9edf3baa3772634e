"""Files for a travel-time goal: handed in, read in the background, a data set when all is well.

Nothing of the goal changes before all files have been read. What a person does is done by `by`;
what the background makes of a person's files is done in that person's name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.plans.models import Initiative
from tiltak.domain.traveltime.errors import ImpossibleGoal, IncompleteDataSet, NoLongerThere
from tiltak.domain.traveltime.models import HandedIn, HandedInFile, TravelRun
from tiltak.domain.traveltime.operations.data import NEEDED, NewFile, keep_data_set
from tiltak.domain.traveltime.operations.goals import check_goal, set_goal
from tiltak.domain.traveltime.operations.guard import require_editor
from tiltak.domain.traveltime.operations.runs import MOST_STARTS, ask_for_run
from tiltak.domain.traveltime.values import Said
from tiltak.domain.viewer import Viewer

State = HandedIn.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is said beside the files. `around`: kilometres the roads are cut to, 0 for all; it is
    for roads that are new. `centres`: name, lat and lon of each."""

    name: str
    destination: str
    centres: Sequence[Mapping[str, Any]]
    limit_minutes: float
    ferry_wait_minutes: float
    municipality_field: str = ""
    around: float = 0.0


def hand_in(
    *, by: Viewer, initiative: Initiative, wanted: Wanted, files: Sequence[NewFile], now: datetime
) -> HandedIn:
    """Keep files to be read. Raises ImpossibleGoal, IncompleteDataSet, NotAllowed."""
    require_editor(by, initiative.council_id)
    roles = [file.role for file in files]
    missing = tuple(role for role in NEEDED if role not in roles)
    if missing or len(set(roles)) < len(roles) or not all(file.source for file in files):
        raise IncompleteDataSet(missing)
    check_goal(wanted.destination, wanted.centres, wanted.limit_minutes, wanted.ferry_wait_minutes)
    if not wanted.name.strip() or "\0" in wanted.name:
        raise ImpossibleGoal
    with transaction.atomic():
        made = HandedIn.objects.create(
            council_id=by.council_id,
            initiative=initiative,
            said=_plain(wanted, files),
            asked_at=now,
            asked_by_id=by.user_id,
        )
        HandedInFile.objects.bulk_create(
            HandedInFile(handed_in=made, role=one.role, filename=one.filename, data=one.data)
            for one in files
        )
        named = ", ".join(file.filename for file in files)
        record(by=by, verb="hand_in_travel_data", subject=made, now=now, summary=named)
    return made


def begin_handed_in(number: int) -> HandedIn | None:
    """The files, now being read; None when they are gone or somebody else reads them."""
    with transaction.atomic():
        found = HandedIn.objects.select_for_update().filter(pk=number, state=State.WAITING)
        row = found.first()
        if row is None:
            return None
        row.state, row.step, row.starts = State.READING, "", row.starts + 1
        row.save(update_fields=["state", "step", "starts"])
    return row


def tell_handed_in(number: int, step: str) -> bool:
    """How far it is. False: nobody waits for it any longer."""
    return bool(HandedIn.objects.filter(pk=number, state=State.READING).update(step=step))


def accept_handed_in(
    *, row: HandedIn, roads: tuple[str, bytes], now: datetime
) -> Sequence[TravelRun]:
    """All files can be read: they become the goal's data set, and what hangs on it is asked for:
    today, then every scenario. `roads` is the file of roads as it is to be kept (name, bytes).

    Raises NoLongerThere.
    """
    with transaction.atomic():
        _lock(row)
        by, said = person_of(row), row.said
        goal = set_goal(
            by=by,
            initiative=row.initiative,
            data_set=keep_data_set(
                by=by,
                name=said["name"],
                files=_new_files(row, roads),
                municipality_field=said["municipality_field"],
                now=now,
            ),
            destination=said["destination"],
            centres=said["centres"],
            limit_minutes=said["limit_minutes"],
            ferry_wait_minutes=said["ferry_wait_minutes"],
            now=now,
        )
        scenarios = goal.scenarios.filter(removed_at__isnull=True).order_by("pk")
        asked = [ask_for_run(by=by, goal=goal, scenario=one, now=now) for one in (None, *scenarios)]
        row.files.all().delete()
        row.state, row.step, row.run, row.finished_at = State.DONE, "", asked[0], now
        row.save(update_fields=["state", "step", "run", "finished_at"])
    return asked


def refuse_handed_in(*, row: HandedIn, problem: Said, now: datetime) -> None:
    """They cannot be used; `problem` says why. Their content is not kept. Raises NoLongerThere."""
    with transaction.atomic():
        _lock(row)
        row.files.all().delete()
        row.state, row.problem, row.finished_at = State.REFUSED, list(problem), now
        row.save(update_fields=["state", "problem", "finished_at"])
        nobody = Viewer(row.council_id, may_edit=True)
        verb = "refuse_travel_data"
        record(by=nobody, verb=verb, subject=row, now=now, summary=problem[0])


def restart_handed_in(*, number: int, give_up: Said, now: datetime) -> bool:
    """Files whose reader was killed wait again. False when it was too often: they are refused with
    the sentence `give_up`, or somebody was faster."""
    with transaction.atomic():
        found = HandedIn.objects.select_for_update().filter(pk=number, state=State.READING)
        row = found.first()
        if row is None:
            return False
        if row.starts >= MOST_STARTS:
            refuse_handed_in(row=row, problem=give_up, now=now)
            return False
        row.state, row.step = State.WAITING, ""
        row.save(update_fields=["state", "step"])
    return True


def put_away_handed_in(*, by: Viewer, row: HandedIn, now: datetime) -> None:
    """Cancel what is not read yet, or put a refusal away. Raises NoLongerThere, NotAllowed."""
    require_editor(by, row.council_id)
    with transaction.atomic():
        _lock(row, State.WAITING, State.READING, State.REFUSED)
        record(by=by, verb="put_away_travel_data", subject=row, now=now)
        row.delete()


def person_of(row: HandedIn) -> Viewer:
    """Who handed the files in, as the log names them."""
    user = row.asked_by
    name = (user.get_full_name() or user.get_username()) if user else ""
    return Viewer(row.council_id, user_id=row.asked_by_id, may_edit=True, name=name)


def _plain(wanted: Wanted, files: Sequence[NewFile]) -> dict[str, Any]:
    return {
        "name": wanted.name.strip(),
        "destination": wanted.destination,
        "centres": [dict(one) for one in wanted.centres],
        "limit_minutes": float(wanted.limit_minutes),
        "ferry_wait_minutes": float(wanted.ferry_wait_minutes),
        "municipality_field": wanted.municipality_field,
        "around": float(wanted.around),
        "sources": {
            file.role: {
                "source": file.source,
                "licence": file.licence,
                "address": file.address,
                "as_of": file.as_of.isoformat() if file.as_of else None,
            }
            for file in files
        },
    }


def _new_files(row: HandedIn, roads: tuple[str, bytes]) -> list[NewFile]:
    found = []
    for file in row.files.order_by("pk"):
        name, data = roads if file.role == "roads" else (file.filename, bytes(file.data))
        told = dict(row.said["sources"][file.role])
        day = told.pop("as_of")
        found.append(
            NewFile(
                role=file.role,
                filename=name,
                data=data,
                as_of=date.fromisoformat(day) if day else None,
                **told,
            )
        )
    return found


def _lock(row: HandedIn, *states: HandedIn.State) -> None:
    """Wait for others, then see that it is still so. Raises NoLongerThere."""
    allowed = states or (State.READING,)
    found = HandedIn.objects.select_for_update().filter(pk=row.pk, state__in=allowed)
    if found.first() is None:
        raise NoLongerThere
