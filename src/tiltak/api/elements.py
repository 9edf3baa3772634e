"""Any element by its permanent address, with all that was said of it."""

from django.http import HttpResponse
from ninja import Router

from tiltak.api import schemas, shapes
from tiltak.domain.followup.queries.statuses import current_statuses, status_history
from tiltak.domain.plans.queries.elements import appearances
from tiltak.domain.plans.queries.tree import load_around
from tiltak.tenancy import CouncilRequest

router = Router(tags=["element"])


@router.get("/{code}", response=schemas.ElementWithHistory, summary="Eitt element")
def get_element(request: CouncilRequest, code: str) -> HttpResponse:
    """An area, theme, goal, strategy, measure or paragraph, as it stands in the version in force."""
    shown = appearances(request.viewer, code)[0]
    tree = load_around(request.viewer, shown.version, shown.element_id)
    shaper = shapes.Shaper(request, current_statuses(request.viewer, shown.version.id))
    return shapes.answer(
        {
            **shaper.element(tree.nodes[shown.element_id]),
            "statuses": [
                shapes.status(one) for one in status_history(request.viewer, shown.initiative_id)
            ],
        }
    )
