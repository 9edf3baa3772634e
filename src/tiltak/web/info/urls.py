"""The addresses of the pages about the pages."""

from django.urls import path

from tiltak.web.info.views import about, accessibility, contact

urlpatterns = [
    path("om/", about, name="about"),
    path("kontakt/", contact, name="contact"),
    path("tilgjenge/", accessibility, name="accessibility"),
]
