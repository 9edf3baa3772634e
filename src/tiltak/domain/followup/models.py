from django.conf import settings
from django.db import models
from django.db.models import Q

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative
from tiltak.domain.sources.models import Visibility


class StatusUpdate(models.Model):
    """What somebody said about how it goes. Never changed: a newer one supersedes it."""

    class Lifecycle(models.TextChoices):
        NOT_STARTED = "not_started"
        IN_PROGRESS = "in_progress"
        ON_HOLD = "on_hold"
        COMPLETED = "completed"
        CLOSED = "closed"
        CANCELLED = "cancelled"

    class Light(models.TextChoices):
        ON_TRACK = "on_track"
        AT_RISK = "at_risk"
        OFF_TRACK = "off_track"

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="status_updates"
    )
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="status_updates"
    )
    lifecycle = models.CharField(max_length=12, choices=Lifecycle.choices)
    light = models.CharField(max_length=10, choices=Light.choices, blank=True)
    sentence = models.TextField(blank=True)
    said_by = models.CharField(max_length=200)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    visibility = models.CharField(
        max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    is_example = models.BooleanField(default=False)

    class Meta:
        ordering = ["-said_at", "-id"]
        # without it SQLite reads all that was ever said in the council to tell of one element
        indexes = [models.Index(name="status_of_initiative", fields=["council", "initiative"])]
        constraints = [
            models.UniqueConstraint(
                name="one_current_status",
                fields=["initiative"],
                condition=Q(superseded_at__isnull=True),
            ),
            models.CheckConstraint(
                name="status_lifecycle",
                condition=Q(
                    lifecycle__in=[
                        "not_started",
                        "in_progress",
                        "on_hold",
                        "completed",
                        "closed",
                        "cancelled",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="status_visibility", condition=Q(visibility__in=["internal", "public"])
            ),
            models.CheckConstraint(
                name="status_light", condition=Q(light__in=["", "on_track", "at_risk", "off_track"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.lifecycle} {self.light}"
