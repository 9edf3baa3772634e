"""Which table row is which measure of the text.

A row is most often a measure's text, shortened or slightly reworded. Rows and measures of one
area are compared by their words (stems, rare ones weigh more), best pairs first, one to one.
Then: a row that also covers a second measure is `merged`; a row that is a part of a measure
is `part`; a measure that only mentions what a row is about is `related`.
"""

import math
import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import snowballstemmer

from tiltak.planfile.model import LinkKind
from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.links.covered_measures import sides

_WORD = re.compile(r"\w+")
# a text says "Profilera …", its row "Profilering av …": verb and noun are one word
_VERBAL = re.compile(r"^(\w{4,}?)(?:er)?(?:ing(?:a|en|ar|er)?|era|ere)$")
_SAME = 0.42
_CLEARLY = 0.55
_SURE = 0.75
_FEWEST_WORDS = 3
_MERGED = 0.5
# a side of "og" in a row: words it has at least, how much of them a measure has that it says, and
# how much at most the measure that the other side says
_FEWEST_OF_SIDE = 2
_SIDE = 0.75
_NOT_SIDE = 0.34
_RELATED = 0.4
_NEARLY_ALL = 0.85
_OPENING_BONUS = (0.0, 0.08, 0.35)
_MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class RowText:
    """A row to be found in the text: its id, text and place. `strict`: only if clearly the same.
    `numbers`: those of all the measures its number names, where it names several."""

    identity: str
    text: str
    place: str | None
    strict: bool = False
    numbers: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Target:
    """A measure that rows may stand for."""

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


@dataclass(slots=True)
class Linking:
    """The result: links, and the rows that stand for no measure of the text."""

    links: list[tuple[str, DraftMeasure, LinkKind]] = field(default_factory=list)
    unlinked: list[str] = field(default_factory=list)
    doubtful: list[DraftMeasure] = field(default_factory=list)


class Linker:
    """Compares rows with the measures of the text."""

    def __init__(self, measures: Sequence[tuple[str, DraftMeasure]]) -> None:
        """`measures`: (place, top measure) in reading order."""
        stemmer = snowballstemmer.stemmer("norwegian")
        self._stem = stemmer.stemWord
        self._known: dict[str, str] = {}
        self._targets = [target for place, top in measures for target in self._branch(place, top)]
        self._counts = Counter(stem for target in self._targets for stem in target.own)
        # who holds a word, in a place and (under None) anywhere
        self._holders: dict[tuple[str | None, str], list[int]] = {}
        for index, target in enumerate(self._targets):
            for stem in target.whole:
                self._holders.setdefault((target.place, stem), []).append(index)
                self._holders.setdefault((None, stem), []).append(index)

    def link(self, every: Sequence[RowText], known: frozenset[str] = frozenset()) -> Linking:
        """Find each row's measure, if it has one in its own place. `known` rows have theirs."""
        result = Linking()
        if not self._targets:
            result.unlinked += (row.identity for row in every if row.identity not in known)
            return result
        stems = {row.identity: self._stems(row.text) for row in every}
        rows = [row for row in every if row.identity not in known]
        used = {i for i, target in enumerate(self._targets) if target.measure.rows}
        taken = self._word_for_word(rows, stems, used)
        pairs = [
            (self._score(stems[row.identity], self._targets[index]), order, index)
            for order, row in enumerate(rows)
            if order not in taken
            for index in self._candidates(row, stems[row.identity])
        ]
        for score, order, index in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            least = _CLEARLY if rows[order].strict else _SAME
            if score < least or order in taken or index in used:
                continue
            taken[order] = index
            used.add(index)
            if score < _SURE:
                result.doubtful.append(self._targets[index].measure)
        for order, row in enumerate(rows):
            self._settle(row, stems[row.identity], taken.get(order), used, result)
        self._relate(every, stems, used, result)
        return result

    def _word_for_word(
        self, rows: Sequence[RowText], stems: dict[str, list[str]], used: set[int]
    ) -> dict[int, int]:
        """Row (by order) → target for rows with the very words of a measure of their place."""
        waiting: dict[tuple[str, tuple[str, ...]], deque[int]] = {}
        for index, target in enumerate(self._targets):
            if index not in used and target.words:
                waiting.setdefault((target.place, target.words), deque()).append(index)
        taken = {}
        for order, row in enumerate(rows):
            same = waiting.get((row.place or "", tuple(stems[row.identity])))
            if same:
                taken[order] = same.popleft()
                used.add(taken[order])
        return taken | self._elsewhere(rows, stems, taken, used)

    def _elsewhere(
        self,
        rows: Sequence[RowText],
        stems: dict[str, list[str]],
        taken: dict[int, int],
        used: set[int],
    ) -> dict[int, int]:
        """Row → target for rows with the very words of one measure in another place: a table at
        the end of a plan may stand under the heading of its last area."""
        named: dict[tuple[str, ...], list[int]] = {}
        for index, target in enumerate(self._targets):
            if len(target.words) >= _FEWEST_WORDS:
                named.setdefault(target.words, []).append(index)
        found = {}
        for order, row in enumerate(rows):
            same = named.get(tuple(stems[row.identity]), [])
            if order not in taken and len(same) == 1 and same[0] not in used:
                found[order] = same[0]
                used.add(same[0])
        return found

    def _settle(
        self, row: RowText, stems: list[str], index: int | None, used: set[int], result: Linking
    ) -> None:
        if index is None:
            result.unlinked.append(row.identity)
            return
        target = self._targets[index]
        others = self._also_covered(row, stems, target, used)
        kind: LinkKind = "merged" if others else ("part" if target.is_part else "same")
        for other in sorted((index, *others)):
            measure = self._targets[other].measure
            measure.rows.append(row.identity)
            result.links.append((row.identity, measure, kind))

    def _also_covered(
        self, row: RowText, stems: list[str], target: _Target, used: set[int]
    ) -> list[int]:
        """Measures without a row whose opening words stand in the rest of this row, that one side
        of its "og" says, or whose number it names."""
        named = row.numbers if target.measure.number in row.numbers else frozenset()
        rest = set(stems) - target.whole
        found = []
        for index in self._candidates(row, stems):
            other = self._targets[index]
            if index in used or other.is_part or other is target or len(other.opening) < 2:
                continue
            opened = set(other.opening) <= rest and self._share(rest, other.own) >= _MERGED
            if opened or other.measure.number in named or self._is_side(row, target, other):
                found.append(index)
                used.add(index)
                rest -= other.whole
        return found

    def _is_side(self, row: RowText, target: _Target, other: _Target) -> bool:
        """Whether one side of the row's "og" says this measure, and not the one it stands for."""
        return any(
            len(own := frozenset(self._stems(side))) >= _FEWEST_OF_SIDE
            and self._share(own, other.own) >= _SIDE
            and self._share(own, target.whole) <= _NOT_SIDE
            and not own.isdisjoint(other.words[:_FEWEST_WORDS])
            for side in sides(row.text)
        )

    def _relate(
        self, rows: Sequence[RowText], stems: dict[str, list[str]], used: set[int], result: Linking
    ) -> None:
        """Top measures without a row that share much with one: related, no more."""
        for row in rows:
            own = set(stems[row.identity])
            for index in self._candidates(row, stems[row.identity]):
                other = self._targets[index]
                if index in used or other.is_part or len(own) < 4:
                    continue
                if min(self._share(own, other.whole), self._share(other.own, own)) >= _RELATED:
                    used.add(index)
                    result.links.append((row.identity, other.measure, "related"))

    def _branch(self, place: str, top: DraftMeasure) -> list[_Target]:
        """A measure and its parts as targets."""
        everything = frozenset(self._stems(top.whole_text()))
        found = []
        for measure in top.with_parts():
            own = self._stems(measure.text)
            whole = frozenset(self._stems(measure.whole_text())) if measure.children else own
            found.append(
                _Target(
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

    def _stems(self, text: str) -> list[str]:
        """The stems of the words that carry meaning, in order."""
        found = []
        for word in _WORD.findall(text.casefold()):
            if len(word) < 3 and not word.isdigit():
                continue
            if word not in self._known:
                self._known[word] = self._stem(_VERBAL.sub(r"\1", word))
            if self._known[word] not in _COMMON:
                found.append(self._known[word])
        return found

    def _candidates(self, row: RowText, stems: list[str]) -> list[int]:
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

    def _weight(self, stems: set[str] | frozenset[str]) -> float:
        total = len(self._targets) + 1
        return sum(math.log(1 + total / (1 + self._counts.get(stem, 0))) for stem in stems)

    def _share(self, part: set[str] | frozenset[str], whole: set[str] | frozenset[str]) -> float:
        """How much of `part` stands in `whole`, 0 to 1."""
        weight = self._weight(part)
        return self._weight(part & whole) / weight if weight else 0.0

    def _score(self, stems: list[str], target: _Target) -> float:
        row = set(stems)
        covered = self._share(row, target.whole)
        said = self._share(target.own, row)
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
            score = max(score, _SAME + 0.1)
        # a row that says more than the part is about the whole measure
        return score - (self._share(row, target.top) - covered) / 2


# Words that say nothing about which measure it is.
_COMMON = frozenset(
    [
        "og",
        "for",
        "til",
        "med",
        "som",
        "den",
        "det",
        "dei",
        "ein",
        "eit",
        "sin",
        "sine",
        "frå",
        "fra",
        "ved",
        "skal",
        "vera",
        "være",
        "att",
        "är",
        "ska",
        "and",
        "the",
    ]
)
