"""Hostile files through the browser: one sentence each, and the server answers others meanwhile."""

import re
import threading
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.factories.installations import demo_installation
from tests.factories.servers import Running, serving
from tests.reading.hostile.browser import Browser
from tests.reading.hostile.hostile_files import (
    HOSTILE,
    LETTERS_LOST,
    Expected,
    assert_refusal,
    expected,
)

PAGE = "/arbeid/last-opp/"
PASSWORD = "fire ord som held lenge"
SECONDS_OF_A_PAGE = 5.0
REFUSED = re.compile(r'<p class="ds-validation-message"[^>]*>([^<]*)</p>')
LINK = re.compile(r"(/konto/forste/[^/\s]+/)")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if not HOSTILE.is_dir():
        pytest.skip("needs the test documents in ../shared")
    with serving(demo_installation(tmp_path_factory.mktemp("hostile"))) as running:
        yield running


@pytest.fixture(scope="module")
def secretary(server: Running) -> Browser:
    browser = Browser(server.port)
    (link,) = LINK.findall(server.printed)
    status, _ = browser.send(
        link, name="Kari", email="kari@example.no", password1=PASSWORD, password2=PASSWORD
    )
    assert status == 200
    return browser


@pytest.mark.shared
@pytest.mark.parametrize("file", expected())
def test_each_file_behaves_as_it_must(file: Expected, secretary: Browser) -> None:
    started = time.monotonic()
    status, page = secretary.upload(PAGE, file.path)
    assert time.monotonic() - started <= file.max_seconds
    if file.forbidden:
        assert file.forbidden not in page
    if status == 200:
        assert file.may_be_read
        if file.outcome == "needs_ocr":
            assert "OCR" in page
        if file.outcome == "warn":
            assert LETTERS_LOST in page
        return
    assert not file.must_be_read
    (said,) = REFUSED.findall(page)
    assert status == 400
    assert_refusal(unescape(said))


@pytest.mark.shared
def test_others_are_answered_meanwhile(server: Running, secretary: Browser) -> None:
    hard = [HOSTILE / name for name in ("6_million_rows.xlsx", "7_image_only.pdf")]
    uploads = [threading.Thread(target=secretary.upload, args=(PAGE, path)) for path in hard * 2]
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


@pytest.mark.shared
def test_no_process_is_left(server: Running) -> None:
    left = [
        path.parent.name
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if b"tiltak.reading.safety.child" in _bytes_of(path)
        and int(_parent_of(path.parent)) in _family_of(server.process.pid)
    ]
    assert left == []


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _parent_of(folder: Path) -> int:
    stat = _bytes_of(folder / "stat").rpartition(b")")[2].split()
    return int(stat[1]) if len(stat) > 1 else 0


def _family_of(number: int) -> set[int]:
    """A process and its children."""
    children = {
        int(folder.name) for folder in Path("/proc").glob("[0-9]*") if _parent_of(folder) == number
    }
    return {number} | children
