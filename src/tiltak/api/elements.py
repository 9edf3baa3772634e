"""Any element by its permanent address, with all that was said of it."""

from django.http import HttpResponse
from ninja import Router

from tiltak.api import schemas, shapes
from tiltak.domain.followup.queries.statuses import statuses_around
from tiltak.domain.plans.queries.elements import appearances
from tiltak.domain.plans.queries.tree import load_around
from tiltak.tenancy import CouncilRequest

router = Router(tags=["element"])


@router.get("/{code}", response=schemas.ElementWithHistory, summary="Eitt element")
def get_element(request: CouncilRequest, code: str) -> HttpResponse:
    """An area, theme, goal, strategy, measure or paragraph, as it stands in the version in force."""
    shown = appearances(request.viewer, code)[0]
    tree = load_around(request.viewer, shown.version, shown.element_id)
    parts = {node.initiative_id for node in tree.measures}
    said, statuses = statuses_around(request.viewer, shown.initiative_id, parts)
    shaper = shapes.Shaper(request, statuses)
    return shapes.answer(
        {
            **shaper.element(tree.nodes[shown.element_id]),
            "statuses": [shapes.status(one) for one in said],
        }
    )
