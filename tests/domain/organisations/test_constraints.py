"""What the database itself holds about organisations and documents, and attempts to break it."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.factories.constraints import constraints_of, refused_by
from tests.factories.councils import NOW, make_council
from tiltak.domain.organisations.models import (
    Membership,
    Organisation,
    OrganisationChange,
    OrganisationNumber,
    Party,
    PartyLink,
    RegionalCouncil,
)
from tiltak.domain.sources.models import SourceDocument

EARLY, LATE = date(2010, 1, 1), date(2020, 1, 1)


def party(council: RegionalCouncil, label: str = "SR", slug: str = "sr") -> Party:
    return Party.objects.create(council=council, label=label, slug=slug)


def organisation(name: str = "Vik") -> Organisation:
    return Organisation.objects.create(kind="municipality", name=name)


def number(valid_to: date | None = None) -> OrganisationNumber:
    return OrganisationNumber.objects.create(
        organisation=organisation(),
        scheme="municipality",
        value="1417",
        valid_from=LATE,
        valid_to=valid_to,
    )


def twice(make: Callable[[], object]) -> None:
    make()
    make()


def change() -> None:
    old, new = organisation("A"), organisation("B")
    twice(
        lambda: OrganisationChange.objects.create(
            predecessor=old, successor=new, kind="merged", date=LATE
        )
    )


def circle() -> None:
    one = organisation()
    OrganisationChange.objects.create(predecessor=one, successor=one, kind="merged", date=LATE)


def membership(council: RegionalCouncil, valid_from: date | None) -> None:
    one = organisation()
    twice(
        lambda: Membership.objects.create(council=council, organisation=one, valid_from=valid_from)
    )


def link(council: RegionalCouncil, valid_from: date | None) -> None:
    one, other = party(council), organisation()
    twice(lambda: PartyLink.objects.create(party=one, organisation=other, valid_from=valid_from))


def document(council: RegionalCouncil, visibility: str = "internal") -> SourceDocument:
    return SourceDocument.objects.create(
        council=council,
        sha256="a",
        text_sha256="b",
        filename="x",
        media_type="x",
        size=1,
        visibility=visibility,
        uploaded_at=NOW,
    )


BREAKINGS: dict[str, Callable[[RegionalCouncil], object]] = {
    "organisation_valid_order": lambda c: Organisation.objects.create(
        kind="other", name="X", valid_from=LATE, valid_to=EARLY
    ),
    "number_once_at_a_time": lambda c: twice(number),
    "number_valid_order": lambda c: number(valid_to=EARLY),
    "change_once": lambda c: change(),
    "change_between_two": lambda c: circle(),
    "membership_once": lambda c: membership(c, EARLY),
    "membership_once_since_ever": lambda c: membership(c, None),
    "membership_valid_order": lambda c: Membership.objects.create(
        council=c, organisation=organisation(), valid_from=LATE, valid_to=EARLY
    ),
    "party_label_once": lambda c: [party(c), party(c, slug="sr-2")],
    "party_slug_once": lambda c: [party(c), party(c, label="Sogn")],
    "party_not_into_itself": lambda c: Party.objects.filter(pk=party(c).pk).update(
        merged_into=Party.objects.get().pk
    ),
    "party_link_once": lambda c: link(c, EARLY),
    "party_link_once_since_ever": lambda c: link(c, None),
    "party_link_valid_order": lambda c: PartyLink.objects.create(
        party=party(c), organisation=organisation(), valid_from=LATE, valid_to=EARLY
    ),
    "source_once_per_council": lambda c: twice(lambda: document(c)),
    "source_visibility": lambda c: document(c, visibility="secret"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BREAKINGS)
def test_the_database_refuses(name: str) -> None:
    council = make_council()
    with refused_by(name):
        BREAKINGS[name](council)


def test_every_constraint_is_tried() -> None:
    assert constraints_of("organisations", "sources") == set(BREAKINGS)
