"""Reading long documents: CPU time and memory of the process that reads, start included."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile

from xlsxwriter import Workbook

from tiltak.reading import File, Limits
from tiltak.reading.limits import MEGABYTE
from tiltak.reading.safety.messages import PLAN, encode_order

MOST_MEGABYTES = 400
# twice the size may cost a little more than twice the time: memory is farther away
MOST_GROWTH = 1.5
RUNS = 3
PAGES = (75, 300)
ROWS = (5_000, 20_000)
_SUBJECTS = ("Veg og bane", "Skule", "Reiseliv", "Helse", "Kultur", "Klima", "Landbruk", "Energi")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds and the most memory of one reading."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Line:
    """A document of `size` pages or rows, its cost, the goal, and how the cost of one has grown."""

    what: str
    size: int
    cost: Cost
    goal: float | None = None
    growth: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether memory and growth are within bounds; seconds depend on the machine."""
        within = self.growth is None or self.growth <= MOST_GROWTH
        return within and self.cost.megabytes <= MOST_MEGABYTES


def measure_reading() -> Iterator[Line]:
    """One line for the start alone, two for each kind of document."""
    start = measure(b"Veg\n\nTiltak\n- Byggja bru\n- Rydda skog\n", "plan.txt")
    yield Line("start", 1, start)
    for what, sizes, make, goal in (
        ("text", PAGES, long_text, 2.0),
        ("sheet", ROWS, long_sheet, 3.0),
    ):
        small, large = (measure(make(size), f"plan.{what}") for size in sizes)
        yield Line(what, sizes[0], small)
        each = (large.seconds - start.seconds) / sizes[1]
        before = (small.seconds - start.seconds) / sizes[0]
        yield Line(what, sizes[1], large, goal, each / before if before > 0 else None)


def measure(data: bytes, name: str) -> Cost:
    """The least cost of some readings."""
    costs = [_read(data, name) for _ in range(RUNS)]
    return Cost(min(c.seconds for c in costs), min(c.megabytes for c in costs))


def _read(data: bytes, name: str) -> Cost:
    with TemporaryFile() as answer:
        process = subprocess.Popen(
            [sys.executable, "-I", "-m", "tiltak.reading.safety.child"],
            stdin=subprocess.PIPE,
            stdout=answer,
        )
        assert process.stdin is not None  # noqa: S101  it is a pipe
        with process.stdin as orders:
            orders.write(encode_order([File(name, data)], Limits(), None) + data)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        answer.seek(0)
        if process.returncode or not _last_line(answer.read()).startswith(PLAN):
            raise SystemExit(f"{name} was not read: {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MEGABYTE)


def _last_line(answer: bytes) -> bytes:
    """The answer itself, after the lines that say how far it is."""
    return answer.rpartition(b"\n")[2]


def long_text(pages: int) -> bytes:
    """A plan as plain text, a theme on each page."""
    parts = ["Handlingsplan 2026-2029\n"]
    for page in range(pages):
        subject = _SUBJECTS[page % len(_SUBJECTS)]
        parts.append(
            f"{page + 1} {subject} i bygd {page}\n\nDelmål\nAlle {page} bygdene skal fram.\n"
        )
        parts.append("Tiltak")
        parts += [
            f"- Byggja bru nummer {page * 30 + n} over elva, og rydda skogen langs vegen slik at alle "
            f"kan gå trygt til {subject.lower()}."
            for n in range(30 + page % 3)
        ]
        parts.append("\f")
    return "\n".join(parts).encode()


def long_sheet(rows: int) -> bytes:
    """A sheet with a measure in each row."""
    target = io.BytesIO()
    with Workbook(target) as made:
        sheet = made.add_worksheet()
        heads = ("Nr", "Satsing", "Tiltak", "Oppstart", "Ferdig", "Kostnad (mill. kr)", "Ansvarleg")
        sheet.write_row(0, 0, heads)
        for n in range(rows):
            what = f"Byggja bru nummer {n} over elva og rydda skog langs vegen"
            area = f"{_SUBJECTS[n % 8]} {n // 200}"
            sheet.write_row(
                n + 1, 0, (n + 1, area, what, 2026, 2027, 1.5 + n % 7, "Teknisk, FK/NHO")
            )
    return target.getvalue()
