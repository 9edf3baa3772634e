from django.conf import settings
from django.db import models
from django.db.models import Q

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models.plan import Plan, PlanVersion
from tiltak.domain.sources.models import SourceDocument


class Import(models.Model):
    """A document on its way into a plan: read, looked at, taken over, perhaps undone.

    `content` is the plan file as it stands after the review so far, `as_read` what the reader
    made of it ("" while nothing is changed); `answers` what a person said about doubtful matches;
    `before` the draft as it was, so that the whole import can be undone. `steps_made` counts the
    steps of the review, undone ones too, so that no number stands for two of them.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        APPLIED = "applied"
        UNDONE = "undone"

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="imports")
    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="imports")
    plan = models.ForeignKey(Plan, null=True, on_delete=models.SET_NULL, related_name="imports")
    version = models.ForeignKey(
        PlanVersion, null=True, on_delete=models.SET_NULL, related_name="imports"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    content = models.TextField()
    as_read = models.TextField(blank=True)
    steps_made = models.PositiveIntegerField(default=0)
    before = models.TextField(blank=True)
    answers = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                name="import_waits_or_is_settled",
                condition=Q(state="pending", applied_at__isnull=True)
                | Q(state__in=["applied", "undone"], applied_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state}"


class ReviewStep(models.Model):
    """One thing a person did in the review of a read document: edits that belong together.

    `position` is its number among all that were ever made, undone ones too. `edits` are values of `tiltak.planfile.editing` as JSON. The content of the import is what was
    read with all steps applied in order; the last one is taken away to undo it.
    """

    received = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField()
    edits = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                name="review_step_position_once", fields=["received", "position"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.received_id} step {self.position}"
