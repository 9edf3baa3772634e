"""Plans: their versions, measures, rows, budget, and the whole as plan/1."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tiltak.api import schemas, shapes
from tiltak.domain.followup.queries.statuses import statuses_of
from tiltak.domain.plans.queries.money import lines_of
from tiltak.domain.plans.queries.planfile import planfile_for
from tiltak.domain.plans.queries.tree import count_measures, load_measures, load_tree
from tiltak.domain.plans.queries.versions import (
    plan_by_slug,
    plans,
    version_by_ref,
)
from tiltak.planfile import codec, sums
from tiltak.tenancy import CouncilRequest

router = Router(tags=["planar"])


@router.get("/", response=list[schemas.PlanSummary], summary="Alle planar")
def list_plans(request: CouncilRequest) -> HttpResponse:
    found = plans(request.viewer)
    slugs = {plan.shown.plan_id: plan.shown.slug for plan in found}
    shaper = shapes.Shaper(request)
    return shapes.answer([shaper.plan(plan, slugs) for plan in found])


@router.get("/{slug}", response=schemas.PlanSummary, summary="Éin plan")
def get_plan(request: CouncilRequest, slug: str) -> HttpResponse:
    found = plan_by_slug(request.viewer, slug)
    slugs = {plan.shown.plan_id: plan.shown.slug for plan in plans(request.viewer)}
    return shapes.answer(shapes.Shaper(request).plan(found, slugs))


@router.get("/{ref}/measures", response=schemas.MeasurePage, summary="Tiltaka i ein plan")
def list_measures(request: CouncilRequest, ref: str, paging: Query[schemas.Paging]) -> HttpResponse:
    version = version_by_ref(request.viewer, ref)
    count = count_measures(request.viewer, version)
    items = []
    if paging.offset < count:
        tree = load_measures(request.viewer, version, offset=paging.offset, limit=paging.limit)
        statuses = statuses_of(request.viewer, {node.initiative_id for node in tree.measures})
        shaper = shapes.Shaper(request, statuses)
        items = [shaper.element(node) for node in tree.top_measures]
    return shapes.answer({"items": items, **_page(request, count, paging)})


@router.get("/{ref}/rows", response=schemas.RowPage, summary="Radene i tabellen")
def list_rows(request: CouncilRequest, ref: str, paging: Query[schemas.Paging]) -> HttpResponse:
    tree = load_tree(request.viewer, version_by_ref(request.viewer, ref))
    chosen = tree.rows[paging.offset : paging.offset + paging.limit]
    return shapes.answer(
        {
            "items": [shapes.row(row) for row in chosen],
            **_page(request, len(tree.rows), paging),
        }
    )


@router.get("/{ref}/budget", response=schemas.Budget, summary="Summane i planen")
def get_budget(request: CouncilRequest, ref: str) -> HttpResponse:
    tree = load_tree(request.viewer, version_by_ref(request.viewer, ref))
    lines = lines_of(tree)
    titles = {area.code: area.text for area in tree.areas}
    return shapes.answer(
        {
            "total": shapes.total(sums.add_up(lines)),
            "by_area": [
                shapes.total(one, titles.get(area or "", area))
                for area, one in sums.by_area(lines).items()
            ],
            "by_funder": [
                shapes.total(one, funder) for funder, one in sums.by_funder(lines).items()
            ],
            "by_year": [
                {"year": year, "amount": amount} for year, amount in sums.by_year(lines).items()
            ],
        }
    )


@router.get("/{ref}/file", summary="Heile planen som plan/1")
def get_file(request: CouncilRequest, ref: str) -> HttpResponse:
    plan = planfile_for(request.viewer, version_by_ref(request.viewer, ref))
    return HttpResponse(codec.encode(plan), content_type="application/json; charset=utf-8")


def _page(request: HttpRequest, count: int, paging: schemas.Paging) -> dict[str, Any]:
    rest = paging.offset + paging.limit
    query = urlencode({"offset": rest, "limit": paging.limit})
    following = f"{request.scheme}://{request.get_host()}{request.path}?{query}"
    return {
        "count": count,
        "offset": paging.offset,
        "limit": paging.limit,
        "next": following if rest < count else None,
    }
