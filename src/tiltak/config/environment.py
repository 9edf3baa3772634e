"""The environment, read once. A wrong value stops the program and says which and why."""

import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

T = TypeVar("T")

TRUE = {"1", "true", "yes", "on", "ja"}
FALSE = {"0", "false", "no", "off", "nei", ""}


class WrongSetting(SystemExit):
    """A setting has a value the program cannot use. Exit code 2, one line."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"tiltak: innstillinga {name}={value!r} er feil: ventar {expected}.")
        self.code_line = str(self)


class Environment:
    """Typed reading of `TILTAK_*` variables from a mapping (the process environment)."""

    def __init__(self, variables: Mapping[str, str] = os.environ) -> None:
        self._variables = variables

    def _read(self, name: str, default: T, parse: Callable[[str], T], expected: str) -> T:
        raw = self._variables.get(name)
        if raw is None:
            return default
        try:
            return parse(raw.strip())
        except (ValueError, KeyError):
            raise WrongSetting(name, raw, expected) from None

    def text(self, name: str, default: str = "") -> str:
        return self._read(name, default, str, "tekst")

    def flag(self, name: str, *, default: bool) -> bool:
        def parse(raw: str) -> bool:
            if raw.lower() in TRUE:
                return True
            if raw.lower() in FALSE:
                return False
            raise ValueError(raw)

        return self._read(name, default, parse, "ja eller nei")

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        def parse(raw: str) -> int:
            value = int(raw)
            if value < least:
                raise ValueError(raw)
            return value

        return self._read(name, default, parse, f"eit heiltal, minst {least}")

    def words(self, name: str, default: str = "") -> list[str]:
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def folder(self, name: str, default: Path) -> Path:
        """An existing folder, or one that can be made."""
        path = Path(self.text(name, str(default))).expanduser().absolute()
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise WrongSetting(name, str(path), "ei mappe som kan skrivast i") from None
        return path


def database(url: str, folder: Path) -> dict[str, object]:
    """Django's database setting from `DATABASE_URL` (empty: SQLite in the data folder)."""
    if not url:
        return _sqlite(folder / "tiltak.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise WrongSetting(
            "DATABASE_URL", parts.scheme + "://…", "postgresql://BRUKAR:PASSORD@VERT:PORT/NAMN"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # readers never wait; a writer takes its lock at once instead of failing half way
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;"
            ),
        },
        # a file, not memory: the tests also run processes that open it
        "TEST": {"NAME": os.environ.get("TILTAK_TEST_SQLITE")},
    }


def secret_key(given: str, folder: Path) -> str:
    """The given key, or one made at first start and kept in the data folder (mode 0600)."""
    if given:
        if len(given) < 40:
            raise WrongSetting("TILTAK_SECRET_KEY", "…", "minst 40 teikn")
        return given
    path = folder / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii").strip()
