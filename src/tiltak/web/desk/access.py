"""Who comes in: the secretary. Others are sent to the login."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods

from tiltak.domain.organisations.queries.secretary import PartyNotFound
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.tenancy import CouncilRequest

P = ParamSpec("P")
View = Callable[Concatenate[CouncilRequest, P], HttpResponse]


def secretary(*methods: str) -> Callable[[View[P]], View[P]]:
    """A view for the secretary, by these methods; its pages are never kept in a cache, but where the
    view says otherwise.

    What a query does not find is a page that is not there.
    """

    def decorate(view: View[P]) -> View[P]:
        allowed = require_http_methods(methods)(view)

        @wraps(view)
        def guarded(request: CouncilRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.viewer.may_edit:
                return _turn_away(request)
            try:
                response = allowed(request, *args, **kwargs)
            except (NotFound, PartyNotFound) as error:
                raise Http404 from error
            if "Cache-Control" not in response.headers:
                add_never_cache_headers(response)
            return response

        return cast("View[P]", guarded)

    return decorate


def _turn_away(request: CouncilRequest) -> HttpResponse:
    if request.user.is_authenticated:
        raise PermissionDenied
    # a form that was sent cannot be sent again by a link
    back = request.get_full_path() if request.method == "GET" else ""
    return redirect_to_login(back, settings.LOGIN_URL)
