"""Cards of a text whose names stand first and whose values follow in the same order.

Habit read: a PDF sets the names of a card in a narrow column, so the text taken from it has "Kven:",
"Når:", "Kostnad:" one below the other, and then the values, a line or more for each. A page may end
among them. Names without a colon are read so only where one of them asks for the measure ("Kva"):
such a stack looks like the heads of a table.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.text.card_values import columns_of_values
from tiltak.reading.formats.text.cell_forms import CellForms
from tiltak.reading.formats.text.column_cells import TIMES
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.formats.text.text_groups import group_at
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_FEWEST_CARDS, _FEWEST_NAMES = 2, 2
_MOST_NAMES, _MOST_LINES = 9, 24
_LONGEST_NAME, _LONGEST_VALUE = 40, 200
_WRONG = 2.0
_PART, _JOIN = 1.0, 0.5
_FORMED = (*TIMES, "budget")
_MOST_UNKNOWN = 2
_COUNT = re.compile(r"[A-ZÆØÅÄÖ]?\d{1,2}(?:\.\d{1,2}){1,2}|[A-ZÆØÅÄÖ]\d{1,2}")
_WORD = re.compile(r"[A-ZÆØÅÄÖ][^\W\d_]{2,20}\s?[:?]?")


@dataclass(slots=True)
class StackedCards:
    """Cards by the index of their first line, and every line that is part of one."""

    tables: dict[int, TableBlock] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of a fact alone on its line, with the role of its column; whether it asks what is
    done."""

    at: int
    role: str
    asks: bool
    has_colon: bool


_Pairs = list[tuple[_Name, list[int]]]


def find_stacked_cards(lines: Sequence[Line], vocabulary: Vocabulary) -> StackedCards:
    """All such cards of a text; none where there is only one, which may be anything."""
    return _Finder(lines, vocabulary).found()


class _Finder:
    """Looks for names that follow each other, and gives them the lines below."""

    def __init__(self, lines: Sequence[Line], vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._vocabulary = vocabulary
        self._names = {at: name for at, line in enumerate(lines) if (name := self._name(at, line))}
        self._names |= dict(self._names_among())
        self._names = dict(sorted(self._names.items()))

    def found(self) -> StackedCards:
        """Every card; lines below its last value are those of no card."""
        cards = StackedCards()
        after = 0
        for at in self._names:
            if at < after:
                continue
            if pairs := self._card(at):
                cards.tables[at] = self._block(pairs)
                own = [i for name, values in pairs for i in (name.at, *values)]
                cards.used |= set(own)
                after = max(own) + 1
        return cards if len(cards.tables) >= _FEWEST_CARDS else StackedCards()

    def _names_among(self) -> Iterator[tuple[int, _Name]]:
        """Lines that are names since they stand among such: "Kvifor" between "Kva" and "Kven" in
        several cards, and the number of a measure right above the first."""
        counts = Counter(line.text.strip() for line in self._lines)
        for at in sorted(self._names):
            text = self._text([at - 1]) if at else ""
            if _COUNT.fullmatch(text):
                yield at - 1, _Name(at - 1, "text", asks=False, has_colon=self._names[at].has_colon)
            between = list(range(at + 1, min(at + 2 + _MOST_UNKNOWN, len(self._lines))))
            end = next((i for i in between if i in self._names), at)
            texts = {i: self._text([i]) for i in range(at + 1, end)}
            if all(counts[text] > 1 and _WORD.fullmatch(text) for text in texts.values()):
                for i, one in texts.items():
                    yield i, _Name(i, "note", asks=False, has_colon=one.endswith(":"))

    def _name(self, at: int, line: Line) -> _Name | None:
        text = line.text.strip()
        if not text or len(text) > _LONGEST_NAME or not text[0].isupper():
            return None
        name = text.rstrip(" :?").casefold()
        role = self._vocabulary.column_role(name)
        if name in self._vocabulary.list_of("cards", "titles"):
            return _Name(at, "text", asks=False, has_colon=text.endswith(":"))
        asks = role == "measure" and name.split()[0] in self._asking
        if role is None or not (asks or role == "note" or role in FACT_ROLES):
            return None
        return _Name(at, role, asks, text.endswith(":"))

    @property
    def _asking(self) -> tuple[str, ...]:
        return self._vocabulary.list_of("questions", "what")

    def _card(self, at: int) -> _Pairs | None:
        """The card that begins at a name: stacks of names, each with its values, no name twice."""
        pairs: _Pairs = []
        largest = 0
        for stack in self._stacks(at):
            if {name.role for name in stack} & ({name.role for name, _ in pairs} - {"note"}):
                break
            told = self._values_below(stack)
            if told is None:
                break
            pairs += told
            largest = max(largest, len(stack))
        names = [name for name, _ in pairs]
        colons = all(name.has_colon for name in names)
        if largest < _FEWEST_NAMES or not (colons or any(name.asks for name in names)):
            return None
        return pairs

    def _stacks(self, at: int) -> Iterator[list[_Name]]:
        """The names from a line on, then those right below their values."""
        while at in self._names and (stack := self._stack(at)):
            yield stack
            told = self._values_below(stack)
            if told is None:
                return
            at = max(i for name, values in told for i in (name.at, *values)) + 1
            while at < len(self._lines) and not self._lines[at].text.strip():
                at += 1

    def _stack(self, at: int) -> list[_Name]:
        """Names that follow each other, alike in having a colon; without one no line is between."""
        stack = [self._names[at]]
        index = at + 1
        while index < len(self._lines) and len(stack) < _MOST_NAMES:
            name = self._names.get(index)
            if name is None:
                if self._lines[index].text.strip() or not stack[0].has_colon:
                    break
            elif name.has_colon != stack[0].has_colon or self._is_again(name, stack):
                break
            else:
                stack.append(name)
            index += 1
        return stack

    def _is_again(self, name: _Name, stack: Sequence[_Name]) -> bool:
        return name.role != "note" and any(name.role == one.role for one in stack)

    def _values_below(self, stack: Sequence[_Name]) -> _Pairs | None:
        """The lines below some names given to them; None where they cannot be their values."""
        lines = self._lines_below(stack[-1].at + 1, len(stack))
        if not lines:
            return None
        roles = [name.role for name in stack]
        texts = [self._lines[i].text.strip() for i in lines]
        if len(lines) < len(stack):
            columns = columns_of_values(texts, roles, self._vocabulary)
            parts = [[i] for i in lines] if columns is not None else []
            beside = dict(zip(columns or (), parts, strict=True))
            return [(name, beside.get(i, [])) for i, name in enumerate(stack)] if parts else None
        ends = _ends(texts, roles, self._vocabulary)
        begins = [0, *ends[:-1]]
        values = [lines[begin:end] for begin, end in zip(begins, ends, strict=True)]
        pairs = list(zip(stack, values, strict=True))
        return pairs if self._fit(pairs) else None

    def _lines_below(self, at: int, count: int) -> list[int]:
        """The lines that may be values: those that stand together, or single ones parted by blank
        lines."""
        found: list[int] = []
        while len(found) < count and (group := group_at(self._lines, at)):
            lines = list(range(group.begin, group.end))
            name = next((i for i in lines if i in self._names), group.end)
            lines = lines[: name - group.begin]
            if not lines or len(lines) > _MOST_LINES or (found and len(lines) > 1):
                break
            if any(self._opens(self._lines[i].text.strip()) for i in lines):
                break
            found += lines
            at = lines[-1] + 1
            if len(lines) > 1 or name < group.end:
                break
        return found

    def _opens(self, text: str) -> bool:
        """Whether a line is the beginning of something else: a level word, a fact, a heading."""
        number = read_number(text)
        if number is not None and number.kind == "decimal" and number.rest[:1].isupper():
            return True
        label = self._vocabulary.label(text) if text[0].isupper() else None
        return label is not None or self._vocabulary.attribute(text) is not None

    def _fit(self, pairs: _Pairs) -> bool:
        """Whether most times and amounts look like ones, and nothing is too long for a value."""
        formed = [(n.role, self._text(v)) for n, v in pairs if n.role in _FORMED]
        forms = CellForms(_FORMED, self._vocabulary)
        fits = sum(forms.costs(text)[_FORMED.index(role)] < _WRONG for role, text in formed)
        short = all(
            len(self._text(values)) <= _LONGEST_VALUE
            for name, values in pairs
            if name.role in FACT_ROLES
        )
        return short and 2 * fits >= len(formed)

    def _text(self, indexes: Sequence[int]) -> str:
        return join_lines(self._lines[i].text for i in indexes)

    def _block(self, pairs: _Pairs) -> TableBlock:
        rows = (TableRow((self._cell(0, [n.at]), self._cell(1, values))) for n, values in pairs)
        return TableBlock(tuple(rows), pieced=True)

    def _cell(self, column: int, indexes: Sequence[int]) -> Cell:
        lines = [self._lines[i] for i in indexes]
        return Cell(
            column,
            tuple(CellLine(one.text.strip(), one.passage(), i) for i, one in enumerate(lines)),
        )


def _ends(texts: Sequence[str], roles: Sequence[str], vocabulary: Vocabulary) -> list[int]:
    """Where the value of each role ends: the way to part the lines that fits the forms best, and
    best leaves together what goes on over a line."""
    size, count = len(texts), len(roles)
    forms = CellForms(roles, vocabulary)
    on = [_goes_on(above, below, vocabulary) for above, below in pairwise(texts)]

    @cache
    def best(begin: int, role: int) -> tuple[float, tuple[int, ...]]:
        last = role == count - 1
        ways: list[tuple[float, tuple[int, ...]]] = []
        for end in range(begin + 1, size - (count - role - 1) + 1):
            if last and end != size:
                continue
            cost = forms.costs(join_lines(texts[begin:end]))[role]
            cost += _PART * (end < size and on[end - 1])
            cost += _JOIN * sum(not one for one in on[begin : end - 1])
            more, ends = (0.0, ()) if last else best(end, role + 1)
            ways.append((cost + more, (end, *ends)))
        return min(ways)

    return list(best(0, 0)[1])


def _goes_on(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether a text goes on over a line: the next one begins small, or the last word or sign asks
    for more."""
    unfinished = above.rsplit(maxsplit=1)[-1].casefold() in vocabulary.unfinished
    return below[0].islower() or above[-1] in ",-–/" or unfinished
