"""Two councils with the same words, slugs, parties and municipalities: nothing crosses, and a
draft is on no page. Each council's texts carry a word of its own."""

import json

import pytest
from django.test import Client
from msgspec.structs import replace

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.municipalities import reformed
from tests.factories.planfiles import sample_plan
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import Organisation, Party, RegionalCouncil
from tiltak.domain.organisations.operations import link_party
from tiltak.domain.organisations.operations.register import add_member
from tiltak.domain.plans.models import Element, PlanVersion
from tiltak.domain.sources.models import SourceDocument
from tiltak.planfile import codec
from tiltak.planfile.model import Plan, Source

pytestmark = pytest.mark.django_db

HOSTS = {"Raudt": "ein.example", "Blaatt": "to.example"}
PAGES = (
    "/",
    "/partar/",
    "/part/nordvik-kommune/",
    "/part/ytre-fjord-regionrad/",
    "/kommunar/",
    "/kommune/4601/",
    "/sok/?q=b%C3%A5t",
    "/sok/?q=nordvik",
    "/om/",
    "/kontakt/",
    "/tilgjenge/",
    "/hendingar.atom",
    "/plan/handlingsplan-2026/",
    "/plan/handlingsplan-2026/tekst/",
    "/plan/handlingsplan-2026/tabell/",
    "/plan/handlingsplan-2026/tidslinje/",
    "/plan/handlingsplan-2026/budsjett/",
    "/finst-ikkje/",
)


def marked(word: str) -> Plan:
    """The sample plan with a word of its own in every text, and a funder and a party of its own."""
    raw = json.loads(codec.encode(sample_plan()))

    def mark(value: object) -> object:
        if isinstance(value, list):
            return [mark(one) for one in value]
        if isinstance(value, dict):
            return {key: _marked(key, one) for key, one in value.items()}
        return value

    def _marked(key: str, value: object) -> object:
        if key == "text" and isinstance(value, str):
            return f"{value} {word}"
        return mark(value)

    changed = mark(raw)
    assert isinstance(changed, dict)
    changed["tables"][0]["rows"][0]["budget"]["funder"] = f"{word}fondet"
    changed["tables"][0]["rows"][0]["responsible"]["parties"].append(f"{word}laget")
    source = Source(name=f"{word}.txt", media_type="text/plain", sha256=word, text=f"{word} plan")
    return replace(codec.decode(json.dumps(changed)), sources=(source,))


def fill(word: str, *, publish: bool = True) -> tuple[RegionalCouncil, PlanVersion]:
    council = make_council(f"{word} regionråd", host=HOSTS[word])
    version = import_plan(council, marked(word), publish=publish)
    editor = editor_of(council)
    if not Organisation.objects.exists():
        reformed(council)
    else:
        for organisation in Organisation.objects.filter(kind="municipality"):
            add_member(council=council, organisation=organisation)
    link_party(
        by=editor,
        party=Party.objects.get(council=council, label="Nordvik kommune"),
        organisation=Organisation.objects.get(name="Nordvik"),
        now=NOW,
    )
    give_status(
        by=editor,
        initiative=Element.objects.get(version=version, key="1.2.m2").initiative,
        lifecycle="in_progress",
        light="at_risk",
        sentence=f"{word} ventar.",
        said_by=f"{word} sekretær",
        now=NOW,
    )
    return council, version


def pages_of(client: Client, host: str) -> dict[str, str]:
    return {page: client.get(page, headers={"host": host}).content.decode() for page in PAGES}


def test_nothing_of_the_other_council_is_on_any_page(client: Client) -> None:
    for word in HOSTS:
        fill(word)
    for word, host in HOSTS.items():
        (other,) = set(HOSTS) - {word}
        pages = pages_of(client, host)
        assert [page for page, html in pages.items() if other.casefold() in html.casefold()] == []
        # the words are there to be found: without that the test would prove nothing
        assert [page for page, html in pages.items() if word not in html] == []


def test_elements_and_sources_of_the_other_council_are_not_found(client: Client) -> None:
    fill("Raudt")
    _, version = fill("Blaatt")
    code = version.elements.filter(kind="measure")[0].initiative.code
    document = SourceDocument.objects.get(versions__version=version)
    for page in (f"/p/{code}/", f"/kjelde/{document.pk}/"):
        assert client.get(page, headers={"host": HOSTS["Raudt"]}).status_code == 404
        assert client.get(page, headers={"host": HOSTS["Blaatt"]}).status_code == 200


def test_a_draft_is_on_no_page(client: Client) -> None:
    council, version = fill("Raudt", publish=False)
    council.name = "Regionrådet"
    council.save()
    pages = pages_of(client, HOSTS["Raudt"])
    assert [page for page, html in pages.items() if "raudt" in html.casefold()] == []
    for element in version.elements.all():
        page = client.get(f"/p/{element.initiative.code}/", headers={"host": HOSTS["Raudt"]})
        assert page.status_code == 404
