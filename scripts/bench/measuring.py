"""CPU time, SQL statements and bytes of one call; the least of several runs, since machines are noisy."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.test.utils import CaptureQueriesContext

LEAST_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """CPU in milliseconds, SQL statements, bytes of the answer."""

    cpu_ms: float
    statements: int
    size: int


def measure(call: Callable[[], bytes], *, runs: int = 5) -> Figure:
    """The least CPU time of some runs after a warm-up. SQL is counted in a run of its own."""
    call()
    with CaptureQueriesContext(connection) as queries:
        body = call()
    statements = len(queries)  # at once: the next request empties the log
    times = []
    for _ in range(runs):
        begin = time.process_time()
        call()
        times.append(time.process_time() - begin)
    return Figure(min(times) * 1000, statements, len(body))


def measure_pair(
    call: Callable[[], bytes], floor: Callable[[], bytes], *, runs: int = 5
) -> tuple[Figure, Figure, float]:
    """A call and its floor in turn, A B A B, and the median of the ratios pair by pair.

    At least so many pairs; more of short ones, which others on the machine disturb more.
    """
    own, low = measure(call, runs=1), measure(floor, runs=1)
    pairs: list[tuple[float, float]] = []
    while len(pairs) < runs or sum(map(sum, pairs)) < LEAST_SECONDS:
        begin = time.process_time()
        call()
        middle = time.process_time()
        floor()
        pairs.append((middle - begin, time.process_time() - middle))
    ratios = sorted(a / b for a, b in pairs)
    return (
        Figure(min(a for a, _ in pairs) * 1000, own.statements, own.size),
        Figure(min(b for _, b in pairs) * 1000, low.statements, low.size),
        ratios[len(ratios) // 2],
    )
