"""Installations of their own, for tests that run the real command as a process."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).with_name("tiltak")
OURS = ("TILTAK_", "DATABASE_URL", "DJANGO_")


@dataclass(frozen=True, slots=True)
class Installation:
    """A data folder, and the command run on it."""

    data: Path

    @property
    def database(self) -> Path:
        return self.data / "tiltak.sqlite3"

    def environment(self, **settings: str) -> dict[str, str]:
        """The process environment with this installation's settings and none of the tests'."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        return {**kept, "TILTAK_DATA": str(self.data), **settings}

    def run(
        self, *arguments: str, given: bytes = b"", **settings: str
    ) -> subprocess.CompletedProcess[bytes]:
        """The command, run to its end."""
        return subprocess.run(
            [COMMAND, *arguments],
            input=given,
            capture_output=True,
            env=self.environment(**settings),
            timeout=120,
            check=False,
        )

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the database, asked beside the program."""
        with closing(sqlite3.connect(self.database)) as opened:
            return opened.execute(query, values).fetchall()

    def tell(self, statement: str) -> None:
        """Change the database beside the program."""
        with closing(sqlite3.connect(self.database)) as opened:
            opened.execute(statement)
            opened.commit()

    def dump(self) -> list[str]:
        """The whole database as statements."""
        with closing(sqlite3.connect(self.database)) as opened:
            return list(opened.iterdump())

    def copied_to(self, folder: Path) -> "Installation":
        """The same installation in another folder; the static files are shared."""
        folder.mkdir(parents=True, exist_ok=True)
        with (
            closing(sqlite3.connect(self.database)) as source,
            closing(sqlite3.connect(folder / self.database.name)) as copy,
        ):
            source.backup(copy)
        shutil.copy2(self.data / "secret_key", folder / "secret_key")
        (folder / "static").symlink_to(self.data / "static")
        return Installation(folder)


def demo_installation(folder: Path) -> Installation:
    """A new installation with the demo council."""
    made = Installation(folder)
    done = made.run("demo")
    assert done.returncode == 0, done.stderr.decode()
    return made


def refusal(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line with which a command said no."""
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (2, b"", 1), (done.stdout, lines)
    assert lines[0].startswith("tiltak: ")
    return lines[0].removeprefix("tiltak: ")
