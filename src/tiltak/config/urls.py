"""All addresses. Nynorsk has no prefix; /nb/ and /en/ are the same pages in other languages."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from tiltak.api import api
from tiltak.web.errors.views import robots

urlpatterns = [
    path("api/v1/", api.urls),
    path("robots.txt", robots, name="robots"),
    *i18n_patterns(path("", include("tiltak.web.urls")), prefix_default_language=False),
]

handler400 = "tiltak.web.errors.views.bad_request"
handler403 = "tiltak.web.errors.views.forbidden"
handler404 = "tiltak.web.errors.views.not_found"
handler500 = "tiltak.web.errors.views.server_error"
