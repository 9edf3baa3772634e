"""The browser of the tests: Debian's Chromium, ended when it stands still and started anew."""

import os
import shutil
import signal
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Page

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# many times what the longest test takes on a slow machine
PATIENCE_SECONDS = 240


class Chromium:
    """At most one running Chromium. Some of Playwright's calls wait for its answer for ever."""

    def __init__(self, kind: BrowserType, folder: Path, patience: float = PATIENCE_SECONDS) -> None:
        self._kind = kind
        self._patience = patience
        self._pid_file = folder / "chromium.pid"
        # Playwright does not tell which process it started: the start itself writes it down
        self._start = folder / "chromium"
        self._start.write_text(f'#!/bin/sh\necho $$ >"{self._pid_file}"\nexec "{PROGRAM}" "$@"\n')
        self._start.chmod(0o700)
        self._running: Browser | None = None
        self._kept: dict[Hashable, Page] = {}

    def browser(self) -> Browser:
        """The running browser; a new one when there is none or it was ended."""
        if self._running is None or not self._running.is_connected():
            self._running = self._kind.launch(executable_path=self._start, args=FLAGS)
            self._kept.clear()
        return self._running

    def kept(self, key: Hashable, make: Callable[[Browser], Page]) -> Page:
        """The page of that key, made once per browser: a new one per test costs as much as it."""
        browser = self.browser()
        if key not in self._kept:
            self._kept[key] = make(browser)
        return self._kept[key]

    def close(self) -> None:
        """End it, politely."""
        if self._running is not None:
            self._running.close()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """What is done inside is done in time, or the browser is ended and the call fails."""
        watch = threading.Timer(self._patience, self._end)
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _end(self) -> None:
        os.kill(int(self._pid_file.read_text()), signal.SIGKILL)
