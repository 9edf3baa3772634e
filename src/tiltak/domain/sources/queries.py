"""Reading documents: only those the viewer may see."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from tiltak.domain.sources.models import SourceContent, SourceDocument, Visibility
from tiltak.domain.viewer import Viewer


def visible_documents(viewer: Viewer) -> QuerySet[SourceDocument]:
    """The documents of the viewer's council that the viewer may see, newest first."""
    documents = SourceDocument.objects.filter(council_id=viewer.council_id)
    return documents if viewer.may_edit else documents.filter(visibility=Visibility.PUBLIC)


def visible_content(viewer: Viewer, document_id: int) -> SourceContent | None:
    """The bytes of a document; None when the viewer may not see it, or only its text was kept."""
    found = SourceContent.objects.filter(document__in=visible_documents(viewer).order_by())
    return found.select_related("document").filter(pk=document_id).first()


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A document whose bytes were kept."""

    id: int
    sha256: str
    filename: str
    media_type: str


def kept_files(viewer: Viewer) -> QuerySet[SourceDocument]:
    """The documents the viewer may see whose bytes were kept."""
    file = SourceContent.objects.filter(document=OuterRef("pk"))
    return visible_documents(viewer).filter(Exists(file))


def kept_file(document: SourceDocument) -> KeptFile:
    """What is told of it where its text is not wanted."""
    return KeptFile(document.pk, document.sha256, document.filename, document.media_type)
