"""The worker in processes that are killed in the middle of a calculation of travel time.

    python travel_runner.py

For every line on stdin a child process is forked that does what it says, as if it were started
anew (Django and the analysis are loaded already, the database not yet opened):

    ask       ask for a calculation of the first scenario, as the secretary's page does
    work      be the worker, until it is told to stop
    work N    the same, and be killed (SIGKILL) right before the Nth thing it does for a
              calculation: a statement that writes, or a commit

Told on stdout: `pid N`, for `work` a line for each of these things, and at last `end N` with the
exit status, below 0 for a signal; `asked N` is the number of the calculation. The worker is the
real one; it is watched through Django's own hooks.
"""

import os
import re
import signal
import sys
from collections.abc import Callable
from typing import Any

WRITES = re.compile(r"\s*(?:INSERT INTO|UPDATE) \"(traveltime_\w+)\"", re.IGNORECASE)


def tell(word: str) -> None:
    os.write(1, f"{word}\n".encode())


class Watcher:
    """Sees every statement and every commit before it is done, in all threads."""

    def __init__(self, kill_at: int | None) -> None:
        self.kill_at = kill_at
        self.done = 0
        self.has_written = False

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if found := WRITES.match(sql):
            self.has_written = True
            self.see(f"write {found[1]}")
        return execute(sql, params, many, context)

    def see(self, what: str) -> None:
        self.done += 1
        tell(what)
        if self.done == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def watch(watcher: Watcher) -> None:
    from django.db.backends.signals import connection_created
    from django.db.backends.sqlite3.base import DatabaseWrapper

    def add(sender: object, connection: Any, **_: object) -> None:
        connection.execute_wrappers.append(watcher)

    connection_created.connect(add, weak=False)
    commit = DatabaseWrapper._commit  # type: ignore[attr-defined]

    def told_commit(self: DatabaseWrapper) -> Any:
        if watcher.has_written:
            watcher.has_written = False
            watcher.see("commit")
        return commit(self)

    DatabaseWrapper._commit = told_commit  # type: ignore[attr-defined]


def ask() -> None:
    from django.utils import timezone

    from tiltak.domain.traveltime.models import TravelScenario
    from tiltak.domain.traveltime.operations import ask_for_run
    from tiltak.domain.viewer import Viewer
    from tiltak.jobs.travel_runs import ask_for

    scenario = TravelScenario.objects.select_related("goal").order_by("pk")[0]
    by = Viewer(scenario.council_id, may_edit=True, name="Kari")
    run = ask_for_run(by=by, goal=scenario.goal, scenario=scenario, now=timezone.now())
    ask_for(run)
    tell(f"asked {run.pk}")


def do(words: list[str]) -> None:
    if words[0] == "ask":
        ask()
        return
    from tiltak.jobs.worker import work

    watch(Watcher(int(words[1]) if len(words) > 1 else None))
    work()


def load() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiltak.config.settings")
    import django

    django.setup()

    # loaded before the fork, to be quick after it
    from tiltak.analysis.traveltime import packing  # noqa: F401
    from tiltak.jobs import worker

    # else the worker makes the network ready beside the calculation, which then skips its steps
    worker.begin_to_make = lambda: None


if __name__ == "__main__":
    load()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            tell(f"pid {os.getpid()}")
            do(line.split())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        tell(f"end {os.waitstatus_to_exitcode(status)}")
