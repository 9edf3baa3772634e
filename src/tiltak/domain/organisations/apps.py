from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "tiltak.domain.organisations"
    label = "organisations"
