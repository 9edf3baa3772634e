"""The JSON API: read only, all public content, OpenAPI 3.1.

Anonymous answers come from the page cache and carry an ETag, like pages.
"""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from tiltak import __version__
from tiltak.api.council import router as council
from tiltak.api.elements import router as elements
from tiltak.api.plans import router as plans
from tiltak.api.search import router as search
from tiltak.domain.plans.queries.versions import NotFound

api = NinjaAPI(
    title="Tiltak",
    version=__version__,
    description=(
        "Opne data om handlingsplanane til eit regionråd: tiltak, mål, ansvar, pengar og status. "
        "Alt offentleg innhald, berre lesing. Eit beløp som manglar, er null, aldri 0."
    ),
    urls_namespace="api",
)
api.add_router("", council)
api.add_router("/plans", plans)
api.add_router("/elements", elements)
api.add_router("/search", search)


@api.exception_handler(NotFound)
def not_found(request: HttpRequest, _error: NotFound) -> HttpResponse:
    """No such plan, version or element, or it is not public."""
    return api.create_response(request, {"detail": "Fann ikkje dette."}, status=404)
