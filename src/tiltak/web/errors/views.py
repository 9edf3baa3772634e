"""The pages for errors, and robots.txt.

An address nobody knows never reaches the middleware that finds the council: it is found here,
so that the page keeps its menu and its search. The page for our own errors asks nobody anything.
"""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import render
from django.template.loader import get_template
from django.views.decorators.http import require_safe

from tiltak.domain.organisations.queries.councils import council_for_host
from tiltak.domain.viewer import anonymous
from tiltak.tenancy import CouncilRequest, viewer_of

# where only the secretary has something to do, and where every query makes a new page
CLOSED = ("arbeid", "konto", "sok")


# Django names the arguments; the pages do not need them
# ruff: noqa: ARG001


def not_found(request: CouncilRequest, exception: Exception | None = None) -> HttpResponse:
    """404, with a search."""
    _find_council(request)
    return render(request, "errors/404.html", status=404)


def forbidden(
    request: CouncilRequest, exception: Exception | None = None, reason: str = ""
) -> HttpResponse:
    """403; also for a form that was sent too late (`reason` says so, for the log)."""
    _find_council(request)
    return render(request, "errors/403.html", {"is_stale_form": bool(reason)}, status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: without council and menu, for the host may be what is wrong."""
    return _bare("errors/400.html", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: asks no database and no request."""
    return _bare("errors/500.html", 500)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may visit."""
    closed = [f"Disallow: {language}/{room}/" for language in ("", "/nb", "/en") for room in CLOSED]
    lines = ["User-agent: *", *closed, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _bare(template: str, status: int) -> HttpResponse:
    html = get_template(template).render({"static": f"/{settings.STATIC_URL.strip('/')}/"})
    return HttpResponse(html, status=status)


def _find_council(request: CouncilRequest) -> None:
    """Sets `request.council` and `request.viewer` where the middleware did not come to it."""
    if hasattr(request, "council"):
        return
    try:
        host, _port = split_domain_port(request.get_host())
        council = council_for_host(host, default_slug=settings.DEFAULT_COUNCIL)
    except (DatabaseError, DisallowedHost):
        return
    if council is not None:
        request.council = council
        known = hasattr(request, "user")
        request.viewer = viewer_of(request, council) if known else anonymous(council.pk)
