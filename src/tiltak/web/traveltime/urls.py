"""Addresses below the goal's own."""

from django.urls import path

from tiltak.web.traveltime.downloads import download, scenario_download
from tiltak.web.traveltime.views import goal, scenario

urlpatterns = [
    path("<slug:code>/reisetid/", goal, name="travel_time"),
    path("<slug:code>/reisetid/fil/<str:name>", download, name="travel_file"),
    path("<slug:code>/reisetid/<int:pk>/", scenario, name="travel_scenario"),
    path(
        "<slug:code>/reisetid/<int:pk>/fil/<str:name>",
        scenario_download,
        name="travel_scenario_file",
    ),
]
