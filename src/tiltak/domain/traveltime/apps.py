from django.apps import AppConfig


class TraveltimeConfig(AppConfig):
    name = "tiltak.domain.traveltime"
    label = "traveltime"
