from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "tiltak.domain.followup"
    label = "followup"
