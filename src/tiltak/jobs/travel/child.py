"""The process that tries files for travel time: `python -I -m tiltak.jobs.travel.child`.

Gets the order on standard input; says how far it is and answers on standard output, a line of JSON
each. It knows no settings, no database and no Django, and has given up network and memory before
it sees a byte of the files.
"""

import os
import sys
import traceback
from typing import BinaryIO

import msgspec
from msgspec import Struct

from tiltak.reading.limits import Limits
from tiltak.reading.safety.confinement import confine, end_with_parent

# how libraries below Python say so: SQLite (in PROJ), C++ (GEOS, osmium), the system
_SHORT_OF_MEMORY = ("out of memory", "bad_alloc", "Cannot allocate memory")


# the status of a process that had no memory left to answer with
NO_ROOM = 77


class Given(Struct, frozen=True):
    """A file: its name and its bytes."""

    name: str
    data: bytes


class Order(Struct, frozen=True, kw_only=True):
    """Files by role, and what is to be tried with them. `around`: kilometres the roads are cut to,
    0 for none. `centres`: name, latitude, longitude."""

    files: dict[str, Given]
    limits: Limits
    municipality_field: str
    around: float
    centres: tuple[tuple[str, float, float], ...]
    limit_minutes: float
    ferry_wait_minutes: float


class Answer(Struct, frozen=True, omit_defaults=True):
    """How far it is (`step`), the roads as they are to be kept, what is wrong with the files
    (message id, values, file), or what broke the reader and whether it was lack of memory."""

    step: str = ""
    roads: Given | None = None
    problem: tuple[str, dict[str, str], str] | None = None
    broken: str = ""
    is_short_of_memory: bool = False


def main() -> None:
    """Try what is asked for and answer."""
    # what a library prints must not end up in the answer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    end_with_parent()
    try:
        _say(answers, _answer(sys.stdin.buffer, answers))
        answers.close()
    except MemoryError:
        # not even for the answer was there room; nothing is asked for on the way out
        os._exit(NO_ROOM)


def _say(answers: BinaryIO, answer: Answer) -> None:
    answers.write(msgspec.json.encode(answer) + b"\n")
    answers.flush()


def _answer(orders: BinaryIO, answers: BinaryIO) -> Answer:
    # loaded before the files are seen, while it may still open what it wants
    from tiltak.analysis.traveltime import BadInput

    try:
        order = msgspec.msgpack.decode(orders.read(), type=Order)
        confine(order.limits)
        return Answer(roads=_tried(order, answers))
    except BadInput as error:
        return Answer(problem=(*error.sentence.plain(), error.file))
    except Exception as error:  # noqa: BLE001  whatever broke, the other side is told and nobody else
        told = traceback.format_exc()
        is_short = isinstance(error, MemoryError) or any(one in told for one in _SHORT_OF_MEMORY)
        return Answer(broken=told, is_short_of_memory=is_short)


def _tried(order: Order, answers: BinaryIO) -> Given:
    """The roads as they are to be kept, when everything can be computed. Raises BadInput."""
    from tiltak.analysis.traveltime import InputFile, Parameters, Place, baseline_of

    _baseline, roads = baseline_of(
        {role: InputFile(file.name, file.data) for role, file in order.files.items()},
        Parameters(
            centres=[Place(*centre) for centre in order.centres],
            limit_minutes=order.limit_minutes,
            ferry_wait_minutes=order.ferry_wait_minutes,
            municipality_field=order.municipality_field or None,
            around=order.around,
        ),
        lambda step: _say(answers, Answer(step=step)),
    )
    return Given(roads.name, roads.data)


if __name__ == "__main__":
    main()
