from django.conf import settings
from django.db import models

from tiltak.domain.organisations.models import RegionalCouncil


class Visibility(models.TextChoices):
    """Who may see a document, a version or an entry."""

    INTERNAL = "internal"
    PUBLIC = "public"


class SourceDocument(models.Model):
    """A document as it came in. `text` is what a reader got out; passages point into it."""

    council = models.ForeignKey(RegionalCouncil, on_delete=models.CASCADE, related_name="sources")
    sha256 = models.CharField(max_length=64)
    filename = models.CharField(max_length=300)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    text = models.TextField()
    # a newer reader may get another text out of the same bytes; passages point into one of them
    text_sha256 = models.CharField(max_length=64)
    method = models.CharField(max_length=20, default="text")
    visibility = models.CharField(
        max_length=10, choices=Visibility.choices, default=Visibility.INTERNAL
    )
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-uploaded_at"]
        constraints = [
            models.UniqueConstraint(
                name="source_once_per_council", fields=["council", "sha256", "text_sha256"]
            ),
            models.CheckConstraint(
                name="source_visibility", condition=models.Q(visibility__in=["internal", "public"])
            ),
        ]

    def __str__(self) -> str:
        return self.filename


class SourceContent(models.Model):
    """The bytes. In the database, so that a backup and a transaction hold everything; in a table
    of its own, so that no list ever fetches them."""

    document = models.OneToOneField(
        SourceDocument, on_delete=models.CASCADE, related_name="content", primary_key=True
    )
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.document_id}"
