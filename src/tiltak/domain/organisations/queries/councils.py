"""Reading councils and those around them."""

from collections.abc import Iterator
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from tiltak.domain.organisations.models import (
    Membership,
    Organisation,
    OrganisationNumber,
    Party,
    RegionalCouncil,
)
from tiltak.domain.viewer import Viewer

GENERATION = """
SELECT c.id, c.generation FROM organisations_regionalcouncil c
LEFT JOIN organisations_councilhost h ON h.council_id = c.id AND h.host = %s
WHERE h.id IS NOT NULL OR c.slug = %s
    OR (%s = '' AND (SELECT COUNT(*) FROM organisations_regionalcouncil) = 1)
ORDER BY CASE WHEN h.id IS NULL THEN 1 ELSE 0 END, c.id LIMIT 1
"""


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
    """The number and generation of the council a host name shows: what a cached page is kept by.

    The same council as `council_for_host`, by one plain statement: this is all a cached page costs.
    """
    with connection.cursor() as cursor:
        cursor.execute(GENERATION, [host.lower(), default_slug, default_slug])
        found: tuple[int, int] | None = cursor.fetchone()
    return found


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
