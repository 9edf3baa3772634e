"""The list of parties and the page of one."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import sample_plan
from tests.web.page_text import get, lines_of, rows_of
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import Organisation, Party, RegionalCouncil
from tiltak.domain.organisations.operations import link_party, merge_parties
from tiltak.domain.plans.models import BudgetLine, Initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def test_the_list(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    assert lines_of(get(client, "/partar/")) == [
        "Partar",
        "Alle som er nemnde i planane som gjeld, og kva dei er med i.",
        "Nordvik kommune",
        "ansvarleg",
        "1 tiltak",
        "Ytre Fjord regionråd YFR",
        "ansvarleg",
        "9 tiltak",
        "Manglar namn",
        "Planane nemner òg desse, men seier ikkje kven det er.",
        "fylkeskommunen",
        "ansvarleg",
        "1 tiltak",
        "partnarane",
        "ansvarleg",
        "1 tiltak",
        "prosjektleiar",
        "ansvarleg",
        "1 tiltak",
    ]


def test_a_party_whole(client: Client, council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    editor = editor_of(council)
    give_status(
        by=editor,
        initiative=Initiative.objects.get(elements__version=version, elements__key="1.2.m1"),
        lifecycle="in_progress",
        light="at_risk",
        said_by="Nordvik",
        now=NOW,
    )
    link_party(
        by=editor,
        party=Party.objects.get(council=council, label="Nordvik kommune"),
        organisation=Organisation.objects.create(kind="municipality", name="Nordvik"),
        now=NOW,
    )
    html = get(client, "/part/nordvik-kommune/")
    assert lines_of(html)[:6] == [
        "Nordvik kommune",
        "Er ansvarleg for 1 tiltak.",
        "1 med fare for avvik",
        "Organisasjon",
        "Nordvik",
        "Handlingsplan 2026 framlegg",
    ]
    assert rows_of(html) == [
        ["Nummer", "Tiltak", "Rolle", "Status", "Tid", "Budsjett"],
        ["1 Arbeid og næring"],
        [
            "2",
            "Støtta marknadsføring av fjorden i vintersesongen.",
            "ansvarleg",
            "Fare for avvik",
            "2026–2027",
            "125 000 kr | per år",
        ],
        ["Sett av i planen til desse tiltaka", "250 000 kr"],
    ]


def test_two_measures_of_one_row_say_that_they_share(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, sample_plan())
    rows = rows_of(get(client, "/part/ytre-fjord-regionrad/"))
    assert [row[-1] for row in rows if row[0] == "1"] == [
        "60 000 kr",
        "75 000 kr | for fleire tiltak",
        "75 000 kr | for fleire tiltak",
        "ikkje oppgitt",
    ]
    assert rows[-1] == ["Sett av i planen til desse tiltaka", "1 615 000 kr"]


def test_a_row_without_an_amount_of_its_own_shares_that_of_another(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, sample_plan())
    assert BudgetLine.objects.filter(row__key="T.2.4").update(amount=None, raw=None) == 1
    rows = rows_of(get(client, "/part/ytre-fjord-regionrad/"))
    assert [row[-1] for row in rows if row[0] == "4"] == ["90 000 kr | deler beløp med rad 3"]


def test_a_word_for_somebody_says_that_the_name_is_missing(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, sample_plan())
    assert lines_of(get(client, "/part/partnarane/"))[:4] == [
        "manglar namn",
        "partnarane",
        "Er ansvarleg for 1 tiltak.",
        "Planen brukar dette ordet, men seier ikkje kven det er.",
    ]


def test_another_name_leads_to_the_party(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    response = client.get("/part/yfr/")
    assert (response.status_code, response["Location"]) == (302, "/part/ytre-fjord-regionrad/")
    merge_parties(
        by=editor_of(council),
        party=Party.objects.get(council=council, label="prosjektleiar"),
        into=Party.objects.get(council=council, label="Nordvik kommune"),
        now=NOW,
    )
    assert client.get("/nb/part/prosjektleiar/")["Location"] == "/nb/part/nordvik-kommune/"


def test_nothing_yet(client: Client, council: RegionalCouncil) -> None:
    assert lines_of(get(client, "/partar/"))[2:] == [
        "Ingen plan er lagd ut enno.",
        "Her kjem alle som er nemnde i planane, og kva dei er med i.",
    ]
    assert client.get("/part/nokon/").status_code == 404


def test_a_draft_gives_no_pages(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, sample_plan(), publish=False)
    assert "Nordvik" not in get(client, "/partar/")
    assert client.get("/part/nordvik-kommune/").status_code == 404


@pytest.mark.parametrize("measures", [4, 120, 400])
def test_at_most_twelve_statements_at_all_sizes(
    client: Client,
    council: RegionalCouncil,
    django_assert_num_queries: DjangoAssertNumQueries,
    measures: int,
) -> None:
    import_plan(council, large_plan(measures))
    slug = Party.objects.filter(council=council, roles__isnull=False).order_by("pk")[0].slug
    with django_assert_num_queries(10):
        assert client.get(f"/part/{slug}/").status_code == 200
    with django_assert_num_queries(7):
        assert client.get("/partar/").status_code == 200
