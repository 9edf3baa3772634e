"""The search page."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.search.entries import ROW
from tiltak.domain.search.queries.elements import Found, Hit
from tiltak.domain.search.queries.everything import search as search_all
from tiltak.domain.search.snippets import Segment
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.levels import levels
from tiltak.web.ui.addresses import address
from tiltak.web.ui.tags import page_words
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class HitLine:
    """One hit as the page shows it."""

    level: str
    title: Sequence[Segment]
    snippet: Sequence[Segment]
    place: str
    plan: str
    language: str
    href: str


@require_safe
def search(request: CouncilRequest) -> HttpResponse:
    """`?q=` the words, `?side=` the page of hits."""
    said = page_words()
    answer = search_all(request.viewer, request.GET.get("q", ""), page=_page(request))
    found = answer.found
    context = {
        "answer": answer,
        "found": found,
        "hits": hit_lines(found, request.council, said),
        "query": found.query,
        "previous": _link(found, found.page - 1),
        "next": _link(found, found.page + 1),
    }
    return render(request, "search/search.html", context)


def hit_lines(found: Found, council: RegionalCouncil, said: Words) -> list[HitLine]:
    """The hits in words and links; also for the page of a municipality."""
    return [_line(hit, council, said) for hit in found.hits]


def _line(hit: Hit, council: RegionalCouncil, said: Words) -> HitLine:
    version = hit.plan.shown
    is_row = hit.kind == ROW
    table = address("plan_table", version.slug)
    return HitLine(
        level=said.gettext("Rad i tabellen")
        if is_row
        else levels(council, version, said).of(hit.kind),
        # a paragraph has no title of its own: what stands above it says where one comes
        title=hit.title or (Segment(hit.place or version.title),),
        snippet=hit.snippet,
        place=hit.place if hit.title else "",
        plan=version.title,
        language=version.language,
        href=table if is_row else address("element", hit.code),
    )


def _page(request: HttpRequest) -> int:
    text = request.GET.get("side", "")
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _link(found: Found, page: int) -> str:
    if not 1 <= page <= found.pages:
        return ""
    return f"?{urlencode({'q': found.query, 'side': page})}"
