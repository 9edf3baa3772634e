from django.db import models
from django.db.models import F, Q

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.sources.models import SourceDocument, Visibility


class Plan(models.Model):
    """A plan through its versions. A programme may have yearly plans below it (`parent`)."""

    class Kind(models.TextChoices):
        REGIONAL_PLAN = "regional_plan"
        ACTION_PLAN = "action_plan"
        PROGRAMME = "programme"
        SUB_PLAN = "sub_plan"
        STRATEGY = "strategy"

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="plans")
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.ACTION_PLAN)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    period_from = models.PositiveSmallIntegerField(null=True)
    period_to = models.PositiveSmallIntegerField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-period_from", "title"]
        constraints = [
            models.UniqueConstraint(name="plan_slug_once", fields=["council", "slug"]),
            models.CheckConstraint(
                name="plan_period_order",
                condition=Q(period_to__isnull=True) | Q(period_to__gte=F("period_from")),
            ),
            models.CheckConstraint(
                name="plan_kind",
                condition=Q(
                    kind__in=["regional_plan", "action_plan", "programme", "sub_plan", "strategy"]
                ),
            ),
            models.CheckConstraint(name="plan_not_below_itself", condition=~Q(parent=F("id"))),
        ]

    def __str__(self) -> str:
        return self.title


class PlanVersion(models.Model):
    """One state of a plan's text.

    A version with `frozen_at` never changes: `content` is its canonical JSON, `content_hash`
    the SHA-256 of that, and triggers refuse any change of it or of its rows. Visibility is
    no part of the text and may change.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        PROPOSAL = "proposal"
        CONSULTATION = "consultation"
        ADOPTED = "adopted"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    visibility = models.CharField(
        max_length=10, choices=Visibility.choices, default=Visibility.INTERNAL
    )
    title = models.TextField()
    # what the document says about itself, but for its title (planfile.model.Document)
    facts = models.JSONField(default=dict)
    # the document's own words for its levels
    labels = models.JSONField(default=dict)
    ambiguities = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    based_on = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    # the authority of an adopted version, as a value: plans know no meetings
    decided_date = models.DateField(null=True)
    decided_body = models.CharField(max_length=200, blank=True)
    decided_case = models.CharField(max_length=60, blank=True)
    frozen_at = models.DateTimeField(null=True)
    content = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(name="version_number_once", fields=["plan", "number"]),
            models.CheckConstraint(
                name="version_state",
                condition=Q(state__in=["draft", "proposal", "consultation", "adopted"]),
            ),
            models.CheckConstraint(
                name="version_visibility", condition=Q(visibility__in=["internal", "public"])
            ),
            models.CheckConstraint(
                name="version_frozen_is_whole",
                condition=Q(frozen_at__isnull=True, content_hash="")
                | Q(frozen_at__isnull=False) & ~Q(content="") & ~Q(content_hash=""),
            ),
            models.CheckConstraint(
                name="version_adopted_is_frozen",
                condition=~Q(state="adopted")
                | Q(frozen_at__isnull=False, decided_date__isnull=False),
            ),
            models.CheckConstraint(
                name="version_public_since",
                condition=Q(visibility="internal") | Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}@{self.number} {self.title}"


class VersionSource(models.Model):
    """A document the version was read from, in order (plan, then appendices)."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="sources")
    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="versions")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="version_source_once", fields=["version", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} ← {self.document_id}"
