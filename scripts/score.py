"""`make score`: how well the reader reads the plan documents beside the project.

Prints for every document the overall score and the share of texts that are right word for word,
with the means and the worst. Exit code 1 when one of the bars below is not reached. Arguments name
documents to look at alone ("O03", "variants/O07.odt"); no bar is asked of them then.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from tiltak.planfile import codec
from tiltak.reading import UnreadableDocument, read_document

PLANS = Path(__file__).resolve().parents[2] / "shared" / "plans"
TRUTH = ".truth.json"
# below this a figure is named beside the score
_WHOLE = 0.9999
_SHORTEST_NAME = 26
_CHILDREN = (
    "focus_areas",
    "sections",
    "sub_goals",
    "strategies",
    "measures",
    "children",
    "tables",
    "rows",
)


@dataclass(frozen=True, slots=True)
class Score:
    """One document: scores from 0 to 1, the figures that are not whole, seconds."""

    name: str
    group: str
    overall: float
    exact: float
    lacking: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Bar:
    """What must be reached, and what was."""

    what: str
    least: float
    reached: float

    @property
    def is_reached(self) -> bool:
        """Rounded as it is printed: 0.97 is enough for 0.97."""
        return round(self.reached, 4) >= self.least


def documents(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """(group, document, truth) of everything that has a truth."""
    seed = folder / "seed"
    for path in sorted(seed.glob("*")):
        if path.name != "truth.json":
            yield "seed", path, seed / "truth.json"
    for group, place in (("open", folder / "open"), ("variants", folder / "open" / "variants")):
        for path in sorted(place.glob("*.*")):
            truth = folder / "open" / f"{path.name.split('.')[0]}{TRUTH}"
            if path.suffix != ".json" and truth.exists():
                yield group, path, truth


def score(scorer: ModuleType, group: str, path: Path, truth_file: Path) -> Score:
    """Read a document and compare it with its truth. One that cannot be read scores 0."""
    truth = json.loads(truth_file.read_bytes())
    begin = time.perf_counter()
    try:
        plan = read_document(path.read_bytes(), path.name)
    except UnreadableDocument as error:
        return Score(path.name, group, 0.0, 0.0, error.code, time.perf_counter() - begin)
    seconds = time.perf_counter() - begin
    read = json.loads(codec.encode(plan))
    found = scorer.score(read, truth)
    figures = {name: scorer.val(found, name) for name in scorer.COLS}
    lacking = " ".join(
        f"{name} {value:.2f}"
        for name, value in figures.items()
        if value is not None and value < _WHOLE and name != "overall"
    )
    exact = word_for_word(read, truth, scorer.norm)
    return Score(path.name, group, found["overall"], exact, lacking, seconds)


def word_for_word(read: Any, truth: Any, norm: Callable[[str], str]) -> float:
    """The share of the truth's texts that were read without a wrong letter, each counted once."""
    left = texts(read, norm)
    wanted = texts(truth, norm)
    hits = 0
    for text in wanted:
        if text in left:
            left.remove(text)
            hits += 1
    return hits / max(1, len(wanted))


def texts(value: Any, norm: Callable[[str], str]) -> list[str]:
    """The texts of goals, strategies, measures and rows."""
    found = []
    if isinstance(value, list):
        for one in value:
            found += texts(one, norm)
    elif isinstance(value, dict):
        text = value.get("text")
        found += [norm(text)] if isinstance(text, str) and norm(text) else []
        for name in _CHILDREN:
            found += texts(value.get(name), norm)
    return found


def bars(scores: Sequence[Score]) -> list[Bar]:
    """What is asked of the whole set."""
    overall = {
        group: [one.overall for one in scores if one.group == group]
        for group in ("seed", "open", "variants")
    }
    return [
        Bar("seed, overall", 0.99, min(overall["seed"], default=0.0)),
        Bar("open, mean overall", 0.97, mean(overall["open"])),
        Bar("open, the worst", 0.90, min(overall["open"], default=0.0)),
        Bar("variants, mean overall", 0.95, mean(overall["variants"])),
        Bar("open, mean word for word", 0.95, mean([s.exact for s in scores if s.group == "open"])),
        Bar("all, mean word for word", 0.95, mean([one.exact for one in scores])),
    ]


def mean(values: Sequence[float]) -> float:
    """0 of none."""
    return sum(values) / len(values) if values else 0.0


def load_scorer(folder: Path) -> ModuleType:
    """The scorer that lies beside the documents."""
    spec = importlib.util.spec_from_file_location("plan_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(wanted: Sequence[str]) -> int:
    """The exit code."""
    if not PLANS.is_dir():
        print(f"The test documents are not there ({PLANS}). Nothing to score.")
        return 0
    scorer = load_scorer(PLANS)
    print(f"{'document':<{_SHORTEST_NAME}} overall  exact  seconds  what lacks")
    scores = []
    for group, path, truth in documents(PLANS):
        name = path.name if group != "variants" else f"variants/{path.name}"
        if wanted and not any(one in name for one in wanted):
            continue
        found = score(scorer, group, path, truth)
        scores.append(found)
        print(
            f"{name:<{_SHORTEST_NAME}} {found.overall:7.3f}  {found.exact:5.3f}  "
            f"{found.seconds:7.2f}  {found.lacking}",
            flush=True,
        )
    return 0 if wanted else show_bars(bars(scores), scores)


def show_bars(wanted: Sequence[Bar], scores: Sequence[Score]) -> int:
    """Print what was asked and reached; 1 when something was not."""
    print()
    for bar in wanted:
        sign = "" if bar.is_reached else "  NOT REACHED"
        print(f"{bar.what:<{_SHORTEST_NAME}} {bar.reached:7.3f}  at least {bar.least:.2f}{sign}")
    worst = sorted(scores, key=lambda one: one.overall)[:3]
    print("worst: " + ", ".join(f"{one.name} {one.overall:.3f}" for one in worst))
    return 0 if all(bar.is_reached for bar in wanted) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
