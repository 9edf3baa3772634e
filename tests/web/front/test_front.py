"""The council's front page."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.factories.councils import import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import sample_plan
from tests.web.page_text import get, lines_of, part_of
from tiltak.domain.organisations.models import (
    Membership,
    Organisation,
    OrganisationNumber,
    RegionalCouncil,
)
from tiltak.domain.plans.operations import NewPlan

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def member(council: RegionalCouncil, name: str, number: str, *, until: date | None = None) -> None:
    organisation = Organisation.objects.create(kind="municipality", name=name)
    Membership.objects.create(council=council, organisation=organisation, valid_to=until)
    OrganisationNumber.objects.create(
        organisation=organisation,
        scheme="municipality",
        value=number,
        valid_from=date(1964, 1, 1),
        valid_to=until,
    )


def test_the_municipalities_are_those_of_the_plans_year(
    client: Client, council: RegionalCouncil
) -> None:
    member(council, "Nordvik", "1416", until=date(2020, 1, 1))
    member(council, "Sørvåg", "4640")
    import_plan(council, large_plan(2))  # a plan for 2018 and 2019
    assert part_of(get(client, "/"), "kommunar") == [
        "Kommunane",
        "Nordvik, Sørvåg",
        "Medlemer 1. januar 2018.",
    ]


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2019-12-31T22:30Z", ["Nordvik, Sørvåg", "Medlemer 31. desember 2019."]),
        ("2019-12-31T23:30Z", ["Sørvåg", "Medlemer 1. januar 2020."]),
    ],
)
@pytest.mark.parametrize("is_planned", [False, True], ids=["no plan", "a plan for years to come"])
def test_the_municipalities_are_those_of_the_day_in_norway(
    client: Client, council: RegionalCouncil, *, is_planned: bool, now: str, shown: list[str]
) -> None:
    member(council, "Nordvik", "1416", until=date(2020, 1, 1))
    member(council, "Sørvåg", "4640")
    if is_planned:
        import_plan(council, sample_plan())  # a plan for 2026
    with time_machine.travel(now, tick=False):
        assert part_of(get(client, "/"), "kommunar") == ["Kommunane", *shown]


def test_the_newest_plan_in_the_middle_and_the_others_beside(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, sample_plan())
    import_plan(council, large_plan(2), into=NewPlan(title="Gammal plan", slug="gammal"))
    html = get(client, "/")
    assert "Handlingsplan 2026" in lines_of(html)
    assert part_of(html, "andre") == [
        "Andre planar",
        "Handlingsplan 2018 Handlingsplan · 2018–2019 · framlegg",
    ]


def test_words_of_the_council_for_its_levels(client: Client, council: RegionalCouncil) -> None:
    RegionalCouncil.objects.filter(pk=council.pk).update(
        labels={"focus_area": {"nn": "Innsatsområde"}}
    )
    import_plan(council, sample_plan())
    assert part_of(get(client, "/"), "omrade")[0] == "Innsatsområde"


def test_nothing_of_another_council_is_on_the_page(
    client: Client, council: RegionalCouncil
) -> None:
    neighbour = make_council("Nabolaget", host="localhost")
    member(neighbour, "Grannebygda", "9999")
    import_plan(neighbour, sample_plan())
    html = get(client, "/")
    assert "Ingen plan er lagd ut enno." in lines_of(html)
    assert "Grannebygda" not in html
    assert "Handlingsplan" not in html


def test_the_secretary_is_asked_to_upload_where_there_is_nothing(
    admin_client: Client, council: RegionalCouncil
) -> None:
    assert "Last opp ein plan" in lines_of(get(admin_client, "/"))
    import_plan(council, sample_plan(), publish=False)
    assert any(line.startswith("Utkast") for line in lines_of(get(admin_client, "/")))


@pytest.mark.parametrize("measures", [1, 30])
def test_the_front_page_costs_the_same_statements_however_much_there_is(
    client: Client,
    council: RegionalCouncil,
    django_assert_num_queries: Callable[..., Any],
    measures: int,
) -> None:
    import_plan(council, large_plan(measures))
    for i in range(measures):
        member(council, f"Kommune {i}", str(1000 + i))
    with django_assert_num_queries(10):
        get(client, "/")
