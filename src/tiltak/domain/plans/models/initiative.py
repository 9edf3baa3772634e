from django.db import models
from django.db.models import Q

from tiltak.domain.organisations.models import RegionalCouncil


class Initiative(models.Model):
    """The permanent identity of a plan element through drafts, versions and years.

    Measures above all, but areas, themes, goals and strategies have one too: follow-up,
    comments and indicators hang on it. `code` is its permanent address. `short_title`
    stands beside the adopted text and is no part of it.
    """

    council = models.ForeignKey(
        RegionalCouncil, on_delete=models.CASCADE, related_name="initiatives"
    )
    code = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    short_title = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="initiative_code_once", fields=["council", "code"]),
        ]

    def __str__(self) -> str:
        return self.code


class Succession(models.Model):
    """What became of an initiative from one version to the next, and why."""

    class Kind(models.TextChoices):
        CONTINUED = "continued"
        CHANGED = "changed"
        MERGED = "merged"
        SPLIT = "split"
        STOPPED = "stopped"
        FINISHED = "finished"

    predecessor = models.ForeignKey(
        Initiative, on_delete=models.CASCADE, related_name="successions"
    )
    successor = models.ForeignKey(
        Initiative, null=True, on_delete=models.CASCADE, related_name="predecessions"
    )
    version = models.ForeignKey("plans.PlanVersion", on_delete=models.CASCADE, related_name="+")
    # the import that told of it; undone together with it
    intake = models.ForeignKey(
        "plans.Import", null=True, on_delete=models.CASCADE, related_name="successions"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reason = models.TextField(blank=True)
    decided_date = models.DateField(null=True)
    decided_body = models.CharField(max_length=200, blank=True)
    decided_case = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="succession_once", fields=["predecessor", "successor", "version"]
            ),
            models.UniqueConstraint(
                name="succession_ends_once",
                fields=["predecessor", "version"],
                condition=Q(successor__isnull=True),
            ),
            models.CheckConstraint(
                name="succession_kind",
                condition=Q(
                    kind__in=["continued", "changed", "merged", "split", "stopped", "finished"]
                ),
            ),
            models.CheckConstraint(
                name="succession_end_has_no_successor",
                condition=Q(kind__in=["stopped", "finished"], successor__isnull=True)
                | ~Q(kind__in=["stopped", "finished"]) & Q(successor__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} {self.kind} {self.successor_id}"
