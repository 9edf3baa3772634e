from django.db import models
from django.db.models import Q

from tiltak.domain.organisations.models import Party
from tiltak.domain.plans.models.element import Element
from tiltak.domain.plans.models.plan import PlanVersion

OF_ONE_OWNER = Q(row__isnull=True, element__isnull=False) | Q(
    row__isnull=False, element__isnull=True
)


class PlanTable(models.Model):
    """A table of the document, with its columns as the document names them."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="tables")
    key = models.CharField(max_length=200)
    title = models.TextField(null=True)  # noqa: DJ001 None: not said
    columns = models.JSONField(default=list)
    position = models.PositiveIntegerField()
    reading = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="table_key_once", fields=["version", "key"]),
        ]

    def __str__(self) -> str:
        return self.key


class TableRow(models.Model):
    """One row: provenance and layout. What is to be done are the measures it is linked to."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="rows")
    table = models.ForeignKey(PlanTable, on_delete=models.CASCADE, related_name="rows")
    area = models.ForeignKey(Element, null=True, on_delete=models.SET_NULL, related_name="+")
    key = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    number = models.TextField(null=True)  # noqa: DJ001 None: not said
    text = models.TextField(blank=True)
    focus_area = models.TextField(null=True)  # noqa: DJ001 None: not said
    section = models.TextField(null=True)  # noqa: DJ001 None: not said
    time = models.JSONField(null=True)
    responsible_raw = models.TextField(null=True)  # noqa: DJ001 None: not said
    partners_raw = models.TextField(null=True)  # noqa: DJ001 None: not said
    state = models.TextField(null=True)  # noqa: DJ001 None: not said
    extra = models.JSONField(default=dict)
    reading = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="row_key_once", fields=["version", "key"]),
            models.UniqueConstraint(name="row_position_once", fields=["version", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.text[:60]}"


class RowLink(models.Model):
    """Row ↔ measure. `related` means: mentions it, is not the same action."""

    class Kind(models.TextChoices):
        SAME = "same"
        MERGED = "merged"
        PART = "part"
        RELATED = "related"

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="links")
    row = models.ForeignKey(TableRow, on_delete=models.CASCADE, related_name="links")
    element = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="link_once", fields=["row", "element", "kind"]),
            models.CheckConstraint(
                name="link_kind", condition=Q(kind__in=["same", "merged", "part", "related"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.kind} {self.element_id}"


class BudgetLine(models.Model):
    """Planned money, as the plan says it, in whole units of `currency`.

    It stands on a row, and so belongs to every measure of that row, or on a measure that has
    no row. NULL is "not said", never 0. `cell_group`: the rows that share one physical cell.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="budget_lines")
    row = models.ForeignKey(
        TableRow, null=True, on_delete=models.CASCADE, related_name="budget_lines"
    )
    element = models.ForeignKey(
        Element, null=True, on_delete=models.CASCADE, related_name="budget_lines"
    )
    position = models.PositiveSmallIntegerField()
    raw = models.TextField(null=True)  # noqa: DJ001 None: not said
    amount = models.BigIntegerField(null=True)
    least = models.BigIntegerField(null=True)
    most = models.BigIntegerField(null=True)
    currency = models.TextField(null=True)  # noqa: DJ001 None: not said
    per_year = models.JSONField(default=dict)
    basis = models.CharField(max_length=15, default="none")
    per = models.CharField(max_length=10, null=True)  # noqa: DJ001 None: not said
    cell_group = models.TextField(null=True)  # noqa: DJ001 None: not said
    funder = models.TextField(null=True)  # noqa: DJ001 None: not said
    kind = models.TextField(null=True)  # noqa: DJ001 None: not said

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="budget_line_of_one_owner", condition=OF_ONE_OWNER),
            models.CheckConstraint(
                name="budget_line_per", condition=Q(per__isnull=True) | Q(per__in=["year", "total"])
            ),
            models.CheckConstraint(
                name="budget_line_basis",
                condition=Q(
                    basis__in=[
                        "amount",
                        "within_frame",
                        "external",
                        "range",
                        "band",
                        "unknown",
                        "none",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class PartyRole(models.Model):
    """A party's part in a row or a measure; `label` as the plan has it, abbreviation unfolded."""

    class Role(models.TextChoices):
        OWNER = "owner"
        RESPONSIBLE = "responsible"
        PARTNER = "partner"
        FUNDER = "funder"

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="party_roles")
    row = models.ForeignKey(
        TableRow, null=True, on_delete=models.CASCADE, related_name="party_roles"
    )
    element = models.ForeignKey(
        Element, null=True, on_delete=models.CASCADE, related_name="party_roles"
    )
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=12, choices=Role.choices)
    label = models.TextField()
    # read from running text ("X er prosjekteigar"), not from a field of its own
    in_text = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="party_role_of_one_owner", condition=OF_ONE_OWNER),
            models.CheckConstraint(
                name="party_role_role",
                condition=Q(role__in=["owner", "responsible", "partner", "funder"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.role})"
