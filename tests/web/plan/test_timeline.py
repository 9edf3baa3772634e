"""The timeline."""

import re

import pytest
import time_machine
from django.test import Client
from msgspec.structs import replace
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import empty_plan, sample_plan
from tests.web.page_text import get, lines_of, part_of, rows_of
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative
from tiltak.planfile.model import Area, Link, Measure, Plan, Row, Table, Time

pytestmark = pytest.mark.django_db

ADDRESS = "/plan/handlingsplan-2026/tidslinje/"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def bars_of(html: str) -> list[tuple[str, str]]:
    """Place and width of every bar, in percent."""
    return re.findall(r'<rect x="([\d.]+)%" y="14" width="([\d.]+)%"', html)


def plan_with(*times: Time | None) -> Plan:
    rows = tuple(
        Row(id=f"T.{i}", focus_area="Vegar", number=str(i), text=f"Tiltak {i}", time=time)
        for i, time in enumerate(times, start=1)
    )
    measures = tuple(
        Measure(id=f"m{row.number}", text=row.text, rows=(row.id,), source="both") for row in rows
    )
    links = tuple(Link(row=r.id, measure=f"m{r.number}", kind="same") for r in rows)
    return replace(
        empty_plan(),
        focus_areas=(Area(id="1", number="1", title="Vegar", measures=measures),),
        tables=(Table(id="T", rows=rows),),
        links=links,
    )


def test_the_table_of_the_drawing_whole(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    html = get(client, ADDRESS)
    assert rows_of(html) == [
        ["Prosjekt/tiltak", "Teikning20262027", "Tid"],
        ["1 Arbeid og næring"],
        [
            "Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane.",
            "",
            "2026",
        ],
        ["Støtta marknadsføring av fjorden i vintersesongen.", "", "2026–2027"],
        ["Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg", "", "2026–2027"],
        ["2 Gode bygder å bu i"],
        [
            (
                "Delta på tre utdanningsmesser for studentar og laga felles materiell til messene "
                "Delta på tre utdanningsmesser for studentar. Laga felles materiell til messene."
            ),
            "",
            "2026",
        ],
        ["Fortelja om folk som har flytta heim.", "", "2026"],
        ["Gjennomføra eit prosjekt for fleire utleigebustader", "", "2026–2027"],
        ["Gje råd til huseigarar som vil leiga ut.", "", "2026"],
        ["3 Samferdsle"],
        ["Arbeida for desse sambanda", "", "2026"],
    ]
    assert bars_of(html)[:3] == [("0.00", "49.60"), ("0.00", "99.60"), ("0.00", "99.60")]
    assert part_of(html, "utan-tid") == [
        "Utan tid i planen",
        "Planen seier ikkje når desse skal gjerast.",
        "Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen.",
    ]


def test_year_by_year_for_the_phone(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    html = get(client, ADDRESS)
    assert part_of(html, "y2027") == [
        "2027",
        "Støtta marknadsføring av fjorden i vintersesongen. 2026–2027",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg 2026–2027",
        "Gjennomføra eit prosjekt for fleire utleigebustader 2026–2027",
    ]
    assert len(part_of(html, "y2026")) == 9


def test_seasons_open_ends_and_what_has_no_year(client: Client, council: RegionalCouncil) -> None:
    import_plan(
        council,
        plan_with(
            Time(raw="1. halvår 2026", years=(2026,)),
            Time(raw="2027 og vidare", years=(2027,), ongoing=True),
            Time(raw="heile tida", ongoing=True),
            None,
        ),
    )
    html = get(client, "/plan/handlingsplan-2027/tidslinje/")
    assert bars_of(html) == [("0.00", "24.60"), ("50.00", "49.60")]
    assert part_of(html, "lopande") == ["Løpande", "Tiltak 3 heile tida"]
    assert part_of(html, "utan-tid")[2:] == ["Tiltak 4"]
    assert "Bleik strek: planen seier at tiltaket held fram." in lines_of(html)


def test_today_is_a_line_only_where_it_is_on_the_axis(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, sample_plan())
    with time_machine.travel("2026-07-02", tick=False):
        assert 'class="today" x1="24.8' in get(client, ADDRESS)
    with time_machine.travel("2030-07-01", tick=False):
        assert 'class="today"' not in get(client, ADDRESS + "?")


def test_a_status_is_a_word_beside_its_bar(client: Client, council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    give_status(
        by=editor_of(council),
        initiative=Initiative.objects.get(elements__version=version, elements__key="1.1.m1"),
        lifecycle="in_progress",
        light="off_track",
        said_by="Rådet",
        now=NOW,
    )
    html = get(client, ADDRESS)
    assert rows_of(html)[2][0].endswith("kommunane. Ikkje i rute")
    assert 'fill="#b3352c"' in html
    assert html.count('class="hollow"') == 7


def test_a_year_far_away_does_not_press_the_rest_together(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(
        council, plan_with(Time(raw="2020", years=(2020,)), Time(raw="9999", years=(9999,)))
    )
    html = get(client, "/plan/handlingsplan-2027/tidslinje/")
    assert rows_of(html)[0][1].endswith("2049")
    assert len(bars_of(html)) == 2


def test_a_plan_without_years_and_a_plan_without_measures(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, plan_with(None))
    address = "/plan/handlingsplan-2027/tidslinje/"
    assert "Planen seier ikkje når noko av dette skal gjerast." in lines_of(get(client, address))
    import_plan(
        council, replace(empty_plan(), document=replace(empty_plan().document, title="Tom"))
    )
    assert "Det er ingen tiltak i denne planen enno." in lines_of(
        get(client, "/plan/tom/tidslinje/")
    )


@pytest.mark.parametrize("measures", [4, 120])
def test_at_most_twelve_statements(
    client: Client,
    council: RegionalCouncil,
    django_assert_num_queries: DjangoAssertNumQueries,
    measures: int,
) -> None:
    version = import_plan(council, large_plan(measures))
    with django_assert_num_queries(9):
        get(client, f"/plan/{version.plan.slug}/tidslinje/")
    with django_assert_num_queries(9):
        get(client, f"/plan/{version.plan.slug}/budsjett/")
