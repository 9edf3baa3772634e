from django.db import models
from django.db.models import Q

from tiltak.domain.plans.models.initiative import Initiative
from tiltak.domain.plans.models.plan import PlanVersion
from tiltak.domain.sources.models import SourceDocument


class Element(models.Model):
    """One node of a version's tree.

    `key` is its id in the plan file; `position` its place in reading order over the whole
    version. `text` is the title of areas and themes, the adopted text of all others.
    """

    class Kind(models.TextChoices):
        AREA = "area"
        THEME = "theme"
        SUB_GOAL = "sub_goal"
        STRATEGY = "strategy"
        MEASURE = "measure"
        PARAGRAPH = "paragraph"

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="elements")
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="elements")
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    position = models.PositiveIntegerField()
    number = models.TextField(null=True)  # noqa: DJ001 "" is a number as printed
    text = models.TextField()
    source = models.CharField(max_length=10, null=True)  # noqa: DJ001 None: not said
    time = models.JSONField(null=True)
    responsible_raw = models.TextField(null=True)  # noqa: DJ001 None: not said
    partners_raw = models.TextField(null=True)  # noqa: DJ001 None: not said
    state = models.TextField(null=True)  # noqa: DJ001 None: not said
    # confidence, reason and warnings of the reader; passages are rows of their own
    reading = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="element_key_once", fields=["version", "key"]),
            models.UniqueConstraint(name="element_position_once", fields=["version", "position"]),
            models.CheckConstraint(
                name="element_kind",
                condition=Q(
                    kind__in=["area", "theme", "sub_goal", "strategy", "measure", "paragraph"]
                ),
            ),
            models.CheckConstraint(
                name="element_areas_on_top",
                condition=~Q(kind="area") | Q(parent__isnull=True),
            ),
            models.CheckConstraint(
                name="element_only_areas_and_paragraphs_on_top",
                condition=Q(kind__in=["area", "paragraph"]) | Q(parent__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.text[:60]}"


class Serving(models.Model):
    """A measure serves a goal or a strategy, by the plan's own word."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="+")
    measure = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="serves")
    goal = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="served_by")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="serving_once", fields=["measure", "goal"]),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} → {self.goal_id}"


class Passage(models.Model):
    """Where an element, a row or a table stands in a source: characters `start` up to `end`.

    None of these: where the facts about the document stand.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="passages")
    element = models.ForeignKey(
        Element, null=True, on_delete=models.CASCADE, related_name="passages"
    )
    row = models.ForeignKey(
        "plans.TableRow", null=True, on_delete=models.CASCADE, related_name="passages"
    )
    table = models.ForeignKey(
        "plans.PlanTable", null=True, on_delete=models.CASCADE, related_name="passages"
    )
    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="passages")
    source = models.PositiveSmallIntegerField(default=0)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    line = models.PositiveIntegerField(null=True)
    sheet = models.TextField(null=True)  # noqa: DJ001 None: there are none
    cell = models.TextField(null=True)  # noqa: DJ001 None: there are none

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="passage_of_one",
                condition=Q(element__isnull=True, row__isnull=True)
                | Q(element__isnull=True, table__isnull=True)
                | Q(row__isnull=True, table__isnull=True),
            ),
            models.CheckConstraint(name="passage_order", condition=Q(end__gte=models.F("start"))),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}:{self.start}-{self.end}"


class UnplacedText(models.Model):
    """Text of a source that found no place in the tree."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="unplaced")
    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="+")
    source = models.PositiveSmallIntegerField(default=0)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    line = models.PositiveIntegerField(null=True)
    sheet = models.TextField(null=True)  # noqa: DJ001 None: there are none
    cell = models.TextField(null=True)  # noqa: DJ001 None: there are none
    text = models.TextField()
    reason = models.TextField(null=True)  # noqa: DJ001 None: not said

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:60]
