"""The council, its members and the parties its plans name."""

from typing import Any

from django.http import HttpResponse
from ninja import Router

from tiltak.api import schemas, shapes
from tiltak.domain.followup.queries.party import followed_party
from tiltak.domain.organisations.queries.municipalities import (
    ChangeView,
    MunicipalityView,
    Span,
    municipality_views,
)
from tiltak.domain.plans.queries.parties import Involvement, PartyInPlan, parties_in_force
from tiltak.tenancy import CouncilRequest

router = Router(tags=["regionråd"])


@router.get("/council", response=schemas.Council, summary="Regionrådet")
def get_council(request: CouncilRequest) -> HttpResponse:
    council = request.council
    return shapes.answer(
        {name: getattr(council, name) for name in schemas.Council.model_fields},
    )


@router.get("/municipalities", response=list[schemas.Municipality], summary="Kommunane")
def list_municipalities(request: CouncilRequest) -> HttpResponse:
    """Every municipality that is or was a member, with its numbers and changes over time."""
    return shapes.answer([_municipality(one) for one in municipality_views(request.viewer)])


@router.get("/parties", response=list[schemas.PartySummary], summary="Partane i planane")
def list_parties(request: CouncilRequest) -> HttpResponse:
    """The parties the plans in force name; `aliases` are other names for the same."""
    shaper = shapes.Shaper(request)
    return shapes.answer(
        [
            {
                "label": one.party.label,
                "slug": one.party.slug,
                "aliases": one.party.aliases,
                "measures": one.measures,
                "url": shaper.url("party", one.party.slug),
            }
            for one in parties_in_force(request.viewer)
        ]
    )


@router.get("/parties/{slug}", response=schemas.PartyWork, summary="Éin part og alt han er med i")
def get_party(request: CouncilRequest, slug: str) -> HttpResponse:
    followed = followed_party(request.viewer, slug)
    shaper = shapes.Shaper(request, followed.statuses)
    party = followed.work.party
    return shapes.answer(
        {
            "label": party.label,
            "slug": party.slug,
            "aliases": party.aliases,
            "url": shaper.url("party", party.slug),
            "plans": [_in_plan(shaper, one) for one in followed.work.plans],
        }
    )


def _in_plan(shaper: shapes.Shaper, one: PartyInPlan) -> dict[str, Any]:
    return {
        "plan": one.plan.shown.slug,
        "involvements": [_involvement(shaper, part) for part in one.involvements],
    }


def _involvement(shaper: shapes.Shaper, part: Involvement) -> dict[str, Any]:
    return {
        "roles": part.roles,
        "measure": shaper.element(part.node) if part.node else None,
        "rows": [shapes.row(row) for row in part.rows],
    }


def _municipality(one: MunicipalityView) -> dict[str, Any]:
    return {
        "name": one.name,
        "number": one.number,
        "numbers": [{"value": number.value, **_span(number.span)} for number in one.numbers],
        "memberships": [_span(span) for span in one.memberships],
        "came_from": [_change(change) for change in one.came_from],
        "went_to": [_change(change) for change in one.went_to],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"valid_from": span.valid_from, "valid_to": span.valid_to}


def _change(change: ChangeView) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "date": change.on,
        "name": change.name,
        "number": change.number,
        "note": change.note,
    }
