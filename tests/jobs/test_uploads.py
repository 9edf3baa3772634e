"""Reading in the background, done at once here."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.factories.councils import NOW
from tiltak.domain.plans.models import Import, Upload
from tiltak.domain.plans.operations.uploads import (
    begin_reading,
    discard_upload,
    receive_upload,
)
from tiltak.domain.plans.queries.uploads import UploadView, upload_by_id
from tiltak.domain.viewer import Viewer
from tiltak.jobs import claims, recovery, uploads
from tiltak.jobs.queue import queue, ready
from tiltak.planfile.model import Plan
from tiltak.reading import (
    SENTENCES,
    File,
    Phase,
    Problem,
    Step,
    UnreadableDocument,
    read_documents,
)

TEXT = b"Handlingsplan 2026\n\n1 Veg\n\nTiltak\n- Byggja bru\n- Rydda skog\n"
APPENDIX = b"2 Skule\n\nTiltak\n- Halda kurs\n"


@pytest.fixture
def upload(by: Viewer) -> Upload:
    return receive_upload(by=by, files=[("plan.txt", TEXT), ("vedlegg.txt", APPENDIX)], now=NOW)


def seen(by: Viewer, upload: Upload) -> UploadView:
    return upload_by_id(by, upload.pk)


def stands_in(monkeypatch: pytest.MonkeyPatch, reading: object) -> None:
    """Let something else be the process that reads."""
    monkeypatch.setattr(uploads, "read_all_safely", reading)


def test_read_and_received_in_the_name_of_who_handed_it_in(by: Viewer, upload: Upload) -> None:
    uploads.reading.do(upload.pk)
    received = Import.objects.get()
    assert (seen(by, upload).state, seen(by, upload).received_id) == ("read", received.pk)
    assert received.document.filename == "plan.txt"


def test_asking_twice_does_no_harm(upload: Upload, settings: LazySettings) -> None:
    for _ in range(2):
        uploads.reading.do(upload.pk)
    uploads.reading.do(0)
    assert Import.objects.count() == 1
    assert list(Path(settings.DATA_DIR).glob("claims/*")) == []


def test_it_is_asked_for_when_it_is_committed(
    upload: Upload, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        uploads.reading.ask_for(upload)
        assert not Import.objects.exists()
    assert Import.objects.exists()


def test_a_refusal_names_the_file(
    by: Viewer, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Plan:
        raise UnreadableDocument(Problem.DAMAGED, file="vedlegg.txt")

    stands_in(monkeypatch, refuse)
    uploads.reading.do(upload.pk)
    found = seen(by, upload)
    assert (found.state, found.file, found.problem) == (
        "refused",
        "vedlegg.txt",
        SENTENCES[Problem.DAMAGED],
    )


def test_whatever_breaks_is_told_and_not_waited_for(
    by: Viewer, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> Plan:
        raise RuntimeError("disk")

    stands_in(monkeypatch, break_down)
    uploads.reading.do(upload.pk)
    assert (seen(by, upload).state, seen(by, upload).problem) == (
        "refused",
        SENTENCES[Problem.CRASHED],
    )


def test_progress_is_told_twice_a_second_and_at_each_new_phase(
    by: Viewer, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    def read(files: list[File], *, tell: uploads._Progress, **_: object) -> Plan:
        for page in range(50):
            tell(Step(Phase.PAGES, 1, page, 50))
            told.append((seen(by, upload).phase, seen(by, upload).file, seen(by, upload).done))
        tell(Step(Phase.STRUCTURE))
        told.append((seen(by, upload).phase, seen(by, upload).file, seen(by, upload).done))
        return read_documents(files)

    monkeypatch.setattr(uploads, "SECONDS_BETWEEN", 3600)
    stands_in(monkeypatch, read)
    uploads.reading.do(upload.pk)
    assert set(told[:-1]) == {("pages", "vedlegg.txt", 0)}
    assert told[-1] == ("structure", "plan.txt", 0)
    assert seen(by, upload).state == "read"


def test_a_cancelled_one_is_not_read_to_the_end(
    by: Viewer, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = []

    def read(_files: list[File], *, tell: uploads._Progress, **_: object) -> Plan:
        discard_upload(by=by, upload=Upload.objects.get(), now=NOW)
        tell(Step(Phase.PAGES, 0, 1, 50))
        reached.append("the end")
        raise AssertionError

    stands_in(monkeypatch, read)
    uploads.reading.do(upload.pk)
    assert (reached, Upload.objects.count(), Import.objects.count()) == ([], 0, 0)


def test_one_that_breaks_when_it_was_cancelled_is_nobodys_any_longer(
    by: Viewer, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> Plan:
        discard_upload(by=by, upload=Upload.objects.get(), now=NOW)
        raise RuntimeError("disk")

    stands_in(monkeypatch, break_down)
    uploads.reading.do(upload.pk)
    assert (Upload.objects.count(), Import.objects.count()) == (0, 0)


def test_what_the_queue_has_is_not_asked_for_again_and_what_comes_out_is_done(
    by: Viewer, upload: Upload
) -> None:
    ready()
    queue.immediate = False
    try:
        recovery.recover()
        recovery.recover()
        assert [one.args for one in queue.pending()] == [(upload.pk,)]
        asked = queue.dequeue()
    finally:
        queue.immediate = True
    assert seen(by, upload).state == "waiting"
    queue.execute(asked)
    assert seen(by, upload).state == "read"


def test_what_nobody_reads_is_read_anew(by: Viewer, upload: Upload) -> None:
    begin_reading(upload.pk)
    recovery.recover()
    assert seen(by, upload).state == "read"


def test_what_the_queue_has_lost_is_found(by: Viewer, upload: Upload) -> None:
    recovery.recover()
    assert seen(by, upload).state == "read"


def test_what_somebody_reads_is_left_alone(by: Viewer, upload: Upload) -> None:
    with claims.claimed(uploads.reading.claim_on(upload.pk)):
        begin_reading(upload.pk)
        recovery.recover()
        assert seen(by, upload).state == "reading"
        uploads.reading.do(upload.pk)
    assert not Import.objects.exists()
