from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "tiltak.domain.audit"
    label = "audit"
