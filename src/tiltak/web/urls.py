"""The pages' addresses, one line a room."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("tiltak.web.front.urls")),
    path("plan/", include("tiltak.web.plan.urls")),
    path("p/", include("tiltak.web.element.urls")),
    path("p/", include("tiltak.web.traveltime.urls")),
    path("", include("tiltak.web.parties.urls")),
    path("", include("tiltak.web.municipalities.urls")),
    path("kjelde/", include("tiltak.web.sources.urls")),
    path("sok/", include("tiltak.web.search.urls")),
    path("", include("tiltak.web.info.urls")),
    path("", include("tiltak.web.feed.urls")),
    path("arbeid/", include("tiltak.web.desk.urls")),
    path("arbeid/", include("tiltak.web.review.urls")),
    path("konto/", include("tiltak.web.account.urls")),
]
