"""All addresses. Nynorsk has no prefix; /nb/ and /en/ are the same pages in other languages."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from tiltak.api import api

urlpatterns = [
    path("api/v1/", api.urls),
    *i18n_patterns(path("", include("tiltak.web.urls")), prefix_default_language=False),
]
