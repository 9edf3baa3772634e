"""A council's own words: what its documents call a level, or write above a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.plans.errors import NoLongerThere, NotAllowed, PlanError
from tiltak.domain.plans.models import CouncilWord, Import
from tiltak.domain.plans.operations.guard import lock_council, require_editor
from tiltak.domain.viewer import Viewer

# the levels and columns of the reader's vocabulary that a council can name
LEVEL_ROLES = ("focus_area", "theme", "sub_goal", "strategy", "measure", "part")
COLUMN_ROLES = (
    "focus_area",
    "theme",
    "sub_goal",
    "strategy",
    "measure",
    "number",
    "time",
    "start",
    "end",
    "budget",
    "responsible",
    "partners",
    "funder",
    "state",
    "note",
)
ROLES = {CouncilWord.Use.LEVEL: LEVEL_ROLES, CouncilWord.Use.COLUMN: COLUMN_ROLES}
LONGEST_WORD = 100
# every word is looked for at the head of every line
MOST_WORDS = 300
_AROUND = " .:;,*–—-"


class WordProblem(StrEnum):
    """Why a word cannot be a word of the council."""

    EMPTY = "empty"
    NUMBER = "number"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_ROLE = "no_role"
    TAKEN = "taken"
    TOO_MANY = "too_many"


class ImpossibleWord(PlanError):
    """The word cannot be learnt; nothing was. `taken_by` is the role the council gave it before."""

    def __init__(self, problem: WordProblem, word: str, taken_by: str = "") -> None:
        super().__init__(f"{problem}: {word}")
        self.problem = problem
        self.word = word
        self.taken_by = taken_by


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its use ("level" or "column") and its role there."""

    use: str
    role: str
    word: str


def plain_word(text: str) -> str:
    """The word as it is kept and compared: lower case, without what stands around it."""
    return " ".join(text.casefold().split()).strip(_AROUND)


def learn_words(
    *, by: Viewer, words: Sequence[Word], learned_from: Import | None, now: datetime
) -> list[CouncilWord]:
    """Add words to the council's own, all or none; gives those that are new.

    `learned_from` is the import in whose review they were learnt. Raises ImpossibleWord.
    """
    require_editor(by, by.council_id)
    if learned_from is not None and learned_from.council_id != by.council_id:
        raise NotAllowed
    wanted = [Word(one.use, one.role, _checked(one)) for one in words]
    with transaction.atomic():
        lock_council(by.council_id)
        known = {
            (one.use, one.word): one.role
            for one in CouncilWord.objects.filter(council_id=by.council_id)
        }
        for one in wanted:
            role = known.setdefault((one.use, one.word), one.role)
            if role != one.role:
                raise ImpossibleWord(WordProblem.TAKEN, one.word, role)
        if len(known) > MOST_WORDS:
            raise ImpossibleWord(WordProblem.TOO_MANY, wanted[-1].word)
        made = _add(by, wanted, learned_from, now)
        if made:
            names = ", ".join(one.word for one in made)
            record(by=by, verb="learn_words", subject=made[0].council, now=now, summary=names)
    return made


def _checked(one: Word) -> str:
    """The word in its one form. Raises ImpossibleWord."""
    word = plain_word(one.word.replace("\0", ""))
    if not word:
        raise ImpossibleWord(WordProblem.EMPTY, one.word)
    if len(word) > LONGEST_WORD:
        raise ImpossibleWord(WordProblem.TOO_LONG, word)
    if not any(char.isalpha() for char in word):
        raise ImpossibleWord(WordProblem.NUMBER, word)
    if len(word) < 2:
        raise ImpossibleWord(WordProblem.TOO_SHORT, word)
    if one.use not in CouncilWord.Use.values or one.role not in ROLES[CouncilWord.Use(one.use)]:
        raise ImpossibleWord(WordProblem.NO_ROLE, word)
    return word


def _add(
    by: Viewer, words: Sequence[Word], learned_from: Import | None, now: datetime
) -> list[CouncilWord]:
    made = []
    for one in words:
        kept, is_new = CouncilWord.objects.get_or_create(
            council_id=by.council_id,
            use=one.use,
            word=one.word,
            defaults={
                "role": one.role,
                "learned_from": learned_from,
                "created_at": now,
                "created_by_id": by.user_id,
            },
        )
        if is_new:
            made.append(kept)
    return made


def forget_word(*, by: Viewer, word: CouncilWord, now: datetime) -> None:
    """Take a word away. Raises NoLongerThere."""
    require_editor(by, word.council_id)
    with transaction.atomic():
        lock_council(word.council_id)
        gone = CouncilWord.objects.filter(pk=word.pk).first()
        if gone is None:
            raise NoLongerThere
        record(by=by, verb="forget_word", subject=gone.council, now=now, summary=gone.word)
        gone.delete()
