"""Reading documents: only those the viewer may see."""

from django.db.models import QuerySet

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
