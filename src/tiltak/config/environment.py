"""The environment, read once. A wrong value stops the program and says which and why."""

import os
import re
import secrets
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")

PREFIX = "TILTAK_"
OF_THE_TESTS = "TILTAK_TEST_"

TRUE = {"1", "true", "yes", "on", "ja"}
FALSE = {"0", "false", "no", "off", "nei", ""}


LEAST_KEY_LENGTH = 40
HOST = re.compile(r"\.?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


class WrongSetting(ImproperlyConfigured):
    """A setting has a value the program cannot use. The command says it in one line, exit 2."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"Innstillinga {name}={value!r} er feil: ventar {expected}.")


class Environment:
    """Typed reading of `TILTAK_*` variables from a mapping (the process environment)."""

    def __init__(self, variables: Mapping[str, str] = os.environ) -> None:
        self._variables = variables
        self._known: set[str] = set()

    def _read(self, name: str, default: T, parse: Callable[[str], T], expected: str) -> T:
        self._known.add(name)
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

    def hosts(self, name: str, default: str) -> list[str]:
        """Host names without scheme and port. `*` is refused: it would switch the check off."""
        hosts = self.words(name, default)
        wrong = [host for host in hosts if not HOST.fullmatch(host)]
        if wrong or not hosts:
            raise WrongSetting(
                name, ", ".join(wrong), "vertsnamn med komma mellom, til dømes plan.sogn.no"
            )
        return hosts

    def slug(self, name: str) -> str:
        """A short name as it stands in addresses, or nothing."""
        value = self.text(name)
        if value and not SLUG.fullmatch(value):
            raise WrongSetting(name, value, "eit kortnamn med små bokstavar, siffer og bindestrek")
        return value

    def tiles(self, name: str) -> str:
        """The address of a map's tiles, with {z}, {x} and {y} in it, or nothing."""
        value = self.text(name)
        parts = urlsplit(value)
        has_places = all(place in parts.path + parts.query for place in ("{z}", "{x}", "{y}"))
        if value and not (parts.scheme == "https" and HOST.fullmatch(parts.netloc) and has_places):
            raise WrongSetting(name, value, "ei https-adresse med {z}, {x} og {y}")
        return value

    def refuse_unknown(self) -> None:
        """A misspelt name would be ignored in silence: refuse it instead."""
        for name, value in self._variables.items():
            is_ours = name.startswith(PREFIX) and not name.startswith(OF_THE_TESTS)
            if is_ours and name not in self._known:
                raise WrongSetting(name, value, f"ei av {', '.join(sorted(self._known))}")

    def folder(self, name: str, default: Path) -> Path:
        """An existing folder, or one that can be made."""
        path = Path(self.text(name, str(default))).expanduser().absolute()
        try:
            # drafts and passwords live there: for nobody else on the machine
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            raise WrongSetting(name, str(path), "ei mappe som kan skrivast i") from None
        if not os.access(path, os.W_OK | os.X_OK):
            raise WrongSetting(name, str(path), "ei mappe som kan skrivast i")
        return path


def origin(address: str) -> str:
    """Scheme and host of an address, as a content security policy names it."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def database(url: str, folder: Path) -> dict[str, object]:
    """Django's database setting from `DATABASE_URL` (empty: SQLite in the data folder)."""
    if not url:
        return _sqlite(folder / "tiltak.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        # four slashes: from the root; three: from where the program is started
        return _sqlite(Path(unquote(parts.path[1:])).absolute())
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise _wrong_database(parts)
    try:
        port = parts.port or ""
    except ValueError:
        raise _wrong_database(parts) from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _wrong_database(parts: SplitResult) -> WrongSetting:
    # never the whole address: it holds a password
    return WrongSetting(
        "DATABASE_URL",
        f"{parts.scheme}://…",
        "postgresql://BRUKAR:PASSORD@VERT:PORT/NAMN eller sqlite:////STI/TIL/FIL",
    )


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
        if len(given) < LEAST_KEY_LENGTH:
            raise WrongSetting("TILTAK_SECRET_KEY", "…", f"minst {LEAST_KEY_LENGTH} teikn")
        return given
    path = folder / "secret_key"
    if not path.exists():
        _make_key(path)
    key = path.read_text(encoding="ascii").strip()
    if len(key) < LEAST_KEY_LENGTH:
        raise WrongSetting("TILTAK_DATA", str(folder), f"ein heil nøkkel i {path.name}")
    return key


def _make_key(path: Path) -> None:
    """Whole or not at all, and the same for processes that start at once: written beside and
    linked into place, which fails where somebody else was first."""
    # a name of its own for every thread, readable by the owner only
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    beside = Path(name)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
