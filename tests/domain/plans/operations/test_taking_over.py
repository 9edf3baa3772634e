"""Taking a document over together with the words its review taught, and only as it was seen."""

import pytest

from tests.domain.plans.operations.conftest import Receive
from tests.factories.councils import NOW
from tests.factories.planfiles import sample_plan
from tiltak.domain.audit.models import Event
from tiltak.domain.plans.errors import ChangedMeanwhile, NothingChanged
from tiltak.domain.plans.models import Plan
from tiltak.domain.plans.operations import NewPlan, apply_import
from tiltak.domain.plans.operations.reviewing import review
from tiltak.domain.plans.operations.words import ImpossibleWord, Word, learn_words
from tiltak.domain.plans.queries.words import council_words, own_words
from tiltak.domain.viewer import Viewer
from tiltak.planfile.editing import Exclude

GRIP = Word("level", "strategy", "Hovudgrep")


def test_words_are_learnt_with_the_taking_over(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    apply_import(by=by, received=received, into=NewPlan(), now=NOW, learn=[GRIP], seen=0)
    assert council_words(by).levels == {"strategy": ("hovudgrep",)}
    assert own_words(by).get().learned_from == received
    assert [event.verb for event in Event.objects.order_by("id")][-2:] == ["import", "learn_words"]


def test_a_word_that_cannot_be_learnt_leaves_no_plan(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    learn_words(by=by, words=[Word("level", "theme", "Grep")], learned_from=None, now=NOW)
    before = Event.objects.count()
    with pytest.raises(ImpossibleWord):
        apply_import(
            by=by,
            received=received,
            into=NewPlan(),
            now=NOW,
            learn=[GRIP, Word("level", "strategy", "grep")],
        )
    received.refresh_from_db()
    assert (received.state, Plan.objects.count(), Event.objects.count()) == ("pending", 0, before)
    assert council_words(by).levels == {"theme": ("grep",)}


def test_a_document_that_is_refused_teaches_nothing(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    apply_import(by=by, received=received, into=NewPlan(), now=NOW)
    with pytest.raises(NothingChanged):
        apply_import(by=by, received=received, into=NewPlan(), now=NOW, learn=[GRIP])
    assert not council_words(by)


def test_steps_that_were_not_seen_are_not_taken_over(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    review(by=by, received=received, edits=[Exclude("1.1.m1")], seen=0, now=NOW)
    with pytest.raises(ChangedMeanwhile) as error:
        apply_import(by=by, received=received, into=NewPlan(), now=NOW, seen=0)
    assert (error.value.theirs, Plan.objects.count()) == (1, 0)
    apply_import(by=by, received=received, into=NewPlan(), now=NOW, seen=1)
    assert Plan.objects.count() == 1
