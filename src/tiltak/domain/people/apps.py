from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "tiltak.domain.people"
    label = "people"
