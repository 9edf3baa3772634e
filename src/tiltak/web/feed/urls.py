"""The address of the feed."""

from django.urls import path

from tiltak.web.feed.views import feed

urlpatterns = [path("hendingar.atom", feed, name="feed")]
