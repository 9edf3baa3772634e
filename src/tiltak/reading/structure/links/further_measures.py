"""Measures beside the one a row stands for: those it covers too, and those it only has to do with.

Habits read: a row whose text begins another measure after its own; that says one measure on each
side of "og"; that begins as two do, one behind its "og"; whose number names several; a measure that
mentions what a row is about.
"""

from collections.abc import Sequence

from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.links.covered_measures import items, sides
from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.links.same_words import FEWEST_WORDS
from tiltak.reading.structure.links.stems import Stems
from tiltak.reading.structure.links.targets import Target, Targets

_MERGED = 0.5
# a side of "og" in a row: words it has at least, how much of them a measure has that it says, and
# how much at most the measure that the other side says
_FEWEST_OF_SIDE = 2
_SIDE = 0.75
_NOT_SIDE = 0.34
_RELATED = 0.4
_SEVERAL = 2
_FEWEST_RELATED = 4


class FurtherMeasures:
    """Looks for them among the measures that have no row (are not in `used`)."""

    def __init__(self, targets: Targets, stems: Stems, used: set[int]) -> None:
        """`used` is shared with the caller: what is found is added to it."""
        self._targets = targets
        self._stems = stems
        self._used = used

    def covered(self, row: RowText, stems: list[str], target: Target) -> list[int]:
        """Measures without a row whose opening words stand in the rest of this row, that one side
        of its "og" says, or whose number it names."""
        targets = self._targets
        named = row.numbers if target.measure.number in row.numbers else frozenset()
        rest = set(stems) - target.whole
        found = []
        also = targets.numbered(row) if named else []
        for index in dict.fromkeys((*targets.candidates(row, stems), *also)):
            other = targets.all[index]
            if index in self._used or other.is_part or other is target or len(other.opening) < 2:
                continue
            opened = set(other.opening) <= rest and targets.share(rest, other.own) >= _MERGED
            said = (
                self._is_side(row, target, other)
                or self._is_item(row, stems, target, other)
                or self._are_joined(row, stems, target, other)
            )
            if opened or other.measure.number in named or said:
                found.append(index)
                self._used.add(index)
                rest -= other.whole
        return found

    def _is_side(self, row: RowText, target: Target, other: Target) -> bool:
        """Whether one side of the row's "og" says this measure, and not the one it stands for."""
        share = self._targets.share
        return any(
            len(own := frozenset(self._stems.of(side))) >= _FEWEST_OF_SIDE
            and share(own, other.own) >= _SIDE
            and share(own, target.whole) <= _NOT_SIDE
            and not own.isdisjoint(other.words[:FEWEST_WORDS])
            for side in sides(row.text)
        )

    def _is_item(self, row: RowText, stems: list[str], target: Target, other: Target) -> bool:
        """Whether one of the things the row lists opens this measure and is none of the one it
        stands for; the two share much besides."""
        own = set(stems)
        share = self._targets.share
        if min(share(own, other.whole), share(other.own, own)) < _RELATED:
            return False
        listed = (frozenset(self._stems.of(item)) for item in items(row.text))
        opening = frozenset(other.words[:FEWEST_WORDS])
        return any(item and item <= opening and item.isdisjoint(target.whole) for item in listed)

    def _are_joined(self, row: RowText, stems: list[str], target: Target, other: Target) -> bool:
        """Whether the row begins as one of two measures, and as the other behind an "og": "Kartleggja
        … og invitera …". What stands between the two verbs may be said of both."""
        own, share = set(stems), self._targets.share
        first = {target.words[0], other.words[0]}
        if len(first) < _SEVERAL or stems[0] not in first:
            return False
        if min(share(own, other.whole), share(other.own, own)) < _RELATED:
            return False
        behind = (self._stems.of(side)[:1] for side in sides(row.text)[1::2])
        return any(word != stems[:1] and first.issuperset(word) for word in behind if word)

    def related(
        self, rows: Sequence[RowText], stems: dict[str, list[str]]
    ) -> list[tuple[str, DraftMeasure]]:
        """Row and top measure for those without a row that share much with one."""
        share = self._targets.share
        found = []
        for row in rows:
            own = set(stems[row.identity])
            for index in self._targets.candidates(row, stems[row.identity]):
                other = self._targets.all[index]
                if index in self._used or other.is_part or len(own) < _FEWEST_RELATED:
                    continue
                if min(share(own, other.whole), share(other.own, own)) >= _RELATED:
                    self._used.add(index)
                    found.append((row.identity, other.measure))
        return found
