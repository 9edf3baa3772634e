"""The worker in processes that are killed in the middle of a calculation of travel time.

    python -m tests.ops.travel_runner

For every line on stdin a child process is forked that does what it says, as if it were started
anew (Django and the analysis are loaded already, the database not yet opened):

    ask       ask for a calculation of the first scenario, as the secretary's page does
    work      be the worker, until it is told to stop
    work N    the same, and be killed (SIGKILL) right before the Nth thing it does for a
              calculation: a statement that writes, a trigger of it, or a commit

Told on stdout: `pid N`, for `work` a line for each of these things, and at last `end N` with the
exit status, below 0 for a signal; `asked N` is the number of the calculation. The worker is the
real one.
"""

import os
import re
import signal
import sys

from tests.ops.watching import tell, watch

WRITES = re.compile(r"\s*(?:INSERT INTO|UPDATE) \"(traveltime_\w+)\"", re.IGNORECASE)


def tell_writes(kill_at: int | None) -> None:
    """Tell of each write and each commit, and die right before the one of that number."""
    done = 0

    def see(what: str) -> None:
        nonlocal done
        done += 1
        tell(what)
        if done == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    watch(
        WRITES,
        on_write=lambda found: see(f"write {found[1]}"),
        on_commit=lambda: see("commit"),
    )


def ask() -> None:
    from django.utils import timezone

    from tiltak.domain.traveltime.models import TravelScenario
    from tiltak.domain.traveltime.operations import ask_for_run
    from tiltak.domain.viewer import Viewer
    from tiltak.jobs.travel.runs import computing

    scenario = TravelScenario.objects.select_related("goal").order_by("pk")[0]
    by = Viewer(scenario.council_id, may_edit=True, name="Kari")
    run = ask_for_run(by=by, goal=scenario.goal, scenario=scenario, now=timezone.now())
    computing.ask_for(run)
    tell(f"asked {run.pk}")


def do(words: list[str]) -> None:
    if words[0] == "ask":
        ask()
        return
    from tiltak.jobs.worker import work

    tell_writes(int(words[1]) if len(words) > 1 else None)
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
