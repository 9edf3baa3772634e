"""Two people with the same document before them: each is told, and nothing written is lost."""

import pytest
from django.utils import timezone

from tests.factories.councils import NOW, editor_of
from tests.web.review.room import Room
from tiltak.domain.plans.models import Import, PlanVersion
from tiltak.domain.plans.operations import NewPlan, apply_import, discard_import

pytestmark = pytest.mark.django_db

MEANWHILE = "Nokon har gjort noko her sidan du opna sida. Sjå over og gjer det på nytt."
NO_LONGER = "Dokumentet ventar ikkje lenger: det er teke over eller forkasta."


def test_a_page_of_yesterday_changes_nothing_and_keeps_what_was_written(room: Room) -> None:
    mine = room.see("1.m3", do="correct").form("correct").filled({"text": "I båt"})
    room.step("1.p1", "accept")
    kept = room.content
    answer = room.post("steg/", mine)
    assert (answer.status, answer.said, answer.current) == (409, [MEANWHILE], "1.m3")
    assert room.content == kept
    again = answer.form("correct")
    assert again.fields["text"] == "I båt"
    assert room.post("steg/", again.filled()).last_step == "«med båt» er retta"
    assert room.steps == 2


@pytest.mark.parametrize(
    ("element", "action", "button"),
    [("1.m3", "accept", ""), ("2.m1", "move", "Flytt hit"), ("1.m2", "join", "Med den etter"),
     ("1.m1", "split", "Del her"), ("1.m2", "exclude", ""), ("row:R1", "link", "Ta bort")],
)  # fmt: skip
def test_every_action_is_told_and_can_be_sent_again(
    room: Room, element: str, action: str, button: str
) -> None:
    mine = room.see(element, do=action).form(action).filled({}, button)
    room.step("1.p1", "accept")
    kept = room.content
    answer = room.post("steg/", mine)
    assert (answer.status, answer.said, room.content) == (409, [MEANWHILE], kept)
    again = room.post("steg/", mine | {"seen": answer.form(action).fields["seen"]})
    assert (again.status, again.said, room.steps) == (200, [], 2)


def test_the_same_field_written_by_two(room: Room) -> None:
    """What the other wrote is shown beside what I wrote; what I did not touch stays theirs."""
    mine = room.see("row:R1", do="correct").form("correct").filled({"text": "Mine ord"})
    room.step("row:R1", "correct", {"text": "Deira ord", "time": "2027", "responsible": "Sørvåg"})
    answer = room.post("steg/", mine)
    assert (answer.status, answer.said) == (409, [MEANWHILE])
    told = answer.part("kort")
    at = told.index("Nokon andre har skrive dette medan du skreiv:")
    assert told[at + 1] == "Deira ord"
    again = answer.form("correct")
    assert (again.fields["text"], again.fields["time"], again.fields["responsible"]) == (
        "Mine ord",
        "2027",
        "Sørvåg",
    )
    room.post("steg/", again.filled())
    (row,) = room.plan.tables[0].rows
    assert row.time is not None
    assert row.responsible is not None
    assert (row.text, row.time.years, row.responsible.parties) == ("Mine ord", (2027,), ("Sørvåg",))


def test_the_facts_of_the_document_written_by_two(room: Room) -> None:
    mine = room.see("document", do="correct").form("correct").filled({"body": "Rådet"})
    room.step("document", "correct", {"status": "vedteke", "date": "5.12.2025"})
    again = room.post("steg/", mine).form("correct")
    assert (again.fields["body"], again.fields["status"], again.fields["date"]) == (
        "Rådet",
        "vedteke",
        "05.12.2025",
    )
    room.post("steg/", again.filled())
    document = room.plan.document
    assert (document.body, document.status, document.date) == ("Rådet", "vedteke", "2025-12-05")


def test_what_is_gone_meanwhile(room: Room) -> None:
    mine = room.see("1.m3", do="correct").form("correct").filled({"text": "I båt\nheile året"})
    room.step("1.m2", "join", {}, "Med den etter")
    kept = room.content
    answer = room.post("steg/", mine)
    assert (answer.status, answer.said) == (
        409,
        [
            "Det du ville endra, finst ikkje lenger. Sjå over på nytt.",
            "Du skreiv: «I båt heile året»",
        ],
    )
    assert room.content == kept


def test_undoing_and_accepting_all_from_an_old_page(room: Room) -> None:
    room.step("1.m3", "accept")
    kept = room.content
    for path in ("steg/angre/", "steg/godkjenn-alt/"):
        for seen in ("0", "", "x", "9" * 400, "-1", "٣"):
            answer = room.post(path, {"seen": seen})
            assert (answer.status, answer.said, room.content) == (200, [MEANWHILE], kept)


def test_undone_and_another_done_in_its_place(room: Room) -> None:
    room.step("1.m3", "accept")
    mine = {"seen": "1"}
    room.undo()
    room.step("1.p1", "accept")
    kept = room.content
    assert room.post("steg/angre/", mine).said == [MEANWHILE]
    assert room.content == kept


def test_taken_over_meanwhile(room: Room) -> None:
    version = apply_import(
        by=editor_of(room.received.council), received=room.received, into=NewPlan(), now=NOW
    )
    received = Import.objects.get()
    before = (received.content, received.steps_made, version.elements.count())
    fields = {"element": "1.m3", "do": "accept", "seen": "0"}
    for path in ("steg/", "steg/angre/", "steg/godkjenn-alt/"):
        answer = room.browser.post(room.address + path, fields)
        assert answer.status_code == 302
        assert answer["Location"] in {"/arbeid/plan/handlingsplan-2026@1/", "/arbeid/"}
    assert room.browser.get(room.address)["Location"] == "/arbeid/plan/handlingsplan-2026@1/"
    received.refresh_from_db()
    assert (received.content, received.steps_made, version.elements.count()) == before
    assert PlanVersion.objects.count() == 1


def test_discarded_meanwhile(room: Room) -> None:
    discard_import(by=editor_of(room.received.council), received=room.received, now=timezone.now())
    fields = {"element": "1.m3", "do": "accept", "seen": "0"}
    for path in ("", "steg/", "steg/angre/", "steg/godkjenn-alt/"):
        assert room.browser.post(room.address + path, fields).status_code in {404, 405}
        assert room.browser.get(room.address + path).status_code in {404, 405}
