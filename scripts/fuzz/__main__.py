"""`make fuzz`: damaged files of every format for the reader, as a printed table.

Exit code 1 when a file makes the reader hang, die, break or lose text. Such files are kept in
build/fuzz. `ARGS="--cases 500 --seed 7"` for other ones, `--only 123` for one of them.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts")]

from fuzz.batch import FAULTS, Case, case, run  # noqa: E402  found by the path above
from fuzz.samples import write_samples  # noqa: E402

KEPT = ROOT / "build" / "fuzz"
BATCH = 250


def main(arguments: Sequence[str]) -> int:
    """The exit code."""
    options = _options(arguments)
    cases: list[Case] = []
    with tempfile.TemporaryDirectory(prefix="tiltak-fuzz-") as place:
        folder = Path(place)
        write_samples(folder)
        first, last = (
            (options.only, options.only + 1) if options.only is not None else (0, options.cases)
        )
        for begin in range(first, last, BATCH):
            found = list(run(folder, options.seed, begin, min(begin + BATCH, last)))
            cases += found
            for fault in (one for one in found if one.outcome in FAULTS):
                _keep(fault, folder, options.seed)
    _show(cases)
    return 1 if any(one.outcome in FAULTS for one in cases) else 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    return parser.parse_args(arguments)


def _keep(fault: Case, folder: Path, seed: int) -> None:
    """Keep the file, and say where it broke."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{seed}-{fault.number}-{fault.name}"
    path.write_bytes(case(folder, seed, fault.number)[1])
    print(f"{fault.outcome}: {path} {fault.detail}", flush=True)


def _show(cases: Sequence[Case]) -> None:
    outcomes = [name for name, _ in Counter(one.outcome for one in cases).most_common()]
    print(f"{'':<8}" + "".join(f"{name:>20}" for name in outcomes))
    for kind in sorted({Path(one.name).suffix for one in cases}):
        counts = Counter(one.outcome for one in cases if one.name.endswith(kind))
        print(f"{kind:<8}" + "".join(f"{counts[name]:>20}" for name in outcomes))
    slowest = max(cases, key=lambda one: one.seconds)
    faults = sum(one.outcome in FAULTS for one in cases)
    print(
        f"{len(cases)} files, {faults} faults, the slowest {slowest.seconds:.1f} s ({slowest.name})"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
