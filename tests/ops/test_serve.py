"""`tiltak serve`, as a process that is asked over HTTP."""

import http.client
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from tests.factories.installations import COMMAND, Installation, refusal

START_SECONDS = 30
LINK = re.compile(r"^http://127\.0\.0\.1:(\d+)(/konto/forste/\S+/)$", re.MULTILINE)


@dataclass(frozen=True)
class Running:
    """A server and what it has printed so far."""

    process: subprocess.Popen[str]
    port: int
    printed: str

    def get(self, path: str, *, host: str = "", **headers: str) -> http.client.HTTPResponse:
        return self.ask("GET", path, host=host, **headers)

    def ask(
        self, method: str, path: str, body: str = "", *, host: str = "", **headers: str
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        all_headers = {"Host": host or f"127.0.0.1:{self.port}"}
        all_headers |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, all_headers)
        return connection.getresponse()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    installation: Installation, *arguments: str, port: int | None = None, **settings: str
) -> Iterator[Running]:
    process = subprocess.Popen(
        [COMMAND, "serve", "--port", str(port or free_port()), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=installation.environment(PYTHONUNBUFFERED="1", **settings),
    )
    try:
        printed = _until_told(process)
        taken = int(re.findall(r"Tiltak: http://127\.0\.0\.1:(\d+)/", printed)[0])
        _until_answering(taken)
        yield Running(process, taken, printed)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _until_told(process: subprocess.Popen[str]) -> str:
    lines = []
    assert process.stdout is not None
    for line in process.stdout:
        lines.append(line)
        if line.startswith("Stopp med"):
            break
    return "".join(lines)


def _until_answering(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/konto/inn/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def test_a_first_visit_and_a_first_login(installation: Installation) -> None:
    with serving(installation) as server:
        front = server.get("/")
        page = front.read().decode()
        assert (front.status, "Sogn regionråd (døme)" in page) == (200, True)
        assert _is_safe(front)

        style = re.findall(r'href="(/static/tiltak\.[0-9a-f]+\.css)"', page)
        sheet = server.get(style[0], Accept_Encoding="gzip")
        assert (sheet.status, sheet.getheader("Content-Encoding")) == (200, "gzip")
        assert "immutable" in (sheet.getheader("Cache-Control") or "")

        port, path = LINK.findall(server.printed)[0]
        assert int(port) == server.port
        assert _choose_password(server, path) == (302, "/")
        assert server.get(path).status == 410

    with serving(installation) as again:
        assert LINK.findall(again.printed) == []


def _is_safe(answer: http.client.HTTPResponse) -> bool:
    policy = answer.getheader("Content-Security-Policy") or ""
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("X-Frame-Options") == "DENY"
    return answer.getheader("Strict-Transport-Security") is None


def _choose_password(server: Running, path: str) -> tuple[int, str | None]:
    form = server.get(path)
    cookie = (form.getheader("Set-Cookie") or "").partition(";")[0]
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.read().decode())[0]
    fields = {
        "csrfmiddlewaretoken": token,
        "name": "Kari",
        "email": "kari@example.no",
        "password1": "fire ord som held lenge",
        "password2": "fire ord som held lenge",
    }
    answer = server.ask(
        "POST",
        path,
        urlencode(fields),
        Cookie=cookie,
        Content_Type="application/x-www-form-urlencoded",
    )
    return answer.status, answer.getheader("Location")


def test_a_port_in_use_is_said_and_the_next_one_taken(installation: Installation) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving(installation, port=port) as server:
            assert f"Port {port} er i bruk. Tek {server.port} i staden." in server.printed
            assert server.port > port
            assert server.get("/konto/inn/").status == 200


def test_other_host_names_are_refused_and_no_page_tells_of_the_inside(
    installation: Installation,
) -> None:
    with serving(installation) as server:
        assert server.get("/", host="evil.example").status == 400
        missing = server.get("/finst-ikkje/")
        page = missing.read().decode()
        assert (missing.status, "Traceback" in page, "urlpatterns" in page) == (404, False, False)


def test_behind_tls_everything_is_sent_there(installation: Installation) -> None:
    with serving(installation, TILTAK_TLS="ja", TILTAK_HOSTS="plan.example") as server:
        plain = server.get("/", host="plan.example")
        assert (plain.status, plain.getheader("Location")) == (301, "https://plan.example/")
        safe = server.get("/konto/inn/", host="plan.example", X_Forwarded_Proto="https")
        assert safe.status == 200
        assert "max-age=31536000" in (safe.getheader("Strict-Transport-Security") or "")
        cookie = safe.getheader("Set-Cookie") or ""
        assert "Secure" in cookie
        assert "SameSite=Lax" in cookie


def test_wrong_passwords_are_counted_across_the_processes(installation: Installation) -> None:
    with serving(installation, "--workers", "2") as server:
        pages = [_try_password(server) for _ in range(12)]
    assert ["For mange forsøk" in page for page in pages] == [False] * 5 + [True] * 7


def _try_password(server: Running) -> str:
    form = server.get("/konto/inn/")
    cookie = (form.getheader("Set-Cookie") or "").partition(";")[0]
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.read().decode())[0]
    fields = {"csrfmiddlewaretoken": token, "login": "kari@example.no", "password": "feil passord"}
    answer = server.ask(
        "POST",
        "/konto/inn/",
        urlencode(fields),
        Cookie=cookie,
        Content_Type="application/x-www-form-urlencoded",
    )
    return answer.read().decode()


def test_it_does_not_start_on_a_database_that_lacks_an_update(installation: Installation) -> None:
    installation.database.unlink()
    line = refusal(installation.run("serve", "--port", str(free_port())))
    assert "tiltak serve --migrate" in line


def test_with_migrate_it_sets_the_database_up_and_says_what_is_missing(
    installation: Installation,
) -> None:
    installation.database.unlink()
    with serving(installation, "--migrate") as server:
        assert "Lag eit: tiltak council" in server.printed


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--host", "finst.ikkje.invalid"], "adressa finst ikkje"),
        (["--host", "192.0.2.1"], "--host 192.0.2.1"),
    ],
)
def test_an_address_that_cannot_be_served_is_said(
    installation: Installation, arguments: list[str], line: str
) -> None:
    done = installation.run("serve", *arguments)
    assert (done.returncode, line in done.stderr.decode()) == (2, True)


def test_the_server_stops_at_once(installation: Installation) -> None:
    with serving(installation) as server:
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=15) == 0
