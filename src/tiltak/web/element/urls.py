"""The permanent address of an element."""

from django.urls import path

from tiltak.web.element.views import element

urlpatterns = [path("<slug:code>/", element, name="element")]
