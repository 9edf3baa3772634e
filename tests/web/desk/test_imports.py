"""What changes, questions, taking over, discarding, undoing."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from msgspec.structs import replace

from tests.factories.councils import NOW
from tests.factories.planfiles import measure, sample_plan
from tests.web.desk.conftest import Upload
from tests.web.page_text import lines_of, part_of
from tiltak.domain.plans.models import Element, Import, Plan, PlanVersion
from tiltak.domain.plans.operations import correct
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Passage, Reading, Source, Unplaced
from tiltak.planfile.model import Plan as PlanFile


def page(browser: Client, pk: int, query: str = "") -> str:
    response = browser.get(f"/arbeid/import/{pk}/ta-over/{query}")
    assert response.status_code == 200
    return response.content.decode()


def waiting() -> Import:
    return Import.objects.get(state="pending")


def reworded() -> PlanFile:
    """One measure said in quite other words, one added, one amount changed."""
    sample = sample_plan()
    work, living, roads = sample.focus_areas
    jobs, travel = work.sections
    said = "Vera i jamleg kontakt med fylkeskommunen om korleis regionen kan få arbeidsplassar."
    new = measure("9", "Byggja ei gangbru over elva ved Nordvik skule.")
    jobs = replace(jobs, measures=(jobs.measures[0], replace(jobs.measures[1], text=said), new))
    work = replace(work, sections=(jobs, travel))
    table = sample.tables[0]
    row = table.rows[0]
    assert row.budget is not None
    row = replace(row, budget=replace(row.budget, raw="80 000", amount=80_000))
    table = replace(table, rows=(row, *table.rows[1:]))
    return replace(sample, focus_areas=(work, living, roads), tables=(table,))


def doubtful() -> PlanFile:
    """A document with a text, one doubtful element and one unplaced text."""
    text = "Handlingsplan 2026\nEit uklart punkt\nUtskrift side 1"
    source = Source(name="plan.txt", media_type="text/plain", sha256="12" * 32, text=text)
    reading = Reading(
        passages=(Passage(start=19, end=35, line=2),),
        confidence=0.5,
        reason="Setninga liknar på eit mål eller tiltak.",
    )
    sample = sample_plan()
    roads = sample.focus_areas[2]
    one = replace(roads.measures[0], text="Eit uklart punkt", reading=reading)
    return replace(
        sample,
        sources=(source,),
        focus_areas=(*sample.focus_areas[:2], replace(roads, measures=(one,))),
        unplaced=(Unplaced(passage=Passage(start=36, end=51, line=3), text="Utskrift side 1"),),
    )


def test_the_page_says_what_nobody_has_looked_at(secretary: Client, upload: Upload) -> None:
    upload(doubtful())
    html = page(secretary, waiting().pk)
    assert lines_of(html)[:3] == [
        "Ta over",
        "Handlingsplan 2026",
        "1 element i dokumentet har ingen sett over enno. Sjå over først",
    ]
    assert part_of(html, "fakta")[1:9] == [
        "Tittel",
        "Handlingsplan 2026",
        "År",
        "2026",
        "Tilstand",
        "Framlegg til Ytre Fjord regionråd 5.12.2025",
        "Organ",
        "Ytre Fjord regionråd",
    ]


def test_taken_over_as_a_draft(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    pk = waiting().pk
    response = secretary.post(
        f"/arbeid/import/{pk}/ta-over/",
        {"plan": "", "kind": "programme", "draft": "1"},
        follow=True,
    )
    version = PlanVersion.objects.get()
    assert response.redirect_chain == [("/arbeid/plan/handlingsplan-2026@1/", 302)]
    assert (version.visibility, version.plan.kind) == ("internal", "programme")
    assert "19 tiltak er tekne over frå dokumentet." in response.content.decode()
    again = secretary.get(f"/arbeid/import/{pk}/ta-over/")
    assert again["Location"] == "/arbeid/plan/handlingsplan-2026@1/"


def test_taken_over_and_published(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    secretary.post(f"/arbeid/import/{waiting().pk}/ta-over/", {"publish": "1"})
    assert PlanVersion.objects.get().visibility == "public"
    assert Client().get("/plan/handlingsplan-2026/").status_code == 200


def test_adopted_long_ago(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    address = f"/arbeid/import/{waiting().pk}/ta-over/"
    wrong = secretary.post(address, {"adopted": "1", "decided": "i fjor", "draft": "1"})
    assert wrong.status_code == 400
    assert "Skriv datoen slik: 8.12.2017." in wrong.content.decode()
    to_come = secretary.post(address, {"adopted": "1", "decided": "1.1.2999", "draft": "1"})
    assert to_come.status_code == 400
    assert not PlanVersion.objects.exists()
    told = {"adopted": "1", "decided": "8.12.2017", "body": "Rådet", "case_number": "17/45"}
    secretary.post(address, {**told, "publish": "1"})
    version = PlanVersion.objects.get()
    assert (version.state, str(version.decided_date), version.decided_case) == (
        "adopted",
        "2017-12-08",
        "17/45",
    )


def test_what_changes_in_a_plan(secretary: Client, upload: Upload, draft: PlanVersion) -> None:
    upload(reworded(), plan="handlingsplan-2026")
    html = page(secretary, waiting().pk)
    assert part_of(html, "mal")[:2] == [
        "Endrar «Handlingsplan 2026»",
        (
            "Utkastet (versjon 1) får teksten i dokumentet. "
            "Kvart tiltak held på lenkja og statusen sin."
        ),
    ]
    changes = part_of(html, "endringar")
    assert changes[:9] == [
        "Dette endrar seg",
        "Summar før og etter",
        "Sum",
        "Før",
        "Etter",
        "I alt",
        "1 615 000 kr",
        "1 635 000 kr",
        "Arbeid og næring",
    ]
    assert "Tiltak Ny" in changes
    assert "Byggja ei gangbru over elva ved Nordvik skule." in changes
    assert "Tiltak Du må svara" in changes
    assert "60 000 kr → 80 000 kr" in changes


def test_a_doubt_is_asked_and_nothing_chosen_beforehand(
    secretary: Client, upload: Upload, draft: PlanVersion
) -> None:
    upload(reworded(), plan="handlingsplan-2026")
    received = waiting()
    html = page(secretary, received.pk)
    assert part_of(html, "sporsmal")[3:] == [
        "I dokumentet no",
        "Vera i jamleg kontakt med fylkeskommunen om korleis regionen kan få arbeidsplassar.",
        "Teksten liknar, men er ein god del endra.",
        "I planen før",
        "Ja, det er dette: Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen.",
        "Nei, dette er nytt",
    ]
    assert " checked" not in html.split('id="sporsmal"')[1].split("</section>")[0]
    refused = secretary.post(
        f"/arbeid/import/{received.pk}/ta-over/", {"plan": "handlingsplan-2026", "draft": "1"}
    )
    assert refused.status_code == 400
    assert "Vel eit svar." in refused.content.decode()
    assert Element.objects.filter(text__startswith="Halda kontakt").exists()


@pytest.mark.parametrize(("answer", "keeps"), [('["1.1.m2"]', True), ("[]", False)])
def test_the_answer_decides_the_identity(
    secretary: Client, upload: Upload, draft: PlanVersion, answer: str, keeps: bool
) -> None:
    before = Element.objects.get(key="1.1.m2").initiative.code
    upload(reworded(), plan="handlingsplan-2026")
    response = secretary.post(
        f"/arbeid/import/{waiting().pk}/ta-over/",
        {"plan": "handlingsplan-2026", "draft": "1", "svar:1.1.m2": answer},
    )
    assert response.status_code == 302
    after = Element.objects.get(text__startswith="Vera i jamleg").initiative.code
    assert (after == before) is keeps


@pytest.mark.parametrize("answer", ["gone", '["gone"]', '["1.d1"]', "{}", "[1]"])
def test_an_answer_that_fits_nothing_is_asked_again(
    secretary: Client, upload: Upload, draft: PlanVersion, answer: str
) -> None:
    upload(reworded(), plan="handlingsplan-2026")
    response = secretary.post(
        f"/arbeid/import/{waiting().pk}/ta-over/",
        {"plan": "handlingsplan-2026", "draft": "1", "svar:1.1.m2": answer},
    )
    assert response.status_code == 400
    assert waiting()


def test_the_plan_can_be_chosen_on_the_page(
    secretary: Client, upload: Upload, draft: PlanVersion
) -> None:
    upload(reworded())
    pk = waiting().pk
    assert part_of(page(secretary, pk), "mal")[0] == "Blir ein ny plan"
    assert part_of(page(secretary, pk, "?plan=handlingsplan-2026"), "mal")[0].startswith("Endrar")


def test_the_same_file_again(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    secretary.post(f"/arbeid/import/{waiting().pk}/ta-over/", {"draft": "1"})
    upload(sample_plan())
    pk = waiting().pk
    assert "Denne fila er alt teken over." in page(secretary, pk)
    response = secretary.post(f"/arbeid/import/{pk}/ta-over/", {"draft": "1"}, follow=True)
    assert "Denne fila er alt teken over. Ingenting er endra." in response.content.decode()
    assert Plan.objects.count() == 1


def test_discarded(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    response = secretary.post(f"/arbeid/import/{waiting().pk}/forkast/", follow=True)
    assert "Dokumentet er forkasta. Ingen plan er endra." in response.content.decode()
    assert not Import.objects.exists()


def test_undone_from_the_desk(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    pk = waiting().pk
    secretary.post(f"/arbeid/import/{pk}/ta-over/", {"publish": "1"})
    assert f'action="/arbeid/import/{pk}/angre/"' in secretary.get("/arbeid/").content.decode()
    response = secretary.post(f"/arbeid/import/{pk}/angre/", follow=True)
    assert "Importen er angra." in response.content.decode()
    assert not Plan.objects.exists()
    late = secretary.post(f"/arbeid/import/{pk}/angre/", follow=True)
    assert "Importen kan ikkje angrast lenger" in late.content.decode()


def test_undoing_asks_when_texts_were_corrected(secretary: Client, upload: Upload) -> None:
    upload(sample_plan())
    pk = waiting().pk
    secretary.post(f"/arbeid/import/{pk}/ta-over/", {"draft": "1"})
    element = Element.objects.get(key="1.1.m2")
    by = Viewer(element.version.plan.council_id, may_edit=True)
    correct(
        by=by, subject=element, field="text", value="Retta", seen=element.text, now=timezone.now()
    )
    asked = secretary.post(f"/arbeid/import/{pk}/angre/")
    assert lines_of(asked.content.decode())[:1] == ["Angre importen?"]
    assert Element.objects.filter(text="Retta").exists()
    secretary.post(f"/arbeid/import/{pk}/angre/", {"although_corrected": "1"})
    assert not Plan.objects.exists()


def test_of_another_council_there_is_nothing(secretary: Client) -> None:
    from tests.factories.councils import import_plan, make_council

    other = make_council("Naborådet", host="nabo")
    import_plan(other, sample_plan())
    theirs = Import.objects.get()
    for address in ("ta-over/", "forkast/", "angre/"):
        assert secretary.post(f"/arbeid/import/{theirs.pk}/{address}").status_code == 404
    assert secretary.get(f"/arbeid/import/{theirs.pk}/ta-over/").status_code == 404
    assert secretary.get("/arbeid/plan/handlingsplan-2026@1/").status_code == 404
    assert theirs.applied_at == NOW


def test_no_button_promises_what_is_refused(
    secretary: Client, upload: Upload, draft: PlanVersion
) -> None:
    """An import that another one followed, and a correction of a text that is gone."""
    element = Element.objects.get(key="1.1.m2")
    by = Viewer(draft.plan.council_id, may_edit=True)
    correct(
        by=by, subject=element, field="text", value="Retta", seen=element.text, now=timezone.now()
    )
    buttons = re.findall(
        r'action="/arbeid/(import/\d+/)?angre/', secretary.get("/arbeid/").content.decode()
    )
    assert len(buttons) == 2
    upload(reworded(), plan="handlingsplan-2026")
    answers = {"plan": "handlingsplan-2026", "draft": "1", "svar:1.1.m2": "[]"}
    secretary.post(f"/arbeid/import/{waiting().pk}/ta-over/", answers)
    newest = Import.objects.first()
    assert newest is not None
    html = secretary.get("/arbeid/").content.decode()
    assert re.findall(r'action="/arbeid/((?:import/\d+/)?angre/[^"]*)"', html) == [
        f"import/{newest.pk}/angre/"
    ]


def test_the_kind_chosen_at_the_upload_outlives_the_review(
    secretary: Client, upload: Upload
) -> None:
    upload(doubtful(), kind="programme")
    address = f"/arbeid/import/{waiting().pk}/"
    secretary.post(f"{address}steg/godkjenn-alt/", {"seen": "0"})
    assert (
        '<option value="programme" selected' in secretary.get(f"{address}ta-over/").content.decode()
    )
    secretary.post(f"{address}ta-over/", {"plan": "", "draft": "1", "seen": "1"})
    assert Plan.objects.get().kind == "programme"
