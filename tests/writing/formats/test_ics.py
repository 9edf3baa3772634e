"""The calendar of ends."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.factories.papers import paper_of
from tests.factories.plan_strategies import plans
from tests.factories.planfiles import empty_plan, measure
from tiltak.planfile.model import Area, Plan, Time
from tiltak.writing.formats.ics import write_ics


def plan_with(*times: Time | None) -> Plan:
    measures = tuple(
        replace(measure(f"m{i}", f"Tiltak {i}; med komma, og så"), time=time)
        for i, time in enumerate(times)
    )
    return replace(empty_plan(), focus_areas=(Area(id="1", title="A", measures=measures),))


def unfolded(plan: Plan) -> list[str]:
    text = write_ics(paper_of(plan)).decode()
    return text.replace("\r\n ", "").split("\r\n")


def test_a_date_is_an_all_day_event() -> None:
    lines = unfolded(
        plan_with(Time(raw="1. mars 2026", years=(2026,), end_date="2026-03-01"), None)
    )
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tiltak//Tiltak//NN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Handlingsplan 2027\\, Ytre Fjord regionråd",
        "BEGIN:VEVENT",
        "UID:m0/handlingsplan-2026@plan.ytrefjord.example",
        "DTSTAMP:20260115T120000Z",
        "DTSTART;VALUE=DATE:20260301",
        "DTEND;VALUE=DATE:20260302",
        "TRANSP:TRANSPARENT",
        "SUMMARY:Tiltak 0\\; med komma\\, og så",
        "DESCRIPTION:Tiltak 0\\; med komma\\, og så",
        "URL:https://plan.ytrefjord.example/handlingsplan-2026",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("end", "days"),
    [
        ("2028-02-29", ["DTSTART;VALUE=DATE:20280229", "DTEND;VALUE=DATE:20280301"]),
        ("0999-12-31", ["DTSTART;VALUE=DATE:09991231", "DTEND;VALUE=DATE:10000101"]),
        # no day comes after it: without an end, the event lasts its day
        ("9999-12-31", ["DTSTART;VALUE=DATE:99991231"]),
    ],
)
def test_the_event_lasts_one_day(end: str, days: list[str]) -> None:
    lines = unfolded(plan_with(Time(raw=end, end_date=end)))
    assert [line for line in lines if line.startswith(("DTSTART", "DTEND"))] == days


def test_years_alone_give_the_last_day_of_the_last_and_say_so() -> None:
    lines = unfolded(plan_with(Time(years=(2026, 2027))))
    assert "DTSTART;VALUE=DATE:20271231" in lines
    assert any("Planen oppgir berre år." in line for line in lines)


@given(plans)
def test_lines_are_folded_at_75_octets(plan: Plan) -> None:
    raw = write_ics(paper_of(plan))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.decode()
