"""Reading the names in a council's plans, and who they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.db.models.functions import Coalesce

from tiltak.domain.organisations.models import Party, PartyLink
from tiltak.domain.viewer import Viewer
from tiltak.planfile.alphabet import alphabetical


@dataclass(frozen=True, slots=True)
class LinkView:
    """The organisation a party is, for a time."""

    organisation_id: int
    name: str
    kind: str
    website: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party that stands for itself, with its other names and the organisations it is."""

    id: int
    label: str
    slug: str
    aliases: tuple[str, ...]
    links: tuple[LinkView, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it has in the plans."""
        return (self.label, *self.aliases)

    @property
    def is_nameless(self) -> bool:
        """A word for somebody ("partnarane", "prosjektleiar") whom nobody has named yet."""
        return not self.links and is_only_a_word(self.label)


def is_only_a_word(label: str) -> bool:
    """Whether a label in a plan is no name but a word for somebody: it begins with a small letter."""
    return not label[:1].isupper()


def party_views(viewer: Viewer, slug: str | None = None) -> list[PartyView]:
    """The parties of the council, by name; with a slug only that one, found by an alias too.

    Whatever plans they are in: `plans.queries.parties` knows which of them the viewer may see.
    Two statements.
    """
    found = Party.objects.filter(council_id=viewer.council_id)
    if slug is not None:
        asked = found.filter(slug=slug).values(head=Coalesce("merged_into_id", "id"))
        found = found.filter(Q(pk__in=asked) | Q(merged_into_id__in=asked))
    parties = sorted(found, key=lambda one: alphabetical(one.label))
    aliases: dict[int, list[str]] = defaultdict(list)
    for party in parties:
        if party.merged_into_id is not None:
            aliases[party.merged_into_id].append(party.label)
    heads = [party for party in parties if party.merged_into_id is None]
    links = _links([party.pk for party in heads])
    return [
        PartyView(
            party.pk, party.label, party.slug, tuple(aliases[party.pk]), tuple(links[party.pk])
        )
        for party in heads
    ]


def _links(party_ids: Iterable[int]) -> Mapping[int, list[LinkView]]:
    links: dict[int, list[LinkView]] = defaultdict(list)
    found = PartyLink.objects.filter(party_id__in=list(party_ids)).order_by("valid_from", "id")
    for link in found.select_related("organisation"):
        organisation = link.organisation
        links[link.party_id].append(
            LinkView(
                organisation_id=organisation.pk,
                name=organisation.name,
                kind=organisation.kind,
                website=organisation.website,
                valid_from=link.valid_from,
                valid_to=link.valid_to,
            )
        )
    return links
