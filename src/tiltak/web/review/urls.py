"""Addresses under /arbeid/: the review of a document that waits, and pages as pictures."""

from django.urls import path

from tiltak.web.review import views

urlpatterns = [
    path("import/<int:pk>/", views.page, name="import"),
    path("import/<int:pk>/steg/", views.step, name="review_step"),
    path("import/<int:pk>/steg/angre/", views.undo, name="review_undo"),
    path("import/<int:pk>/steg/godkjenn-alt/", views.accept_all, name="review_accept_all"),
    path("dokument/<int:pk>/side/<int:page>/", views.picture, name="page_picture"),
]
