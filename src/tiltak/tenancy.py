"""Which council a request is for, and who looks."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django_htmx.middleware import HtmxDetails

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.organisations.queries.councils import council_for_host
from tiltak.domain.viewer import Viewer

Respond = Callable[[HttpRequest], HttpResponse]


class CouncilRequest(HttpRequest):
    """A request with its council and viewer, as every view gets it, and what htmx says of it."""

    council: RegionalCouncil
    viewer: Viewer
    htmx: HtmxDetails


class TenancyMiddleware:
    """Sets `request.council` and `request.viewer`. No council for the host: 404."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: CouncilRequest, *_: object) -> None:
        host, _port = split_domain_port(request.get_host())
        found = council_for_host(host, default_slug=settings.DEFAULT_COUNCIL)
        if found is None:
            raise Http404
        request.council = found
        request.viewer = viewer_of(request, found)


def viewer_of(request: HttpRequest, council: RegionalCouncil) -> Viewer:
    """The administrator may edit; everybody else is the public."""
    user = request.user
    if not user.is_authenticated:
        return Viewer(council.pk)
    return Viewer(
        council.pk,
        user_id=user.pk,
        may_edit=user.has_perm("plans.edit_plans", council),
        name=user.get_full_name() or user.get_username(),
    )


def council(request: HttpRequest) -> dict[str, object]:
    """Template context: the council and the viewer of this request."""
    return {
        "council": getattr(request, "council", None),
        "viewer": getattr(request, "viewer", None),
    }
