"""Reading councils and those around them."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from tiltak.domain.organisations.models import (
    Membership,
    Organisation,
    OrganisationNumber,
    Party,
    RegionalCouncil,
)
from tiltak.domain.viewer import Viewer


def _for_host(host: str, default_slug: str) -> Iterator[QuerySet[RegionalCouncil]]:
    """Where to look, in order: the council of the host name, then the default or only one."""
    yield RegionalCouncil.objects.filter(hosts__host=host.lower())
    if default_slug:
        yield RegionalCouncil.objects.filter(slug=default_slug)
    else:
        yield RegionalCouncil.objects.alias(
            others=Exists(RegionalCouncil.objects.exclude(pk=OuterRef("pk")))
        ).filter(others=False)


def council_for_host(host: str, *, default_slug: str = "") -> RegionalCouncil | None:
    """The council a host name shows; else the default one, else the only one there is."""
    return next(filter(None, (found.first() for found in _for_host(host, default_slug))), None)


def generation_for_host(host: str, *, default_slug: str = "") -> tuple[int, int] | None:
    """The number and generation of the council a host name shows: what a cached page is kept by."""
    for found in _for_host(host, default_slug):
        row = found.values_list("pk", "generation").first()
        if row:
            return row
    return None


def members(viewer: Viewer, on: date) -> QuerySet[Organisation]:
    """The municipalities that are members on a day, by name, each with its `number` that day."""
    valid = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    valid &= Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    current = Membership.objects.filter(valid, council_id=viewer.council_id)
    numbers = OrganisationNumber.objects.filter(
        valid, organisation=OuterRef("pk"), scheme=OrganisationNumber.Scheme.MUNICIPALITY
    ).order_by("-valid_from")
    return (
        Organisation.objects.filter(memberships__in=current)
        .annotate(number=Subquery(numbers.values("value")[:1]))
        .order_by("name")
    )


def parties(viewer: Viewer) -> QuerySet[Party]:
    """The parties of the viewer's council that stand for themselves (not merged away)."""
    return Party.objects.filter(council_id=viewer.council_id, merged_into__isnull=True)
