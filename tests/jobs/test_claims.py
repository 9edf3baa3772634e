"""A claim is held by one, and ends with the process that holds it."""

import fcntl
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Timer

import pytest
from django.conf import LazySettings
from django.db import connection

from tests.factories.installations import Installation
from tests.factories.processes import until
from tiltak.jobs import claims
from tiltak.jobs.claims import Claim, How, Kind

ONE, OTHER = Claim(Kind.UPLOAD, 7), Claim(Kind.UPLOAD, 8)
HOLD = """
import django, sys
django.setup()
from tiltak.jobs import claims
with claims.claimed(claims.Claim(claims.Kind.UPLOAD, 7)):
    print("held", flush=True)
    sys.stdin.read()
"""
pytestmark = pytest.mark.django_db


def test_one_holds_it_until_the_block_ends() -> None:
    with (
        claims.claimed(ONE) as first,
        claims.claimed(ONE) as second,
        claims.claimed(OTHER) as other,
    ):
        assert (first, second, other) == (True, False, True)
        assert claims.is_claimed(ONE)
    assert not claims.is_claimed(ONE)


def test_workers_hold_theirs_together() -> None:
    with (
        claims.claimed(claims.WORKER, How.TOGETHER_IN_TIME) as first,
        claims.claimed(claims.WORKER, How.TOGETHER_IN_TIME) as second,
    ):
        assert (first, second) == (True, True)
        assert claims.is_claimed(claims.WORKER)


def test_what_is_held_together_is_had_by_nobody_alone_and_the_other_way_round() -> None:
    with (
        claims.claimed(claims.IN_USE, How.TOGETHER) as first,
        claims.claimed(claims.IN_USE, How.TOGETHER) as second,
        claims.claimed(claims.IN_USE) as alone,
    ):
        assert (first, second, alone) == (True, True, False)
    with (
        claims.claimed(claims.IN_USE) as alone,
        claims.claimed(claims.IN_USE, How.TOGETHER) as other,
    ):
        assert (alone, other) == (True, False)
    assert not claims.is_claimed(claims.IN_USE)


def test_it_is_given_back_when_what_was_done_with_it_breaks() -> None:
    with pytest.raises(ZeroDivisionError), claims.claimed(ONE):
        raise ZeroDivisionError
    assert not claims.is_claimed(ONE)


def test_no_two_claims_are_mistaken_for_each_other() -> None:
    """On PostgreSQL whoever makes the queue's tables would keep a run from being done."""
    with ExitStack() as held:
        every = [Claim(kind, number) for kind in Kind for number in (0, 1, 7, 2**31 - 1)]
        assert [held.enter_context(claims.claimed(one)) for one in every] == [True] * len(every)


def break_connection_of(claim: Claim) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
            "AND classid = %s AND objid = %s",
            claims.advisory_name(claim),
        )
        assert cursor.fetchall() == [(True,)]


def test_a_connection_that_broke_has_given_it_back(settings: LazySettings) -> None:
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("beside SQLite no connection holds it")
    with claims.claimed(ONE):
        break_connection_of(ONE)
        until(lambda: not claims.is_claimed(ONE), "it is given back")


@pytest.mark.parametrize("claim", [claims.IN_USE, claims.WORKER])
def test_what_is_held_for_long_is_held_although_its_connection_broke(
    claim: Claim, settings: LazySettings
) -> None:
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("beside SQLite no connection holds it")
    with claims.claimed(claim, How.TOGETHER):
        break_connection_of(claim)
        until(lambda: not _is_in_database(claim), "PostgreSQL has seen it")
        assert claims.is_claimed(claim)
    assert not claims.is_claimed(claim)


def _is_in_database(claim: Claim) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' "
            "AND classid = %s AND objid = %s",
            claims.advisory_name(claim),
        )
        return bool(cursor.fetchone()[0])


def test_it_ends_with_a_killed_process(settings: LazySettings, tmp_path: Path) -> None:
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("the other process would look into a database of its own")
    environment = Installation(tmp_path).environment(
        DJANGO_SETTINGS_MODULE="tiltak.config.settings"
    )
    with subprocess.Popen(
        [sys.executable, "-c", HOLD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **environment},
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert claims.is_claimed(ONE)
        holder.kill()
    assert not claims.is_claimed(ONE)


def test_nothing_is_left_of_what_is_done(tmp_path: Path) -> None:
    with claims.claimed(ONE):
        claims.forget(ONE)
    assert not (tmp_path / "claims" / "upload-7.lock").exists()


def test_a_worker_that_starts_while_somebody_asks_is_counted() -> None:
    asking, asked = Event(), Event()

    def ask() -> None:
        try:
            with claims.claimed(claims.WORKER) as is_ours:
                assert is_ours
                asking.set()
                asked.wait(10)
        finally:
            connection.close()

    with ThreadPoolExecutor() as others:
        question = others.submit(ask)
        assert asking.wait(10)
        Timer(0.2, asked.set).start()
        with claims.claimed(claims.WORKER, How.TOGETHER_IN_TIME) as is_counted:
            assert is_counted
            assert asked.is_set()
        question.result()


def test_a_claim_on_what_was_forgotten_meanwhile_is_met(
    monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    """The file goes between the opening and the locking: the next one must meet us all the same."""
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("PostgreSQL has no files")
    lock, forgotten = fcntl.flock, []

    def forget_first(handle: int, kind: int) -> None:
        if not forgotten:
            forgotten.append(claims.forget(ONE))
        lock(handle, kind)

    monkeypatch.setattr(fcntl, "flock", forget_first)
    with claims.claimed(ONE) as first, claims.claimed(ONE) as second:
        assert (first, second) == (True, False)
