"""The addresses of a source and of its file."""

from django.urls import path

from tiltak.web.sources.views import source, source_file

urlpatterns = [
    path("<int:pk>/", source, name="source"),
    path("<int:pk>/fil/", source_file, name="source_file"),
]
