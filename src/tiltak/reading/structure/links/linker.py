"""Which table row is which measure of the text.

A row is most often a measure's text, shortened or slightly reworded. Rows and measures of one
area are compared by their words (stems, rare ones weigh more), best pairs first, one to one; those
left over by a word that they alone have.
Then: a row that also covers a second measure is `merged`; a row that is a part of a measure
is `part`; a measure that only mentions what a row is about is `related`.
"""

from collections.abc import Sequence
from functools import cached_property

from tiltak.planfile.model import LinkKind
from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.links.agreeing_numbers import rows_with_agreeing_numbers
from tiltak.reading.structure.links.further_measures import FurtherMeasures
from tiltak.reading.structure.links.only_numbers import rows_with_only_a_number
from tiltak.reading.structure.links.rare_words import rows_by_a_rare_word
from tiltak.reading.structure.links.row_text import Linking, RowText
from tiltak.reading.structure.links.same_codes import rows_with_same_codes
from tiltak.reading.structure.links.same_words import rows_with_same_words
from tiltak.reading.structure.links.stems import Stems
from tiltak.reading.structure.links.targets import SAME, Targets

_CLEARLY = 0.55
_SURE = 0.75
_NAMED = 0.4


class Linker:
    """Compares rows with the measures of the text."""

    def __init__(self, measures: Sequence[tuple[str, DraftMeasure]]) -> None:
        """`measures`: (place, top measure) in reading order."""
        self._measures = measures
        self._stems = Stems()

    @cached_property
    def _targets(self) -> Targets:
        """What rows are compared with: the words of a long text, where there are rows at all."""
        return Targets(self._measures, self._stems)

    def link(self, every: Sequence[RowText], known: frozenset[str] = frozenset()) -> Linking:
        """Find each row's measure, if it has one in its own place. `known` rows have theirs."""
        result = Linking()
        if not every or not self._measures:
            result.unlinked += (row.identity for row in every if row.identity not in known)
            return result
        targets = self._targets.all
        stems = {row.identity: self._stems.of(row.text) for row in every}
        rows = [row for row in every if row.identity not in known]
        used = {i for i, target in enumerate(targets) if target.measure.rows}
        taken = rows_with_only_a_number(rows, targets, used)
        taken |= rows_with_same_codes(rows, targets, used, taken)
        taken |= rows_with_same_words(rows, stems, targets, used, taken)
        self._take_best_pairs(rows, stems, taken, used, result)
        taken |= rows_with_agreeing_numbers(rows, targets, taken, used)
        for order, index in rows_by_a_rare_word(rows, stems, self._targets, taken, used).items():
            taken[order] = index
            used.add(index)
            result.doubtful.append(targets[index].measure)
        further = FurtherMeasures(self._targets, self._stems, used)
        for order, row in enumerate(rows):
            self._settle(row, stems[row.identity], taken.get(order), further, result)
        related = further.related(every, stems)
        result.links += ((row, measure, "related") for row, measure in related)
        return result

    def _take_best_pairs(
        self,
        rows: Sequence[RowText],
        stems: dict[str, list[str]],
        taken: dict[int, int],
        used: set[int],
        result: Linking,
    ) -> None:
        """Pair the rows that are not taken with measures that are not used, the likest first."""
        pairs = [
            (self._score(row, stems[row.identity], index), order, index)
            for order, row in enumerate(rows)
            if order not in taken
            for index in self._targets.candidates(row, stems[row.identity])
        ]
        for score, order, index in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            least = _CLEARLY if rows[order].strict else SAME
            if score < least or order in taken or index in used:
                continue
            taken[order] = index
            used.add(index)
            if score < _SURE:
                result.doubtful.append(self._targets.all[index].measure)

    def _score(self, row: RowText, stems: list[str], index: int) -> float:
        """How much speaks for a pair: its words, and that the row names the measure's number among
        several."""
        target = self._targets.all[index]
        named = target.measure.number in row.numbers
        return self._targets.score(stems, target) + (_NAMED if named else 0.0)

    def _settle(
        self,
        row: RowText,
        stems: list[str],
        index: int | None,
        further: FurtherMeasures,
        result: Linking,
    ) -> None:
        if index is None:
            result.unlinked.append(row.identity)
            return
        target = self._targets.all[index]
        others = further.covered(row, stems, target)
        kind: LinkKind = "merged" if others else ("part" if target.is_part else "same")
        for other in sorted((index, *others)):
            measure = self._targets.all[other].measure
            measure.rows.append(row.identity)
            result.links.append((row.identity, measure, kind))
