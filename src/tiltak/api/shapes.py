"""Values of the domain in the API's shapes."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from tiltak.domain.followup.queries.statuses import Status
from tiltak.domain.plans.queries.values import Node, Role, RowView
from tiltak.domain.plans.queries.versions import PlanView, VersionView
from tiltak.planfile.model import Budget, Time
from tiltak.planfile.sums import Sum

Statuses = Mapping[int, Status]
Shape = dict[str, Any]


def answer(value: object) -> HttpResponse:
    """A value of the declared shape as JSON, in UTF-8.

    Written at once: checking 200 elements against their schema takes longer than finding them.
    A test checks every answer against the schema instead.
    """
    return HttpResponse(msgspec.json.encode(value), content_type="application/json")


class Shaper:
    """Makes answers for one request; addresses are whole, so that they can be followed."""

    def __init__(self, request: HttpRequest, statuses: Statuses | None = None) -> None:
        self.base = f"{request.scheme}://{request.get_host()}"
        self.statuses = statuses or {}
        # one look-up of the address, not one for each element
        self.element_url = self.url("element", "CODE")

    def url(self, name: str, *args: object) -> str:
        return self.base + reverse(name, args=args)

    def plan(self, plan: PlanView, slugs: Mapping[int, str]) -> Shape:
        shown = plan.shown
        return {
            "slug": shown.slug,
            "title": shown.plan_title,
            "kind": shown.kind,
            "parent": slugs.get(shown.parent_id) if shown.parent_id else None,
            "period_from": shown.period_from,
            "period_to": shown.period_to,
            "url": self.url("plan", shown.slug),
            "shown": version(shown),
            "versions": [version(one) for one in plan.versions],
        }

    def element(self, node: Node) -> Shape:
        return {
            "code": node.code,
            "kind": node.kind,
            "key": node.key,
            "number": node.number,
            "text": node.text,
            "short_title": node.short_title,
            "url": self.element_url.replace("CODE", node.code),
            "places": [place(above) for above in node.above()][::-1],
            "time": time(node.time),
            "budgets": money(node.budgets),
            "parties": parties(node.roles),
            "rows": [row(one) for one in node.own_rows],
            "serves": [goal.code for goal in node.serves],
            "status": self.status(node.initiative_id),
            "parts": [self.part(part) for part in node.measures] if node.is_measure else [],
        }

    def part(self, node: Node) -> Shape:
        return {
            "code": node.code,
            "number": node.number,
            "text": node.text,
            "status": self.status(node.initiative_id),
            "parts": [self.part(part) for part in node.measures],
        }

    def status(self, initiative_id: int) -> Shape | None:
        found = self.statuses.get(initiative_id)
        return status(found) if found else None


def version(one: VersionView) -> Shape:
    return {
        "ref": one.numbered_ref,
        "number": one.number,
        "state": one.state,
        "title": one.title,
        "years": one.years,
        "published_at": one.published_at,
        "decided_date": one.decided_date,
        "decided_body": one.decided_body,
        "decided_case": one.decided_case,
        "content_hash": one.content_hash,
    }


def place(node: Node) -> Shape:
    return {"code": node.code, "kind": node.kind, "number": node.number, "title": node.text}


def time(one: Time | None) -> Shape | None:
    if one is None:
        return None
    return {"raw": one.raw, "years": one.years, "ongoing": one.ongoing}


def money(budgets: Iterable[Budget]) -> list[Shape]:
    return [
        {
            "raw": one.raw,
            "amount": one.amount,
            "least": one.min,
            "most": one.max,
            "currency": one.currency,
            "per_year": one.per_year,
            "basis": one.basis,
            "per": one.per,
            "funder": one.funder,
            "shared_cell": one.cell_group,
        }
        for one in budgets
    ]


def parties(roles: Iterable[Role]) -> list[Shape]:
    return [
        {"role": one.role, "label": one.label, "name": one.name, "slug": one.slug} for one in roles
    ]


def row(one: RowView) -> Shape:
    return {
        "key": one.key,
        "number": one.number,
        "text": one.text,
        "area": one.focus_area,
        "time": time(one.time),
        "budgets": money(one.budgets),
        "parties": parties(one.roles),
        "measures": [node.code for node in one.measures],
    }


def status(one: Status) -> Shape:
    return {
        "lifecycle": one.lifecycle,
        "light": one.light,
        "sentence": one.sentence,
        "said_by": one.said_by,
        "said_at": one.said_at,
        "is_example": one.is_example,
    }


def total(one: Sum, name: str | None = None) -> Shape:
    return {
        "name": name,
        "total": one.total,
        "with_amount": one.with_amount,
        "without_amount": one.without_amount,
    }
