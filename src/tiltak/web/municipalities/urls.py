"""The addresses of the list and of one municipality."""

from django.urls import path

from tiltak.web.municipalities.views import municipalities, municipality

urlpatterns = [
    path("kommunar/", municipalities, name="municipalities"),
    path("kommune/<slug:number>/", municipality, name="municipality"),
]
