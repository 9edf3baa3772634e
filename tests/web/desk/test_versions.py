"""One version and the plan it belongs to."""

import pytest
from django.test import Client

from tests.web.page_text import lines_of, part_of
from tiltak.domain.plans.models import Plan, PlanVersion

ADDRESS = "/arbeid/plan/handlingsplan-2026@1/"
DECISION = {"decided": "1.6.2018", "body": "Rådet", "case_number": "17/45", "confirm": "on"}


def said(browser: Client, task: str, **fields: str) -> str:
    """The message after a form was sent, on the page it leads to."""
    response = browser.post(ADDRESS + task, fields, follow=True)
    assert response.redirect_chain == [(ADDRESS, 302)]
    html = response.content.decode()
    before = html.split("<main")[0]
    return before.split('class="ds-alert', 1)[1].split("<p>", 1)[1].split("</p>")[0]


def test_the_page_says_how_it_stands(secretary: Client, draft: PlanVersion) -> None:
    html = secretary.get(ADDRESS).content.decode()
    assert lines_of(html)[:2] == ["framlegg · berre du ser han · versjon 1", "Handlingsplan 2026"]
    assert part_of(html, "synleg") == [
        "Kven ser versjonen?",
        "Berre du. Legg du han ut, kan alle sjå han med ein gong.",
        "Legg ut",
    ]


def test_published_and_taken_away(secretary: Client, draft: PlanVersion) -> None:
    assert said(secretary, "legg-ut/") == "Versjonen er lagd ut. No kan alle sjå han."
    assert Client().get("/plan/handlingsplan-2026/tekst/").status_code == 200
    assert said(secretary, "ta-bort/").startswith("Versjonen er teken bort frå nettsida.")
    assert Client().get("/plan/handlingsplan-2026/tekst/").status_code == 404


def test_the_state(secretary: Client, draft: PlanVersion) -> None:
    assert said(secretary, "tilstand/", state="consultation") == "Tilstanden er endra."
    assert PlanVersion.objects.get().state == "consultation"
    assert secretary.post(ADDRESS + "tilstand/", {"state": "adopted"}).status_code == 400


def test_adopting_wants_a_date_and_a_word(secretary: Client, draft: PlanVersion) -> None:
    for missing in ("decided", "confirm"):
        fields = {name: value for name, value in DECISION.items() if name != missing}
        response = secretary.post(ADDRESS + "vedta/", fields)
        assert response.status_code == 400
        assert "<details" in response.content.decode()
    to_come = secretary.post(ADDRESS + "vedta/", {**DECISION, "decided": "1.6.2999"})
    assert "Datoen kan ikkje vera fram i tid" in to_come.content.decode()
    assert PlanVersion.objects.get().frozen_at is None


def test_adopted(secretary: Client, draft: PlanVersion) -> None:
    told = said(secretary, "vedta/", **DECISION)
    assert told == "Versjonen er vedteken. Teksten ligg fast frå no av."
    html = secretary.get(ADDRESS).content.decode()
    assert "Vedteken 1. juni 2018 av Rådet. Sak 17/45. Teksten ligg fast." in lines_of(html)
    assert part_of(html, "vedta") == part_of(html, "tilstand") == []
    for task, fields in (("vedta/", DECISION), ("tilstand/", {"state": "draft"})):
        refused = said(secretary, task, **fields)
        assert refused == "Versjonen er vedteken. Teksten kan ikkje endrast."
    assert said(secretary, "tittel/", title="Ny", seen="Handlingsplan 2026").startswith(
        "Versjonen er vedteken"
    )


def test_the_title_with_undo(secretary: Client, draft: PlanVersion) -> None:
    assert said(secretary, "tittel/", title="Ny", seen="Handlingsplan 2026") == "Tittelen er lagra."
    assert said(secretary, "tittel/", title="Nyare", seen="Handlingsplan 2026") == (
        "Nokon andre har skrive «Ny» medan du skreiv «Nyare». Skriv på nytt."
    )
    assert said(secretary, "tittel/", title=" ", seen="Ny") == "Tittelen kan ikkje vera tom."
    assert PlanVersion.objects.get().title == "Ny"


def test_the_plan_itself(secretary: Client, draft: PlanVersion) -> None:
    programme = Plan.objects.create(
        council=draft.plan.council, slug="program", title="Program", created_at=draft.created_at
    )
    fields = {"title": "Årsplan", "kind": "sub_plan", "period_from": "2026", "parent": "program"}
    assert said(secretary, "innstillingar/", **fields) == "Opplysningane om planen er lagra."
    plan = Plan.objects.get(pk=draft.plan_id)
    assert (plan.title, plan.kind, plan.parent) == ("Årsplan", "sub_plan", programme)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"kind": "novel"},
        {"period_from": "2027", "period_to": "2026"},
        {"period_from": "i fjor"},
        {"parent": "gone"},
    ],
    ids=str,
)
def test_a_plan_that_cannot_be(
    secretary: Client, draft: PlanVersion, wrong: dict[str, str]
) -> None:
    fields = {"title": "Plan", "kind": "programme", **wrong}
    assert secretary.post(ADDRESS + "innstillingar/", fields).status_code == 400
    assert Plan.objects.get().title == "Handlingsplan 2026"


@pytest.mark.parametrize("ref", ["gone", "gone@1", "handlingsplan-2026@9", "handlingsplan-2026@x"])
def test_no_such_version(secretary: Client, draft: PlanVersion, ref: str) -> None:
    assert secretary.get(f"/arbeid/plan/{ref}/").status_code == 404
