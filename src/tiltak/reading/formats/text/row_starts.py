"""Which lines of a table begin a row: by its measure, its number and its values."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from tiltak.planfile.running_text import SOFT_HYPHENS
from tiltak.reading.formats.text.entries import SPANNING, Entry, Roles
from tiltak.reading.values.amounts import is_amount
from tiltak.reading.values.numbering import read_number
from tiltak.reading.values.sums import adds_up
from tiltak.reading.vocabulary import Vocabulary

_SEVERAL = 2
# what counts before its last figure, and that figure: "1." and 2, "A" and 2
_COUNT = re.compile(r"((?:\d{1,2}\.)+|[A-ZÆØÅÄÖ]{1,3}[-.]?)(\d{1,2})[.)]?\s+(?=[^\W\d_])")


def mark_rows(entries: Sequence[Entry], roles: Roles, vocabulary: Vocabulary) -> None:
    """Say which lines begin a row, beside those already known to."""
    rule = _RowRule(roles, vocabulary, entries)
    last_text = ""
    filled: set[int] = set()
    for index, entry in enumerate(entries):
        above = entries[index - 1] if index else None
        if entry.is_group and above is not None:
            last_text = ""
            filled.clear()
            continue
        entry.starts_row = (
            entry.starts_row
            or above is None
            or above.is_group
            or rule.begins(entry, above, last_text, filled)
        )
        filled = set(entry.cells) | (set() if entry.starts_row else filled)
        last_text = entry.text(rule.main) or ("" if entry.starts_row else last_text)


class _RowRule:
    """Tells the first line of a row from the lines that go on with one."""

    def __init__(self, roles: Roles, vocabulary: Vocabulary, entries: Sequence[Entry]) -> None:
        self.main = roles.index("measure") if "measure" in roles else 0
        self._number = roles.index("number") if "number" in roles else None
        self._roles = roles
        self._vocabulary = vocabulary
        texts = (entry.text(self.main) for entry in entries if not entry.is_group)
        self._width = max(map(len, texts), default=0)
        self._counted = _are_counted([e.text(self.main) for e in entries if not e.is_group])

    def begins(self, entry: Entry, above: Entry, last_text: str, filled: Collection[int]) -> bool:
        """Whether a line begins a row, after a row whose measure so far ends in `last_text` and that
        has text in the columns `filled`."""
        text = entry.text(self.main)
        numbered = self._number is not None and bool(entry.text(self._number))
        if numbered or is_sum(entry, self._vocabulary):
            return True
        if not text:
            return entry.gap > 0 and len(entry.cells) == 1 and 0 in entry.cells
        mark = read_number(text)
        closed = mark is not None and mark.closed
        if closed or (self._counted and entry.gap == 0):
            return closed or _COUNT.match(text) is not None
        if not text[0].islower() and self._fills_again(entry, above, filled):
            return True
        if text[0].islower() or self._awaits_more(last_text, text):
            return False
        ended = bool(last_text) and had_room(last_text, text, self._width)
        ended = ended or self._has_amount_again(entry, above)
        return self._begins_by_values(entry, above, ended=ended)

    def _has_amount_again(self, entry: Entry, above: Entry) -> bool:
        """Whether an amount stands right below another one."""
        columns = (column for column, role in enumerate(self._roles) if role == "budget")
        return any(
            is_amount(entry.text(column), self._vocabulary)
            and is_amount(above.text(column), self._vocabulary)
            for column in columns
        )

    def _fills_again(self, entry: Entry, above: Entry, filled: Collection[int]) -> bool:
        """Whether cells begin below cells that ended further up: a cell goes on right below itself."""
        values = [column for column in entry.cells if column != self.main]
        return (
            len(values) >= _SEVERAL
            and all(column in filled and column not in above.cells for column in values)
            and not any(entry.text(column)[0].islower() for column in values)
        )

    def _awaits_more(self, last_text: str, text: str) -> bool:
        """Whether the measure so far is unfinished, and the next word had no room on its line."""
        unfinished = is_open(last_text, self._vocabulary)
        return unfinished and not had_room(last_text, text, self._width)

    def _begins_by_values(self, entry: Entry, above: Entry, *, ended: bool) -> bool:
        """A line whose measure could be new is so when its values begin there too; in lower case
        where the measure above has `ended`."""
        if self._number is not None and entry.gap == 0:
            return False
        values = [
            column
            for column in entry.cells
            if column != self.main and self._roles[column] not in SPANNING
        ]
        if not values:
            return entry.gap > 0 or len(self._roles) - 1 == self.main
        return any(
            (ended or not entry.text(column)[0].islower())
            and not is_open(above.text(column), self._vocabulary)
            for column in values
        )


def _are_counted(texts: Sequence[str]) -> bool:
    """Whether the measures of a table count on in their own cells, from the first one: "1.1 …",
    "1.2 …", "2.1 …", or "A1 …", "A2 …". A line without a number is the rest of the one above."""
    counts = [match for text in texts if (match := _COUNT.match(text))]
    numbers = [(match[1], int(match[2])) for match in counts]
    follow = all(
        after[1] == (before[1] + 1 if before[0] == after[0] else 1)
        for before, after in pairwise(numbers)
    )
    return len(numbers) > _SEVERAL and follow and _COUNT.match(texts[0]) is not None


def is_sum(entry: Entry, vocabulary: Vocabulary) -> bool:
    """A line that adds up those above it."""
    texts = [entry.text(column) for column in sorted(entry.cells)]
    return adds_up([text for text in texts if text], vocabulary)


def is_open(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of a cell is unfinished: broken word, comma, or a word nothing ends in."""
    if not text:
        return False
    if text[-1] in SOFT_HYPHENS or text[-1] in "-,/":
        return len(text) > 1
    return text.rsplit(None, 1)[-1].casefold() in vocabulary.unfinished


def had_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of the line below would have stood on this one: the text ended here."""
    return len(line) + 1 + len(following.split(None, 1)[0]) <= width
