"""What corrections of a council's document propose, and to whom."""

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.waiting import waiting_import
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations.reviewing import review, undo_review_step
from tiltak.domain.plans.operations.words import Word, learn_words
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile.editing import Move
from tiltak.profile import Proposal, proposals, vocabulary_for
from tiltak.reading import read_document

LEVEL = Word("level", "measure", "storverk")
COLUMN = Word("column", "responsible", "utførande eining")


def learn(by: Viewer, *words: Word) -> None:
    learn_words(by=by, words=words, learned_from=None, now=NOW)


def test_what_was_corrected_alike_is_proposed(by: Viewer, corrected: Import) -> None:
    assert proposals(by, corrected) == (
        Proposal(LEVEL, times=3, usual="", taken=""),
        Proposal(COLUMN, times=2, usual="", taken=""),
    )


def test_a_document_nobody_corrected_proposes_nothing(by: Viewer, read: Import) -> None:
    assert proposals(by, read) == ()


def test_corrections_that_were_taken_back_propose_nothing(by: Viewer, corrected: Import) -> None:
    undo_review_step(by=by, received=corrected, seen=1, now=NOW)
    assert proposals(by, corrected) == ()


def test_what_is_learnt_is_not_proposed_again(by: Viewer, corrected: Import) -> None:
    learn(by, LEVEL)
    assert [one.word for one in proposals(by, corrected)] == [COLUMN]


def test_what_the_council_said_otherwise_is_told(by: Viewer, corrected: Import) -> None:
    learn(by, Word("level", "theme", "Storverk"), Word("column", "measure", "Storverk"))
    assert proposals(by, corrected)[0] == Proposal(LEVEL, times=3, usual="", taken="theme")


def test_what_everybody_else_means_is_told(council: RegionalCouncil, by: Viewer) -> None:
    text = "Handlingsplan 2026\n\n1 Veg\n\nStrategi\n- Byggja bru over elva\n- Byggja gangveg\n"
    received = waiting_import(council, read_document(text.encode(), "plan.txt"))
    moves = [Move("1.s1", "measure", "1"), Move("1.s2", "measure", "1")]
    review(by=by, received=received, edits=moves, seen=0, now=NOW)
    assert proposals(by, received) == (
        Proposal(Word("level", "measure", "strategi"), times=2, usual="strategy", taken=""),
    )


def test_no_more_than_a_person_reads(
    by: Viewer, corrected: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tiltak.profile.proposed.MOST", 1)
    assert [one.word for one in proposals(by, corrected)] == [LEVEL]


def test_nobody_else_is_asked(council: RegionalCouncil, corrected: Import) -> None:
    other = editor_of(make_council("Dalrådet", host="dal.example"))
    assert proposals(other, corrected) == ()
    assert proposals(anonymous(council.pk), corrected) == ()


def test_the_next_document_is_read_with_them(by: Viewer) -> None:
    assert vocabulary_for(by) is None
    learn(by, LEVEL, COLUMN)
    words = vocabulary_for(by)
    assert words is not None
    label = words.label("Storverk 1: Samla krefter")
    assert label is not None
    assert label.level == "measure"
    assert words.head("Utførande eining").role == "responsible"
