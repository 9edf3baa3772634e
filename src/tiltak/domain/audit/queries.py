"""Reading the log."""

from django.db.models import QuerySet

from tiltak.domain.audit.models import Event
from tiltak.domain.viewer import Viewer


def events(viewer: Viewer) -> QuerySet[Event]:
    """All that was done in the viewer's council, newest first; nothing for the public."""
    if not viewer.may_edit:
        return Event.objects.none()
    return Event.objects.filter(council_id=viewer.council_id)
