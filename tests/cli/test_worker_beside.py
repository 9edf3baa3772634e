"""The worker that is started with the web server."""

import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from tiltak.cli import worker_beside as module

Begun = list[tuple[str, "subprocess.Popen[bytes]"]]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Begun:
    """Each process that was begun, with the thread that began it; they only wait."""
    found: Begun = []
    popen = subprocess.Popen

    def begin(*words: Any, **settings: Any) -> "subprocess.Popen[bytes]":
        process = popen(*words, **settings)
        found.append((threading.current_thread().name, process))
        return process

    monkeypatch.setattr(subprocess, "Popen", begin)
    monkeypatch.setattr(module, "_COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    return found


def test_it_is_begun_before_the_server_forks_and_not_beside_it(begun: Begun) -> None:
    with module.worker_beside():
        ((thread, process),) = begun
        assert (thread, process.poll()) == (threading.main_thread().name, None)
    assert process.poll() is not None


def test_one_that_dies_is_begun_anew(begun: Begun) -> None:
    with module.worker_beside():
        begun[0][1].kill()
        deadline = time.monotonic() + 30
        while len(begun) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert [process.poll() is not None for _, process in begun] == [True, True]
