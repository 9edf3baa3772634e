"""The page of a source, and its file."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.queries.elements import PassageView
from tiltak.domain.plans.queries.sources import SourceView, UnplacedView, source_view
from tiltak.domain.sources.queries import visible_content
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.levels import levels
from tiltak.web.plan.lookup import or_404
from tiltak.web.plan.sources import SourceLinks
from tiltak.web.sources.lines import SourceText
from tiltak.web.ui.addresses import Addresses
from tiltak.web.ui.tags import page_words
from tiltak.wording import Words

# kinds a browser may open by itself; all others are only saved
SAFE_TYPES = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.text",
        "application/json",
        "text/plain",
    }
)


@dataclass(frozen=True, slots=True)
class Origin:
    """An element that was read from the document: what it is, and where it stands."""

    level: str
    number: str
    text: str
    href: str
    place: str
    at: str


@require_safe
def source(request: CouncilRequest, pk: int) -> HttpResponse:
    """`?start=&end=` marks a passage, `?del=` shows another part of a long text."""
    with or_404():
        found = source_view(request.viewer, pk)
    text = SourceText.of(found, _asked(request))
    part = min(max(_number(request, "del") or text.first_part(), 1), text.parts)
    context = {
        "source": found,
        "version": found.version,
        "ref": found.plan.ref_to(found.version) if found.plan and found.version else "",
        "language": found.version.language if found.version else "nn",
        "text": text,
        "lines": text.lines(part),
        "part": part,
        "parts": range(1, text.parts + 1),
        "origins": list(_origins(found, request.council, page_words())),
        "unplaced": list(_unplaced(found, page_words())),
    }
    return render(request, "sources/source.html", context)


@require_safe
def source_file(request: CouncilRequest, pk: int) -> HttpResponse:
    """The document as it came."""
    content = visible_content(request.viewer, pk)
    if content is None:
        raise Http404
    kind = content.document.media_type
    response = HttpResponse(
        bytes(content.data),
        content_type=kind if kind in SAFE_TYPES else "application/octet-stream",
    )
    disposition = content_disposition_header(as_attachment=True, filename=content.document.filename)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _origins(found: SourceView, council: RegionalCouncil, said: Words) -> Iterator[Origin]:
    """What was read from the document, in its order, each once at its first place."""
    names, links, to = (
        levels(council, found.version, said),
        SourceLinks(said),
        Addresses.of("element"),
    )
    first = {(one.kind, one.code, one.number, one.text): one for one in reversed(found.elements)}
    for one in sorted(first.values(), key=lambda one: one.place.start):
        yield Origin(
            level=said.gettext("Rad i tabellen") if one.kind == "row" else names.of(one.kind),
            number=one.number,
            text=one.text,
            href=to.to(one.code) if one.code else "",
            place=links.place(one.place),
            at=_jump(one.place),
        )


def _unplaced(found: SourceView, said: Words) -> Iterator[tuple[UnplacedView, str, str]]:
    links = SourceLinks(said)
    for one in found.unplaced:
        yield one, links.place(one.place), _jump(one.place)


def _jump(place: PassageView) -> str:
    """The address of a passage on this page."""
    return f"?start={place.start}&end={place.end}#funn" if place.start < place.end else ""


def _asked(request: HttpRequest) -> tuple[int, int] | None:
    start, end = _number(request, "start"), _number(request, "end")
    return (start, end) if start is not None and end is not None else None


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else None
