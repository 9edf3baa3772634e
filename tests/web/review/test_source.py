"""The source beside the plan: the page of a PDF with the passage marked, a sheet, lines of a text."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.councils import editor_of
from tests.reading.formats.pdf.drawn import pdf_of
from tests.web.review.room import Answer, Room
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.operations import receive_document
from tiltak.planfile.elements import elements
from tiltak.reading import Problem, UnreadableDocument, read_document
from tiltak.web.review import seen_pages
from tiltak.web.review.seen_pages import shelf

pytestmark = pytest.mark.django_db

MARKUP = """= Handlingsplan 2026
== 1 Veg
*Tiltak*
- Byggja bru over elva ved garden
#pagebreak()
== 2 Skule
*Tiltak*
- Skaffa ti nye plassar
"""
DRAWN = re.compile(r'<image href="([^"]+)"')
MARKED = re.compile(r'<rect class="marked"')
OTHERS = re.compile(r'<a href="\?element=([^"&#]+)#no" tabindex="-1"')


@pytest.fixture
def printed(secretary: Client, council: RegionalCouncil) -> Room:
    """A PDF of two pages."""
    shelf.clear()
    data = pdf_of(MARKUP)
    plan = read_document(data, "plan.pdf")
    received = receive_document(
        by=editor_of(council), plan=plan, source=plan.sources[0], data=data, now=timezone.now()
    )
    return Room(secretary, received)


def key_of(room: Room, words: str) -> str:
    return next(one.key for one in elements(room.plan) if one.text.startswith(words))


def drawn(answer: Answer) -> tuple[str, bool, list[str]]:
    """The page that is shown, whether the passage is marked in it, and what else can be chosen."""
    (page,) = set(re.findall(r"/side/(\d+)/$", "\n".join(DRAWN.findall(answer.html)), re.MULTILINE))
    return page, bool(MARKED.search(answer.html)), sorted(set(OTHERS.findall(answer.html)))


def test_each_element_stands_on_its_page(printed: Room) -> None:
    bridge, road = key_of(printed, "Byggja"), key_of(printed, "Veg")
    places, school = key_of(printed, "Skaffa"), key_of(printed, "Skule")
    assert drawn(printed.see(bridge)) == ("1", True, [road])
    assert drawn(printed.see(road)) == ("1", True, [bridge])
    assert drawn(printed.see(places)) == ("2", True, [school])
    assert drawn(printed.see(school)) == ("2", True, [places])


def test_another_page_is_looked_at(printed: Room) -> None:
    bridge = key_of(printed, "Byggja")
    answer = printed.see(bridge, side="2")
    page, is_marked, others = drawn(answer)
    assert (page, is_marked, len(others)) == ("2", False, 2)
    told = answer.part("kjelde")
    assert "Teksten står ikkje på denne sida. Gå dit han står" in told
    assert answer.current == bridge


def test_what_is_left_out_can_still_be_chosen_on_the_page(printed: Room) -> None:
    bridge, road = key_of(printed, "Byggja"), key_of(printed, "Veg")
    answer = printed.step(bridge, "exclude")
    assert answer.said == []
    (text,) = [key for key in printed.keys if key.startswith("text:")]
    page, _, others = drawn(printed.see(road))
    assert (page, [one.replace("%3A", ":") for one in others]) == ("1", [text])
    assert drawn(printed.see(text))[:2] == ("1", True)


def test_a_page_that_cannot_be_drawn_is_shown_as_its_lines(
    printed: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried once, not at every look."""
    tried = []

    def fail(*_: object, **__: object) -> None:
        tried.append(1)
        raise UnreadableDocument(Problem.TOO_SLOW)

    monkeypatch.setattr(seen_pages, "see_page_safely", fail)
    for _ in range(2):
        answer = printed.see(key_of(printed, "Byggja"))
        assert (answer.status, DRAWN.findall(answer.html)) == (200, [])
        assert "Byggja bru over elva ved garden" in " ".join(answer.part("kjelde"))
    assert len(tried) == 1


def test_a_text_is_shown_as_its_lines(room: Room) -> None:
    answer = room.see("1.m2")
    assert re.findall(r'<mark id="funn">([^<]*)</mark>', answer.html) == ["Støtta ei heilårsrute"]
    assert re.findall(r'<span class="unplaced">([^<]*)</span>', answer.html) == [
        "Utarbeida ein rettleiar. Dela han ut.",
        "Sum 100 000",
    ]
