"""Files that wait to be read, and what becomes of them."""

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tiltak.domain.audit.models import Event
from tiltak.domain.plans.errors import (
    NoLongerThere,
    NotAllowed,
    NothingChanged,
    UnacceptableFiles,
)
from tiltak.domain.plans.models import Import, PlanVersion, Upload, UploadedFile
from tiltak.domain.plans.operations import NewPlan, apply_import
from tiltak.domain.plans.operations.uploads import (
    begin_reading,
    discard_upload,
    finish_upload,
    receive_upload,
    refuse_upload,
    restart_upload,
    tell_progress,
)
from tiltak.domain.plans.queries.intake import preview
from tiltak.domain.plans.queries.uploads import (
    unfinished_uploads,
    upload_by_id,
    uploads_being_read,
    waiting_uploads,
)
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.sources.models import SourceContent, Visibility
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile.model import Plan
from tiltak.reading import File, read_documents

TEXT = b"Handlingsplan 2026\n\n1 Veg\n\nTiltak\n- Byggja bru\n- Rydda skog\n"
APPENDIX = b"2 Skule\n\nTiltak\n- Skaffa ti nye laereplassar\n"
FILES = [("plan.txt", TEXT), ("vedlegg.txt", APPENDIX)]


def read(*files: tuple[str, bytes]) -> Plan:
    return read_documents([File(name, data) for name, data in files])


def handed_in(by: Viewer, *files: tuple[str, bytes]) -> Upload:
    return receive_upload(by=by, files=files or FILES, now=NOW)


def being_read(by: Viewer, *files: tuple[str, bytes]) -> Upload:
    begun = begin_reading(handed_in(by, *files).pk)
    assert begun is not None
    return begun


def told() -> list[tuple[str, str, str]]:
    return list(Event.objects.order_by("pk").values_list("verb", "actor", "summary"))


def test_the_files_are_kept_in_order_and_the_same_one_once(by: Viewer) -> None:
    upload = handed_in(by, *FILES, ("plan (1).txt", TEXT))
    kept = [(file.position, file.filename, bytes(file.data)) for file in upload.files.all()]
    assert kept == [(0, "plan.txt", TEXT), (1, "vedlegg.txt", APPENDIX)]
    assert (upload.state, upload.finished_at) == ("waiting", None)
    assert told() == [("upload", "Sekretæren", "plan.txt, vedlegg.txt")]


@pytest.mark.parametrize("count", [0, 11])
def test_none_and_too_many_are_refused(by: Viewer, count: int) -> None:
    files = [(f"{number}.txt", str(number).encode()) for number in range(count)]
    with pytest.raises(UnacceptableFiles):
        receive_upload(by=by, files=files, now=NOW)
    assert not Upload.objects.exists()


def test_only_an_editor_and_only_for_an_own_plan(by: Viewer, draft: PlanVersion) -> None:
    stranger = editor_of(make_council("Hallingdal", host="other.example"))
    for who in (anonymous(by.council_id), stranger):
        with pytest.raises(NotAllowed):
            receive_upload(by=who, files=FILES, now=NOW, meant_for=draft.plan)


def test_one_reader_gets_it(by: Viewer) -> None:
    upload = handed_in(by)
    begun = begin_reading(upload.pk)
    assert begun is not None
    assert (begun.state, begin_reading(upload.pk), begin_reading(0)) == ("reading", None, None)


def test_how_far_it_is(by: Viewer) -> None:
    upload = being_read(by)
    assert tell_progress(upload.pk, phase="pages", file=1, done=3, total=40)
    found = upload_by_id(by, upload.pk)
    assert (found.phase, found.file, found.done, found.total) == ("pages", "vedlegg.txt", 3, 40)
    assert (found.files, found.is_under_way, found.ahead) == (("plan.txt", "vedlegg.txt"), True, 0)


def test_what_was_read_becomes_an_import_with_every_file_kept(by: Viewer) -> None:
    upload = being_read(by)
    received = finish_upload(upload=upload, plan=read(*FILES), now=NOW)
    upload.refresh_from_db()
    assert (upload.state, upload.received, upload.finished_at) == ("read", received, NOW)
    assert not UploadedFile.objects.exists()
    assert received.document.filename == "plan.txt"
    kept = {one.document.filename: bytes(one.data) for one in SourceContent.objects.all()}
    assert kept == dict(FILES)
    assert [verb for verb, _, _ in told()] == ["upload", "receive"]
    assert not tell_progress(upload.pk, phase="pages", file=0, done=1, total=1)


def test_the_version_stands_on_both_files(by: Viewer) -> None:
    received = finish_upload(upload=being_read(by), plan=read(*FILES), now=NOW)
    version = apply_import(by=by, received=received, into=NewPlan(), now=NOW, publish=True)
    documents = [row.document for row in version.sources.select_related("document")]
    assert {(one.filename, one.visibility) for one in documents} == {
        ("plan.txt", Visibility.PUBLIC),
        ("vedlegg.txt", Visibility.PUBLIC),
    }
    assert SourceContent.objects.filter(document__in=documents).count() == 2


def test_the_same_text_with_another_appendix_is_no_repetition(by: Viewer) -> None:
    first = finish_upload(upload=being_read(by), plan=read(*FILES), now=NOW)
    version = apply_import(by=by, received=first, into=NewPlan(), now=NOW)
    other = [FILES[0], ("vedlegg.txt", APPENDIX + b"- Halda kurs\n")]
    again = finish_upload(upload=being_read(by), plan=read(*FILES), now=NOW)
    changed = finish_upload(upload=being_read(by, *other), plan=read(*other), now=NOW)
    repeated = [preview(by, one, version.plan, {}).is_repeated for one in (again, changed)]
    assert repeated == [True, False]
    with pytest.raises(NothingChanged):
        apply_import(by=by, received=again, into=version.plan, now=NOW)
    apply_import(by=by, received=changed, into=version.plan, now=NOW)


def test_a_refusal_keeps_the_names_and_nothing_else(by: Viewer) -> None:
    upload = being_read(by)
    refuse_upload(upload=upload, problem="Fila er skadd.", file=1, now=NOW)
    found = upload_by_id(by, upload.pk)
    assert (found.state, found.problem, found.file) == ("refused", "Fila er skadd.", "vedlegg.txt")
    assert [bytes(file.data) for file in UploadedFile.objects.all()] == [b"", b""]
    assert told()[-1] == ("refuse_upload", "system", "Fila er skadd.")
    assert not Import.objects.exists()


def test_what_a_killed_reader_left_is_read_again_but_not_for_ever(by: Viewer) -> None:
    upload = being_read(by)
    again = []
    for _ in range(3):
        begin_reading(upload.pk)
        again.append(restart_upload(upload_id=upload.pk, give_up="Nei.", now=NOW))
    assert again == [True, True, False]
    assert (upload_by_id(by, upload.pk).state, upload_by_id(by, upload.pk).problem) == (
        "refused",
        "Nei.",
    )
    assert not restart_upload(upload_id=upload.pk, give_up="Nei.", now=NOW)


@pytest.mark.parametrize("state", ["waiting", "reading", "refused"])
def test_it_can_be_cancelled_and_put_away(by: Viewer, state: str) -> None:
    upload = handed_in(by) if state == "waiting" else being_read(by)
    if state == "refused":
        refuse_upload(upload=upload, problem="Nei.", now=NOW)
    discard_upload(by=by, upload=upload, now=NOW)
    assert Upload.objects.count() == UploadedFile.objects.count() == 0
    assert told()[-1] == ("discard_upload", "Sekretæren", "plan.txt, vedlegg.txt")


def test_what_was_read_in_the_meantime_is_not_cancelled(by: Viewer) -> None:
    upload = being_read(by)
    finish_upload(upload=upload, plan=read(*FILES), now=NOW)
    with pytest.raises(NoLongerThere):
        discard_upload(by=by, upload=upload, now=NOW)


def test_of_what_was_cancelled_nothing_comes(by: Viewer) -> None:
    upload = being_read(by)
    discard_upload(by=by, upload=Upload.objects.get(pk=upload.pk), now=NOW)
    with pytest.raises(NoLongerThere):
        finish_upload(upload=upload, plan=read(*FILES), now=NOW)
    with pytest.raises(NoLongerThere):
        refuse_upload(upload=upload, problem="Nei.", now=NOW)
    assert Import.objects.count() == SourceContent.objects.count() == 0


def test_what_waits_is_seen_by_its_own_council_only(by: Viewer) -> None:
    waiting, reading = handed_in(by), being_read(by, ("a.txt", b"a"))
    refused, done = being_read(by, ("b.txt", b"b")), being_read(by)
    refuse_upload(upload=refused, problem="Nei.", now=NOW)
    finish_upload(upload=done, plan=read(*FILES), now=NOW)
    assert {one.pk for one in unfinished_uploads(by)} == {waiting.pk, reading.pk, refused.pk}
    assert (waiting_uploads(), uploads_being_read()) == ([waiting.pk], [reading.pk])
    other = editor_of(make_council("Hallingdal", host="other.example"))
    for who in (anonymous(by.council_id), other):
        assert unfinished_uploads(who) == []
        with pytest.raises(NotFound):
            upload_by_id(who, waiting.pk)
