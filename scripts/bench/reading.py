"""Reading long documents: CPU time and memory of the process that reads, start included.

A PDF is measured against pdfplumber, which finds words and tables on the same pages in the same
run; its start is not counted.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from bench.long_documents import long_pdf, long_sheet, long_text, scanned
from tiltak.reading import File, Limits
from tiltak.reading.formats import ocr
from tiltak.reading.limits import MEGABYTE
from tiltak.reading.safety.messages import PLAN, encode_order

MOST_MEGABYTES = 400
# twice the size may cost a little more than twice the time: memory is farther away
MOST_GROWTH = 1.5
RUNS = 3
PAGES = (75, 300)
ROWS = (5_000, 20_000)
# 29 and 300 pages
MEASURES = (104, 1_225)
MOST_RATIO, GOAL_RATIO = 1.0, 0.33
PLANS = Path(__file__).resolve().parents[3] / "shared" / "plans" / "open"
# A process inherits the most memory of the one that starts it: a small one starts the reader.
_STARTER = """
import os, subprocess, sys
reader = subprocess.Popen([sys.executable, "-I", "-m", "tiltak.reading.safety.child"])
_, status, used = os.wait4(reader.pid, 0)
seconds = used.ru_utime + used.ru_stime
print(os.waitstatus_to_exitcode(status), seconds, used.ru_maxrss, file=sys.stderr)
"""
_PLUMBER = """
import io, sys, time
import pdfplumber
data = io.BytesIO(sys.stdin.buffer.read())
begin = time.process_time()
with pdfplumber.open(data) as document:
    for page in document.pages:
        page.extract_words()
        page.extract_tables()
        page.close()
print(time.process_time() - begin)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds and the most memory of one reading."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Line:
    """A document of `size` pages or rows, its cost, the goal, how the cost of one has grown, and
    the cost as a part of pdfplumber's."""

    what: str
    size: int
    cost: Cost
    goal: float | None = None
    growth: float | None = None
    ratio: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether memory, growth and ratio are within bounds; seconds depend on the machine."""
        within = self.growth is None or self.growth <= MOST_GROWTH
        fast = self.ratio is None or self.ratio <= MOST_RATIO
        return within and fast and self.cost.megabytes <= MOST_MEGABYTES


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
        yield Line(what, sizes[1], large, goal, _growth(start, (small, large), sizes))
    yield from _measure_pdf(start)


def measure_given(folder: Path = PLANS) -> Iterator[Line]:
    """Each PDF of the plans beside the project by itself, and one of them as a scan where tesseract
    is installed; none without those plans."""
    documents = sorted(folder.glob("**/*.pdf"))
    for path in documents:
        data = path.read_bytes()
        name = path.name if path.parent == folder else f"v/{path.name}"
        yield Line(name, _pages(data), measure(data, path.name))
    if documents and ocr.is_installed():
        data = scanned(documents[0].read_bytes())
        yield Line(f"{documents[0].stem} scan", _pages(data), measure(data, "scan.pdf", runs=1))


def _measure_pdf(start: Cost) -> Iterator[Line]:
    """A PDF of some thirty pages against pdfplumber, and one of 300."""
    documents = [long_pdf(measures) for measures in MEASURES]
    sizes = [_pages(document) for document in documents]
    small, large = (measure(document, "plan.pdf") for document in documents)
    ratio = (small.seconds - start.seconds) / min(_plumber(documents[0]) for _ in range(RUNS))
    yield Line("pdf", sizes[0], small, ratio=ratio)
    yield Line("pdf", sizes[1], large, growth=_growth(start, (small, large), sizes))


def _growth(start: Cost, costs: tuple[Cost, Cost], sizes: Sequence[int]) -> float | None:
    """What a page or row of the larger document costs, in costs of one of the smaller."""
    before, after = (
        (cost.seconds - start.seconds) / size for cost, size in zip(costs, sizes, strict=True)
    )
    return after / before if before > 0 else None


def _pages(data: bytes) -> int:
    document = pdfium.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def _plumber(data: bytes) -> float:
    """CPU seconds of pdfplumber's words and tables on all pages."""
    command = [sys.executable, "-I", "-c", _PLUMBER]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return float(done.stdout)


def measure(data: bytes, name: str, *, runs: int = RUNS) -> Cost:
    """The least cost of some readings. Memory is that of the largest process."""
    costs = [_read(data, name) for _ in range(runs)]
    return Cost(min(c.seconds for c in costs), min(c.megabytes for c in costs))


def _read(data: bytes, name: str) -> Cost:
    order = encode_order([File(name, data)], Limits(), None) + data
    command = [sys.executable, "-I", "-S", "-c", _STARTER]
    done = subprocess.run(command, input=order, capture_output=True, check=True)
    code, seconds, kilobytes = done.stderr.decode().splitlines()[-1].split()
    if int(code) or not _last_line(done.stdout).startswith(PLAN):
        raise SystemExit(f"{name} was not read: {code}")
    return Cost(float(seconds), float(kilobytes) * 1024 / MEGABYTE)


def _last_line(answer: bytes) -> bytes:
    """The answer itself, after the lines that say how far it is."""
    return answer.rpartition(b"\n")[2]
