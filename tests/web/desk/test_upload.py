"""A document in, or one clear sentence."""

import re
from html import unescape

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client

from tests.factories.planfiles import sample_plan
from tests.web.desk.conftest import Upload
from tests.web.page_text import lines_of
from tiltak.domain.audit.models import Event
from tiltak.domain.plans.models import Import, Plan, PlanVersion
from tiltak.domain.sources.models import SourceContent, SourceDocument
from tiltak.reading.problems import SENTENCES, Problem

PLAN = """Handlingsplan 2026 for Ytre Fjord regionråd

1 Arbeid og næring

Delmål
Regionen skal ha 150 nye arbeidsplassar innan fire år.

Tiltak
1. Laga ei felles oversikt over ledige kontor i dei fire kommunane.
2. Støtta marknadsføring av fjorden i vintersesongen.
"""


NUL = (
    b'{"schema": "plan/1", "document": {"title": "a\\u0000b", "years": [], '
    b'"status": "ukjend"}, "focus_areas": [{"id": "1", "title": "X"}]}'
)


def sentence(response: HttpResponse) -> str:
    """What the page says beside the field."""
    found = re.findall(
        r'<p class="ds-validation-message"[^>]*>([^<]*)</p>', response.content.decode()
    )
    assert len(found) == 1, found
    return unescape(found[0])


def test_the_page_says_what_it_takes(secretary: Client) -> None:
    lines = lines_of(secretary.get("/arbeid/last-opp/").content.decode())
    assert lines[:4] == [
        "Last opp ein plan",
        "Fila blir lesen, og du ser over resultatet før noko blir teke i bruk.",
        "Fil",
        "PDF, Word (.docx), OpenDocument (.odt, .ods), Excel (.xlsx), rein tekst (.txt) eller plan/1 (.json).",
    ]


def test_a_text_is_read_and_leads_to_the_preview(upload: Upload) -> None:
    response = upload(PLAN.encode(), "plan.txt", kind="programme")
    received = Import.objects.get()
    assert (response.status_code, response["Location"]) == (
        302,
        f"/arbeid/import/{received.pk}/?slag=programme",
    )
    assert (received.document.filename, received.state, received.plan) == (
        "plan.txt",
        "pending",
        None,
    )
    assert bytes(SourceContent.objects.get().data) == PLAN.encode()
    assert not Plan.objects.exists()


def test_meant_for_a_plan(upload: Upload, draft: PlanVersion) -> None:
    response = upload(PLAN.encode(), "plan.txt", plan="handlingsplan-2026")
    received = Import.objects.get(state="pending")
    assert response["Location"] == f"/arbeid/import/{received.pk}/"
    assert received.plan == draft.plan


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "tom.txt", SENTENCES[Problem.EMPTY]),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "a.bin", SENTENCES[Problem.NOT_TEXT]),
        (
            "Kjære alle,\n\nTakk for sist. Det var hyggeleg.\n".encode(),
            "brev.txt",
            SENTENCES[Problem.NO_PLAN],
        ),
        (
            b'{"schema": "plan/1", "document": 3}',
            "plan.json",
            SENTENCES[Problem.INVALID_PLAN_FILE],
        ),
        (
            NUL,
            "nul.json",
            "Fila har teikn eller tal som ikkje kan lagrast. Lagra henne på nytt og prøv igjen.",
        ),
    ],
    ids=["empty", "unknown", "no plan", "bad json", "nul"],
)
def test_a_bad_file_gives_one_sentence_and_nothing_stored(
    upload: Upload, data: bytes, name: str, said: str
) -> None:
    response = upload(data, name)
    assert response.status_code == 400
    assert sentence(response) == said
    assert SourceDocument.objects.count() == Import.objects.count() == Event.objects.count() == 0


def test_no_file_at_all(secretary: Client) -> None:
    response = secretary.post("/arbeid/last-opp/", {"plan": ""})
    assert response.status_code == 400
    assert sentence(response) == "Vel ei fil først."


def test_a_file_beyond_the_limit(upload: Upload, settings: LazySettings) -> None:
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    response = upload(b"x" * (4 * 1024 * 1024), "stor.txt")
    assert response.status_code == 400
    assert (
        sentence(response)
        == "Fila er for stor. Grensa er 1 MB. Del henne opp, eller lagra henne utan bilete."
    )
    assert not SourceDocument.objects.exists()


def test_a_file_at_the_limit_is_read(upload: Upload, settings: LazySettings) -> None:
    settings.MAX_UPLOAD_BYTES = len(PLAN.encode())
    assert upload(PLAN.encode(), "plan.txt").status_code == 302


def test_the_programs_own_file(upload: Upload) -> None:
    upload(sample_plan())
    received = Import.objects.get()
    assert (received.document.media_type, received.document.text) == ("application/json", "")


def test_a_name_in_any_script(upload: Upload) -> None:
    upload(PLAN.encode(), '\u202eørjan’s "plan" <b>.txt')
    assert "ørjan" in SourceDocument.objects.get().filename
