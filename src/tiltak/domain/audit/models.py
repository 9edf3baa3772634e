from django.conf import settings
from django.db import models


class Event(models.Model):
    """One thing somebody did. Never changed, never deleted (a trigger refuses both).

    `council_id` is a number, not a foreign key: the log is below every other room.
    `before` and `after` hold what an undo needs.
    """

    at = models.DateTimeField()
    council_id = models.BigIntegerField(null=True, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField(null=True)
    summary = models.TextField(blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject_type}"
