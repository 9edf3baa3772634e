"""What a party is in, with how it goes."""

from collections.abc import Mapping
from dataclasses import dataclass

from tiltak.domain.followup.queries.statuses import Status, statuses_of
from tiltak.domain.plans.queries.parties import PartyWork, party_work
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class FollowedParty:
    """A party with all it is in; `statuses` by initiative id."""

    work: PartyWork
    statuses: Mapping[int, Status]


def followed_party(viewer: Viewer, slug: str) -> FollowedParty:
    """One party. Eight statements, whatever the number of plans and measures. Raises NotFound."""
    work = party_work(viewer, slug)
    initiatives = {
        one.node.initiative_id for plan in work.plans for one in plan.involvements if one.node
    }
    return FollowedParty(work, statuses_of(viewer, initiatives))
