"""The money as bars."""

import re

import pytest
from django.test import Client
from msgspec.structs import replace

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import empty_plan, kroner, plan_by_year, sample_plan
from tests.web.page_text import get, lines_of, part_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.planfile.model import Area, Budget, Measure, Plan

pytestmark = pytest.mark.django_db

ADDRESS = "/plan/handlingsplan-2026/budsjett/"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def widths(html: str) -> list[str]:
    return re.findall(r'<rect width="([\d.]+)"', html)


def with_budgets(*budgets: Budget) -> Plan:
    measures = tuple(
        Measure(id=f"m{i}", text=f"Tiltak {i}", budget=budget, source="body")
        for i, budget in enumerate(budgets)
    )
    return replace(empty_plan(), focus_areas=(Area(id="1", title="Vegar", measures=measures),))


def test_the_page_whole(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    html = get(client, ADDRESS)
    assert lines_of(html)[1] == "1 615 000 kr i alt, frå 5 beløp i planen."
    assert part_of(html, "omrade") == [
        "Etter område",
        "Område",
        "Søyle",
        "Beløp",
        "1 Arbeid og næring",
        "1 450 000 kr",
        "2 Gode bygder å bu i",
        "165 000 kr",
        "3 Samferdsle",
        "ikkje oppgitt",
    ]
    assert part_of(html, "ar")[4:] == [
        "2026",
        "260 000 kr",
        "2027",
        "125 000 kr",
        "Ikkje delt på år",
        "1 230 000 kr",
        (
            "Desse går over fleire år, og planen seier ikkje om beløpet er per år eller i alt. "
            "Det er talt éin gong, og ikkje delt på åra:"
        ),
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg 1 140 000 kr 2026–2027",
        "Gjennomføra eit prosjekt for fleire utleigebustader 90 000 kr 2026–2027",
    ]
    assert part_of(html, "betaler") == ["Kven som betaler", "Planen seier ikkje kven som betaler."]
    assert part_of(html, "deler") == [
        "Deler beløp",
        "Desse står med eitt beløp saman i tabellen. Beløpet er talt éin gong.",
        "90 000 kr",
        "Gjennomføra eit prosjekt for fleire utleigebustader 2026–2027",
        "Gje råd til huseigarar som vil leiga ut. 2026",
    ]
    assert part_of(html, "manglar") == [
        "Utan beløp",
        (
            "Planen oppgir ikkje beløp for desse 3. Det tyder ikkje 0 kr: "
            "arbeidet kan vera betalt på annan måte."
        ),
        "1 Arbeid og næring",
        "Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen.",
        "2 Gode bygder å bu i",
        "Fortelja om folk som har flytta heim. 2026",
        "3 Samferdsle",
        "Arbeida for desse sambanda 2026",
    ]


def test_what_is_not_said_is_not_drawn(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    html = get(client, ADDRESS)
    # two areas of three, and three bars of years: Samferdsle has none
    assert widths(html) == ["100.00", "11.38", "21.14", "10.16", "100.00"]


def test_money_split_by_year(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, plan_by_year())
    assert part_of(get(client, ADDRESS), "ar")[4:] == [
        "2026",
        "660 000 kr",
        "2027",
        "955 000 kr",
    ]


def test_who_pays(client: Client, council: RegionalCouncil) -> None:
    import_plan(
        council,
        with_budgets(
            replace(kroner(10_000), funder="Staten"),
            replace(kroner(40_000), funder="Fylket"),
            kroner(5_000),
        ),
    )
    html = get(client, "/plan/handlingsplan-2027/budsjett/")
    assert part_of(html, "betaler")[4:] == [
        "Fylket",
        "40 000 kr",
        "Staten",
        "10 000 kr",
        "Ikkje sagt",
        "5 000 kr",
    ]


def test_words_instead_of_figures_are_listed(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, with_budgets(Budget(raw="innanfor ramma", basis="within_frame")))
    html = get(client, "/plan/handlingsplan-2027/budsjett/")
    assert lines_of(html)[1] == "Planen oppgir ikkje beløp. Det tyder ikkje 0 kr."
    assert part_of(html, "manglar")[-1] == "Tiltak 0 innanfor ramma"
    assert widths(html) == []


def test_zero_is_zero(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, with_budgets(kroner(0)))
    html = get(client, "/plan/handlingsplan-2027/budsjett/")
    assert lines_of(html)[1] == "0 kr i alt, frå 1 beløp i planen."
    assert part_of(html, "manglar") == []


def test_an_empty_plan(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, empty_plan())
    assert lines_of(get(client, "/plan/handlingsplan-2027/budsjett/"))[-1] == (
        "Det er ingen tiltak i denne planen enno."
    )
