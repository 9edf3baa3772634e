"""What every write asks first."""

from tiltak.domain.traveltime.errors import NotAllowed
from tiltak.domain.viewer import Viewer


def require_editor(by: Viewer, *council_ids: int) -> None:
    """Raises NotAllowed unless `by` may edit, and all of it is of the same council."""
    if not by.may_edit or set(council_ids) != {by.council_id}:
        raise NotAllowed
