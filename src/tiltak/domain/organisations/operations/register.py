"""Writing the register: councils, organisations, their numbers and what became of them.

Organisations are public facts that all councils share, so these operations belong to nobody's
council; only the founding of a council is an event of its own log.
"""

from datetime import date, datetime

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.models import (
    CouncilHost,
    Membership,
    Organisation,
    OrganisationChange,
    OrganisationNumber,
    RegionalCouncil,
)
from tiltak.domain.viewer import Viewer

FOUNDER = "tiltak"


class CouncilExists(Exception):
    """There is a council of this short name, or with this host name."""


def create_council(
    *,
    slug: str,
    name: str,
    now: datetime,
    short_name: str = "",
    host: str = "",
    about: str = "",
    email: str = "",
    website: str = "",
    is_example: bool = False,
) -> RegionalCouncil:
    """A new council. `host` is the name it answers to when there are several. Raises CouncilExists."""
    with transaction.atomic():
        taken = RegionalCouncil.objects.filter(slug=slug).exists()
        if taken or CouncilHost.objects.filter(host=host.lower()).exists():
            raise CouncilExists
        council = RegionalCouncil.objects.create(
            slug=slug,
            name=name,
            short_name=short_name,
            about=about,
            email=email,
            website=website,
            is_example=is_example,
            changed_at=now,
        )
        if host:
            CouncilHost.objects.create(council=council, host=host.lower())
        by = Viewer(council.pk, may_edit=True, name=FOUNDER)
        record(by=by, verb="create_council", subject=council, now=now, summary=name)
    return council


def register_organisation(
    *,
    kind: str,
    name: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    website: str = "",
) -> Organisation:
    """The organisation of this kind, name and beginning; made when it is not known."""
    organisation, _is_new = Organisation.objects.get_or_create(
        kind=kind,
        name=name,
        valid_from=valid_from,
        defaults={"valid_to": valid_to, "website": website},
    )
    return organisation


def register_number(
    *, organisation: Organisation, scheme: str, value: str, valid_from: date, valid_to: date | None
) -> None:
    """The organisation has a number from a day up to, not including, another."""
    OrganisationNumber.objects.get_or_create(
        scheme=scheme,
        value=value,
        valid_from=valid_from,
        defaults={"organisation": organisation, "valid_to": valid_to},
    )


def register_change(
    *, predecessor: Organisation, successor: Organisation, kind: str, on: date, note: str = ""
) -> None:
    """All or a part of one organisation went to another."""
    OrganisationChange.objects.get_or_create(
        predecessor=predecessor,
        successor=successor,
        date=on,
        defaults={"kind": kind, "note": note},
    )


def add_member(
    *,
    council: RegionalCouncil,
    organisation: Organisation,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> None:
    """The organisation is a member of the council for a time; None: since ever, still."""
    Membership.objects.get_or_create(
        council=council,
        organisation=organisation,
        valid_from=valid_from,
        defaults={"valid_to": valid_to},
    )
