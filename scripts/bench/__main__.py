"""`make bench`: the figures of the speed goals as one printed table.

Exit code 1 when a page asks the database more often than it may, or costs more than twice its
floor in the same run; when reading a long document takes too much memory, or costs more a page
than a short one does; when a PDF takes longer than pdfplumber; when travel
times take more than they may beside scipy and networkx, or on the roads of Norway; when a changed
scenario is answered later in the web than it may be. Milliseconds are goals, printed beside what
was measured.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.answering import Line as Answer
    from bench.pages import Line
    from bench.reading import Line as ReadingLine
    from bench.traveltime import Line as TravelLine

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]
# the processes that are started below read this file too, and share the folder
folder = os.environ.get("BENCH_DATA") or tempfile.mkdtemp(prefix="tiltak-bench-")
os.environ["BENCH_DATA"] = os.environ["TILTAK_DATA"] = folder
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiltak.config.settings")
os.environ["TILTAK_HOSTS"] = "127.0.0.1,localhost,.bench.example"
os.environ.pop("DATABASE_URL", None)


def milliseconds(begin: float) -> float:
    return (time.process_time() - begin) * 1000


def show(cells: list[str]) -> None:
    print(f"{cells[0]:<10}{cells[1]:>9}" + "".join(f"{cell:>12}" for cell in cells[2:]), flush=True)


def main() -> int:
    import django

    django.setup()
    from django.core.management import call_command

    from bench import answering, pages, reading, serving, traveltime

    begin = time.process_time()
    call_command("migrate", verbosity=0)
    migrated = milliseconds(begin)
    call_command("createcachetable")
    call_command("collectstatic", interactive=False, verbosity=0)
    from tests.factories.councils import import_plan, make_council
    from tests.factories.large_plans import large_plan

    council = make_council(host="bench.example")
    show(
        ["what", "measures", "CPU ms", "goal ms", "SQL", "bytes", "floor ms", "floor SQL", "ratio"]
    )
    show(["migrate", "-", f"{migrated:.0f}", "5000", "-", "-", "-", "-", "-"])
    kept = True
    for size in pages.SIZES:
        begin = time.process_time()
        version = import_plan(council, large_plan(size, title=f"Plan {size}"))
        goal = "5000" if size == pages.SIZES[-1] else "-"
        show(["create", str(size), f"{milliseconds(begin):.0f}", goal, *["-"] * 5])
        pages.give_statuses(version)
        for line in pages.measure_pages("bench.example", version, size):
            kept = kept and line.is_kept
            show_line(line)
    with serving.Server() as address:
        kept = show_serving(address) and kept
    print()
    show(["read", "size", "CPU s", "goal s", "MB", "most MB", "growth", "pdfplumber"])
    for document in reading.measure_reading():
        kept = kept and document.is_kept
        show_reading(document)
    given = list(reading.measure_given())
    for document in given:
        kept = kept and document.is_kept
        show_reading(document)
    if not given:
        print("given PDFs: these need the plans beside the project (../shared/plans)", flush=True)
    print()
    print(f"{'travel time':<26}{'s':>9}{'floor s':>10}{'MB':>7}  bound")
    for trip in traveltime.measure_traveltime():
        kept = kept and trip.is_kept
        show_traveltime(trip)
    print()
    print(f"{'travel time in the web':<28}{'s':>8}{'CPU s':>8}{'SQL':>6}")
    for shown in answering.measure_answers():
        kept = kept and shown.is_kept
        show_answer(shown)
    return 0 if kept else 1


def show_line(line: "Line") -> None:
    floor = line.floor
    show(
        [
            line.what,
            str(line.measures),
            f"{line.figure.cpu_ms:.1f}",
            str(line.goal_ms or "-"),
            str(line.figure.statements),
            str(line.figure.size),
            f"{floor.cpu_ms:.1f}" if floor else "-",
            str(floor.statements) if floor else "-",
            f"{line.ratio:.2f}{'' if line.is_kept else ' !'}" if line.ratio else "-",
        ]
    )


def show_reading(line: "ReadingLine") -> None:
    from bench.reading import GOAL_RATIO, MOST_MEGABYTES

    mark = "" if line.is_kept else " !"
    show(
        [
            line.what,
            str(line.size),
            f"{line.cost.seconds:.2f}",
            str(line.goal or "-"),
            f"{line.cost.megabytes:.0f}{mark}",
            str(MOST_MEGABYTES),
            f"{line.growth:.2f}{mark}" if line.growth else "-",
            f"{line.ratio:.2f}/{GOAL_RATIO}{mark}" if line.ratio else "-",
        ]
    )


def show_traveltime(line: "TravelLine") -> None:
    seconds, floor = (
        "-" if value is None else f"{value:.2f}" for value in (line.seconds, line.floor)
    )
    size = "-" if line.megabytes is None else f"{line.megabytes:.0f}"
    mark = "" if line.is_kept else " !"
    print(f"{line.what:<26}{seconds:>9}{floor:>10}{size:>7}  {line.bound}{mark}", flush=True)


def show_answer(answer: "Answer") -> None:
    from bench.answering import MOST_SECONDS, MOST_STATEMENTS

    if answer.seconds is None:
        print(f"{answer.what:<42}  needs the open data beside the project", flush=True)
        return
    mark = "" if answer.is_kept else " !"
    print(
        f"{answer.what:<28}{answer.seconds:>8.2f}{answer.cpu:>8.2f}{answer.statements:>6}  "
        f"at most {MOST_SECONDS:.0f} s and {MOST_STATEMENTS} statements{mark}",
        flush=True,
    )


def show_serving(address: str) -> bool:
    from bench import serving

    first, _ = serving.first_visit(address, "/")
    _, following = serving.first_visit(address, "/plan/plan-40/tabell/")
    rate = serving.requests_per_second(f"{address}/plan/plan-40/tabell/")
    print(f"first visit of the front page: {first} bytes on the wire (at most 130 000)")
    print(f"the next page, a table of 40: {following} bytes on the wire (at most 20 000)")
    print(f"cached table page, 4 connections: {rate or 'wrk is not installed'} requests/s (1 000)")
    return first <= 130_000 and following <= 20_000


if __name__ == "__main__":
    sys.exit(main())
