"""The program with wrong settings: it says which and does not start. With none: it is safe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories.installations import Installation, refusal

SHOW = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "tiltak.config.settings"
from django.conf import settings
names = {names!r}
print(json.dumps([getattr(settings, name) for name in names]))
"""
SAFE = (
    "DEBUG",
    "ALLOWED_HOSTS",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE",
    "X_FRAME_OPTIONS",
    "MAX_UPLOAD_BYTES",
)
OVER_TLS = (
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "CSRF_TRUSTED_ORIGINS",
    "ALLAUTH_TRUSTED_PROXY_COUNT",
)


@pytest.fixture
def new(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "data")


def shown(installation: Installation, names: tuple[str, ...], **settings: str) -> list[object]:
    done = subprocess.run(
        [sys.executable, "-c", SHOW.format(names=names)],
        capture_output=True,
        env=installation.environment(**settings),
        check=True,
    )
    values: list[object] = json.loads(done.stdout)
    return values


def test_safe_without_a_single_setting(new: Installation) -> None:
    assert shown(new, SAFE) == [
        False,
        ["localhost", "127.0.0.1", "[::1]"],
        True,
        "Lax",
        "DENY",
        50 * 1024 * 1024,
    ]
    assert shown(new, OVER_TLS) == [False, 0, False, False, [], 0]


def test_safe_behind_tls(new: Installation) -> None:
    assert shown(new, OVER_TLS, TILTAK_TLS="ja", TILTAK_HOSTS="plan.no") == [
        True,
        31_536_000,
        True,
        True,
        ["https://plan.no"],
        1,
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TILTAK_DATA", "/dev/null/data"),
        ("TILTAK_DEBUG", "kanskje"),
        ("TILTAK_TLS", "https"),
        ("TILTAK_HOSTS", "*"),
        ("TILTAK_SECRET_KEY", "kort"),
        ("TILTAK_MAX_UPLOAD_MB", "0"),
        ("TILTAK_COUNCIL", "Sogn regionråd"),
        ("DATABASE_URL", "mysql://host/plan"),
        ("TILTAK_UPLOAD", "5"),
    ],
)
def test_the_program_says_which_setting_is_wrong_and_does_not_start(
    new: Installation, name: str, value: str
) -> None:
    line = refusal(new.run("serve", **{name: value}))
    assert line.startswith(f"Innstillinga {name}=")
    assert not new.database.exists()


def test_a_database_out_of_reach_is_said(new: Installation) -> None:
    done = new.run("doctor", DATABASE_URL="postgresql://kari:s3kret@127.0.0.1:9/plan")
    assert done.returncode in {1, 2}
    assert b"Traceback" not in done.stderr + done.stdout
    assert b"s3kret" not in done.stderr + done.stdout
    refusal(new.run("serve", DATABASE_URL="postgresql://kari:s3kret@127.0.0.1:9/plan"))
