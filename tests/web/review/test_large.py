"""A document of hundreds of measures, several files, long words: the page stays what it is."""

import hashlib
import re

import msgspec
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from msgspec.structs import replace

from tests.factories.councils import editor_of
from tests.factories.large_plans import large_plan
from tests.factories.waiting import read_plan, waiting_import
from tests.web.page_text import lines_of, part_of
from tests.web.review.room import Room
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Import
from tiltak.domain.plans.operations.uploads import begin_reading, finish_upload, receive_upload
from tiltak.planfile import codec
from tiltak.planfile.model import Area, Passage, Plan, Source, Unplaced
from tiltak.reading import File, read_documents
from tiltak.web.review.long_lists import LISTED
from tiltak.web.review.long_lists import part_of as part_with

pytestmark = pytest.mark.django_db

PAGES = ("", "?element=m7", "?element=m7&do=correct", "?element=m7&do=move", "?element=m7&do=link",
         "?element=row:r3", "?element=document", "?element=text:0-0&do=assign",
         "?element=text:0-0&do=append")  # fmt: skip
MOST_STATEMENTS = 8
# most of it the choice among 1 600 elements
MOST_BYTES = 300_000
LOOSE = "Ein setning utan plass.\n"


def doubtful_plan(measures: int) -> Plan:
    """Every element and row a guess, and as many texts without a place as there are measures."""
    raw = codec.to_builtins(large_plan(measures, title=f"Plan {measures}"))
    guess = {"confidence": 0.5, "reason": "Setninga liknar på eit mål eller tiltak."}

    def guessed(value: object) -> object:
        if isinstance(value, list):
            return [guessed(one) for one in value]
        if not isinstance(value, dict):
            return value
        told = {name: guessed(one) for name, one in value.items()}
        return told | ({"reading": guess} if "id" in told and {"text", "title"} & set(told) else {})

    text = LOOSE * measures
    source = Source(
        name="plan.txt",
        media_type="text/plain",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )
    loose = tuple(
        Unplaced(
            passage=Passage(start=at, end=at + len(LOOSE) - 1, line=1 + at // len(LOOSE)),
            text=LOOSE.strip(),
            reason="Setninga står for seg sjølv.",
        )
        for at in range(0, len(text), len(LOOSE))
    )
    plan = codec.decode(msgspec.json.encode(guessed(raw)))
    return replace(plan, sources=(source,), unplaced=loose)


@pytest.fixture
def large(secretary: Client, council: RegionalCouncil) -> dict[int, Room]:
    """Rooms by the number of measures."""
    found = {n: Room(secretary, waiting_import(council, doubtful_plan(n))) for n in (40, 400)}
    found[40].see()  # what is looked up once in a process
    return found


def asked(room: Room, path: str) -> tuple[int, int]:
    """Statements and bytes of a page."""
    with CaptureQueriesContext(connection) as found:
        response = room.browser.get(room.address + path)
    assert response.status_code == 200
    return len(found), len(response.content)


def test_as_many_statements_for_forty_and_four_hundred(large: dict[int, Room]) -> None:
    for path in PAGES:
        few, many = (asked(large[n], path) for n in (40, 400))
        assert few[0] == many[0] <= MOST_STATEMENTS, path
        assert many[1] <= MOST_BYTES, (path, many)


def test_as_many_statements_for_a_step(large: dict[int, Room]) -> None:
    counts = []
    for room in large.values():
        told = []
        for path, fields in (
            ("steg/", {"element": "m7", "do": "accept", "seen": "0"}),
            ("steg/", {"element": "m9", "do": "correct", "text": "Anna", "number": "1", "seen": "1"}),
            ("steg/", {"element": "m8", "do": "exclude", "below": "1", "seen": "2"}),
            ("steg/angre/", {"seen": "3"}),
            ("steg/godkjenn-alt/", {"seen": "2"}),
        ):  # fmt: skip
            with CaptureQueriesContext(connection) as found:
                assert room.browser.post(room.address + path, fields).status_code == 302, path
            told.append(len(found))
        assert room.steps == 3
        counts.append(told)
    assert counts[0] == counts[1]


def test_as_many_statements_after_many_steps(large: dict[int, Room]) -> None:
    room = large[40]
    before = asked(room, "")[0]
    for seen in range(30):
        fields = {"element": f"m{seen}", "do": "accept", "seen": str(seen)}
        assert room.browser.post(f"{room.address}steg/", fields).status_code == 302
    assert asked(room, "")[0] == before
    told = room.see().part("gjort")
    assert (len(told), told[-1]) == (22, "Vis alle 30")
    assert len(part_of(room.browser.get(f"{room.address}?steg=1").content.decode(), "gjort")) == 31


def test_long_lists_show_the_part_around_the_current_one(large: dict[int, Room]) -> None:
    room = large[400]
    for heading, key, query in (
        ("tvil", "m250", "tvil"),
        ("uplassert", f"text:0-{200 * len(LOOSE)}", "tekstar"),
        ("tabell", "row:r133", "rader"),
    ):
        answer = room.see(key)
        links = re.findall(r'href="\?element=([^"&]*)', section(answer.html, heading))
        assert key.replace(":", "%3A") in links or key in links, heading
        assert len(set(links)) <= LISTED + 2
        whole = room.see(key, **{query: "1"})
        assert len(re.findall(r'href="\?element=', section(whole.html, heading))) >= 400


def section(html: str, heading: str) -> str:
    return html[html.index(f'id="{heading}"') :].split("</section>", 1)[0]


def test_the_part_of_a_list() -> None:
    keys = [str(number) for number in range(100)]
    assert part_with(keys, "x") == keys[:40]
    assert part_with(keys, "39") == keys[:40]
    assert part_with(keys, "40") == keys[40:80]
    assert part_with(keys, "99") == keys[80:]
    assert part_with(keys, "99", whole=True) == keys
    assert part_with(keys[:50], "3") == keys[:50]
    assert part_with([], "3") == []


def test_several_files_each_beside_its_own(secretary: Client, council: RegionalCouncil) -> None:
    files = [
        ("plan.txt", b"Handlingsplan 2026\n\n1 Veg\n\nTiltak\n- Byggja bru\n- Rydda skog\n"),
        ("vedlegg.txt", b"2 Skule\n\nTiltak\n- Skaffa ti nye plassar\nEi lita helsing.\n"),
    ]
    by = editor_of(council)
    upload = begin_reading(receive_upload(by=by, files=files, now=timezone.now()).pk)
    assert upload is not None
    plan = read_documents([File(name, data) for name, data in files])
    room = Room(secretary, finish_upload(upload=upload, plan=plan, now=timezone.now()))
    shown = {}
    for key in room.keys:
        side = section(room.see(key).html, "kjelde")
        named = re.findall(r"(plan|vedlegg)\.txt", side)
        shown |= dict.fromkeys(re.findall(r'id="funn">([^<]*)', side), named[0])
    assert shown["- Byggja bru"] == shown["1 Veg"] == "plan"
    assert shown["- Skaffa ti nye plassar"] == shown["2 Skule"] == "vedlegg"
    kept = room.content
    second = next(one for one in room.plan.focus_areas if one.title == "Skule")
    assert room.step(second.id, "exclude", {}, "Dette og alt").status == 200
    assert {one.passage.source for one in room.plan.unplaced if "Skule" in one.text} == {1}
    room.undo()
    assert room.content == kept


def test_long_words(secretary: Client, council: RegionalCouncil) -> None:
    word = "samferdsleinfrastrukturutbyggingsprosjekt" * 60
    plan = read_plan()
    area = plan.focus_areas[0]
    measures = (replace(area.measures[0], text=word), *area.measures[1:])
    long_one: Area = replace(area, title=word, measures=measures)
    plan = replace(
        plan,
        document=replace(plan.document, title=word[:299]),
        focus_areas=(long_one, *plan.focus_areas[1:]),
    )
    room = Room(secretary, waiting_import(council, plan))
    for key in ("1", "1.m1", "row:R1", "document"):
        for action in ("", "correct", "move", "split", "link", "join", "exclude"):
            assert room.see(key, do=action).status == 200
    assert room.step("1.m1", "split", {"text": f"{word[:41]}\n\n{word[41:]}"}, "Del ved").said == []
    assert room.plan.focus_areas[0].measures[0].text == word[:41]
    assert room.see("1.m1", do="link").form("link").choices["other"][0][1].startswith("1 Laga")
    assert Import.objects.count() == 1


def test_a_document_without_a_plan(secretary: Client, council: RegionalCouncil) -> None:
    """All of its text can be given a place."""
    text = "Referat\nVi møttest klokka ti."
    source = replace(read_plan().sources[0], text=text)
    unplaced = (Unplaced(passage=Passage(start=0, end=len(text)), text=text),)
    plan = Plan(document=read_plan().document, sources=(source,), unplaced=unplaced)
    plan = replace(plan, document=replace(plan.document, reading=read_plan().tables[0].reading))
    room = Room(secretary, waiting_import(council, plan))
    first = room.see()
    assert "Ingenting enno. Gje teksten nedanfor plass i planen." in lines_of(first.html)
    answer = room.step("text:0-0", "assign")
    assert (answer.status, answer.wrong) == (
        400,
        {"parent": "Det finst ingen plass for dette i planen enno."},
    )
    form = room.post("steg/", answer.form("assign").filled({"kind": "area"}, "Vis plassane")).form(
        "assign"
    )
    room.post("steg/", form.filled({"last": "7"}, "Legg inn her"))
    assert [one.title for one in room.plan.focus_areas] == ["Referat"]
    assert [one.text for one in room.plan.unplaced] == ["Vi møttest klokka ti."]
