"""`tiltak demo` and `tiltak migrate` as processes: the second time there is nothing to do."""

import stat
import time

from tests.factories.installations import Installation


def test_a_second_start_takes_seconds(installation: Installation) -> None:
    before = installation.dump()
    begun = time.monotonic()
    done = installation.run("demo")
    assert time.monotonic() - begun < 20
    assert (done.returncode, done.stdout.decode()) == (0, "Dømet var lagt inn frå før.\n")
    assert b"Set opp databasen" not in done.stderr
    assert installation.dump() == before


def test_migrate_says_when_there_is_nothing_to_do(installation: Installation) -> None:
    done = installation.run("migrate")
    assert (done.returncode, done.stdout.decode()) == (0, "Alt var oppdatert frå før.\n")


def test_nobody_else_can_look_into_the_data(demo: Installation) -> None:
    assert stat.S_IMODE((demo.data / "secret_key").stat().st_mode) == 0o600
