"""Organisations a secretary adds to the register that all councils share."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.models import Organisation, OrganisationNumber, Party
from tiltak.domain.organisations.operations.parties import link_party
from tiltak.domain.viewer import Viewer


class ImpossibleOrganisation(Exception):
    """No name, an unknown kind, or a number that is not one."""


# how many digits a number of a scheme has
DIGITS = {"municipality": 4, "county": 2, "entity": 9}


def create_organisation(*, by: Viewer, kind: str, name: str, now: datetime) -> Organisation:
    """An organisation of this kind and name; the one there is if it is known already.

    Raises ImpossibleOrganisation.
    """
    name = " ".join(name.split())
    if not by.may_edit or kind not in Organisation.Kind.values:
        raise ImpossibleOrganisation(kind)
    if not name or len(name) > 200 or "\0" in name:
        raise ImpossibleOrganisation(name)
    known = Organisation.objects.filter(kind=kind, name__iexact=name, valid_to__isnull=True)
    with transaction.atomic():
        found = known.first()
        if found is not None:
            return found
        made = Organisation.objects.create(kind=kind, name=name)
        record(by=by, verb="create_organisation", subject=made, now=now, summary=name)
    return made


def number_organisation(
    *,
    by: Viewer,
    organisation: Organisation,
    scheme: str,
    value: str,
    valid_from: date,
    now: datetime,
    valid_to: date | None = None,
) -> OrganisationNumber:
    """The organisation has a number from a day up to, not including, another.

    Raises ImpossibleOrganisation: wrong number of digits, days in the wrong order, or the number
    is another's on that day.
    """
    digits = "".join(value.split())
    if not by.may_edit or scheme not in DIGITS:
        raise ImpossibleOrganisation(scheme)
    if not (digits.isascii() and digits.isdecimal()) or len(digits) != DIGITS[scheme]:
        raise ImpossibleOrganisation(value)
    if valid_to is not None and valid_to <= valid_from:
        raise ImpossibleOrganisation(str(valid_to))
    with transaction.atomic():
        same = OrganisationNumber.objects.filter(scheme=scheme, value=digits)
        others = same.exclude(organisation=organisation)
        if valid_to is not None:
            others = others.filter(valid_from__lt=valid_to)
        ended = others.filter(valid_to__isnull=False, valid_to__lte=valid_from)
        if others.exclude(pk__in=ended).exists() or same.filter(valid_from=valid_from).exists():
            raise ImpossibleOrganisation(digits)
        made = OrganisationNumber.objects.create(
            organisation=organisation,
            scheme=scheme,
            value=digits,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        summary = f"{organisation.name} {digits}"
        record(by=by, verb="number_organisation", subject=made, now=now, summary=summary)
    return made


def identify_party(
    *,
    by: Viewer,
    party: Party,
    kind: str,
    name: str,
    now: datetime,
    number: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Organisation:
    """Say who a party is: an organisation there is, or a new one, all of it or nothing.

    `number` is one of the register of legal entities, "" where it is not known; it is valid from
    today where no day is said. Raises ImpossibleOrganisation, CannotLink.
    """
    with transaction.atomic():
        organisation = create_organisation(by=by, kind=kind, name=name, now=now)
        digits = "".join(number.split())
        if digits and not organisation.numbers.filter(scheme="entity", value=digits).exists():
            number_organisation(
                by=by,
                organisation=organisation,
                scheme="entity",
                value=digits,
                valid_from=valid_from or timezone.localdate(now),
                now=now,
            )
        link_party(
            by=by,
            party=party,
            organisation=organisation,
            valid_from=valid_from,
            valid_to=valid_to,
            now=now,
        )
    return organisation
