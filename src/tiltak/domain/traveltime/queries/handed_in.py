"""Files on their way to be a data set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.traveltime.models import HandedIn
from tiltak.domain.traveltime.values import Said
from tiltak.domain.viewer import Viewer

State = HandedIn.State


@dataclass(frozen=True, slots=True)
class HandedInView:
    """What was handed in, without its files. `run` is the calculation that came of it."""

    id: int
    code: str
    state: str
    step: str
    said: Mapping[str, Any]
    problem: Said | None
    asked_at: datetime
    run: int | None

    @property
    def is_under_way(self) -> bool:
        return self.state in {State.WAITING, State.READING}


def handed_in_row(viewer: Viewer, number: int) -> HandedIn:
    """The row, for who may edit. Raises NotFound."""
    found = HandedIn.objects.filter(pk=number, council_id=viewer.council_id)
    row = found.select_related("initiative").first()
    if row is None or not viewer.may_edit:
        raise NotFound(str(number))
    return row


def handed_in_by_id(viewer: Viewer, number: int) -> HandedInView:
    """One, for who may edit. Raises NotFound. One statement."""
    return _view(handed_in_row(viewer, number))


def unfinished_handed_in(viewer: Viewer) -> Sequence[HandedInView]:
    """What is being read or was refused and not put away, for who may edit. One statement."""
    if not viewer.may_edit:
        return []
    found = HandedIn.objects.filter(council_id=viewer.council_id).exclude(state=State.DONE)
    return [_view(row) for row in found.select_related("initiative").order_by("pk")]


def waiting_handed_in() -> Sequence[int]:
    """All that wait, of all councils, oldest first: for the worker."""
    return list(
        HandedIn.objects.filter(state=State.WAITING).order_by("pk").values_list("pk", flat=True)
    )


def handed_in_being_read() -> Sequence[int]:
    """All that are being read, of all councils: for the worker."""
    return list(HandedIn.objects.filter(state=State.READING).values_list("pk", flat=True))


def _view(row: HandedIn) -> HandedInView:
    return HandedInView(
        id=row.pk,
        code=row.initiative.code,
        state=row.state,
        step=row.step,
        said=row.said,
        problem=(row.problem[0], row.problem[1]) if row.problem else None,
        asked_at=row.asked_at,
        run=row.run_id,
    )
