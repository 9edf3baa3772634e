"""Trying files from outside in a process of their own, with limits on memory, CPU and time."""

import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import IO

import msgspec

from tiltak.jobs.job import Refused
from tiltak.jobs.travel.child import NO_ROOM, Answer, Given, Order
from tiltak.planfile.marking import gettext_noop
from tiltak.reading.limits import MEGABYTE, Limits
from tiltak.reading.safety.process import ask

_COMMAND = (sys.executable, "-I", "-m", "tiltak.jobs.travel.child")
# a region's roads from OpenStreetMap take about a minute and half a gigabyte
LIMITS = Limits(memory_bytes=3072 * MEGABYTE, cpu_seconds=600, seconds=900.0)
TOO_MUCH = gettext_noop(
    "Filene er for store til å lesast her. Skjer vegane til regionen, og prøv igjen."
)
BROKEN = gettext_noop(
    "Filene lét seg ikkje lesa, og programmet veit ikkje kvifor. Sjå om dei er heile, og prøv "
    "igjen. Hjelper ikkje det, sei ifrå til den som driv nettstaden."
)


def tried(order: Order, tell: Callable[[str], None]) -> Given:
    """The roads as they are to be kept, when everything can be computed of the files.

    `tell` hears each step; what it raises ends the trial and comes out. Raises Refused.
    """
    ended = ask(
        _COMMAND,
        [msgspec.msgpack.encode(order)],
        seconds=order.limits.seconds,
        hear=partial(_heard, tell=tell),
    )
    answer = ended.heard
    if answer.roads is not None:
        return answer.roads
    if answer.problem is not None:
        text, values, file = answer.problem
        raise Refused(text, values, file=file)
    detail = f"{answer.broken} status {ended.status}"
    if answer.is_short_of_memory or ended.status in {-signal.SIGXCPU, -signal.SIGKILL, NO_ROOM}:
        raise Refused(TOO_MUCH, detail=detail)
    raise Refused(BROKEN, detail=detail)


def _heard(answers: IO[bytes], tell: Callable[[str], None]) -> Answer:
    """The last it says; an empty answer when it broke off."""
    for line in answers:
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except msgspec.DecodeError:
            break
        if not answer.step:
            return answer
        tell(answer.step)
    return Answer()
