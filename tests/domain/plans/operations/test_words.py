"""A council's own words: learnt, forgotten, and never another council's."""

import pytest

from tests.domain.plans.operations.conftest import Receive
from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.errors import NoLongerThere, NotAllowed
from tiltak.domain.plans.models import CouncilWord
from tiltak.domain.plans.operations.words import (
    COLUMN_ROLES,
    LEVEL_ROLES,
    MOST_WORDS,
    ImpossibleWord,
    Word,
    WordProblem,
    forget_word,
    learn_words,
)
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.plans.queries.words import CouncilWords, council_words, own_words, word_by_id
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.reading import Vocabulary

GRIP = Word("level", "strategy", "Hovudgrep")
DOER = Word("column", "responsible", "Kven  gjer det?")


def learn(by: Viewer, *words: Word) -> list[tuple[str, str, str]]:
    made = learn_words(by=by, words=words, learned_from=None, now=NOW)
    return [(one.use, one.role, one.word) for one in made]


def test_words_are_kept_in_one_form(by: Viewer) -> None:
    assert learn(by, GRIP, DOER, Word("level", "strategy", " hovudgrep: ")) == [
        ("level", "strategy", "hovudgrep"),
        ("column", "responsible", "kven gjer det?"),
    ]
    assert council_words(by) == CouncilWords(
        levels={"strategy": ("hovudgrep",)}, columns={"responsible": ("kven gjer det?",)}
    )
    event = Event.objects.get(verb="learn_words")
    assert (event.summary, event.actor) == ("hovudgrep, kven gjer det?", "Sekretæren")


def test_a_word_that_is_known_is_no_news(by: Viewer) -> None:
    learn(by, GRIP)
    assert learn(by, GRIP) == []
    assert Event.objects.filter(verb="learn_words").count() == 1


def test_a_word_can_name_a_level_and_another_column(by: Viewer) -> None:
    assert len(learn(by, GRIP, Word("column", "measure", "Hovudgrep"))) == 2


@pytest.mark.parametrize(
    ("word", "problem"),
    [
        (Word("level", "strategy", "  "), WordProblem.EMPTY),
        (Word("level", "strategy", "–:"), WordProblem.EMPTY),
        (Word("level", "strategy", "2.1"), WordProblem.NUMBER),
        (Word("level", "strategy", "a"), WordProblem.TOO_SHORT),
        (Word("level", "strategy", "x" * 101), WordProblem.TOO_LONG),
        (Word("level", "responsible", "Grep"), WordProblem.NO_ROLE),
        (Word("column", "part", "Grep"), WordProblem.NO_ROLE),
        (Word("row", "measure", "Grep"), WordProblem.NO_ROLE),
        (Word("level", "measure", "HOVUDGREP"), WordProblem.TAKEN),
    ],
)
def test_what_is_no_word(by: Viewer, word: Word, problem: WordProblem) -> None:
    learn(by, GRIP)
    with pytest.raises(ImpossibleWord) as error:
        learn(by, Word("level", "part", "Delgrep"), word)
    assert error.value.problem == problem
    assert error.value.taken_by == ("strategy" if problem == WordProblem.TAKEN else "")
    assert [one.word for one in own_words(by)] == ["hovudgrep"]


def test_there_is_an_end_to_words(by: Viewer) -> None:
    many = [Word("level", "measure", f"Grep {n}") for n in range(MOST_WORDS)]
    learn(by, *many)
    with pytest.raises(ImpossibleWord) as error:
        learn(by, Word("level", "measure", "Eitt til"))
    assert error.value.problem == WordProblem.TOO_MANY
    assert own_words(by).count() == MOST_WORDS


def test_a_word_is_forgotten(by: Viewer) -> None:
    learn(by, GRIP)
    word = CouncilWord.objects.get()
    forget_word(by=by, word=word, now=NOW)
    assert not council_words(by)
    assert Event.objects.get(verb="forget_word").summary == "hovudgrep"
    with pytest.raises(NoLongerThere):
        forget_word(by=by, word=word, now=NOW)


def test_a_word_knows_where_it_was_learnt(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    learn_words(by=by, words=[GRIP], learned_from=received, now=NOW)
    assert own_words(by).get().learned_from == received


def test_nothing_crosses_between_councils(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    learn(by, GRIP)
    word = CouncilWord.objects.get()
    other = editor_of(make_council("Dalrådet", host="dal.example"))
    assert (list(own_words(other)), bool(council_words(other))) == ([], False)
    with pytest.raises(NotFound):
        word_by_id(other, word.pk)
    with pytest.raises(NotAllowed):
        forget_word(by=other, word=word, now=NOW)
    with pytest.raises(NotAllowed):
        learn_words(by=other, words=[DOER], learned_from=received, now=NOW)
    assert learn(other, Word("level", "measure", "Hovudgrep")) != []
    assert council_words(by).levels == {"strategy": ("hovudgrep",)}


def test_the_public_has_no_words(council: RegionalCouncil, by: Viewer) -> None:
    learn(by, GRIP)
    public = anonymous(council.pk)
    assert (list(own_words(public)), bool(council_words(public))) == ([], False)
    with pytest.raises(NotAllowed):
        learn(public, DOER)


def test_the_roles_are_the_readers() -> None:
    words = Vocabulary.default()
    assert set(LEVEL_ROLES) <= set(words.levels)
    assert set(COLUMN_ROLES) <= set(words.columns)
