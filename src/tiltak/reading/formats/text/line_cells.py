"""What speaks against a stretch of words being a cell, where the words of a row follow each other."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tiltak.reading.formats.text.cell_forms import CellForms
from tiltak.reading.formats.text.column_cells import TIMES, is_count, is_money
from tiltak.reading.formats.text.row_starts import is_open
from tiltak.reading.values.parties import is_somebody
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

NAMES = ("responsible", "partners")
_NOT_A_BEGINNING = 3.0
_UNFINISHED = 3.0
_NOT_A_TIME = 5.0
_NOT_MONEY = 3.0
_TORN_NAME = 0.4
_STRANGER, _KNOWN = 0.3, 0.5
_OFTEN = 2
_TWO_CELLS = 2.0
_MOST_WORDS, _FEW_WORDS = 6, 3
_SHORT = 8
_FIGURE = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTS = re.compile(r"\s*[/,;]\s*|\s+(?:og|och|and)\s+")


class LineCells:
    """Costs of cells by their form, and by the names that stand in a column again and again."""

    def __init__(self, roles: Sequence[str | None], vocabulary: Vocabulary) -> None:
        self._roles = roles
        self._vocabulary = vocabulary
        self._forms = CellForms(roles, vocabulary)
        time = vocabulary.words["time"]
        months = (name for names in time["months"] for name in names)
        self._beginnings = frozenset((*months, *time["until"], *time["every"]))
        self._names: Counter[str] = Counter()
        self._values: dict[str, bool] = {}
        self._costs: dict[tuple[str, int], float] = {}

    def cost(self, text: str, column: int) -> float:
        """What speaks against a text as the cell of a column."""
        if (text, column) not in self._costs:
            self._costs[text, column] = self._cost(text, column)
        return self._costs[text, column]

    def cut_cost(self, before: str, after: str) -> float:
        """What speaks against two cells parting inside a line: a name torn apart."""
        words = before.split()
        return _TORN_NAME if len(words) > 1 and words[-1][0].isupper() and after[0].isupper() else 0

    def learn(self, rows: Iterable[Mapping[int, str]]) -> None:
        """Remember who stands in the rows."""
        self._costs.clear()
        for row in rows:
            for column, text in row.items():
                if self._roles[column] in NAMES:
                    self._names.update({part.casefold() for part in _PARTS.split(text) if part})

    def is_known(self, text: str) -> bool:
        """Whether everybody named in a text stands in other rows too."""
        return all(self._names[part.casefold()] >= _OFTEN for part in _PARTS.split(text) if part)

    def may_part(self, before: str, after: str) -> bool:
        """Whether a cell can end and another begin between two texts of a line."""
        return after[0].isupper() and not is_open(before, self._vocabulary)

    def is_value(self, text: str) -> bool:
        """Whether a text is a time or an amount and nothing else."""
        if text not in self._values:
            short = len(text.split()) <= (
                _MOST_WORDS if any(map(str.isdigit, text)) else _FEW_WORDS
            )
            self._values[text] = not is_count(text) and (
                self._is_time(text) or (short and is_money(text, self._vocabulary))
            )
        return self._values[text]

    def is_figure(self, text: str) -> bool:
        """Whether a text is a time or an amount in figures, or a time said in words."""
        return self.is_value(text) and (any(map(str.isdigit, text)) or self._is_time(text))

    def _cost(self, text: str, column: int) -> float:
        role = self._roles[column]
        if role in TIMES:
            return 0.0 if self._is_time(text) else _NOT_A_TIME
        if role == "budget":
            return 0.0 if is_money(text, self._vocabulary) else _NOT_MONEY
        if role == "number":
            return self._forms.costs(text)[column]
        cost = self._cost_of_words(text, column)
        cost += _UNFINISHED * is_open(text, self._vocabulary)
        if not (text[0].isupper() or (text[0].isdigit() and role not in NAMES)):
            cost += _NOT_A_BEGINNING
        if role in NAMES or role == "state":
            cost += _TWO_CELLS * self._ends_in_value(text)
        if role == "state" and self._is_time(text) and not any(map(str.isdigit, text)):
            return 0.0  # "Løpande" is a state too
        return cost + (self._cost_of_name(text) if role in NAMES else 0.0)

    def _cost_of_words(self, text: str, column: int) -> float:
        if self._roles[column] != "measure":
            return self._forms.costs(text)[column]
        # "Tilskot til ..." may be a measure as well as a remark on money
        return _NOT_A_BEGINNING if self.is_figure(text) else 1.0 * (len(text) < _SHORT)

    def _ends_in_value(self, text: str) -> bool:
        """ "Rektor 2026": what stands behind a name is the next cell."""
        words = text.split()
        return any(self.is_value(" ".join(words[at:])) for at in range(1, len(words)))

    def _cost_of_name(self, text: str) -> float:
        parts = [part for part in _PARTS.split(text) if part]
        if parts and self.is_known(text):
            return -_KNOWN
        somebody = parts and all(is_somebody(part, self._vocabulary, {}) for part in parts)
        return -_KNOWN / 2 if somebody else _STRANGER

    def _is_time(self, text: str) -> bool:
        """A time whose first word is part of it: "Barnevernleiar hausten 2025" is two cells."""
        words = text.split()
        if len(words) > _MOST_WORDS or not is_time(text, self._vocabulary):
            return False
        if text[-1] == "." and not any(map(str.isdigit, text)):
            return False  # a sentence
        figures = [word for word in words if _FIGURE.fullmatch(word)]
        if not all(_YEAR.fullmatch(word) for word in figures):
            return False
        if any(self._begins_anew(words, at) for at in range(1, len(words))):
            return False
        first, rest = words[0], " ".join(words[1:])
        return (
            any(map(str.isdigit, first))
            or is_time(first, self._vocabulary)
            or (first.casefold() in self._vocabulary.unfinished and self._is_time(rest))
            or first.casefold() in self._beginnings
        )

    def _begins_anew(self, words: Sequence[str], at: int) -> bool:
        """Whether a time has ended before a word: "2026 Ikkje starta", "Løpande Løpande"."""
        if not words[at][0].isupper():
            return False
        said = any(map(str.isdigit, words[at - 1]))
        again = not said and is_time(words[at - 1], self._vocabulary)
        return again or (said and not is_time(words[at], self._vocabulary))
