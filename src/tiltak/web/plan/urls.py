"""The addresses of a plan. `ref` is read by the queries, not here."""

from django.urls import path, register_converter

from tiltak.web.plan.budget import budget
from tiltak.web.plan.download import download
from tiltak.web.plan.overview import plan
from tiltak.web.plan.refs import VersionRef
from tiltak.web.plan.table import table
from tiltak.web.plan.text import text
from tiltak.web.plan.timeline import timeline

register_converter(VersionRef, "ref")

urlpatterns = [
    path("<ref:ref>/", plan, name="plan"),
    path("<ref:ref>/tekst/", text, name="plan_text"),
    path("<ref:ref>/tabell/", table, name="plan_table"),
    path("<ref:ref>/tidslinje/", timeline, name="plan_timeline"),
    path("<ref:ref>/budsjett/", budget, name="plan_budget"),
    path("<ref:ref>/last-ned/<slug:extension>/", download, name="plan_download"),
]
