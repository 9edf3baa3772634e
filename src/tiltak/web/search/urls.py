"""The address of the search."""

from django.urls import path

from tiltak.web.search.views import search

urlpatterns = [path("", search, name="search")]
