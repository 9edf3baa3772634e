"""Hostile files through the browser: one sentence each, and the server answers others meanwhile."""

import copy
import os
import re
import threading
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.factories.browser import Browser
from tests.factories.installations import demo_installation
from tests.factories.servers import Running, serving
from tests.reading.hostile.hostile_files import (
    HOSTILE,
    LETTERS_LOST,
    Expected,
    assert_refusal,
    expected,
)

SECONDS_OF_A_PAGE = 5.0
# beside the field of the form, or on a page of its own when it had to be read to be refused
REFUSED = re.compile(r'<p class="(?:ds-validation-message|refusal)"[^>]*>([^<]*)</p>')
PREVIEW = "/arbeid/import/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if not HOSTILE.is_dir():
        pytest.skip("needs the test documents in ../shared")
    with serving(demo_installation(tmp_path_factory.mktemp("hostile"))) as running:
        yield running


@pytest.fixture(scope="module")
def secretary(server: Running) -> Browser:
    browser = Browser(server.port)
    browser.log_in(server.printed)
    return browser


@pytest.mark.shared
@pytest.mark.parametrize("file", expected())
def test_each_file_behaves_as_it_must(file: Expected, server: Running, secretary: Browser) -> None:
    before, started = worked_by(server), time.monotonic()
    status, page = secretary.upload_and_wait(file.path)
    waited = time.monotonic() - started
    # on a busy machine the server waits for others, on two cores it works twice at a time
    assert min(waited, worked_by(server) - before) <= file.max_seconds
    if file.forbidden:
        assert file.forbidden not in page
    if secretary.path.startswith(PREVIEW):
        assert status == 200
        assert file.may_be_read
        if file.outcome == "needs_ocr":
            assert "OCR" in page
        if file.outcome == "warn":
            assert LETTERS_LOST in page
        return
    assert not file.must_be_read
    assert status in (200, 400)
    (said,) = REFUSED.findall(page)
    assert_refusal(unescape(said))


@pytest.mark.shared
def test_others_are_answered_meanwhile(server: Running, secretary: Browser) -> None:
    hard = [HOSTILE / name for name in ("6_million_rows.xlsx", "7_image_only.pdf")]
    browsers = [copied(secretary) for _ in hard * 2]
    uploads = [
        threading.Thread(target=browser.upload_and_wait, args=(path,), kwargs={"seconds": 120})
        for browser, path in zip(browsers, hard * 2, strict=True)
    ]
    for upload in uploads:
        upload.start()
    visitor = Browser(server.port)
    slowest = 0.0
    visits = 0
    while any(upload.is_alive() for upload in uploads) or visits < 5:
        begin = time.monotonic()
        status, _ = visitor.get("/")
        slowest = max(slowest, time.monotonic() - begin)
        visits += 1
        assert status == 200
    assert slowest < SECONDS_OF_A_PAGE


def copied(browser: Browser) -> Browser:
    """Another window of the same browser: one place each, the same cookies."""
    return copy.copy(browser)


@pytest.mark.shared
def test_no_process_is_left(server: Running) -> None:
    left = [
        path.parent.name
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if b"tiltak.reading.safety.child" in _bytes_of(path)
        and int(_parent_of(path.parent)) in _family_of(server.process.pid)
    ]
    assert left == []


def worked_by(server: Running) -> float:
    """Seconds of processor time that the server and all it started have used until now."""
    ticks = 0
    for number in _family_of(server.process.pid):
        stat = _bytes_of(Path("/proc", str(number), "stat")).rpartition(b")")[2].split()
        ticks += sum(map(int, stat[11:15]))  # its own, and that of those that have ended
    return ticks / os.sysconf("SC_CLK_TCK")


@pytest.mark.shared
def test_the_work_of_the_server_is_seen(server: Running, secretary: Browser) -> None:
    before = worked_by(server)
    secretary.upload_and_wait(HOSTILE / "8_utf16.txt")
    assert worked_by(server) - before > 0


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _parent_of(folder: Path) -> int:
    stat = _bytes_of(folder / "stat").rpartition(b")")[2].split()
    return int(stat[1]) if len(stat) > 1 else 0


def _family_of(number: int) -> set[int]:
    """A process and all below it."""
    parents = {int(path.name): _parent_of(path) for path in Path("/proc").glob("[0-9]*")}
    family = {number}
    while more := {child for child, above in parents.items() if above in family} - family:
        family |= more
    return family
