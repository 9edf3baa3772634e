"""`tiltak import` in processes that tell their parent where they are.

    python import_runner.py FILE --council SLUG

For every line on stdin a child process is forked that runs the command with these arguments, as if
it were started anew (Django is loaded already, the database not yet opened); the next line lets it
go. Told on stdout:
`pid N`, `write` before the first statement that writes, `statement N` before each later one,
`commit` before the transaction ends, and at last `end N` with the exit status. The command is the
real one; it is watched through Django's own hooks.
"""

import os
import re
import sys
from collections.abc import Callable
from typing import Any

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


def tell(word: str) -> None:
    os.write(1, f"{word}\n".encode())


class Watcher:
    """Sees every statement before it is run."""

    def __init__(self) -> None:
        self.written = 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if WRITES.match(sql):
            self.written += 1
            tell("write" if self.written == 1 else f"statement {self.written}")
        return execute(sql, params, many, context)


def watch() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiltak.config.settings")
    import django

    django.setup()
    from django.db import connection
    from django.db.backends.sqlite3.base import DatabaseWrapper

    import tiltak.cli.import_run  # noqa: F401  loaded before the fork, to be quick after it

    commit = DatabaseWrapper._commit  # type: ignore[attr-defined]

    def told_commit(self: DatabaseWrapper) -> Any:
        tell("commit")
        return commit(self)

    DatabaseWrapper._commit = told_commit  # type: ignore[attr-defined]
    connection.execute_wrappers.append(Watcher())


def run_command() -> None:
    """In the child: the command, with its own words on stderr."""
    from tiltak.cli import main

    own = os.dup(2)
    words = os.fdopen(own, "w")
    sys.stdout = words
    main(["import", *sys.argv[1:]])


if __name__ == "__main__":
    watch()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            tell(f"pid {os.getpid()}")
            run_command()
        # not yet reaped: the parent may still send its signal to this number and hit nobody else
        ended = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        tell(f"end {ended.si_status if ended else 'unknown'}")
        sys.stdin.readline()
        os.waitpid(child, 0)
