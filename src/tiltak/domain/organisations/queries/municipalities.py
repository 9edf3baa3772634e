"""Reading municipalities: their numbers, memberships and what became of them, through time."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tiltak.domain.organisations.models import (
    Membership,
    Organisation,
    OrganisationChange,
    OrganisationNumber,
)
from tiltak.domain.viewer import Viewer
from tiltak.planfile.alphabet import alphabetical

Kind = Organisation.Kind


@dataclass(frozen=True, slots=True)
class Span:
    """From a day up to, not including, another; None: without known beginning or end."""

    valid_from: date | None
    valid_to: date | None

    def holds(self, on: date) -> bool:
        """Whether the day lies in it."""
        since = self.valid_from is None or self.valid_from <= on
        return since and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class NumberView:
    """A municipality number and when it was in use."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class ChangeView:
    """All (`merged`, `renamed`) or a part (`part_moved`) went from or to another municipality."""

    kind: str
    on: date
    note: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """A municipality as the viewer's council knows it. `number` is its newest."""

    id: int
    name: str
    website: str
    span: Span
    numbers: tuple[NumberView, ...]
    memberships: tuple[Span, ...]
    came_from: tuple[ChangeView, ...]
    went_to: tuple[ChangeView, ...]

    @property
    def number(self) -> str:
        return self.numbers[-1].value if self.numbers else ""

    def is_member(self, on: date) -> bool:
        """Whether it exists and is a member on a day."""
        return self.span.holds(on) and any(span.holds(on) for span in self.memberships)


def municipality_views(viewer: Viewer) -> list[MunicipalityView]:
    """Every municipality that is or was a member, and those they came from or went to, by name.

    Four statements.
    """
    memberships = _memberships(viewer)
    changes = list(
        OrganisationChange.objects.filter(
            Q(predecessor_id__in=memberships) | Q(successor_id__in=memberships)
        ).order_by("date", "id")
    )
    touched = {one.predecessor_id for one in changes} | {one.successor_id for one in changes}
    found = Organisation.objects.filter(pk__in=touched | set(memberships), kind=Kind.MUNICIPALITY)
    by_name = sorted(found.order_by("valid_from"), key=lambda one: alphabetical(one.name))
    organisations = {one.pk: one for one in by_name}
    numbers = _numbers(organisations)

    def change(one: OrganisationChange, other_id: int) -> ChangeView:
        other = organisations[other_id]
        number = numbers[other_id][-1].value if numbers[other_id] else ""
        return ChangeView(one.kind, one.date, one.note, other.name, number)

    known = [one for one in changes if {one.predecessor_id, one.successor_id} <= set(organisations)]
    return [
        MunicipalityView(
            id=pk,
            name=one.name,
            website=one.website,
            span=Span(one.valid_from, one.valid_to),
            numbers=tuple(numbers[pk]),
            memberships=tuple(memberships.get(pk, ())),
            came_from=tuple(change(c, c.predecessor_id) for c in known if c.successor_id == pk),
            went_to=tuple(change(c, c.successor_id) for c in known if c.predecessor_id == pk),
        )
        for pk, one in organisations.items()
    ]


def municipality_by_number(viewer: Viewer, number: str) -> MunicipalityView | None:
    """The municipality that has, or last had, a number; None when the council knows none."""
    having = [
        (held.span.valid_from or date.min, view.id, view)
        for view in municipality_views(viewer)
        for held in view.numbers
        if held.value == number
    ]
    return max(having)[2] if having else None


def _memberships(viewer: Viewer) -> Mapping[int, list[Span]]:
    spans: dict[int, list[Span]] = {}
    found = Membership.objects.filter(
        council_id=viewer.council_id, organisation__kind=Kind.MUNICIPALITY
    ).order_by("valid_from", "id")
    for pk, valid_from, valid_to in found.values_list("organisation_id", "valid_from", "valid_to"):
        spans.setdefault(pk, []).append(Span(valid_from, valid_to))
    return spans


def _numbers(organisations: Collection[int]) -> Mapping[int, list[NumberView]]:
    numbers: dict[int, list[NumberView]] = defaultdict(list)
    found = OrganisationNumber.objects.filter(
        organisation_id__in=list(organisations), scheme=OrganisationNumber.Scheme.MUNICIPALITY
    ).order_by("valid_from", "id")
    for pk, value, since, until in found.values_list(
        "organisation_id", "value", "valid_from", "valid_to"
    ):
        numbers[pk].append(NumberView(value, Span(since, until)))
    return numbers
