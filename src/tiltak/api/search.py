"""Search in the plans in force."""

from typing import Any

from django.http import HttpResponse
from ninja import Query, Router

from tiltak.api import schemas, shapes
from tiltak.domain.search.queries.elements import Hit, find
from tiltak.tenancy import CouncilRequest

router = Router(tags=["søk"])


@router.get("/", response=schemas.SearchPage, summary="Søk i planane")
def search_plans(request: CouncilRequest, asked: Query[schemas.Asked]) -> HttpResponse:
    """Elements that hold every word of `q`, in any inflected form of nn and nb."""
    found = find(request.viewer, asked.q, page=asked.page)
    shaper = shapes.Shaper(request)
    return shapes.answer(
        {
            "query": found.query,
            "total": found.total,
            "page": found.page,
            "pages": found.pages,
            "items": [_hit(shaper, hit) for hit in found.hits],
        }
    )


def _hit(shaper: shapes.Shaper, hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "code": hit.code,
        "row": hit.row_key,
        "title": "".join(segment.text for segment in hit.title),
        "snippet": "".join(segment.text for segment in hit.snippet),
        "plan": hit.plan.shown.slug,
        "url": shaper.url("element", hit.code) if hit.code else "",
    }
