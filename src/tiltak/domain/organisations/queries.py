"""Reading councils and those around them."""

from datetime import date

from django.db.models import Q, QuerySet

from tiltak.domain.organisations.models import Membership, Organisation, Party, RegionalCouncil
from tiltak.domain.viewer import Viewer


def council_for_host(host: str, *, default_slug: str = "") -> RegionalCouncil | None:
    """The council a host name shows; else the default one, else the only one there is."""
    found = RegionalCouncil.objects.filter(hosts__host=host.lower()).first()
    if found or default_slug:
        return found or RegionalCouncil.objects.filter(slug=default_slug).first()
    first_two = list(RegionalCouncil.objects.order_by("pk")[:2])
    return first_two[0] if len(first_two) == 1 else None


def members(viewer: Viewer, on: date) -> QuerySet[Organisation]:
    """The municipalities that are members on a day, by name."""
    valid = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    valid &= Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    current = Membership.objects.filter(valid, council_id=viewer.council_id)
    return Organisation.objects.filter(memberships__in=current).order_by("name")


def parties(viewer: Viewer) -> QuerySet[Party]:
    """The parties of the viewer's council that stand for themselves (not merged away)."""
    return Party.objects.filter(council_id=viewer.council_id, merged_into__isnull=True)
