"""Where a value parts from the text a single space beside it.

The habit read: in a table set with spaces the widest cell of a column fills it, so that one space
parts it from the next cell, and a coarse grid sets the next cell off its column. What is a time or
an amount and nothing else says where it begins and ends: "Innanfor ramma Kommunane", "borettslag
2025–2026".
"""

import re
from collections.abc import Container, Mapping, Sequence

from tiltak.reading.formats.text.column_cells import TIMES, is_money
from tiltak.reading.formats.text.line_cells import LineCells
from tiltak.reading.formats.text.row_starts import is_open
from tiltak.reading.vocabulary import Vocabulary

_WORD = re.compile(r"\S+")
_MOST_WORDS = 4
_VALUES = (*TIMES, "budget")


class ValueCuts:
    """Cuts of one table's lines by the form of the values in its columns."""

    def __init__(self, roles: Sequence[str | None], vocabulary: Vocabulary) -> None:
        self._roles = roles
        self._vocabulary = vocabulary
        self._forms = LineCells(roles, vocabulary)
        self._currencies = frozenset(vocabulary.words["amount"]["currencies"])
        kinds = ("within_frame", "external", "unknown")
        self._phrases = [one for kind in kinds for one in vocabulary.list_of("amount", kind)]

    def refined(
        self,
        text: str,
        piece: tuple[int, int],
        cuts: Mapping[int, int],
        crossed: Sequence[int],
        taken: Container[int],
    ) -> dict[int, int]:
        """The cuts of a piece, by column, with those its values tell: `cuts` are where words begin
        near a column's place, `crossed` the columns whose place it runs over, `taken` those with
        text to the left of it. A cut where the piece begins: all of it is that column's."""
        refined = dict(cuts)
        for column in {*cuts, *crossed}:
            begin = max((at for c, at in refined.items() if c < column), default=piece[0])
            end = min((at for c, at in refined.items() if c > column), default=piece[1])
            if (
                column - 1 in taken
                and begin == piece[0]
                and self._is_value(text[begin:end], column)
            ):
                refined[column] = begin  # "Within existing" stands to the right
            elif (at := self._cut(text, (begin, end), column, cuts.get(column))) is not None:
                refined[column] = at
        return refined

    def of_time_beside(
        self,
        text: str,
        piece: tuple[int, int],
        cuts: Mapping[int, int],
        column: int | None,
    ) -> dict[int, int]:
        """The cut of a piece that ends left of a `column` of times with nothing in it: the column's
        place is one of the coarse grid, and the year stands a sign or two off."""
        if column is None or self._roles[column] not in TIMES:
            return {}
        begin = max(cuts.values(), default=piece[0])
        at = self._before_value(text, (begin, piece[1]), column)
        return {} if at is None else {column: at}

    def _cut(self, text: str, piece: tuple[int, int], column: int, found: int | None) -> int | None:
        if found is None:
            at = self._after_value(text, piece, column)
            return self._before_value(text, piece, column) if at is None else at
        if self._is_value(text[found : piece[1]], column):
            return found
        # "bygda 2027": a word in lower case ends the cell before
        last = piece[1] if text[found].islower() else found
        at = self._before_value(text, (piece[0], last), column, piece[1])
        return found if at is None else at

    def _after_value(self, text: str, piece: tuple[int, int], column: int) -> int | None:
        """ "Innanfor ramma Kommunane" under the heads of money and of who."""
        begin, end = piece
        if self._roles[column - 1] not in _VALUES:
            return None
        for at in _words(text, begin, end):
            if text[at].isupper() and self._is_value(text[begin:at], column - 1):
                return at
        return None

    def _before_value(
        self, text: str, piece: tuple[int, int], column: int, end: int | None = None
    ) -> int | None:
        """ "borettslag 2025–2026" under the heads of the measure and of time."""
        begin, last = piece
        words = _words(text, begin, last)[-_MOST_WORDS:]
        return next((at for at in words if self._parts(text, begin, at, end or last, column)), None)

    def _parts(self, text: str, begin: int, at: int, end: int, column: int) -> bool:
        """Whether a value of the column begins at a place, and what stands before may end there."""
        currency = text[at:].split(None, 1)[0].casefold().strip(".") in self._currencies
        starts = text[at].isupper() or text[at].isdigit() or currency
        if not starts or not self._is_value(text[at:end], column):
            return False
        before = text[begin:at].strip()
        if self._roles[column] in TIMES and self._awaits_no_time(before):
            return True
        return not is_open(before, self._vocabulary)

    def _awaits_no_time(self, before: str) -> bool:
        """Whether a text ends in a word that no time goes on from: "vegar i Dalen og 2026", but not
        "kurs i 2025 og 2026" or "ferdig innan 2026"."""
        words = before.casefold().split()
        if not words or words[-1] not in self._vocabulary.unfinished:
            return False
        if words[-1] in self._vocabulary.list_of("party", "and"):
            return not any(map(str.isdigit, "".join(words[-2:-1])))
        return words[-1] not in self._vocabulary.list_of("unfinished", "before_time")

    def _is_value(self, text: str, column: int) -> bool:
        role, text = self._roles[column], text.strip()
        if role == "budget":
            return is_money(text, self._vocabulary) or self._begins_phrase(text)
        return role in TIMES and self._forms.is_figure(text)

    def _begins_phrase(self, text: str) -> bool:
        """ "Within existing" over "budgets"."""
        first = f"{text.casefold()} "
        return " " in text and any(phrase.startswith(first) for phrase in self._phrases)


def _words(text: str, begin: int, end: int) -> list[int]:
    """Where the words of a piece begin, but for the first."""
    return [match.start() for match in _WORD.finditer(text, begin, end)][1:]
