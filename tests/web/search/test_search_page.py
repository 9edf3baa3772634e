"""The search page."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.municipalities import reformed
from tests.factories.planfiles import sample_plan
from tests.web.page_text import get, lines_of, part_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def test_hits_with_what_they_are_and_where_they_stand(
    client: Client, council: RegionalCouncil
) -> None:
    version = import_plan(council, sample_plan())
    html = get(client, "/sok/?q=b%C3%A5truter")
    code = Initiative.objects.get(elements__version=version, elements__key="1.2.m2").code
    assert part_of(html, "treff") == [
        "1 treff",
        "Prosjekt/tiltak · 1.2 Besøk heile året · Handlingsplan 2026",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg:",
    ]
    assert f'<a href="/p/{code}/">Prøva ei <mark>heilårsrute</mark> med <mark>båt</mark>' in html


def test_parties_and_municipalities_come_first(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    reformed(council)
    html = get(client, "/sok/?q=nordvik")
    assert part_of(html, "namn") == [
        "Partar og kommunar",
        "Nordvik kommune med i 1 tiltak",
        "Nordvik kommune 4601",
    ]
    assert 'href="/part/nordvik-kommune/"' in html
    assert 'href="/kommune/4601/"' in html
    assert part_of(get(client, "/sok/?q=1401"), "namn")[1:] == ["Nordvik kommune 4601"]


def test_no_hit_is_said_with_advice(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    lines = lines_of(get(client, "/sok/?q=romskip"))
    assert lines[2:4] == [
        "Ingen treff på «romskip»",
        "Prøv eit kortare ord, eller færre ord: alle orda må stå same staden.",
    ]


def test_without_a_query_the_page_says_what_it_does(
    client: Client, council: RegionalCouncil
) -> None:
    assert lines_of(get(client, "/sok/"))[-1].startswith("Du kan søkja etter alt")
    assert lines_of(get(client, "/sok/?q=%20")) == lines_of(get(client, "/sok/"))


def test_a_query_is_text_and_never_markup(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    for query in ("<script>alert(1)</script>", '"><img src=x>', "{{ council }}", "%00båt"):
        response = client.get("/sok/", {"q": query})
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()
        assert "<img src=x>" not in response.content.decode()


def test_a_text_of_a_plan_is_never_markup(client: Client, council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    initiative = Initiative.objects.get(elements__version=version, elements__key="3.m1.c2")
    Initiative.objects.filter(pk=initiative.pk).update(short_title="<b>Tunnel</b> & bru")
    assert "&lt;b&gt;<mark>Tunnel</mark>&lt;/b&gt; &amp; bru" in get(client, "/sok/?q=tunnel")


def test_pages_of_hits(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, large_plan(60))
    html = get(client, "/sok/?q=regionen")
    assert '<a rel="next" href="?q=regionen&amp;side=2">Neste</a>' in html
    assert 'rel="prev"' not in html
    second = get(client, "/sok/?q=regionen&side=2")
    assert '<ol class="hits" start="21">' in second
    assert '<a rel="prev" href="?q=regionen&amp;side=1">Førre</a>' in second
    for odd in ("side=0", "side=-1", "side=x", "side=999999999999", "side=²"):
        assert client.get(f"/sok/?q=regionen&{odd}").status_code == 200


@pytest.mark.parametrize("measures", [4, 120])
def test_the_number_of_statements_is_the_same(
    client: Client,
    council: RegionalCouncil,
    django_assert_num_queries: DjangoAssertNumQueries,
    measures: int,
) -> None:
    import_plan(council, large_plan(measures))
    client.get("/sok/?q=regionen")
    with django_assert_num_queries(11):
        client.get("/sok/?q=tiltak")
