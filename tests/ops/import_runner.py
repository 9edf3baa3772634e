"""`tiltak import` in processes that tell their parent where they are.

    python -m tests.ops.import_runner FILE --council SLUG

For every line on stdin a child process is forked that runs the command with these arguments, as if
it were started anew (Django is loaded already, the database not yet opened); the next line lets it
go. Told on stdout:
`pid N`, `write` before the first statement that writes, `statement N` before each later one,
`commit` before the transaction ends, and at last `end N` with the exit status. The command is the
real one.
"""

import os
import re
import sys

from tests.ops.watching import tell, watch

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


def load() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiltak.config.settings")
    import django

    django.setup()

    import tiltak.cli.import_run  # noqa: F401  loaded before the fork, to be quick after it


def tell_writes() -> None:
    """In the child: of each statement that writes, the first by its name."""
    written = 0

    def on_write(_found: re.Match[str]) -> None:
        nonlocal written
        written += 1
        tell("write" if written == 1 else f"statement {written}")

    watch(WRITES, on_write=on_write, on_commit=lambda: tell("commit"))


def run_command() -> None:
    """In the child: the command, with its own words on stderr."""
    from tiltak.cli import main

    own = os.dup(2)
    words = os.fdopen(own, "w")
    sys.stdout = words
    main(["import", *sys.argv[1:]])


if __name__ == "__main__":
    load()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            tell(f"pid {os.getpid()}")
            tell_writes()
            run_command()
        # not yet reaped: the parent may still send its signal to this number and hit nobody else
        ended = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        tell(f"end {ended.si_status if ended else 'unknown'}")
        sys.stdin.readline()
        os.waitpid(child, 0)
