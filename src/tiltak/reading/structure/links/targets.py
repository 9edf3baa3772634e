"""The measures of the text that rows may stand for, found and weighed by their words.

A rare word weighs more than one that many measures have. A row is most often a measure's text,
shortened or slightly reworded, and begins as it does.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.links.covered_measures import is_code
from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.links.stems import Stems

# The least that makes a row and a measure the same.
SAME = 0.42
_NEARLY_ALL = 0.85
_OPENING_BONUS = (0.0, 0.08, 0.35)
_MOST_CANDIDATES = 40

Words = set[str] | frozenset[str]


@dataclass(slots=True)
class Target:
    """A measure that rows may stand for. `own`: the stems of its text, `whole`: with its parts,
    `top`: those of the measure it is a part of, with all parts; `words`: `own` in order."""

    measure: DraftMeasure
    place: str
    is_part: bool
    own: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    top: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()

    @property
    def opening(self) -> tuple[str, ...]:
        """The first two words."""
        return self.words[:2]


class Targets:
    """All of them: `all` is in reading order, an index into it names one."""

    def __init__(self, measures: Sequence[tuple[str, DraftMeasure]], stems: Stems) -> None:
        """`measures`: (place, top measure) in reading order."""
        self.all = [one for place, top in measures for one in _branch(place, top, stems)]
        self._counts = Counter(stem for target in self.all for stem in target.own)
        # who holds a word, in a place and (under None) anywhere
        self._holders: dict[tuple[str | None, str], list[int]] = {}
        for index, target in enumerate(self.all):
            for stem in target.whole:
                self._holders.setdefault((target.place, stem), []).append(index)
                self._holders.setdefault((None, stem), []).append(index)

    def candidates(self, row: RowText, stems: list[str]) -> list[int]:
        """Measures of the row's place that share its rarest words."""
        held = self._holders
        known = ((held.get((row.place, stem)), stem) for stem in set(stems))
        rare = sorted((len(indexes), stem, indexes) for indexes, stem in known if indexes)
        found: dict[int, None] = {}
        for _, _, indexes in rare:
            for index in indexes:
                found[index] = None
                if len(found) > _MOST_CANDIDATES:
                    return list(found)
        return list(found)

    def numbered(self, row: RowText) -> list[int]:
        """Measures of the row's place, or of any where it has none, with a number it names; those
        with a code it names anywhere."""
        return [
            index
            for index, target in enumerate(self.all)
            if target.measure.number in row.numbers
            and (row.place in (None, target.place) or is_code(target.measure.number))
        ]

    def share(self, part: Words, whole: Words) -> float:
        """How much of `part` stands in `whole`, 0 to 1."""
        weight = self._weight(part)
        return self._weight(part & whole) / weight if weight else 0.0

    def _weight(self, stems: Words) -> float:
        total = len(self.all) + 1
        return sum(math.log(1 + total / (1 + self._counts.get(stem, 0))) for stem in stems)

    def score(self, stems: list[str], target: Target) -> float:
        """How much speaks for the row of these words being this measure: `SAME` or more where it
        may be, 0 where they share nothing."""
        row = set(stems)
        covered = self.share(row, target.whole)
        said = self.share(target.own, row)
        if not covered or not said:
            return 0.0
        alike = 0
        for one, other in zip(stems, target.opening, strict=False):
            if one != other:
                break
            alike += 1
        score = 2 * covered * said / (covered + said) + _OPENING_BONUS[alike]
        if covered >= _NEARLY_ALL and target.whole != target.own:
            # everything the row says stands in the measure or its parts
            score = max(score, SAME + 0.1)
        # a row that says more than the part is about the whole measure
        return score - (self.share(row, target.top) - covered) / 2


def _branch(place: str, top: DraftMeasure, stems: Stems) -> list[Target]:
    """A measure and its parts as targets."""
    everything = frozenset(stems.of(top.whole_text()))
    found = []
    for measure in top.with_parts():
        own = stems.of(measure.text)
        whole = frozenset(stems.of(measure.whole_text())) if measure.children else own
        found.append(
            Target(
                measure,
                place,
                is_part=measure is not top,
                own=frozenset(own),
                whole=frozenset(whole),
                top=everything,
                words=tuple(own),
            )
        )
    return found
