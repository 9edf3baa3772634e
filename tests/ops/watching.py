"""A process that tells its parent what it writes to its SQLite database, for tests that kill it in
the middle. SQLite itself says what it is about to run (`sqlite3_trace`): the program is the real one.
"""

import os
import re
from collections.abc import Callable
from typing import Any

COMMIT = re.compile(r"\s*COMMIT\b", re.IGNORECASE)


def tell(word: str) -> None:
    """A line on stdout, whatever the process has made of `sys.stdout`."""
    os.write(1, f"{word}\n".encode())


def watch(
    writes: re.Pattern[str],
    *,
    on_write: Callable[[re.Match[str]], None],
    on_commit: Callable[[], None],
) -> None:
    """Call these right before a statement that matches, and before a commit of such statements.

    A statement is told once more for each trigger that it sets off, before the trigger is run. In
    all threads, on each connection that is opened from now on. Django must be set up.
    """
    from django.db.backends.signals import connection_created

    def add(sender: object, connection: Any, **_: object) -> None:
        has_written = False

        def see(sql: str) -> None:
            nonlocal has_written
            if found := writes.match(sql):
                has_written = True
                on_write(found)
            elif has_written and COMMIT.match(sql):
                has_written = False
                on_commit()

        connection.connection.set_trace_callback(see)

    connection_created.connect(add, weak=False)
