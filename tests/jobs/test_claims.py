"""A claim is held by one, and ends with the process that holds it."""

import fcntl
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Timer

import pytest
from django.conf import LazySettings
from django.db import connection

from tests.factories.installations import Installation
from tiltak.jobs import claims
from tiltak.jobs.travel_runs import claim_of

HOLD = """
import django, sys
django.setup()
from tiltak.jobs import claims
with claims.claimed(7):
    print("held", flush=True)
    sys.stdin.read()
"""
pytestmark = pytest.mark.django_db


def test_one_holds_it_until_the_block_ends() -> None:
    with claims.claimed(7) as first, claims.claimed(7) as second, claims.claimed(8) as other:
        assert (first, second, other) == (True, False, True)
        assert claims.is_claimed(7)
    assert not claims.is_claimed(7)


def test_workers_hold_theirs_together() -> None:
    with (
        claims.claimed(claims.WORKER, shared=True) as first,
        claims.claimed(claims.WORKER, shared=True) as second,
    ):
        assert (first, second) == (True, True)
        assert claims.is_claimed(claims.WORKER)


def test_no_two_kinds_share_a_number() -> None:
    """On PostgreSQL whoever makes the queue's tables would keep a run from being done."""
    most = 2**31 - 1
    assert claims.TABLES < claim_of(most) < claim_of(1) < claims.WORKER < 1


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
        assert claims.is_claimed(7)
        holder.kill()
    assert not claims.is_claimed(7)


def test_nothing_is_left_of_what_is_done(tmp_path: Path) -> None:
    with claims.claimed(7):
        claims.forget(7)
    assert not (tmp_path / "claims" / "7.lock").exists()


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
        with claims.claimed(claims.WORKER, shared=True) as is_counted:
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
            forgotten.append(claims.forget(7))
        lock(handle, kind)

    monkeypatch.setattr(fcntl, "flock", forget_first)
    with claims.claimed(7) as first, claims.claimed(7) as second:
        assert (first, second) == (True, False)
