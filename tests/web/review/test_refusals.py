"""What cannot be done is said in a sentence, and changes nothing; nothing written is lost."""

import pytest
from msgspec.structs import replace

from tests.factories.planfiles import kroner, measure
from tests.factories.waiting import read_plan, waiting_import
from tests.web.page_forms import forms_of
from tests.web.review.room import Room
from tiltak.domain.plans.models import Import, ReviewStep
from tiltak.planfile.model import Passage, Unplaced

pytestmark = pytest.mark.django_db

NOT_DONE = "Det går ikkje å gjera dette. Prøv på nytt."
NOT_THERE = "Det du ville endra, finst ikkje lenger. Sjå over på nytt."
NO_SIBLING = "Plassen finst ikkje lenger. Vel ein annan plass."
NO_TEXT_BESIDE = "Det må stå tekst på begge sider av staden du deler."
FIT = "Det kan ikkje stå der. Vel ein annan plass."


@pytest.mark.parametrize(
    ("element", "fields", "status", "said"),
    [
        ("1.m3", {"do": "burn"}, 400, NOT_DONE),
        ("1.m3", {}, 400, NOT_DONE),
        ("row:R1", {"do": "split", "at": "3"}, 400, NOT_DONE),
        ("row:R1", {"do": "move", "kind": "measure", "parent": "1"}, 400, NOT_DONE),
        ("document", {"do": "exclude"}, 400, NOT_DONE),
        ("text:", {"do": "accept"}, 409, NOT_THERE),
        ("1.m9", {"do": "accept"}, 409, NOT_THERE),
        ("row:", {"do": "accept"}, 409, NOT_THERE),
        ("", {"do": "accept"}, 409, NOT_THERE),
        ("1.m3\0", {"do": "accept"}, 409, NOT_THERE),
        ("1.m3", {"do": "join"}, 400, NOT_THERE),
        ("1.m3", {"do": "join", "next": "1.m9"}, 400, NOT_THERE),
        ("1.m3", {"do": "join", "next": "row:R1"}, 400, "Det kan ikkje gjerast med ei rad i tabellen."),
        ("1.m3", {"do": "join", "next": "1"}, 400, "Noko kan ikkje stå under seg sjølv. Vel ein annan plass."),
        ("1.m1", {"do": "split", "at": "0"}, 400, NO_TEXT_BESIDE),
        ("1.m1", {"do": "split", "at": "x"}, 400, NO_TEXT_BESIDE),
        ("1.m1", {"do": "split", "at": "9" * 5000}, 400, NO_TEXT_BESIDE),
        ("1.m1", {"do": "split", "at": "-3"}, 400, NO_TEXT_BESIDE),
        ("1.m2", {"do": "link", "unlink": "R1"}, 400, "Rada og tiltaket er ikkje kopla saman."),
        ("1.m2", {"do": "link", "unlink": "R9"}, 400, NOT_THERE),
        ("1.d1", {"do": "link", "unlink": "R1"}, 400, "Berre tiltak kan koplast til rader i tabellen."),
    ],
)  # fmt: skip
def test_one_sentence_and_nothing_changed(
    room: Room, element: str, fields: dict[str, str], status: int, said: str
) -> None:
    kept = room.content
    answer = room.post("steg/", {"element": element, "seen": "0"} | fields)
    assert (answer.status, answer.said) == (status, [said])
    assert (room.content, room.steps) == (kept, 0)


@pytest.mark.parametrize(
    ("element", "action", "fields", "wrong"),
    [
        ("1.m3", "correct", {"text": " \n "}, {"text": "Teksten kan ikkje vera tom."}),
        ("1.m3", "correct", {"time": "i 20"},
         {"time": "Skriv året med fire siffer: 2018, 2018–2019 eller løpande."}),
        ("row:R1", "correct", {"amount0": "12 34 56"},
         {"amount0": "Skriv eitt beløp, til dømes 1 140 000 eller 0,5 mill."}),
        ("document", "correct", {"title": ""}, {"title": "Fyll ut dette feltet."}),
        ("document", "correct", {"years": "i år"},
         {"years": "Skriv åra med fire siffer: 2018 eller 2018–2021."}),
        ("document", "correct", {"years": "1018–2021"},
         {"years": "Skriv åra med fire siffer: 2018 eller 2018–2021."}),
        ("document", "correct", {"years": "2021–2018"},
         {"years": "Skriv åra med fire siffer: 2018 eller 2018–2021."}),
        ("document", "correct", {"date": "i fjor"}, {"date": "Skriv datoen slik: 8.12.2017."}),
        ("1.m1", "split", {"text": "Noko anna"},
         {"text": "Set berre inn tomme linjer. Skal orda endrast, så rett teksten."}),
        ("1.m1", "split", {},
         {"text": "Set inn ei tom linje der teksten skal delast."}),
        ("text:200", "assign", {"first": "25", "last": "24"},
         {"last": "Stykket må slutta etter at det byrjar."}),
        ("text:200", "append", {"first": "25", "last": "24"},
         {"last": "Stykket må slutta etter at det byrjar."}),
    ],
)  # fmt: skip
def test_a_field_says_what_is_wrong_and_keeps_what_was_written(
    room: Room, element: str, action: str, fields: dict[str, str], wrong: dict[str, str]
) -> None:
    kept = room.content
    key = room.key_of("Utarbeida ein rettleiar. Dela han ut.") if "text:" in element else element
    button = "Del ved" if action == "split" else ""
    answer = room.step(key, action, fields, button)
    assert (answer.status, answer.wrong) == (400, wrong)
    assert (room.content, room.steps) == (kept, 0)
    shown = answer.form(action).fields
    assert {name: "\n".join(shown[name].splitlines()) for name in fields} == fields


def test_what_a_form_does_not_offer_is_not_taken(room: Room) -> None:
    kept = room.content
    text = room.key_of("Utarbeida ein rettleiar. Dela han ut.")
    for element, fields in (
        (text, {"do": "assign", "kind": "measure", "parent": "2", "first": "3", "last": "24"}),
        (text, {"do": "append", "target": "1.m9", "first": "0", "last": "24"}),
        (text, {"do": "append", "target": "row:R1", "first": "0", "last": "24"}),
        ("1.m2", {"do": "link", "other": "row:R9", "kind": "same"}),
        ("1.m2", {"do": "link", "other": "row:R1", "kind": "owns"}),
        ("row:R1", {"do": "link", "other": "1.d1", "kind": "same"}),
        ("document", {"do": "correct", "title": "T", "status": "brent"}),
        ("row:R1", {"do": "correct", "text": "A", "per0": "week", "amount0": "5"}),
    ):
        answer = room.post("steg/", {"element": element, "seen": "0"} | fields)
        assert answer.status == 400, fields
        assert len(answer.wrong) == 1, (fields, answer.wrong)
    assert (room.content, room.steps) == (kept, 0)


def test_a_place_that_does_not_fit_the_kind_is_asked_for_again(room: Room) -> None:
    """Without a script the places of another kind are seen only when they are asked for."""
    kept = room.content
    answer = room.step("2.m1", "move", {"kind": "part"}, "Flytt hit")
    assert (answer.status, room.content) == (400, kept)
    assert answer.wrong == {"parent": FIT}
    form = answer.form("move")
    assert (form.fields["kind"], [key for key, _ in form.choices["parent"]]) == (
        "part",
        ["1.m1", "1.m2", "1.m3"],
    )
    moved = room.post("steg/", form.filled({"parent": "1.m2"}))
    assert moved.last_step.startswith("«Skaffa ti læreplassar» er flytta til «Støtta")


def test_the_places_of_another_kind_are_shown_when_asked_for(room: Room) -> None:
    kept = room.content
    answer = room.step("2.m1", "move", {"kind": "part"}, "Vis plassane der")
    assert (answer.status, answer.wrong, room.content) == (200, {}, kept)
    assert answer.form("move").fields["parent"] == "1.m3"
    area = room.step("2.m1", "move", {"kind": "area"}, "Vis plassane der").form("move")
    assert area.choices["parent"] == [("-", "Øvst i planen")]
    assert area.choices["before"] == [
        ("1", "Før «1 Reiseliv»"), ("2", "Før «2 Kompetanse»"), ("", "Sist"),
    ]  # fmt: skip


def test_facts_are_not_lost_when_a_measure_is_to_be_a_goal(room: Room) -> None:
    room.step("1.m3", "correct", {"time": "2027"})
    kept = room.content
    answer = room.step("1.m3", "move", {"kind": "sub_goal"})
    assert (answer.status, answer.said) == (
        400,
        [
            "Tiltaket har tid, pengar, partar eller tilstand, og det kan berre tiltak ha. Ta bort det først."
        ],
    )
    assert room.content == kept


def test_own_money_is_not_hidden_behind_a_row(room: Room) -> None:
    room.step("1.m2", "correct", {"amount0": "5 000"})
    kept = room.content
    answer = room.step("1.m2", "link", {"other": "row:R1"}, "Kople saman")
    assert (answer.status, answer.said) == (
        400,
        [
            "Tiltaket har eigne pengar, og dei ville ikkje telja ved sida av rada. Ta dei bort først."
        ],
    )
    assert room.content == kept


def test_nothing_touched_is_nothing_changed(room: Room) -> None:
    for element in ("1", "1.d1", "1.m1", "1.m2", "1.m3", "1.p1", "row:R1", "document"):
        answer = room.step(element, "correct")
        assert (answer.status, answer.said) == (200, ["Ingenting er endra."]), element
    assert room.steps == 0


def test_accepted_twice_is_once(room: Room) -> None:
    room.step("1.m3", "accept")
    answer = room.post("steg/", {"element": "1.m3", "do": "accept", "seen": "1"})
    assert (answer.said, room.steps) == (["Ingenting er endra."], 1)


@pytest.mark.parametrize(
    ("element", "action"),
    [
        ("1.m1", "accept"), ("1.m1", "burn"), ("1.m1", "assign"), ("1", "link"), ("1.d1", "join"),
        ("row:R1", "split"), ("row:R1", "move"), ("document", "exclude"), ("text", "correct"),
    ],
)  # fmt: skip
def test_no_form_opens_that_is_not_for_this_kind(room: Room, element: str, action: str) -> None:
    key = room.key_of("Sum 100 000") if element == "text" else element
    answer = room.see(key, do=action)
    assert (answer.status, answer.current) == (200, key)
    assert "Avbryt" not in answer.html


def test_what_is_not_there_begins_at_the_beginning(room: Room) -> None:
    for element in ("1.m9", "row:R9", "text:1-1", "row:", "\0", "a" * 3000):
        assert (room.see(element).status, room.see(element).current) == (200, "document")


@pytest.mark.parametrize("side", ["0", "-1", "999", "9" * 30, "x", "٣", ""])
@pytest.mark.parametrize("zoom", ["", "stor", "x"])
def test_any_page_of_the_source(room: Room, side: str, zoom: str) -> None:
    assert room.see("1.m3", side=side, vis=zoom).status == 200


def test_unplaced_text_that_stands_nowhere(room: Room) -> None:
    """A plan/1 file may say so: what says nothing is left out, the rest is offered as any other."""
    odd = (
        Unplaced(passage=Passage(start=10_000, end=10_009), text="Utanfor."),
        Unplaced(passage=Passage(start=5, end=5), text=" "),
        Unplaced(passage=Passage(start=5, end=9, source=1), text="Ingen stad."),
    )
    plan = replace(read_plan(), unplaced=odd)
    room = Room(room.browser, waiting_import(room.received.council, plan))
    assert [one.text for one in room.plan.unplaced] == ["Utanfor."]
    answer = room.step(room.key_of("Utanfor."), "assign")
    assert (answer.status, answer.said) == (200, [])
    assert [one.text for one in room.plan.focus_areas[1].measures][1:] == ["Utanfor."]


def test_a_step_that_cannot_be_taken_again(room: Room) -> None:
    """The steps before the last are done anew when it is undone: should one not go, it is said."""
    room.step("1.m3", "accept")
    room.step("1.p1", "accept")
    kept = room.content
    ReviewStep.objects.filter(position=1).update(edits=[{"do": "exclude", "target": "gone"}])
    assert room.undo().said == [NOT_THERE]
    assert (room.content, room.steps) == (kept, 2)


def test_a_measure_beside_one_that_says_otherwise(room: Room) -> None:
    plan = read_plan()
    area = plan.focus_areas[1]
    two = (
        replace(measure("2.m1", "Byggja"), state="I gang", budget=kroner(5)),
        replace(measure("2.m2", "bru"), state="Ferdig"),
    )
    plan = replace(plan, focus_areas=(plan.focus_areas[0], replace(area, measures=two)))
    room = Room(room.browser, waiting_import(room.received.council, plan))
    answer = room.step("2.m1", "join", {}, "Med den etter")
    assert (answer.status, answer.said) == (
        400,
        ["Tiltaka seier ulikt om når, kven eller korleis det går. Rett det eine først."],
    )
    assert room.steps == 0


def test_every_page_has_well_formed_forms(room: Room) -> None:
    """Each form says which document it saw, and no field has two values."""
    for key in room.keys:
        for form in forms_of(room.see(key).html):
            if form.action.startswith(f"{room.address}steg/"):
                assert form.fields["seen"] == "0", form
    assert Import.objects.count() == 1
