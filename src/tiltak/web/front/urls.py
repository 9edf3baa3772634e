"""The address of the front page."""

from django.urls import path

from tiltak.web.front.views import front, logo

urlpatterns = [
    path("", front, name="front"),
    path("logo/", logo, name="council_logo"),
]
