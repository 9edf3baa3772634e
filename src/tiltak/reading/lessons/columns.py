"""Heads of columns: whose cells a person typed into a field of their rows, alike.

The cells of a column nobody understood, and those of one that was misunderstood: the person emptied
its field and filled another with the same.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tiltak.planfile import walk
from tiltak.planfile.model import Column, Measure, Parties, Plan, Row, Time
from tiltak.reading.lessons.lesson import Lesson, drawn, is_word, plain
from tiltak.reading.vocabulary import Vocabulary

Owner = Row | Measure


def column_lessons(as_read: Plan, reviewed: Plan, vocabulary: Vocabulary) -> tuple[Lesson, ...]:
    """Heads of columns that a person's corrections of rows and their measures teach."""
    votes = [
        (word, role)
        for role, cells, said in _corrections(as_read, reviewed)
        for name, cell in cells.items()
        if said & _forms_of_cell(cell) and is_word(word := vocabulary.head_words(name))
    ]
    return drawn("column", votes, (), lambda word, role: vocabulary.column_role(word) == role)


def _corrections(
    as_read: Plan, reviewed: Plan
) -> Iterator[tuple[str, Mapping[str, str], frozenset[str]]]:
    """For each field that a person filled: the column role, the row's other cells, what was typed."""
    rows = {row.id: row for row in walk.rows(as_read)}
    columns = {row.id: table.columns for table in as_read.tables for row in table.rows}
    measures = {measure.id: measure for _, _, measure in walk.all_measures(as_read)}
    for row in walk.rows(reviewed):
        before = rows.get(row.id)
        if before is not None and before != row:
            cells = {**before.extra, **_emptied(before, row, columns[row.id])}
            yield from _filled(before, row, cells)
    for _, _, measure in walk.all_measures(reviewed):
        known = measures.get(measure.id)
        if known is not None and known != measure:
            for key in measure.rows[:1]:
                if key in rows:
                    yield from _filled(known, measure, rows[key].extra)


def _emptied(before: Row, after: Row, columns: Sequence[Column]) -> dict[str, str]:
    """Head → cell, of the columns whose fields a person emptied. Which of two columns of one role
    a value came from is not known."""
    was, now = _cells(before), _sayings(after)
    roles = Counter(column.role for column in columns)
    return {
        column.name: was[column.role]
        for column in columns
        if column.role in was and roles[column.role] == 1 and not now[column.role]
    }


def _cells(row: Row) -> dict[str, str]:
    """Column role → what stands in the cell."""
    said = {
        "time": row.time and row.time.raw,
        "budget": row.budget and row.budget.raw,
        "responsible": row.responsible and row.responsible.raw,
        "partners": row.partners and row.partners.raw,
        "state": row.state,
    }
    return {role: text for role, text in said.items() if text}


def _filled(
    before: Owner, after: Owner, cells: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[str, str], frozenset[str]]]:
    was, now = _sayings(before), _sayings(after)
    for role, said in now.items():
        if said and said != was[role]:
            yield role, cells, said


def _sayings(owner: Owner) -> dict[str, frozenset[str]]:
    """Column role → the ways in which a cell could say the same."""
    budget = owner.budget.amount if owner.budget else None
    return {
        "time": _forms_of_time(owner.time),
        "budget": frozenset(() if budget is None else [str(budget)]),
        "responsible": _forms_of_parties(owner.responsible),
        "partners": _forms_of_parties(owner.partners),
        "state": frozenset(filter(None, [plain(owner.state or "")])),
    }


def _forms_of_time(time: Time | None) -> frozenset[str]:
    if time is None:
        return frozenset()
    years = "-".join(str(year) for year in sorted({*time.years[:1], *time.years[-1:]}))
    return frozenset(filter(None, [plain(time.raw or ""), years]))


def _forms_of_parties(parties: Parties | None) -> frozenset[str]:
    if parties is None:
        return frozenset()
    names = ", ".join(sorted(plain(name) for name in parties.parties))
    return frozenset(filter(None, [plain(parties.raw or ""), names]))


def _forms_of_cell(cell: str) -> frozenset[str]:
    """A cell as words, as a list of names, as years and as an amount."""
    names = ", ".join(sorted(filter(None, map(plain, re.split(r"[/;,\n]", cell)))))
    years = re.sub(r"\s*[–/-]\s*", "-", cell.strip())
    amount = re.sub(r"(?:\bkr\b\.?|kroner|nok|,-|[\s.])", "", cell.casefold())
    return frozenset({plain(cell), names, years, amount} - {""})
