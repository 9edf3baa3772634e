from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "tiltak.domain.sources"
    label = "sources"
