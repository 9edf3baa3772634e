"""Other processes: what they do, and which there are."""

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60.0


def until(is_so: Callable[[], object], what: str) -> None:
    """Come back as soon as it is so. Fails, saying `what` was waited for, when it takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def children_of(number: int) -> list[int]:
    """The numbers of the processes that a process has started, by whichever of its threads."""
    listed = Path(f"/proc/{number}/task").glob("*/children")
    return [int(child) for one in listed for child in one.read_text(encoding="ascii").split()]
