"""The review of a read document: steps, undoing, who may, two people at once."""

from datetime import timedelta

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.waiting import waiting_import
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.errors import (
    ChangedMeanwhile,
    NoLongerThere,
    NotAllowed,
    NothingChanged,
    UnstorableText,
)
from tiltak.domain.plans.models import Element, Import, PlanVersion
from tiltak.domain.plans.operations import NewPlan, apply_import, discard_import
from tiltak.domain.plans.operations.reviewing import accept_doubtful, review, undo_review_step
from tiltak.domain.plans.queries.reviewing import last_step, review_of
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile import codec
from tiltak.planfile.editing import (
    Accept,
    Assign,
    Correct,
    Edit,
    Exclude,
    ImpossibleEdit,
    Join,
    Move,
    apply_edits,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def received(council: RegionalCouncil) -> Import:
    return waiting_import(council)


STEPS: list[tuple[Edit, ...]] = [
    (Accept(("1.p1",)),),
    (Correct("1.m1", "text", "Laga ein plan for stiane."), Accept(("1.m1",))),
    (Join("1.m2", "1.m3"),),
    (Move("2.m1", "strategy", "2"),),
]


def taken(by: Viewer, received: Import, steps: list[tuple[Edit, ...]]) -> list[str]:
    """The content before each step, and after all."""
    contents = [received.content]
    for seen, edits in enumerate(steps):
        review(by=by, received=received, edits=edits, seen=seen, now=NOW)
        contents.append(received.content)
    return contents


def test_steps_change_the_content_as_the_edits_say(by: Viewer, received: Import) -> None:
    before = codec.decode(received.content)
    place = before.unplaced[0].passage
    steps = [*STEPS, (Assign(0, place.start, place.end, "measure", "2"),)]
    taken(by, received, steps)
    received.refresh_from_db()
    edits = [edit for step in steps for edit in step]
    assert codec.decode(received.content) == apply_edits(before, edits)
    assert codec.decode(received.as_read) == before
    assert received.state == "pending"


def test_undoing_goes_back_step_by_step(by: Viewer, received: Import) -> None:
    contents = taken(by, received, STEPS)
    for seen in range(4, 0, -1):
        undo_review_step(by=by, received=received, seen=seen, now=NOW)
        received.refresh_from_db()
        assert received.content == contents[seen - 1]
    assert received.as_read == ""
    with pytest.raises(NothingChanged):
        undo_review_step(by=by, received=received, seen=0, now=NOW)


def test_the_review_tells_what_is_left_and_what_was_done(by: Viewer, received: Import) -> None:
    before = review_of(by, received)
    assert (before.count, before.sure, before.doubtful) == (9, 6, ("1.m3", "1.p1", "row:R1"))
    later = NOW + timedelta(hours=1)
    review(by=by, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
    review(by=by, received=received, edits=[Exclude("1.p1")], seen=1, now=later)
    after = review_of(by, received)
    assert (after.count, after.doubtful, after.seen) == (8, ("row:R1",), 2)
    assert [(one.about, one.made_by, one.made_at, one.target) for one in after.steps] == [
        ("med båt", "Sekretæren", NOW, "1.m3"),
        ("Bygda vår er open for alle.", "Sekretæren", later, "1.p1"),
    ]
    assert after.content.unplaced[0].text == "Bygda vår er open for alle."
    assert [file.filename for file in after.files.values()] == ["plan.txt"]


def test_a_position_is_never_used_again(by: Viewer, received: Import) -> None:
    review(by=by, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
    undo_review_step(by=by, received=received, seen=1, now=NOW)
    review(by=by, received=received, edits=[Exclude("1.p1")], seen=0, now=NOW)
    found = review_of(by, received)
    assert [(one.position, one.about) for one in found.steps] == [
        (2, "Bygda vår er open for alle.")
    ]
    assert (found.seen, last_step(by, received)) == (2, 2)


def test_another_step_in_the_place_of_the_one_that_was_seen(by: Viewer, received: Import) -> None:
    review(by=by, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
    also = Import.objects.get(pk=received.pk)
    undo_review_step(by=by, received=also, seen=1, now=NOW)
    review(by=by, received=also, edits=[Exclude("1.p1")], seen=0, now=NOW)
    for refused in (undo_review_step, accept_doubtful):
        with pytest.raises(ChangedMeanwhile):
            refused(by=by, received=received, seen=1, now=NOW)
    with pytest.raises(ChangedMeanwhile):
        review(by=by, received=received, edits=[Exclude("2")], seen=1, now=NOW)
    with pytest.raises(ChangedMeanwhile):
        apply_import(by=by, received=received, into=NewPlan(), seen=1, now=NOW)
    assert [one.about for one in review_of(by, received).steps] == ["Bygda vår er open for alle."]


def test_all_that_is_left_is_accepted_as_one_step(by: Viewer, received: Import) -> None:
    accept_doubtful(by=by, received=received, seen=0, now=NOW)
    found = review_of(by, received)
    assert (found.doubtful, found.sure, found.seen) == ((), 9, 1)
    undo_review_step(by=by, received=received, seen=1, now=NOW)
    assert len(review_of(by, received).doubtful) == 3


def test_each_step_is_in_the_log(by: Viewer, received: Import) -> None:
    review(by=by, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
    undo_review_step(by=by, received=received, seen=1, now=NOW)
    told = Event.objects.filter(subject_id=received.pk).order_by("id")
    assert [(event.verb, event.summary) for event in told] == [
        ("receive", "plan.txt"),
        ("review", "med båt"),
        ("undo_review", "plan.txt"),
    ]


def test_two_people_at_once(by: Viewer, received: Import) -> None:
    review(by=by, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
    with pytest.raises(ChangedMeanwhile) as caught:
        review(by=by, received=received, edits=[Exclude("1.p1")], seen=0, now=NOW)
    assert caught.value.theirs == 1
    for refused in (undo_review_step, accept_doubtful):
        with pytest.raises(ChangedMeanwhile):
            refused(by=by, received=received, seen=0, now=NOW)
    assert review_of(by, received).seen == 1


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (Exclude("gone"), ImpossibleEdit),
        (Move("1", "section", "1"), ImpossibleEdit),
        (Correct("1.m1", "number", None), NothingChanged),
        (Correct("1.m1", "text", "tekst\ud800"), (ImpossibleEdit, UnstorableText)),
        (Correct("1.m1", "text", "tekst\0"), (ImpossibleEdit, UnstorableText)),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    by: Viewer, received: Import, edit: Edit, error: type[Exception]
) -> None:
    before = received.content
    with pytest.raises(error):
        review(by=by, received=received, edits=[edit], seen=0, now=NOW)
    received.refresh_from_db()
    assert (received.content, received.as_read, received.steps.count()) == (before, "", 0)


def test_one_impossible_edit_among_others_undoes_all(by: Viewer, received: Import) -> None:
    before = received.content
    edits = [Accept(("1.m3",)), Exclude("gone")]
    with pytest.raises(ImpossibleEdit):
        review(by=by, received=received, edits=edits, seen=0, now=NOW)
    received.refresh_from_db()
    assert received.content == before


def test_only_the_councils_own_secretary(received: Import, council: RegionalCouncil) -> None:
    other = editor_of(make_council("Naborådet", host="nabo"))
    for viewer in (other, anonymous(council.pk)):
        with pytest.raises(NotAllowed):
            review(by=viewer, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
        with pytest.raises(NotAllowed):
            accept_doubtful(by=viewer, received=received, seen=0, now=NOW)
        with pytest.raises(NotAllowed):
            undo_review_step(by=viewer, received=received, seen=0, now=NOW)
        with pytest.raises(NotFound):
            review_of(viewer, received)


def test_only_what_waits_is_reviewed(by: Viewer, received: Import) -> None:
    apply_import(by=by, received=received, now=NOW, into=NewPlan())
    with pytest.raises(NoLongerThere):
        review(by=by, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
    with pytest.raises(NoLongerThere):
        undo_review_step(by=by, received=received, seen=0, now=NOW)


def test_discarded_meanwhile(by: Viewer, received: Import) -> None:
    also = Import.objects.get(pk=received.pk)
    review(by=by, received=received, edits=[Accept(("1.m3",))], seen=0, now=NOW)
    discard_import(by=by, received=also, now=NOW)
    with pytest.raises(NoLongerThere):
        review(by=by, received=received, edits=[Accept(("1.p1",))], seen=1, now=NOW)


def test_what_is_taken_over_is_what_was_reviewed_and_not_public(
    by: Viewer, received: Import
) -> None:
    for seen, edits in enumerate(STEPS):
        review(by=by, received=received, edits=edits, seen=seen, now=NOW)
    version = apply_import(by=by, received=received, now=NOW, into=NewPlan())
    assert PlanVersion.objects.get().visibility == "internal"
    found = Element.objects.filter(version=version).values_list("kind", "text")
    assert sorted(found) == sorted(
        [
            ("area", "Reiseliv"),
            ("sub_goal", "Gjestene skal koma heile året."),
            ("measure", "Laga ein plan for stiane."),
            ("measure", "Støtta ei heilårsrute med båt"),
            ("paragraph", "Bygda vår er open for alle."),
            ("area", "Kompetanse"),
            ("strategy", "Skaffa ti læreplassar"),
        ]
    )
