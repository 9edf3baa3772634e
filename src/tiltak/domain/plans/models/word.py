from django.conf import settings
from django.db import models

from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models.intake import Import


class CouncilWord(models.Model):
    """A word of a council's own documents: what it calls a level, or the head of a column.

    Together they are the profile its next document is read with. `role` is a level or a column
    role of the reader's vocabulary; `learned_from` the review in which a person said so.
    """

    class Use(models.TextChoices):
        LEVEL = "level"
        COLUMN = "column"

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="words")
    use = models.CharField(max_length=10, choices=Use.choices)
    role = models.CharField(max_length=30)
    word = models.CharField(max_length=100)
    learned_from = models.ForeignKey(Import, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["use", "role", "word"]
        constraints = [
            models.UniqueConstraint(name="council_word_once", fields=["council", "use", "word"]),
            models.CheckConstraint(
                name="council_word_use", condition=models.Q(use__in=["level", "column"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.word} = {self.role}"
