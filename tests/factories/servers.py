"""A running `tiltak serve`, asked over HTTP."""

import http.client
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import IO
from urllib.parse import urlencode

from tests.factories.installations import COMMAND, Installation

START_SECONDS = 60
STOP_SECONDS = 30
LONGEST_START = 1 << 16
FORM_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What the server answered. Names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: Mapping[str, str]

    @property
    def page(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Running:
    """A server and what it printed while starting."""

    process: subprocess.Popen[bytes]
    port: int
    printed: str

    def get(self, path: str, *, host: str = "", **headers: str) -> Answer:
        """GET. `Accept_Encoding="gzip"` is a header."""
        return ask(self.port, "GET", path, "", {"Host": host or self._host, **_named(headers)})

    def send_form(self, path: str, **fields: str) -> Answer:
        """Fetch the form of a page, fill it in, send it."""
        form = self.get(path)
        filled = {"csrfmiddlewaretoken": FORM_TOKEN.findall(form.page)[0], **fields}
        headers = {
            "Host": self._host,
            "Cookie": "; ".join(f"{name}={value}" for name, value in form.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return ask(self.port, "POST", path, urlencode(filled), headers)

    @property
    def _host(self) -> str:
        return f"127.0.0.1:{self.port}"


def ask(port: int, method: str, path: str, body: str, headers: Mapping[str, str]) -> Answer:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request(method, path, body or None, dict(headers))
        answer = connection.getresponse()
        named = {name.lower(): value for name, value in answer.getheaders()}
        set_by_server = SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie", [])))
        cookies = {name: morsel.value for name, morsel in set_by_server.items()}
        return Answer(answer.status, named, answer.read(), cookies)


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    installation: Installation, *arguments: str, port: int | None = None, **settings: str
) -> Iterator[Running]:
    """The server of an installation, up and answering; stopped afterwards."""
    # a file, not a pipe: nobody reads what it prints later, and a server whose pipe is full stands
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(port or free_port()), *arguments],
            stdout=log,
            stderr=subprocess.STDOUT,
            env=installation.environment(PYTHONUNBUFFERED="1", **settings),
        )
        try:
            printed = _until_told(process, log)
            taken = int(re.findall(r"Tiltak: http://127\.0\.0\.1:(\d+)/", printed)[0])
            yield Running(process, taken, printed)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=STOP_SECONDS)


def _until_told(process: subprocess.Popen[bytes], log: IO[str]) -> str:
    """What the server prints when it answers, or before it ends."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        is_over = process.poll() is not None
        # read beside the server's own place in the file, which a seek would move
        printed = os.pread(log.fileno(), LONGEST_START, 0).decode()
        if is_over or "\nStopp med" in printed:
            return printed
        time.sleep(0.05)
    raise TimeoutError(printed)
