from django.conf import settings
from django.db import models
from django.db.models import Q

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models.intake import Import
from tiltak.domain.plans.models.plan import Plan


class Upload(models.Model):
    """Files that together are one plan, on their way to be read in the background.

    `done` of `total` steps of `phase` are behind, for the progress on the page; `problem` is the
    sentence (a message id) with which the files were refused. The files are deleted when they
    have become an import.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        READING = "reading"
        READ = "read"
        REFUSED = "refused"

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="uploads")
    plan = models.ForeignKey(Plan, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=20, blank=True, choices=Plan.Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    phase = models.CharField(max_length=20, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    received = models.ForeignKey(Import, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                name="upload_runs_or_is_finished",
                condition=Q(state__in=["waiting", "reading"], finished_at__isnull=True)
                | Q(state__in=["read", "refused"], finished_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class UploadedFile(models.Model):
    """One file of an upload: the plan first, then its appendices."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField()
    filename = models.CharField(max_length=300)
    data = models.BinaryField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                name="uploaded_file_position_once", fields=["upload", "position"]
            ),
        ]

    def __str__(self) -> str:
        return self.filename
