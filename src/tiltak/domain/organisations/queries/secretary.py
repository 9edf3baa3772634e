"""The names in the plans as the secretary keeps them."""

from django.db.models import Q, QuerySet

from tiltak.domain.organisations.models import Party, PartyLink
from tiltak.domain.organisations.queries.councils import parties
from tiltak.domain.organisations.queries.parties import is_only_a_word
from tiltak.domain.viewer import Viewer
from tiltak.planfile.alphabet import alphabetical


class PartyNotFound(LookupError):
    """There is no such party in the viewer's council."""


def all_parties(viewer: Viewer) -> QuerySet[Party]:
    """Every name of the viewer's council, merged ones too; for the secretary only."""
    if not viewer.may_edit:
        return Party.objects.none()
    return Party.objects.filter(council_id=viewer.council_id)


def nameless_parties(viewer: Viewer) -> list[Party]:
    """Those whom some plan gives a part in something by a word ("partnarane") and nobody named."""
    named = Q(roles__isnull=False) | Q(aliases__roles__isnull=False)
    found = parties(viewer).filter(named, links__isnull=True).distinct()
    return [party for party in found if is_only_a_word(party.label)]


def known_parties(viewer: Viewer) -> list[Party]:
    """All parties with aliases and links fetched: the nameless first, then those without a link."""
    found = all_parties(viewer).filter(merged_into__isnull=True)
    fetched = found.prefetch_related("aliases", "links__organisation")
    return sorted(
        fetched,
        key=lambda party: (
            not is_nameless(party),
            bool(party.links.all()),
            alphabetical(party.label),
        ),
    )


def is_nameless(party: Party) -> bool:
    """A word for somebody whom nobody has named yet."""
    return is_only_a_word(party.label) and not party.links.all()


def party_by_id(viewer: Viewer, pk: int) -> Party:
    """Raises PartyNotFound, also for the public."""
    found = all_parties(viewer).filter(pk=pk).first()
    if found is None:
        raise PartyNotFound(pk)
    return found


def link_by_id(viewer: Viewer, pk: int) -> PartyLink:
    """Raises PartyNotFound, also for the public."""
    own = PartyLink.objects.filter(party__in=all_parties(viewer))
    found = own.select_related("party", "organisation").filter(pk=pk).first()
    if found is None:
        raise PartyNotFound(pk)
    return found
