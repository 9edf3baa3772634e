"""From the files that were handed in to the preview: how far it is, what went wrong, cancelling."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from tests.factories.councils import NOW, editor_of, make_council
from tests.web.page_forms import forms_of
from tests.web.page_text import get, lines_of
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Import, Plan, PlanVersion, Upload, UploadedFile
from tiltak.domain.plans.operations import discard_import
from tiltak.domain.plans.operations.uploads import (
    begin_reading,
    discard_upload,
    finish_upload,
    receive_upload,
    refuse_upload,
    tell_progress,
)
from tiltak.domain.viewer import Viewer
from tiltak.reading import SENTENCES, File, Problem, read_documents

pytestmark = pytest.mark.django_db

FILES = [
    ("plan.txt", b"Handlingsplan 2026\n\n1 Veg\n\nTiltak\n- Byggja bru\n- Rydda skog\n"),
    ("vedlegg.pdf", b"%PDF-1.7 not looked into here"),
    ("budsjett.xlsx", b"PK not looked into here"),
]
REFRESH = '<noscript><meta http-equiv="refresh" content="2"></noscript>'


@pytest.fixture
def by(council: RegionalCouncil) -> Viewer:
    return editor_of(council)


@pytest.fixture
def waiting(by: Viewer) -> Upload:
    """Three files that nobody reads yet."""
    return receive_upload(by=by, files=FILES, now=NOW)


@pytest.fixture
def reading(waiting: Upload) -> Upload:
    begun = begin_reading(waiting.pk)
    assert begun is not None
    return begun


@pytest.fixture(autouse=True)
def a_second_later() -> object:
    with time_machine.travel(NOW + timedelta(seconds=1), tick=False):
        yield


def address(upload: Upload, part: str = "") -> str:
    return f"/arbeid/last-opp/{upload.pk}/{part}"


def progress(browser: Client, upload: Upload) -> list[str]:
    """What the page says between its head and the way to cancel."""
    lines = lines_of(get(browser, address(upload)))
    start = lines.index(
        "Du kan gå frå denne sida og koma tilbake. Arbeidsbordet viser kor langt det er kome."
    )
    return lines[start + 1 : lines.index("Feil fil?")]


ALL_WAIT = ["plan.txt ventar", "vedlegg.pdf ventar", "budsjett.xlsx ventar"]


def test_it_waits(secretary: Client, waiting: Upload) -> None:
    assert progress(secretary, waiting) == ["Ventar på tur", *ALL_WAIT]


def test_others_stand_before_it(secretary: Client, by: Viewer, waiting: Upload) -> None:
    """Those of other councils too, and by number alone."""
    other = editor_of(make_council("Naborådet", host="nabo.example"))
    receive_upload(by=other, files=FILES[:1], now=NOW - timedelta(seconds=9))
    told = ["Ventar på tur", "1 opplasting står føre i køen.", *ALL_WAIT]
    assert progress(secretary, waiting) == told
    receive_upload(by=by, files=FILES[:1], now=NOW - timedelta(seconds=8))
    assert progress(secretary, waiting)[1] == "2 opplastingar står føre i køen."


def test_nobody_has_begun_for_long(secretary: Client, waiting: Upload) -> None:
    with time_machine.travel(NOW + timedelta(seconds=21), tick=False):
        assert progress(secretary, waiting)[:2] == [
            "Ventar på tur",
            "Ingen har byrja på dette enno. Den som driv nettstaden, finn ut kvifor med «tiltak doctor».",
        ]


@pytest.mark.parametrize(
    ("step", "said", "words"),
    [
        (("", 0, 0, 0), ["Gjer klart til å lesa"], ["ventar", "ventar", "ventar"]),
        (("pages", 0, 0, 0), ["Les plan.txt"], ["blir lesen no", "ventar", "ventar"]),
        (("pages", 1, 3, 40), ["Les side 4 av 40 i vedlegg.pdf"],
         ["lesen", "blir lesen no", "ventar"]),
        (("pages", 1, 40, 40), ["Les side 40 av 40 i vedlegg.pdf"],
         ["lesen", "blir lesen no", "ventar"]),
        (("scanned", 1, 1, 2),
         ["Les side 2 av 2 i vedlegg.pdf",
          "Sidene er bilete av tekst. Kvar side tek nokre sekund."],
         ["lesen", "blir lesen no", "ventar"]),
        (("structure", 0, 0, 0), ["Finn mål, strategiar og tiltak"], ["lesen", "lesen", "lesen"]),
    ],
)  # fmt: skip
def test_how_far_it_is(
    secretary: Client,
    reading: Upload,
    step: tuple[str, int, int, int],
    said: list[str],
    words: list[str],
) -> None:
    phase, file, done, total = step
    if phase:
        tell_progress(reading.pk, phase=phase, file=file, done=done, total=total)
    listed = [f"{name} {word}" for (name, _), word in zip(FILES, words, strict=True)]
    assert progress(secretary, reading) == [*said, *listed]
    bar = re.findall(r"<progress[^>]*>", get(secretary, address(reading)))
    expected = f' max="{total}" value="{done}"' if total else ""
    assert bar == [f'<progress aria-labelledby="no"{expected}>']
    now = re.findall(r'<li aria-current="step"><span>([^<]*)', get(secretary, address(reading)))
    assert now == [name for (name, _), word in zip(FILES, words, strict=True) if "no" in word]


def test_without_a_script_the_page_asks_again(secretary: Client, reading: Upload) -> None:
    head = get(secretary, address(reading)).split("</head>", 1)[0]
    assert REFRESH in head


def test_with_a_script_only_the_part_that_changes(secretary: Client, reading: Upload) -> None:
    whole = get(secretary, address(reading))
    part = get(secretary, address(reading, "framdrift/"))
    assert part.strip() in whole
    assert "<html" not in part
    assert f'hx-get="{address(reading, "framdrift/")}"' in part


@pytest.mark.parametrize(("age", "pause"), [(0, 400), (9, 1000), (61, 3000)])
def test_it_is_asked_less_often_the_longer_it_takes(
    secretary: Client, reading: Upload, age: int, pause: int
) -> None:
    with time_machine.travel(NOW + timedelta(seconds=age), tick=False):
        part = get(secretary, address(reading, "framdrift/"))
    assert f'hx-trigger="load delay:{pause}ms"' in part


def test_when_it_is_read_both_lead_on(secretary: Client, reading: Upload) -> None:
    plan = read_documents([File(*FILES[0])])
    received = finish_upload(upload=reading, plan=plan, now=NOW)
    there = f"/arbeid/import/{received.pk}/"
    assert secretary.get(address(reading))["Location"] == there
    part = secretary.get(address(reading, "framdrift/"))
    assert (part.status_code, part["HX-Redirect"]) == (200, address(reading))
    assert secretary.get(there).status_code == 200


def test_what_was_read_and_discarded(secretary: Client, by: Viewer, reading: Upload) -> None:
    plan = read_documents([File(*FILES[0])])
    received = finish_upload(upload=reading, plan=plan, now=NOW)
    discard_import(by=by, received=received, now=NOW)
    response = secretary.get(address(reading), follow=True)
    assert response.redirect_chain == [("/arbeid/", 302)]
    assert "Dokumentet er forkasta." in response.content.decode()


def test_a_refusal_names_the_file_and_leads_back_to_the_form(
    secretary: Client, by: Viewer, draft: PlanVersion
) -> None:
    upload = receive_upload(by=by, files=FILES, meant_for=draft.plan, now=NOW)
    begin_reading(upload.pk)
    refuse_upload(upload=upload, problem=SENTENCES[Problem.DAMAGED], file=1, now=NOW)
    part = secretary.get(address(upload, "framdrift/"))
    assert part["HX-Redirect"] == address(upload)
    html = get(secretary, address(upload))
    assert REFRESH not in html
    lines = lines_of(html)
    assert f"vedlegg.pdf: {SENTENCES[Problem.DAMAGED]}" in lines
    assert "Ingen plan er endra, og det du lasta opp er ikkje lagra." in lines
    again = f"/arbeid/last-opp/?plan={draft.plan.slug}"
    assert f'href="{again}"' in html
    assert f'<option value="{draft.plan.slug}" selected' in get(secretary, again)


def test_a_refusal_of_one_file_with_the_kind_that_was_chosen(secretary: Client, by: Viewer) -> None:
    upload = receive_upload(by=by, files=FILES[:1], kind="programme", now=NOW)
    begin_reading(upload.pk)
    refuse_upload(upload=upload, problem=SENTENCES[Problem.NO_PLAN], file=0, now=NOW)
    html = get(secretary, address(upload))
    assert f'<p class="refusal">{SENTENCES[Problem.NO_PLAN]}</p>' in html
    again = "/arbeid/last-opp/?slag=programme"
    assert f'href="{again}"' in html
    assert '<option value="programme" selected' in get(secretary, again)


def test_a_refused_one_is_put_away(secretary: Client, reading: Upload) -> None:
    refuse_upload(upload=reading, problem=SENTENCES[Problem.NO_PLAN], now=NOW)
    (form,) = [one for one in forms_of(get(secretary, address(reading))) if "avbryt" in one.action]
    response = secretary.post(form.action, form.filled({}, "Legg bort"), follow=True)
    assert response.redirect_chain == [("/arbeid/", 302)]
    assert "avbroten" not in response.content.decode()
    assert Upload.objects.count() == UploadedFile.objects.count() == 0


@pytest.mark.parametrize("state", ["waiting", "reading"])
def test_cancelled(secretary: Client, waiting: Upload, state: str) -> None:
    if state == "reading":
        begin_reading(waiting.pk)
    (form,) = [one for one in forms_of(get(secretary, address(waiting))) if "avbryt" in one.action]
    response = secretary.post(form.action, form.filled(), follow=True)
    assert response.redirect_chain == [("/arbeid/", 302)]
    assert "Opplastinga er avbroten. Ingen plan er endra." in response.content.decode()
    assert (Upload.objects.count(), Import.objects.count(), Plan.objects.count()) == (0, 0, 0)
    assert Event.objects.order_by("pk").values_list("verb", flat=True).last() == "discard_upload"
    # another window still asks
    part = secretary.get(address(waiting, "framdrift/"))
    assert (part.status_code, part["HX-Redirect"]) == (200, "/arbeid/")
    assert secretary.get(address(waiting)).status_code == 404
    assert secretary.post(address(waiting, "avbryt/")).status_code == 404


def test_cancelled_when_it_was_read_already(secretary: Client, reading: Upload) -> None:
    plan = read_documents([File(*FILES[0])])
    received = finish_upload(upload=reading, plan=plan, now=NOW)
    response = secretary.post(address(reading, "avbryt/"), follow=True)
    assert response.redirect_chain == [
        (address(reading), 302),
        (f"/arbeid/import/{received.pk}/", 302),
    ]
    assert Import.objects.get().state == "pending"


def test_cancelling_needs_the_form(secretary: Client, waiting: Upload) -> None:
    assert secretary.get(address(waiting, "avbryt/")).status_code == 405
    assert Upload.objects.count() == 1


def test_the_desk_tells_of_it(secretary: Client, by: Viewer, waiting: Upload) -> None:
    refused = receive_upload(by=by, files=FILES[1:2], now=NOW)
    begin_reading(refused.pk)
    refuse_upload(upload=refused, problem=SENTENCES[Problem.DAMAGED], now=NOW)
    html = get(secretary, "/arbeid/")
    assert f'href="{address(waiting)}"' in html
    assert f'href="{address(refused)}"' in html
    discard_upload(by=by, upload=waiting, now=NOW)
    assert f'href="{address(waiting)}"' not in get(secretary, "/arbeid/")


@pytest.mark.parametrize("part", ["", "framdrift/", "avbryt/"])
def test_another_council_s_is_not_there(secretary: Client, part: str) -> None:
    other = editor_of(make_council("Naborådet", host="nabo.example"))
    theirs = receive_upload(by=other, files=FILES, now=NOW)
    target = address(theirs, part)
    if part == "framdrift/":
        # as for one that was cancelled: nothing is told of it
        assert secretary.get(target)["HX-Redirect"] == "/arbeid/"
    elif part:
        assert secretary.post(target).status_code == 404
    else:
        assert secretary.get(target).status_code == 404
    assert Upload.objects.get().state == "waiting"


def test_a_long_name_and_signs_of_html(secretary: Client, by: Viewer) -> None:
    name = "<b>" + "samferdsleplan" * 18 + ".txt"
    upload = receive_upload(by=by, files=[(name, b"x"), ("b.txt", b"y")], now=NOW)
    assert progress(secretary, upload)[1:] == [f"{name} ventar", "b.txt ventar"]
    assert "<b>" not in get(secretary, address(upload))
