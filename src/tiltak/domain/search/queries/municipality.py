"""What the plans say of a municipality: the words of its name, and the parties it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.domain.organisations.queries.municipalities import (
    MunicipalityView,
    municipality_by_number,
)
from tiltak.domain.plans.queries.parties import PartySummary, parties_in_force
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.search.queries.elements import Found, find
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class MunicipalityInPlans:
    """One municipality with the elements that name it and the parties that are it."""

    municipality: MunicipalityView
    found: Found
    parties: Sequence[PartySummary]


def municipality_in_plans(viewer: Viewer, number: str) -> MunicipalityInPlans:
    """By any number it has or had. Raises NotFound."""
    view = municipality_by_number(viewer, number)
    if view is None:
        raise NotFound(number)
    parties = [
        summary
        for summary in parties_in_force(viewer)
        if any(link.organisation_id == view.id for link in summary.party.links)
    ]
    return MunicipalityInPlans(view, find(viewer, view.name), parties)
