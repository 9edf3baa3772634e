"""The process that tries files for travel time: `python -I -m tiltak.jobs.travel_child`.

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

READ, BUILD, REACH = "read", "build", "reach"


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
    (message id, values, file), or what broke the reader."""

    step: str = ""
    roads: Given | None = None
    problem: tuple[str, dict[str, str], str] | None = None
    broken: str = ""


def main() -> None:
    """Try what is asked for and answer."""
    # what a library prints must not end up in the answer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    end_with_parent()
    _say(answers, _answer(sys.stdin.buffer, answers))
    answers.close()


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
        values = {name: str(value) for name, value in error.sentence.values.items()}
        return Answer(problem=(error.sentence.text, values, error.file))
    except MemoryError:
        return Answer(broken="memory")
    except Exception:  # noqa: BLE001  whatever broke, the other side is told and nobody else
        return Answer(broken=traceback.format_exc())


def _tried(order: Order, answers: BinaryIO) -> Given:
    """The roads as they are to be kept, when everything can be computed. Raises BadInput."""
    from tiltak.analysis.traveltime import (
        KMH,
        Assumptions,
        InputFile,
        Place,
        area_of,
        build_network,
        reach_of,
        read_municipalities,
        read_places,
        read_population,
        read_roads,
        read_speeds,
        read_totals,
    )
    from tiltak.analysis.traveltime.cutout import cut_out

    _say(answers, Answer(step=READ))
    files = {role: InputFile(file.name, file.data) for role, file in order.files.items()}
    # the small ones first: what is wrong with them is told before the roads are read
    kmh = read_speeds(files["speeds"]) if "speeds" in files else KMH
    if "places" in files:
        read_places(files["places"])
    totals = read_totals(files["totals"]) if "totals" in files else None
    municipalities = read_municipalities(files["municipalities"], order.municipality_field or None)
    area = area_of(read_population(files["population"]), municipalities, totals)
    roads = files["roads"]
    if order.around and not roads.name.casefold().endswith(".pbf"):
        roads = cut_out(roads, municipalities, order.around)
    _say(answers, Answer(step=BUILD))
    assumptions = Assumptions(kmh=kmh, ferry_wait=order.ferry_wait_minutes)
    network = build_network(read_roads(roads), assumptions)
    _say(answers, Answer(step=REACH))
    centres = [Place(name, lat, lon) for name, lat, lon in order.centres]
    reach_of(network, area, centres, limit=order.limit_minutes)
    return Given(roads.name, roads.data)


if __name__ == "__main__":
    main()
