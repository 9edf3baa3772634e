"""One element with all that is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tiltak.domain.followup.queries.statuses import Status, statuses_around
from tiltak.domain.plans.queries.elements import (
    Appearance,
    PassageView,
    SuccessionView,
    appearances,
    element_passages,
    successions,
)
from tiltak.domain.plans.queries.shared_cells import tie_sharers
from tiltak.domain.plans.queries.tree import load_around
from tiltak.domain.plans.queries.values import Node, PlanTree
from tiltak.domain.plans.queries.versions import VersionView
from tiltak.domain.viewer import Viewer


@dataclass(frozen=True, slots=True)
class FollowedElement:
    """An element in the version it is shown in, with what surrounds it.

    `said`: everything that was said of it, newest first; `statuses`: the last word on it and on
    what is below it, by initiative id; `elsewhere`: the other versions that hold it.
    """

    node: Node
    tree: PlanTree
    said: Sequence[Status]
    statuses: Mapping[int, Status]
    elsewhere: Sequence[Appearance]
    successions: Sequence[SuccessionView]
    passages: Sequence[PassageView]

    @property
    def version(self) -> VersionView:
        return self.tree.version


def followed_element(viewer: Viewer, code: str) -> FollowedElement:
    """The element at a permanent address. Eight statements, however large the plan, and a ninth
    where it came from or became another.

    Raises NotFound.
    """
    shown, *elsewhere = appearances(viewer, code)
    tree = load_around(viewer, shown.version, shown.element_id)
    node = tree.nodes[shown.element_id]
    tie_sharers([tie.row for tie in node.rows])
    others = {other.initiative_id for other in tree.nodes.values() if other.is_measure}
    said, statuses = statuses_around(viewer, shown.initiative_id, others)
    return FollowedElement(
        node=node,
        tree=tree,
        said=said,
        statuses=statuses,
        elsewhere=elsewhere,
        successions=successions(viewer, shown.initiative_id),
        passages=element_passages(viewer, node),
    )
