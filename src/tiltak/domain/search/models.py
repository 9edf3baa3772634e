from django.db import models

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative, PlanVersion


class IndexState(models.Model):
    """How far the index of a version has come.

    Triggers count up `changes` whenever a text of the version changes, whoever writes; the
    entries are those of change number `indexed`, made by the stems `made_by` names. Where one
    of the two differs, the index is old.
    """

    version = models.OneToOneField(
        PlanVersion, on_delete=models.CASCADE, primary_key=True, related_name="index_state"
    )
    changes = models.PositiveBigIntegerField(default=0)
    indexed = models.BigIntegerField(null=True)
    made_by = models.CharField(max_length=16, null=True)  # noqa: DJ001 nobody yet

    def __str__(self) -> str:
        return f"{self.version_id}: {self.indexed} of {self.changes}"


class SearchEntry(models.Model):
    """What search knows of one element (or lone table row) of a version: a projection, made anew when it is old.

    `title` is the short title or the element's own text; `text` what else stands of it: the
    adopted text below a short title, the table's wording, the parties. `place` is the heading
    it stands under. `stems` is what is searched (see `stems.py`), each with its council in
    front, so that the words of another council are other words.
    """

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(
        PlanVersion, on_delete=models.CASCADE, related_name="search_entries"
    )
    initiative = models.ForeignKey(
        Initiative, null=True, on_delete=models.CASCADE, related_name="+"
    )
    # the key of a table row that belongs to no measure
    row_key = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12)
    position = models.PositiveIntegerField()
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    place = models.TextField(blank=True)
    stems = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="entry_once", fields=["version", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.title[:60]}"
