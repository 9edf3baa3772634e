"""Every action of the review: what it changes in the whole plan, what the page says, where it leads,
and that it is undone to the last character."""

from dataclasses import dataclass, field
from typing import Any

import pytest
import time_machine

from tests.factories.waiting import GUESSED
from tests.web.review.room import Room

pytestmark = pytest.mark.django_db

EXCLUDED = "Nokon har sagt at teksten ikkje er ein del av planen."
PATHS = "Laga ein plan for turstiar. Merkja dei tre lengste."
GUIDE = "Utarbeida ein rettleiar. Dela han ut."
SUM = "Sum 100 000"
LOOSE = [(GUIDE, None), (SUM, None)]
ORDER = ["1", "1.d1", "1.m1", "1.m2", "1.m3", "1.p1", "2", "2.m1"]
SEEN: dict[str, Any] = {"sure": (0.95, 1.0), "reason": (GUESSED, None)}
SEEN_GUESS: dict[str, Any] = {"sure": (0.5, 1.0), "reason": (GUESSED, None)}
# the element, row or text that is new is called so, whatever its key
NEW = "new"


@dataclass(frozen=True)
class Case:
    """What is done with which, and all that comes of it."""

    element: str
    action: str
    said: str
    onward: str
    change: dict[str, dict[str, Any]]
    fill: dict[str, str] = field(default_factory=dict)
    button: str = ""


def gone(kind: str, below: str | None, text: str, sure: float = 0.95, **more: Any) -> Any:
    """An element that went."""
    name = "title" if kind in {"area", "section"} else "text"
    was = {"kind": kind, "below": below, name: text, "sure": sure, "reason": GUESSED, "warns": []}
    was |= {"stands": [text]} | more
    return {key: (value, None) for key, value in was.items() if value is not None}


def come(kind: str, below: str | None, text: str, **more: Any) -> Any:
    """An element that came."""
    name = "title" if kind in {"area", "section"} else "text"
    new = {"kind": kind, "below": below, name: text, "stands": [text], "warns": []} | more
    return {key: (None, value) for key, value in new.items() if value is not None}


def without(*keys: str) -> tuple[list[str], list[str]]:
    """The order of the elements, before and after these went."""
    return ORDER, [key for key in ORDER if key not in keys]


ROW_GONE = {
    "table": ("T1", None),
    "number": ("1", None),
    "text": ("Laga ein plan for turstiar", None),
    "focus_area": ("Reiseliv", None),
    "time": ({"raw": "2026", "years": (2026,)}, None),
    "budget": (
        {"raw": "100 000", "amount": 100_000, "currency": "NOK", "basis": "amount"},
        None,
    ),
    "responsible": ({"raw": "Nordvik kommune", "parties": ("Nordvik kommune",)}, None),
    "stands": (["1 Laga ein plan for turstiar 2026 100 000 Nordvik kommune"], None),
    "sure": (0.95, None),
    "reason": (GUESSED, None),
    "warns": (["Året står ikkje i cella og er teke frå planen."], None),
}
ROW_TEXT = ("1 Laga ein plan for turstiar 2026 100 000 Nordvik kommune", EXCLUDED)
ROW_SEEN = SEEN | {"warns": (["Året står ikkje i cella og er teke frå planen."], [])}
WARNED = (["Dokumentet seier ikkje om planen er framlegg eller vedteken."], [])

ACCEPTING = [
    Case("1.m3", "accept", "«med båt» er godkjent", "1.p1", {"1.m3": SEEN_GUESS}),
    Case("row:R1", "accept", "«Laga ein plan for turstiar» er godkjent", "document",
         {"row:R1": ROW_SEEN}),
    Case("document", "accept", "Det dokumentet åtvarar om, er sett over", "1.m3",
         {"document": SEEN, "plan": {"warnings": WARNED}}),
]  # fmt: skip

CORRECTING = [
    Case("1.m3", "correct", "«med båt» er retta", "1.p1",
         {"1.m3": SEEN_GUESS | {"text": ("med båt", "Med båt\nkvar dag.")}},
         {"text": " Med båt\nkvar dag. "}),
    Case("1", "correct", "«Reiseliv» er retta", "1.m3",
         {"1": SEEN | {"title": ("Reiseliv", "Besøk"), "number": ("1", "A")},
          "row:R1": {"focus_area": ("Reiseliv", "Besøk")}},
         {"text": "Besøk", "number": "A"}),
    Case("1.m3", "correct", "«med båt» er retta", "1.p1",
         {"1.m3": SEEN_GUESS
          | {"number": (None, "3"),
             "time": (None, {"raw": "2027-28", "years": (2027, 2028)}),
             "budget": (None, {"raw": "0,5 mill.", "amount": 500_000, "currency": "NOK",
                               "basis": "amount", "per": "year", "funder": "Fylket"}),
             "responsible": (None, {"parties": ("Nordvik", "YFR")}),
             "partners": (None, {"parties": ("Visit Fjord",)})}},
         {"number": "3", "time": "2027-28", "amount0": "0,5 mill.", "per0": "year",
          "funder0": "Fylket", "responsible": "Nordvik\n\n YFR \nYFR", "partners": "Visit Fjord"}),
    # the money of a measure of the table stands on its row
    Case("1.m1", "correct", f"«{PATHS}» er retta", "1.m3",
         {"1.m1": SEEN | {"time": (None, {"raw": "løpande", "ongoing": True})}},
         {"time": "løpande"}),
    Case("row:R1", "correct", "«Laga ein plan for turstiar» er retta", "document",
         {"row:R1": ROW_SEEN
          | {"text": ("Laga ein plan for turstiar", "Merkja stiar"),
             "number": ("1", None),
             "focus_area": ("Reiseliv", "Kompetanse"),
             "time": ({"raw": "2026", "years": (2026,)}, None),
             "more_budgets": (None, ({"raw": "5 000", "amount": 5000, "currency": "NOK",
                                      "basis": "amount"},)),
             "partners": (None, {"parties": ("Sørvåg",)})}},
         {"text": "Merkja stiar", "number": "", "focus_area": "Kompetanse", "time": "",
          "amount1": "5 000", "partners": "Sørvåg"}),
    Case("row:R1", "correct", "«Laga ein plan for turstiar» er retta", "document",
         {"row:R1": ROW_SEEN
          | {"responsible": ({"raw": "Nordvik kommune", "parties": ("Nordvik kommune",)}, None),
             "budget": ({"raw": "100 000", "amount": 100_000, "currency": "NOK",
                         "basis": "amount"}, {"currency": "NOK"})}},
         {"responsible": "", "amount0": ""}),
    Case("document", "correct", "Opplysningane om dokumentet er retta", "1.m3",
         {"document": SEEN
          | {"title": ("Handlingsplan 2026", "Plan for fjorden"),
             "years": ((2026,), (2026, 2027, 2028)),
             "status": ("ukjend", "vedteke"),
             "body": (None, "Rådet"),
             "date": (None, "2025-12-05"),
             "case_number": (None, "25/4")},
          "plan": {"warnings": WARNED}},
         {"title": "Plan for fjorden", "years": "2026-28", "status": "vedteke", "body": "Rådet",
          "date": "5.12.2025", "case_number": "25/4"}),
]  # fmt: skip

MOVING = [
    Case("2.m1", "move", "«Skaffa ti læreplassar» er flytta til «Kompetanse» og er no: strategi",
         "row:R1", {"2.m1": SEEN | {"kind": ("measure", "strategy")}}, {"kind": "strategy"}),
    Case("1.m3", "move", "«med båt» er flytta til «Reiseliv» og er no: tiltak", "1.p1",
         {"1.m3": SEEN_GUESS,
          "plan": {"order": (ORDER, ["1", "1.d1", "1.m3", "1.m1", "1.m2", "1.p1", "2", "2.m1"])}},
         {"before": "1.m1"}),
    Case("1.m3", "move", "«med båt» er flytta til «Reiseliv» og er no: tiltak", "1.p1",
         {"1.m3": SEEN_GUESS,
          "plan": {"order": (ORDER, ["1", "1.d1", "1.m1", "1.m3", "1.m2", "1.p1", "2", "2.m1"])}},
         {"before": "1.m2"}),
    Case("1.d1", "move", "«Gjestene skal koma heile året.» er flytta til «Kompetanse» og er no: "
         "delmål", "1.m3",
         {"1.d1": SEEN | {"below": ("1", "2")},
          "plan": {"order": (ORDER, ["1", "1.m1", "1.m2", "1.m3", "1.p1", "2", "1.d1", "2.m1"])}},
         {"parent": "2"}),
]  # fmt: skip

JOINED = {"stands": (["Støtta ei heilårsrute"], ["Støtta ei heilårsrute", "med båt"]),
          "text": ("Støtta ei heilårsrute", "Støtta ei heilårsrute med båt")}  # fmt: skip
JOINING = [
    Case("1.m2", "join", "«Støtta ei heilårsrute» er slege saman med ein annan tekst", "1.m2",
         {"1.m2": JOINED, "1.m3": gone("measure", "1", "med båt", 0.5),
          "plan": {"order": without("1.m3")}}, {}, "Med den etter"),
    Case("1.m3", "join", "«Støtta ei heilårsrute» er slege saman med ein annan tekst", "1.m2",
         {"1.m2": JOINED, "1.m3": gone("measure", "1", "med båt", 0.5),
          "plan": {"order": without("1.m3")}}, {}, "Med den før"),
]  # fmt: skip

HALVED = {
    "1.m1": {
        "text": (PATHS, "Laga ein plan for turstiar."),
        "stands": ([PATHS], ["Laga ein plan for turstiar. "]),
    },
    NEW: come("measure", "1", "Merkja dei tre lengste.", sure=0.95, reason=GUESSED, source="body"),
    "plan": {
        "order": (ORDER, ["1", "1.d1", "1.m1", NEW, "1.m2", "1.m3", "1.p1", "2", "2.m1"]),
    },
}
SPLITTING = [
    Case("1.m1", "split", f"«{PATHS}» er delt", "1.m1", HALVED, {}, "Del her"),
    Case("1.m1", "split", f"«{PATHS}» er delt", "1.m1", HALVED,
         {"text": "Laga ein plan for turstiar.\n \nMerkja dei tre lengste."}, "Del ved"),
]  # fmt: skip

EXCLUDING = [
    Case("1.p1", "exclude", "«Bygda vår er open for alle.» er teke ut av planen", "row:R1",
         {"1.p1": gone("paragraph", "1", "Bygda vår er open for alle.", 0.6),
          "plan": {"order": without("1.p1"),
                   "unplaced": (LOOSE, [("Bygda vår er open for alle.", EXCLUDED), *LOOSE])}}),
    Case("1.m1", "exclude", f"«{PATHS}» er teke ut av planen", "1.m3",
         {"1.m1": gone("measure", "1", PATHS, rows=("R1",)),
          "plan": {"order": without("1.m1"), "links": (["R1 same 1.m1"], []),
                   "unplaced": (LOOSE, [(PATHS, EXCLUDED), *LOOSE])}}),
    Case("2", "exclude", "«Kompetanse» er teke ut av planen", "row:R1",
         {"2": gone("area", None, "Kompetanse", number="2", stands=["2 Kompetanse"]),
          "2.m1": {"below": ("2", "1")},
          "plan": {"order": (ORDER, [*ORDER[:5], "2.m1", "1.p1"]),
                   "unplaced": (LOOSE, [("2 Kompetanse", EXCLUDED), *LOOSE])}},
         {}, "Berre dette"),
    Case("2", "exclude", "«Kompetanse» er teke ut av planen", "row:R1",
         {"2": gone("area", None, "Kompetanse", number="2", stands=["2 Kompetanse"]),
          "2.m1": gone("measure", "2", "Skaffa ti læreplassar"),
          "plan": {"order": without("2", "2.m1"),
                   "unplaced": (LOOSE, [("2 Kompetanse\nSkaffa ti læreplassar", EXCLUDED),
                                        *LOOSE])}},
         {}, "Dette og alt"),
    Case("row:R1", "exclude", "«Laga ein plan for turstiar» er teke ut av planen", "document",
         {"row:R1": ROW_GONE, "1.m1": {"rows": (("R1",), None)},
          "plan": {"rows": (["R1"], []), "links": (["R1 same 1.m1"], []),
                   "unplaced": (LOOSE, [ROW_TEXT, *LOOSE])}},
         {}, "Berre rada"),
]  # fmt: skip

PLACING = [
    Case(GUIDE, "assign", f"«{GUIDE}» har fått plass i planen", NEW,
         {NEW: come("measure", "2", GUIDE, sure=1.0, source="body"),
          "plan": {"order": (ORDER, [*ORDER, NEW]), "unplaced": (LOOSE, LOOSE[1:])}}),
    Case(GUIDE, "assign", "«Dela han ut.» har fått plass i planen", NEW,
         {NEW: come("strategy", "1", "Dela han ut.", sure=1.0),
          "plan": {"order": (ORDER, ["1", "1.d1", NEW, *ORDER[2:]]),
                   "unplaced": (LOOSE, [("Utarbeida ein rettleiar.", None), *LOOSE[1:]])}},
         {"first": "25", "kind": "strategy", "parent": "1"}),
    Case(GUIDE, "append", f"«{GUIDE}» er lagt til ein annan tekst", "2.m1",
         {"2.m1": {"text": ("Skaffa ti læreplassar", f"Skaffa ti læreplassar {GUIDE}"),
                   "stands": (["Skaffa ti læreplassar"], ["Skaffa ti læreplassar", GUIDE])},
          "plan": {"unplaced": (LOOSE, LOOSE[1:])}}),
    Case(GUIDE, "append", "«Utarbeida ein rettleiar.» er lagt til ein annan tekst", "1",
         {"1": {"title": ("Reiseliv", "Reiseliv Utarbeida ein rettleiar."),
                "stands": (["1 Reiseliv"], ["1 Reiseliv", "Utarbeida ein rettleiar."])},
          "row:R1": {"focus_area": ("Reiseliv", "Reiseliv Utarbeida ein rettleiar.")},
          "plan": {"unplaced": (LOOSE, [("Dela han ut.", None), *LOOSE[1:]])}},
         {"last": "24", "target": "1"}),
]  # fmt: skip

TYING = [
    Case("row:R1", "link", "«Laga ein plan for turstiar» er kopla til eit tiltak", "row:R1",
         {"2.m1": {"rows": (None, ("R1",))},
          "plan": {"links": (["R1 same 1.m1"], ["R1 same 1.m1", "R1 merged 2.m1"])}},
         {"other": "2.m1", "kind": "merged"}, "Kople saman"),
    Case("1.m1", "link", "«Laga ein plan for turstiar» er kopla til eit tiltak", "1.m1",
         {"1.m1": {"rows": (("R1",), None)},
          "plan": {"links": (["R1 same 1.m1"], ["R1 related 1.m1"])}},
         {"other": "row:R1", "kind": "related"}, "Kople saman"),
    Case("1.m1", "link", "Koplinga til «Laga ein plan for turstiar» er teken bort", "1.m1",
         {"1.m1": {"rows": (("R1",), None)}, "plan": {"links": (["R1 same 1.m1"], [])}},
         {}, "Ta bort"),
    Case("row:R1", "link", "Koplinga til «Laga ein plan for turstiar» er teken bort", "row:R1",
         {"1.m1": {"rows": (("R1",), None)}, "plan": {"links": (["R1 same 1.m1"], [])}},
         {}, "Ta bort"),
]  # fmt: skip

CASES = [
    *ACCEPTING, *CORRECTING, *MOVING, *JOINING, *SPLITTING, *EXCLUDING, *PLACING, *TYING,
]  # fmt: skip


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{one.action} {one.element} {one.button}".strip() for one in CASES]
)
def test_a_step_and_back(room: Room, case: Case) -> None:
    before, kept = room.plan, room.content
    element = room.key_of(case.element)
    answer = room.step(element, case.action, case.fill, case.button)
    (*_, new) = [key for key in room.change_since(before) if key not in case.change] or [NEW]
    assert renamed(room.change_since(before), new) == case.change
    assert (answer.status, answer.said, answer.last_step) == (200, [], case.said)
    assert answer.onward == case.onward.replace(NEW, new)
    assert answer.current == answer.onward
    undone = room.undo()
    assert (room.content, room.steps) == (kept, 0)
    assert (undone.status, undone.said, undone.last_step) == (200, [], "")


def renamed(change: dict[str, Any], new: str) -> dict[str, Any]:
    """The change with the key of what is new as `NEW`."""
    told = {NEW if key == new else key: fields for key, fields in change.items()}
    for fields in told.values():
        if "order" in fields:
            was, now = fields["order"]
            fields["order"] = (was, [NEW if key == new else key for key in now])
    return told


def test_all_that_is_left_at_once(room: Room) -> None:
    before, kept = room.plan, room.content
    answer = room.press("Alt stemmer")
    assert room.change_since(before) == {
        "1.m3": SEEN_GUESS,
        "1.p1": {"sure": (0.6, 1.0), "reason": (GUESSED, None)},
        "row:R1": ROW_SEEN,
    }
    assert (answer.status, answer.last_step) == (200, "3 element er godkjende")
    room.undo()
    assert room.content == kept


def test_many_steps_are_undone_one_by_one(room: Room) -> None:
    kept = [room.content]
    for element, action, changes, button in (
        ("1.m2", "join", {}, "Med den etter"),
        ("1.m2", "correct", {"text": "Støtta ei båtrute heile året"}, ""),
        ("1.m1", "split", {}, "Del her"),
        ("2.m1", "move", {"kind": "strategy"}, ""),
        ("1", "exclude", {}, "Berre dette"),
        (room.key_of(SUM), "append", {"target": "2"}, ""),
    ):
        assert room.step(element, action, changes, button).said == [], action
        kept.append(room.content)
    assert len(set(kept)) == 7
    for content in reversed(kept[:-1]):
        room.undo()
        assert room.content == content
    assert room.post("steg/angre/", {"seen": "0", "element": "1.m1"}).said == [
        "Ingenting er endra."
    ]


def test_what_was_undone_can_be_done_again(room: Room) -> None:
    room.step("1.m2", "join", {}, "Med den etter")
    done = room.content
    room.undo()
    room.step("1.m2", "join", {}, "Med den etter")
    assert room.content == done


@time_machine.travel("2026-01-15 12:00")
def test_the_words_of_a_step_stay_as_they_were(room: Room) -> None:
    room.step("1.m3", "correct", {"text": "I båt"})
    answer = room.step("1.m3", "correct", {"text": "På fjorden"})
    assert answer.last_step == "«I båt» er retta"
    assert answer.part("gjort")[1:] == [
        "«I båt» er retta Kari Nes, 15.01.2026",
        "«med båt» er retta Kari Nes, 15.01.2026",
    ]
