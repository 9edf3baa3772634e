"""The list of municipalities and the page of one."""

import pytest
import time_machine
from django.test import Client

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.municipalities import reformed
from tests.factories.planfiles import sample_plan
from tests.web.page_text import get, lines_of
from tiltak.domain.organisations.models import Party, RegionalCouncil
from tiltak.domain.organisations.operations import link_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def test_the_list_today_and_before(client: Client, council: RegionalCouncil) -> None:
    reformed(council)
    with time_machine.travel("2024-05-01", tick=False):
        after = lines_of(get(client, "/kommunar/"))
    assert after == [
        "Kommunar",
        "2 kommunar er med i Fjordrådet i dag. Kommunenumra står etter namna, det eldste først.",
        "Fjordby",
        "4603",
        "Nordvik",
        "1401 → 4601",
        "Tidlegare kommunar og grannar",
        "Kommunar som var med før, og kommunar som har gjeve område til ein medlem eller fått område av ein.",
        "Fjordby",
        "vart ein del av Fjordby i 2020",
        "1403",
        "Sørvåg",
        "gav frå seg ein del til Nordvik i 2020, vart ein del av Fjordby i 2020",
        "1402",
    ]


def test_the_list_before_the_reform(client: Client, council: RegionalCouncil) -> None:
    reformed(council)
    with time_machine.travel("2018-05-01", tick=False):
        assert (
            lines_of(get(client, "/kommunar/"))[1]
            == "3 kommunar er med i Fjordrådet i dag. Kommunenumra står etter namna, det eldste først."
        )


def test_one_whole(client: Client, council: RegionalCouncil) -> None:
    made = reformed(council)
    import_plan(council, sample_plan())
    party = Party.objects.get(council=council, label="Nordvik kommune")
    link_party(by=editor_of(council), party=party, organisation=made["nordvik"], now=NOW)
    with time_machine.travel("2024-05-01", tick=False):
        lines = lines_of(get(client, "/kommune/4601/"))
    assert lines == [
        "Kommune 4601",
        "Nordvik",
        "Er med i Fjordrådet.",
        "Nemnd i planane",
        "Prosjekt/tiltak · 1.2 Besøk heile året · Handlingsplan 2026",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg:",
        "Deltiltak · 3 Samferdsle · Handlingsplan 2026",
        "Ferja Nordvik–Sørvåg",
        "Prosjekt/tiltak · 1.2 Besøk heile året · Handlingsplan 2026",
        "Støtta marknadsføring av fjorden i vintersesongen.",
        "Nordvik kommune",
        "Funne ved å søkja etter «Nordvik» i planane som gjeld.",
        "Har ansvar eller er partnar",
        "Nordvik kommune 1 tiltak",
        "Kommunenummer",
        "1401 til 1. januar 2020",
        "4601 frå 1. januar 2020",
        "Gjennom tida",
        "1. januar 2020 Fekk kommunenummeret 4601.",
        "1. januar 2020 Ein del kom frå: Sørvåg (1402) (Nesgrenda)",
    ]


def test_one_that_is_gone(client: Client, council: RegionalCouncil) -> None:
    reformed(council)
    with time_machine.travel("2024-05-01", tick=False):
        lines = lines_of(get(client, "/kommune/1402/"))
    assert lines == [
        "Kommune 1402",
        "Sørvåg",
        "Fanst til 1. januar 2020.",
        "Nemnd i planane",
        "Planane som gjeld, nemner ikkje Sørvåg med namn. Dei kan likevel gjelda kommunen.",
        "Kommunenummer",
        "1402 til 1. januar 2020",
        "Gjennom tida",
        "1. januar 2020 Ein del gjekk til: Nordvik (4601) (Nesgrenda)",
        "1. januar 2020 Vart ein del av: Fjordby (4603)",
    ]


def test_an_old_number_leads_to_the_new_one(client: Client, council: RegionalCouncil) -> None:
    reformed(council)
    response = client.get("/en/kommune/1401/")
    assert (response.status_code, response["Location"]) == (302, "/en/kommune/4601/")


def test_nothing_yet(client: Client, council: RegionalCouncil) -> None:
    assert "Ingen kommunar er registrerte enno." in lines_of(get(client, "/kommunar/"))
    assert client.get("/kommune/4601/").status_code == 404
    assert client.get("/kommune/nei/").status_code == 404
