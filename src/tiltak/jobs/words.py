"""The words a council's documents are read with."""

from tiltak.domain.viewer import Viewer
from tiltak.reading import Vocabulary


def vocabulary_for(_viewer: Viewer) -> Vocabulary | None:
    """The usual words and the council's own; None for the usual ones alone."""
    return None
