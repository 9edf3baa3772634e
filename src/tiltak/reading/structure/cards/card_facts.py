"""Tables of facts about one measure: names to the left, values to the right ("Ansvar | Rektor").

Two pairs may stand side by side ("Ansvar | Rektor | Frist | 2026"), and the measure may stand
alone over the whole width of the first row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, TableBlock, TableRow
from tiltak.reading.structure.cards.named_facts import (
    asks_for_measure,
    role_of_name,
    tells_of_measure,
)
from tiltak.reading.structure.measures.lines_of_cells import PARTIES, parties_of
from tiltak.reading.values.numbering import read_code, read_number
from tiltak.reading.vocabulary import Vocabulary

_MOST_PAIRS = 2
_NUMBER = re.compile(r"[A-ZÆØÅÄÖ]{0,2}[.-]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?\.?")
_KNOWN = 0.6


@dataclass(frozen=True, slots=True)
class CardFact:
    """A value of a card, what it is about (None: nobody knows), the number with the name.

    `name` is the value's name in the card, empty for the title over its width.
    """

    role: str | None
    value: str
    passages: tuple[Passage, ...]
    number: str | None = None
    name: str = ""


def is_card(table: TableBlock, vocabulary: Vocabulary) -> bool:
    """Whether a table is a card: most names known, at most two pairs side by side."""
    if not _is_narrow(table, vocabulary):  # first: it ends at the first row of a wide table
        return False
    facts = list(_facts(table, vocabulary))
    known = [fact for fact in facts if fact.role is not None]
    return len(known) >= 2 and len(known) >= _KNOWN * len(facts)


def card_facts(table: TableBlock, vocabulary: Vocabulary) -> list[CardFact]:
    """The facts of a card in order, the title over its width first.

    Where the title only counts the measure ("Tiltak 3") and nothing names it, its description does.
    """
    title, facts = _title(table, vocabulary), list(_facts(table, vocabulary))
    if title is None:
        return _with_named_title(facts, vocabulary)
    if title.number and not title.value and not any(f.role == "measure" for f in facts):
        facts = _with_description_as_measure(facts, vocabulary)
    return [title, *facts]


def _with_named_title(facts: list[CardFact], vocabulary: Vocabulary) -> list[CardFact]:
    """ "Tittel | Ny bru" above "Kva | …": the title is the measure, and what is asked tells of it."""
    titles = vocabulary.list_of("cards", "titles")
    at = next((i for i, f in enumerate(facts) if f.value and _plain(f.name) in titles), None)
    if at is None or not asks_only([f for i, f in enumerate(facts) if i != at], vocabulary):
        return facts
    roles = {at: "measure"} | {
        i: "note" for i, f in enumerate(facts) if i != at and f.role == "measure"
    }
    return [replace(f, role=roles.get(i, f.role)) for i, f in enumerate(facts)]


def _plain(name: str) -> str:
    return name.casefold().strip(" :")


def asks_only(facts: Sequence[CardFact], vocabulary: Vocabulary) -> bool:
    """Whether what names a measure in a card are questions alone ("Kva"), and there are some."""
    names = [fact.name for fact in facts if fact.role == "measure"]
    return bool(names) and all(asks_for_measure(name, vocabulary) for name in names)


def _with_description_as_measure(
    facts: Sequence[CardFact], vocabulary: Vocabulary
) -> list[CardFact]:
    at = next(
        (i for i, f in enumerate(facts) if f.value and tells_of_measure(f.name, vocabulary)), None
    )
    return [replace(fact, role="measure") if i == at else fact for i, fact in enumerate(facts)]


def _is_narrow(table: TableBlock, vocabulary: Vocabulary) -> bool:
    wide = (row for row in table.rows if any(cell.column > 1 for cell in row.filled))
    return all(
        len(pairs := _pairs(row)) <= _MOST_PAIRS
        and all(_name(key, vocabulary)[0] is not None for key, _ in pairs)
        for row in wide
    )


def _title(table: TableBlock, vocabulary: Vocabulary) -> CardFact | None:
    """The measure in the first row: alone over all columns, or beside its number."""
    first = table.rows[0]
    if _is_counted(first, vocabulary):
        counted, named = first.filled
        return CardFact("measure", named.text, first.passages, counted.text.rstrip("."))
    if not _is_over_all(first):
        return None
    cell = first.filled[0]
    label = vocabulary.label(cell.text) if cell.text[:1].isupper() else None
    if label is None:
        number = read_number(cell.text)
        code = read_code(cell.text) or ((number.raw, number.rest) if number else None)
        raw, text = code or (None, cell.text)
        return CardFact("measure", text, first.passages, raw)
    return CardFact(label.level, label.rest or "", first.passages, label.number)


def _is_over_all(row: TableRow) -> bool:
    filled = row.filled
    return len(filled) == 1 and filled[0].column == 0 and filled[0].column_span > 1


def _is_counted(row: TableRow, vocabulary: Vocabulary) -> bool:
    """ "1.1 | Ny bru": a number alone, and beside it words that name no fact."""
    if [cell.column for cell in row.filled] != [0, 1]:
        return False
    number, text = (cell.text for cell in row.filled)
    words = any(map(str.isalpha, text)) and vocabulary.column_role(text) is None
    return _NUMBER.fullmatch(number) is not None and words


def _facts(table: TableBlock, vocabulary: Vocabulary) -> Iterator[CardFact]:
    for index, row in enumerate(table.rows):
        if index == 0 and (_is_over_all(row) or _is_counted(row, vocabulary)):
            continue
        for key, value in _pairs(row):
            role, number = _name(key, vocabulary)
            passages = (*(key.passages if key else ()), *(value.passages if value else ()))
            said = value.text if value else ""
            if value and role in PARTIES:
                said = parties_of(value, seen_lines=table.seen_lines)
            yield CardFact(role, said, passages, number, key.text if key else "")


def _pairs(row: TableRow) -> Sequence[tuple[Cell | None, Cell | None]]:
    cells = {cell.column: cell for cell in row.cells}
    columns = sorted(cells)
    if len(columns) <= _MOST_PAIRS:
        return [(row.cell(0), row.cell(1))]
    return [
        (cells[at], cells[beside])
        for at, beside in zip(columns[::2], columns[1::2], strict=False)
        if cells[at].text or cells[beside].text
    ]


def _name(key: Cell | None, vocabulary: Vocabulary) -> tuple[str | None, str | None]:
    """Role and number of a name: "Ansvar", "Tiltak 1.2:"."""
    if key is None:
        return None, None
    role = role_of_name(key.text, vocabulary)
    if role is not None:
        return role, None
    label = vocabulary.label(key.text)
    if label is None or label.rest is not None:
        return None, None
    return label.level, label.number
