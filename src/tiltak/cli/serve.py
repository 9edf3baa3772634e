"""`tiltak serve`: the web server."""

import contextlib
import errno
import socket
import time
from collections.abc import Sequence
from threading import Thread

import click

from tiltak.cli.errors import Refused
from tiltak.cli.installation import (
    apply_migrations,
    in_use,
    missing_migrations,
    start_django,
    updates,
)
from tiltak.cli.login_link import first_login_address
from tiltak.cli.static_files import collect_static_files
from tiltak.cli.worker_beside import worker_beside

APPLICATION = "tiltak.config.wsgi:application"
PORTS_TO_TRY = 20
# more requests than this at once in one worker wait in the socket instead of in memory
BACKPRESSURE = 128
LOCAL = {"127.0.0.1", "::1", "localhost"}


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressa det skal svarast på.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Porten det skal svarast på.",
)
@click.option(
    "--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Prosessar."
)
@click.option(
    "--threads",
    default=4,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Trådar i kvar prosess.",
)
@click.option("--migrate", is_flag=True, help="Oppdater databasen først.")
@click.option(
    "--no-worker",
    "alone",
    is_flag=True,
    help="Ikkje start nokon arbeidar: «tiltak work» går som ei eiga teneste.",
)
def command(
    *, host: str, port: int, workers: int, threads: int, migrate: bool, alone: bool
) -> None:
    """Start nettenaren, og arbeidaren som les opplasta filer."""
    start_django()
    with in_use():
        if migrate:
            apply_migrations()
        elif missing := missing_migrations():
            raise Refused(
                f"Databasen manglar {updates(missing)}. "
                "Køyr «tiltak migrate» først, eller start med «tiltak serve --migrate»."
            )
    run_server(host=host, port=port, workers=workers, threads=threads, alone=alone)


def run_server(*, host: str, port: int, workers: int, threads: int, alone: bool = False) -> None:
    """Serve until stopped; print the address (and the first login link) when it answers.

    `alone`: without a worker.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    _warn_of_open_host(host)
    collect_static_files()
    free = free_port(host, port)
    if free != port:
        click.echo(f"Port {port} er i bruk. Tek {free} i staden.")
    told = _announcement(f"http://{_shown(host)}:{free}")
    _let_go_of_database()
    server = Granian(
        APPLICATION,
        address=host,
        port=free,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        backpressure=BACKPRESSURE,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    with in_use(), contextlib.nullcontext() if alone else worker_beside():
        Thread(target=_tell_when_answering, args=(host, free, told), daemon=True).start()
        server.serve()


def _tell_when_answering(host: str, port: int, told: Sequence[str]) -> None:
    """An address that is opened as soon as it is printed must be there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        while probe.connect_ex((_shown(host).strip("[]"), port)):
            time.sleep(0.05)
    click.echo("\n".join(told))


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the first free one after it. Raises Refused."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(wanted, min(wanted + PORTS_TO_TRY, 65536)):
        with socket.socket(family) as probe:
            # a port in the wait after an earlier server is free; one that is listened to is not
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
                probe.listen(1)
            except PermissionError:
                raise Refused(f"Port {port} krev særskilde rettar. Vel ein over 1023.") from None
            except socket.gaierror:
                raise Refused(f"--host {host}: adressa finst ikkje.") from None
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise Refused(f"--host {host}: {error.strerror}.") from None
                continue
            return port
    raise Refused(
        f"Portane {wanted}–{wanted + PORTS_TO_TRY - 1} er alle i bruk. Vel ein annan med --port."
    )


def _shown(host: str) -> str:
    if host in {"0.0.0.0", "::"}:  # noqa: S104  every address: show one that opens in a browser
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _warn_of_open_host(host: str) -> None:
    from django.conf import settings

    if host not in LOCAL and not settings.BEHIND_TLS:
        click.echo(
            "Merk: tenaren kan nåast utanfrå utan kryptering. "
            "Set han bak ein tenar med TLS og TILTAK_TLS=ja (docs/howto/run-in-production.md).",
            err=True,
        )


def _announcement(address: str) -> Sequence[str]:
    """What is said when the server answers, line by line."""
    told = [f"Tiltak: {address}/"]
    if link := first_login_address(address):
        told += [
            "Ingen administrator enno. Vel namn og passord her (éin gong, innan 24 timar):",
            link,
        ]
    if not _has_council():
        told.append("Ingen regionråd enno. Lag eit: tiltak council KORTNAMN --name NAMN")
    return [*told, "Stopp med Ctrl+C."]


def _has_council() -> bool:
    from tiltak.domain.organisations.models import RegionalCouncil

    return RegionalCouncil.objects.exists()


def _let_go_of_database() -> None:
    # the workers are copies of this process and must not share its connection
    from django.db import connections

    connections.close_all()
