"""`tiltak serve`, as a process that is asked over HTTP."""

import re
import signal
import socket

import pytest

from tests.factories.installations import Installation, refusal
from tests.factories.servers import Answer, free_port, serving

LINK = re.compile(r"^http://127\.0\.0\.1:(\d+)(/konto/forste/\S+/)$", re.MULTILINE)
CHOSEN = {
    "name": "Kari",
    "email": "kari@example.no",
    "password1": "fire ord som held lenge",
    "password2": "fire ord som held lenge",
}


def test_a_first_visit_and_a_first_login(installation: Installation) -> None:
    with serving(installation) as server:
        front = server.get("/")
        assert (front.status, "Sogn regionråd (døme)" in front.page) == (200, True)
        assert unsafe_headers(front) == {}

        style = re.findall(r'href="(/static/tiltak\.[0-9a-f]+\.css)"', front.page)
        sheet = server.get(style[0], Accept_Encoding="gzip")
        assert (sheet.status, sheet.headers["content-encoding"]) == (200, "gzip")
        assert "immutable" in sheet.headers["cache-control"]

        port, path = LINK.findall(server.printed)[0]
        assert int(port) == server.port
        answer = server.send_form(path, **CHOSEN)
        assert (answer.status, answer.headers["location"]) == (302, "/")
        assert server.get(path).status == 410

    with serving(installation) as again:
        assert LINK.findall(again.printed) == []


def unsafe_headers(answer: Answer) -> dict[str, str | None]:
    """The headers that are not as they should be."""
    expected = {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "strict-transport-security": None,
    }
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    return {
        name: answer.headers.get(name)
        for name, value in expected.items()
        if answer.headers.get(name) != value
    }


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
        assert missing.status == 404
        assert [word for word in ("Traceback", "urlpatterns") if word in missing.page] == []


def test_behind_tls_everything_is_sent_there(installation: Installation) -> None:
    with serving(installation, TILTAK_TLS="ja", TILTAK_HOSTS="plan.example") as server:
        plain = server.get("/", host="plan.example")
        assert (plain.status, plain.headers["location"]) == (301, "https://plan.example/")
        safe = server.get("/konto/inn/", host="plan.example", X_Forwarded_Proto="https")
        assert safe.status == 200
        assert "max-age=31536000" in safe.headers["strict-transport-security"]
        assert {"Secure", "SameSite=Lax"} <= set(safe.headers["set-cookie"].split("; "))


def test_wrong_passwords_are_counted_across_the_processes(installation: Installation) -> None:
    with serving(installation, "--workers", "2") as server:
        pages = [
            server.send_form("/konto/inn/", login="kari@example.no", password="feil").page
            for _ in range(9)
        ]
    assert ["For mange forsøk" in page for page in pages] == [False] * 5 + [True] * 4


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


def test_the_server_stops_when_it_is_told_to(installation: Installation) -> None:
    with serving(installation) as server:
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=15) == 0
