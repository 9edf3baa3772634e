"""What the page of an element says of travel time: the goal's figure, a measure's scenarios."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.domain.followup.queries.element import FollowedElement
from tiltak.domain.traveltime.queries.goals import Nearby, travel_time_near
from tiltak.domain.viewer import Viewer
from tiltak.web.traveltime.figures import Figures
from tiltak.web.ui.addresses import address
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class TravelLine:
    """One sentence with where to read more; `scenario` is its name, "" for the goal."""

    scenario: str
    share: str
    before: str
    place: str
    limit: str
    comes: str
    href: str


def travel_lines(viewer: Viewer, followed: FollowedElement, said: Words) -> Sequence[TravelLine]:
    """What is computed of an element. One statement."""
    figures = Figures(said)
    return [_line(one, figures) for one in travel_time_near(viewer, followed.node.initiative_id)]


def _line(one: Nearby, figures: Figures) -> TravelLine:
    region = one.result.region
    href = (
        address("travel_scenario", one.goal_code, one.scenario_id)
        if one.scenario_id
        else address("travel_time", one.goal_code)
    )
    return TravelLine(
        scenario=one.scenario,
        share=figures.share(region.share),
        before=figures.share(region.share_before),
        place=one.destination,
        limit=figures.decimal(one.limit_minutes),
        comes=figures.people(region.comes_inside),
        href=href,
    )
