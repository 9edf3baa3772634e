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
from tiltak.domain.plans.models import Import, Plan, PlanVersion, UploadedFile
from tiltak.domain.plans.models import Upload as Uploaded
from tiltak.domain.sources.models import SourceContent, SourceDocument
from tiltak.planfile import codec
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


def refusal(response: HttpResponse) -> str:
    """What the page says when reading came to nothing."""
    (found,) = re.findall(r'<p class="refusal">([^<]*)</p>', response.content.decode())
    return unescape(found)


def test_the_page_says_what_it_takes(secretary: Client) -> None:
    lines = lines_of(secretary.get("/arbeid/last-opp/").content.decode())
    assert lines[:4] == [
        "Last opp ein plan",
        "Planen blir lesen, og du ser over resultatet før noko blir teke i bruk.",
        "Filer",
        (
            "PDF, Word (.docx), OpenDocument (.odt, .ods), Excel (.xlsx), rein tekst (.txt) eller ei planfil frå dette programmet (.json). "
            "Ligg planen i fleire filer, til dømes teksten i Word og budsjettet i Excel, vel du alle samstundes."
        ),
    ]


def test_a_text_is_read_and_leads_to_the_preview(upload: Upload) -> None:
    response = upload(PLAN.encode(), "plan.txt", kind="programme")
    received = Import.objects.get()
    assert (response.status_code, response["Location"]) == (
        302,
        f"/arbeid/import/{received.pk}/",
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


LATER = [
    (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "a.bin", SENTENCES[Problem.NOT_TEXT]),
    (
        "Kjære alle,\n\nTakk for sist. Det var hyggeleg.\n".encode(),
        "brev.txt",
        SENTENCES[Problem.NO_PLAN],
    ),
    (b'{"schema": "plan/1", "document": 3}', "plan.json", SENTENCES[Problem.INVALID_PLAN_FILE]),
    (
        NUL,
        "nul.json",
        "Fila har teikn eller tal som ikkje kan lagrast. Lagre henne på nytt og prøv igjen.",
    ),
    (b"PK\x03\x04 cut off", "plan.docx", SENTENCES[Problem.DAMAGED]),
]


@pytest.mark.parametrize(
    ("data", "name", "said"), LATER, ids=["binary", "no plan", "bad json", "nul", "damaged"]
)
def test_a_file_that_cannot_be_read_gives_one_sentence_and_nothing_kept_of_it(
    upload: Upload, data: bytes, name: str, said: str
) -> None:
    response = upload(data, name)
    assert response.status_code == 200
    assert refusal(response) == said
    assert SourceDocument.objects.count() == Import.objects.count() == 0
    assert [bytes(file.data) for file in UploadedFile.objects.all()] == [b""]
    told = Event.objects.order_by("pk").values_list("verb", "actor", "summary")
    assert list(told) == [("upload", "Kari Nes", name), ("refuse_upload", "system", said)]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("tom.txt", b"")], SENTENCES[Problem.EMPTY]),
        (
            [("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
            SENTENCES[Problem.UNSUPPORTED_FORMAT],
        ),
        (
            [("plan.txt", PLAN.encode()), ("tom.xlsx", b" ")],
            f"tom.xlsx: {SENTENCES[Problem.EMPTY]}",
        ),
        (
            [("plan.txt", PLAN.encode()), ("plan.json", codec.encode(sample_plan()))],
            SENTENCES[Problem.PLAN_FILE_AMONG_OTHERS],
        ),
        (
            [(f"{number}.txt", PLAN.encode()) for number in range(11)],
            SENTENCES[Problem.TOO_MANY_FILES],
        ),
    ],
    ids=["empty", "old word", "one of two empty", "a whole plan among others", "too many"],
)
def test_what_is_clear_at_once_is_said_on_the_form(
    hand_in: Upload, files: list[tuple[str, bytes]], said: str
) -> None:
    response = hand_in(*files)
    assert (response.status_code, sentence(response)) == (400, said)
    assert Uploaded.objects.count() == Event.objects.count() == 0


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
        == "Fila er for stor. Grensa er 1 MB. Del henne opp, eller lagre henne utan bilete."
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


def test_files_too_large_together(hand_in: Upload, settings: LazySettings) -> None:
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    half = b"x" * (600 * 1024)
    response = hand_in(("a.txt", half), ("b.txt", half + b"y"))
    assert (response.status_code, sentence(response)) == (
        400,
        "Filene er for store til saman. Grensa er 1 MB. Lagre dei utan bilete og prøv igjen.",
    )


def test_several_files_are_one_plan_and_all_are_kept(secretary: Client, hand_in: Upload) -> None:
    appendix = b"2 Skule\n\nTiltak\n- Skaffa ti nye l\xc3\xa6replassar\n"
    response = hand_in(("vedlegg.txt", appendix), ("plan.txt", PLAN.encode()))
    received = Import.objects.get()
    assert secretary.get(response["Location"])["Location"] == f"/arbeid/import/{received.pk}/"
    assert received.document.filename == "plan.txt"
    plan = codec.decode(received.content)
    assert [area.title for area in plan.focus_areas] == ["Arbeid og næring", "Skule"]
    kept = {c.document.filename: bytes(c.data) for c in SourceContent.objects.all()}
    assert kept == {"plan.txt": PLAN.encode(), "vedlegg.txt": appendix}
    assert not UploadedFile.objects.exists()
