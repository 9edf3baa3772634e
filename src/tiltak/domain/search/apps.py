from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "tiltak.domain.search"
    label = "search"
