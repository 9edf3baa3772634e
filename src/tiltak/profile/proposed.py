"""What the corrections of a document that waits could teach, to be asked about."""

from dataclasses import dataclass

from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations.words import Word, plain_word
from tiltak.domain.plans.queries.words import CouncilWords, council_words
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.profile.vocabulary import vocabulary_for
from tiltak.reading import Vocabulary
from tiltak.reading.lessons import Lesson, lessons

# a person reads them all before one button
MOST = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word the council's next documents could be read with.

    `times`: how many elements or cells a person treated so. `usual` is the role that every reader
    gives the word otherwise, `taken` the other one that the council itself gave it before: then
    it must be forgotten first. "" where there is none.
    """

    word: Word
    times: int
    usual: str
    taken: str


def proposals(viewer: Viewer, received: Import) -> tuple[Proposal, ...]:
    """The surest first, at most MOST; none for others than the council's editor, and none for a
    document nobody corrected (which costs nothing)."""
    if not viewer.may_edit or received.council_id != viewer.council_id or not received.as_read:
        return ()
    known = vocabulary_for(viewer) or Vocabulary.default()
    found = lessons(codec.decode(received.as_read), codec.decode(received.content), known)
    own = council_words(viewer)
    surest = sorted(found, key=lambda lesson: -lesson.times)[:MOST]
    return tuple(_proposal(lesson, own) for lesson in surest)


def _proposal(lesson: Lesson, own: CouncilWords) -> Proposal:
    word = Word(lesson.use, lesson.role, plain_word(lesson.word))
    usual = Vocabulary.default()
    means = usual.level_of if lesson.use == "level" else usual.column_role
    return Proposal(word, lesson.times, means(word.word) or "", own.role_of(word.use, word.word))
