"""The council's settings, parties, and the desk itself."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.desk.conftest import Upload
from tests.web.page_text import get, lines_of, part_of
from tiltak.domain.organisations.models import (
    Organisation,
    OrganisationNumber,
    Party,
    PartyLink,
    RegionalCouncil,
)
from tiltak.domain.plans.models import PlanVersion

COUNCIL = {"name": "Fjordrådet", "language": "nn"}
PNG = b"\x89PNG\r\n\x1a\nrest"


def test_an_empty_desk_says_what_to_do(secretary: Client) -> None:
    lines = lines_of(secretary.get("/arbeid/").content.decode())
    assert lines[:3] == [
        "Arbeidsbord",
        "Her er ingen plan enno. Last opp den planen de har, som PDF, Word, Excel eller rein tekst.",
        "Last opp ein plan",
    ]


def test_what_waits_comes_first(secretary: Client, draft: PlanVersion, upload: Upload) -> None:
    upload(b"Handlingsplan 2027\n\nTiltak\n1. Halda fram.\n", "ny.txt")
    html = secretary.get("/arbeid/").content.decode()
    assert part_of(html, "forst") == [
        "Gjer dette først",
        "Eit dokument er lese og ventar på at du ser over",
        "ny.txt",
        "Sjå over: ny.txt",
        "Eit utkast er ikkje lagt ut enno",
        "Handlingsplan 2026",
        "Opne: Handlingsplan 2026",
        "10 tiltak har ingen status",
        "Handlingsplan 2026",
        "Gje status: Handlingsplan 2026",
        "3 partar manglar namn",
        "Planen nemner nokon utan å seia kven det er",
        "Set namn: Planen nemner nokon utan å seia kven det er",
    ]
    log = part_of(html, "logg")
    assert [line for line in log if "dokument:" in line or "utkast:" in line] == [
        "Las eit dokument: ny.txt Kari Nes",
        "Tok over eit dokument som utkast: plan.json Sekretæren",
        "Las eit dokument: plan.json Sekretæren",
    ]


def test_the_whole_log(secretary: Client, draft: PlanVersion) -> None:
    lines = lines_of(secretary.get("/arbeid/logg/").content.decode())
    assert lines[1] == "Alt som er gjort, det siste først. Loggen kan ikkje endrast."


def test_the_log_tells_the_time_in_the_language_of_the_page(
    secretary: Client, draft: PlanVersion
) -> None:
    seen = {way: lines_of(get(secretary, f"{way}/arbeid/logg/"))[2:3] for way in ("", "/nb", "/en")}
    assert seen == {
        "": ["12.06.2018 12:00"],
        "/nb": ["12.06.2018 12:00"],
        "/en": ["12/06/2018 12:00"],
    }


def test_the_council(secretary: Client) -> None:
    fields = {**COUNCIL, "name": "Nytt namn", "email": "post@fjord.example", "about": "Om oss"}
    secretary.post("/arbeid/radet/", fields)
    council = RegionalCouncil.objects.get()
    assert (council.name, council.email, council.about) == (
        "Nytt namn",
        "post@fjord.example",
        "Om oss",
    )
    assert Client().get("/").content.decode().count("Nytt namn") > 1


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"language": "de"}, {"email": "nei"}, {"website": "javascript:alert(1)"}],
    ids=str,
)
def test_a_council_that_cannot_be(secretary: Client, wrong: dict[str, str]) -> None:
    assert secretary.post("/arbeid/radet/", {**COUNCIL, **wrong}).status_code == 400
    assert RegionalCouncil.objects.get().name == "Fjordrådet"


def test_a_logo_shows_in_the_head_and_is_cached(secretary: Client) -> None:
    assert Client().get("/arbeid/logo/").status_code == 404
    secretary.post("/arbeid/radet/logo/", {"logo": SimpleUploadedFile("l.png", PNG)})
    response = Client().get("/arbeid/logo/")
    assert (response.content, response["Content-Type"]) == (PNG, "image/png")
    assert "public" in response["Cache-Control"]
    again = Client().get("/arbeid/logo/", headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert '<img src="/arbeid/logo/?v=' in Client().get("/").content.decode()
    secretary.post("/arbeid/radet/logo/")
    assert Client().get("/arbeid/logo/").status_code == 404


def test_a_logo_that_is_no_picture(secretary: Client) -> None:
    svg = SimpleUploadedFile("l.png", b"<svg onload='alert(1)'/>")
    response = secretary.post("/arbeid/radet/logo/", {"logo": svg}, follow=True)
    assert "Logoen må vera eit bilete" in response.content.decode()
    assert RegionalCouncil.objects.get().logo_type == ""


def test_words_for_the_levels(secretary: Client, draft: PlanVersion) -> None:
    secretary.post("/arbeid/nivanamn/", {"focus_area-nn": "Innsatsområde", "measure-en": "Action"})
    assert RegionalCouncil.objects.get().labels == {
        "focus_area": {"nn": "Innsatsområde"},
        "measure": {"en": "Action"},
    }
    assert 'value="Innsatsområde"' in secretary.get("/arbeid/nivanamn/").content.decode()
    refused = secretary.post("/arbeid/nivanamn/", {"theme-nn": "x" * 61}, follow=True)
    assert "Eit namn kan ha høgst 60 teikn." in refused.content.decode()


def party(label: str) -> Party:
    return Party.objects.get(label=label)


def test_who_a_party_is(secretary: Client, draft: PlanVersion) -> None:
    one = party("partnarane")
    told = {"organisation": "Fjordbåten AS", "kind": "company", "number": "987 654 321"}
    days = {"valid_from": "1.1.2015", "valid_to": "1.1.2027"}
    secretary.post(f"/arbeid/partar/{one.pk}/", told | days)
    link = PartyLink.objects.get()
    assert (link.party, link.organisation.name, str(link.valid_from)) == (
        one,
        "Fjordbåten AS",
        "2015-01-01",
    )
    assert OrganisationNumber.objects.get().value == "987654321"
    html = secretary.get(f"/arbeid/partar/{one.pk}/").content.decode()
    assert part_of(html, "er")[:3] == ["Er", "Fjordbåten AS", "01.01.2015–01.01.2027"]
    secretary.post(f"/arbeid/partar/kopling/{link.pk}/")
    assert not PartyLink.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"number": "12"}, "Eit organisasjonsnummer har ni siffer, og høyrer til éin."),
        (
            {"valid_from": "1.1.2020", "valid_to": "1.1.2019"},
            "Til-datoen må vera etter frå-datoen.",
        ),
        ({"valid_from": "i fjor"}, "Skriv datoen slik: 8.12.2017."),
        ({"organisation": ""}, "ds-validation-message"),
    ],
    ids=str,
)
def test_who_a_party_cannot_be(
    secretary: Client, draft: PlanVersion, wrong: dict[str, str], said: str
) -> None:
    told = {"organisation": "Fjordbåten AS", "kind": "company", **wrong}
    response = secretary.post(f"/arbeid/partar/{party('partnarane').pk}/", told)
    assert response.status_code == 400
    assert said in response.content.decode()
    assert not PartyLink.objects.exists()
    assert not Organisation.objects.exists()


def test_two_names_for_the_same(secretary: Client, draft: PlanVersion) -> None:
    short, full = party("prosjektleiar"), party("partnarane")
    secretary.post(f"/arbeid/partar/{short.pk}/sla-saman/", {"into": str(full.pk)})
    assert party("prosjektleiar").merged_into == full
    lines = lines_of(secretary.get("/arbeid/partar/").content.decode())
    assert "òg skrive «prosjektleiar» Skil prosjektleiar" in lines
    assert "Slo saman to partar" in secretary.get("/arbeid/").content.decode()
    secretary.post(f"/arbeid/partar/{short.pk}/skil/")
    assert party("prosjektleiar").merged_into is None
    itself = secretary.post(
        f"/arbeid/partar/{full.pk}/sla-saman/", {"into": str(full.pk)}, follow=True
    )
    assert "Desse to kan ikkje slåast saman." in itself.content.decode()
    assert secretary.post(f"/arbeid/partar/{full.pk}/sla-saman/").status_code == 404
