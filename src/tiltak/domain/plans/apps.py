from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "tiltak.domain.plans"
    label = "plans"
