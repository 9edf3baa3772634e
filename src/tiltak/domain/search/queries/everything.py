"""Everything that answers a query: elements, parties, municipalities."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.domain.organisations.queries.municipalities import MunicipalityView, municipality_views
from tiltak.domain.plans.queries.parties import PartySummary, parties_in_force
from tiltak.domain.search.queries.elements import Found, find, holds
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found; parties and municipalities stand on the first page only."""

    found: Found
    parties: Sequence[PartySummary]
    municipalities: Sequence[MunicipalityView]

    @property
    def is_empty(self) -> bool:
        return not (self.found.total or self.parties or self.municipalities)


def search(viewer: Viewer, query: str, *, page: int = 1) -> Answer:
    """What the viewer may see that holds every word of the query, in any form."""
    found = find(viewer, query, page=page)
    if not found.query or found.page > 1:
        return Answer(found, (), ())
    parties = [one for one in parties_in_force(viewer) if holds(_names(one), found.query)]
    municipalities = [
        one
        for one in municipality_views(viewer)
        if one.number and holds([one.name, *(held.value for held in one.numbers)], found.query)
    ]
    return Answer(found, parties, municipalities)


def _names(summary: PartySummary) -> list[str]:
    return [*summary.party.names, *(link.name for link in summary.party.links)]
