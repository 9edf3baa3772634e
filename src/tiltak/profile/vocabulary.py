"""The words a council's documents are read with."""

from tiltak.domain.plans.queries.words import council_words
from tiltak.domain.viewer import Viewer
from tiltak.reading import Vocabulary


def vocabulary_for(viewer: Viewer) -> Vocabulary | None:
    """The usual words and the council's own; None for the usual ones alone."""
    own = council_words(viewer)
    if not own:
        return None
    return Vocabulary.default().with_words(levels=own.levels, columns=own.columns)
