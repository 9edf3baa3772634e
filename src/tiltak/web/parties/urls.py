"""The addresses of the list and of one party."""

from django.urls import path

from tiltak.web.parties.views import parties, party

urlpatterns = [
    path("partar/", parties, name="parties"),
    path("part/<slug:slug>/", party, name="party"),
]
