"""A batch of damaged files, read in a process with the reader's own limits.

Run as a program: `batch.py FOLDER SEED FIRST LAST`. Says "begin N" before and "done N OUTCOME
SECONDS" after each case, so that whoever listens knows which file made it stop.
"""

import os
import select
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.damage import damaged
from tiltak.planfile.model import Plan
from tiltak.reading import Limits, UnreadableDocument, read_document
from tiltak.reading.safety.confinement import confine
from tiltak.reading.structure.passages.accounting import merged, placed_passages

HANGS, DIES, BREAKS, LOSES = "hangs", "dies", "breaks", "loses text"
FAULTS = (HANGS, DIES, BREAKS, LOSES)
LONGEST_SECONDS = 20.0
# a batch reads many files one after the other
_LIMITS = replace(Limits(), cpu_seconds=3600)


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged file and what came of it: "plan", the code of a problem, or a fault."""

    number: int
    name: str
    outcome: str
    seconds: float = 0.0
    detail: str = ""


def case(folder: Path, seed: int, number: int) -> tuple[str, bytes]:
    """The damaged file of a number: its name and bytes, the same every time."""
    random = Random(f"{seed}/{number}")  # noqa: S311  damage, no secret
    samples = sorted(folder.iterdir())
    # formats in turn: most samples are of a few formats
    kinds = sorted({path.suffix for path in samples})
    kind = kinds[number % len(kinds)]
    chosen = random.choice([path for path in samples if path.suffix == kind])
    other = random.choice(samples).read_bytes()
    return chosen.name, damaged(chosen.read_bytes(), random, other)


def run(folder: Path, seed: int, first: int, last: int) -> Iterator[Case]:
    """Every case from `first` up to, not including, `last`. A case that stops a batch is a fault."""
    at = first
    while at < last:
        for found in _one_batch(folder, seed, at, last):
            yield found
            at = found.number + 1


def _one_batch(folder: Path, seed: int, first: int, last: int) -> Iterator[Case]:
    command = [sys.executable, __file__, str(folder), str(seed), str(first), str(last)]
    number, fault = first, DIES
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        for line in _lines(process):
            if line is None:
                fault = HANGS
                break
            word, told, *rest = line.split("\t")
            number = int(told)
            if word == "done":
                name, outcome, seconds, detail = rest
                yield Case(number, name, outcome, float(seconds), detail)
                number += 1
        process.kill()
        status = process.wait()
    if number < last:
        yield Case(number, case(folder, seed, number)[0], fault, detail=f"status {status}")


def _lines(process: "subprocess.Popen[bytes]") -> Iterator[str | None]:
    """What a process says, line by line; None when it is silent for too long."""
    assert process.stdout is not None  # noqa: S101  it is a pipe
    rest = b""
    while True:
        ready, _, _ = select.select([process.stdout], [], [], LONGEST_SECONDS)
        if not ready:
            yield None
        heard = os.read(process.stdout.fileno(), 1 << 16)
        if not heard:
            return
        *lines, rest = (rest + heard).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", "replace")


def outcome_of(name: str, data: bytes) -> tuple[str, str]:
    """What the reader makes of a file, and where it broke if it did."""
    try:
        plan = read_document(data, name, limits=_LIMITS)
    except UnreadableDocument as error:
        return str(error.code), ""
    except MemoryError:
        return "memory", ""
    except Exception as error:  # noqa: BLE001  any of them is a fault of the reader
        last = traceback.extract_tb(error.__traceback__)[-1]
        return BREAKS, f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"
    return ("plan", "") if _is_all_there(plan) else (LOSES, "")


def _is_all_there(plan: Plan) -> bool:
    """Whether placed passages and unplaced text together are the document's text."""
    if not plan.sources or not plan.sources[0].text:
        return True
    text = plan.sources[0].text
    passages = [*placed_passages(plan), *(rest.passage for rest in plan.unplaced)]
    told = "".join("".join(text[start:end].split()) for start, end in merged(passages))
    return told == "".join(text.split())


def main(arguments: Sequence[str]) -> None:
    """Read one batch, telling of each case."""
    folder, seed, first, last = Path(arguments[0]), *map(int, arguments[1:])
    cases = ((number, *case(folder, seed, number)) for number in range(first, last))
    confine(_LIMITS)
    for number, name, data in cases:
        print("begin", number, sep="\t", flush=True)
        started = time.perf_counter()
        outcome, detail = outcome_of(name, data)
        seconds = time.perf_counter() - started
        detail = " ".join(detail.split())
        print("done", number, name, outcome, f"{seconds:.3f}", detail, sep="\t", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
