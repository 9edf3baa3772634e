"""Trying files from outside in a process of their own, with limits on memory, CPU and time."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from threading import Timer
from typing import IO

import msgspec

from tiltak.domain.traveltime.values import Said
from tiltak.jobs.travel_child import Answer, Given, Order
from tiltak.planfile.marking import gettext_noop
from tiltak.reading.limits import MEGABYTE, Limits

_COMMAND = (sys.executable, "-I", "-m", "tiltak.jobs.travel_child")
# the child sees no secret of the server
_ENVIRONMENT = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "PROJ_DATA", "PROJ_LIB")
# a region's roads from OpenStreetMap take about a minute and half a gigabyte
LIMITS = Limits(memory_bytes=3072 * MEGABYTE, cpu_seconds=600, seconds=900.0)
TOO_MUCH: Said = (
    gettext_noop("Filene er for store til å lesast her. Skjer vegane til regionen, og prøv igjen."),
    {},
)
BROKEN: Said = (
    gettext_noop(
        "Filene lét seg ikkje lesa, og programmet veit ikkje kvifor. Sjå om dei er heile, og prøv "
        "igjen. Hjelper ikkje det, sei ifrå til den som driv nettstaden."
    ),
    {},
)


class Refused(Exception):
    """The files cannot be used; `problem` says why, `detail` is for the log."""

    def __init__(self, problem: Said, detail: str = "") -> None:
        super().__init__(detail or problem[0])
        self.problem = problem


def tried(order: Order, tell: Callable[[str], None]) -> Given:
    """The roads as they are to be kept, when everything can be computed of the files.

    `tell` hears each step; what it raises ends the trial and comes out. Raises Refused.
    """
    process = subprocess.Popen(  # noqa: S603
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        start_new_session=True,
    )
    timer = Timer(order.limits.seconds, _end, [process])
    timer.daemon = True
    timer.start()
    try:
        answer = _conversed(process, order, tell)
    finally:
        timer.cancel()
        _end(process)
        status = process.wait()
    if answer.roads is not None:
        return answer.roads
    if answer.problem is not None:
        text, values, file = answer.problem
        raise Refused((text, values | ({"_file": file} if file else {})))
    if answer.broken == "memory" or status in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise Refused(TOO_MUCH, f"{answer.broken} status {status}")
    raise Refused(BROKEN, f"{answer.broken} status {status}")


def _conversed(
    process: "subprocess.Popen[bytes]", order: Order, tell: Callable[[str], None]
) -> Answer:
    """The last it says; an empty answer when it broke off."""
    orders, answers = _pipes(process)
    with answers:
        # a child that is gone does not listen; its status tells
        with contextlib.suppress(BrokenPipeError), orders:
            orders.write(msgspec.msgpack.encode(order))
        for line in answers:
            try:
                answer = msgspec.json.decode(line, type=Answer)
            except msgspec.DecodeError:
                break
            if not answer.step:
                return answer
            tell(answer.step)
    return Answer()


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("both are pipes")
    return process.stdin, process.stdout


def _end(process: "subprocess.Popen[bytes]") -> None:
    # not yet waited for, so the number is its own
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
