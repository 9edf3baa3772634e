"""Columns of tables as a program wrote them, and which table each run of columns is part of.

A table's columns are written from the left, each from its head down. Where two tables stand on a
page, the right columns of both may come together, before or after the text between the tables: a
head that comes again begins the columns of the next table. They go to the first table on the page
that lacks them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.reading.formats.text.column_order import loose_columns
from tiltak.reading.formats.text.column_table import VALUE_ROLES, Column
from tiltak.reading.formats.text.text_groups import Span
from tiltak.reading.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Loose:
    """A group of texts without a head. `seen`: how many heads of its table came before it."""

    seen: int
    span: Span
    column: Column


@dataclass(slots=True)
class Flow:
    """Columns that were written together, each with its lines, and texts without heads after them."""

    begin: int
    page: int | None
    columns: list[Column] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)

    @property
    def roles(self) -> list[str | None]:
        return [column.role for column in self.columns]

    @property
    def names_rows(self) -> bool:
        """Whether a column says what the rows are about, not only their values."""
        return any(role not in VALUE_ROLES for role in self.roles)

    @property
    def is_table(self) -> bool:
        """Whether there are both rows and values."""
        return self.names_rows and any(role in VALUE_ROLES for role in self.roles)

    def has(self, column: Column) -> bool:
        """Whether a column of that kind is here already; years of money are columns of their own."""
        if column.role == "note":
            return False
        return any(
            column.role == own.role and (not column.year or column.year == own.year)
            for own in self.columns
        )

    def take(self, other: "Flow") -> None:
        """Take over the columns of a flow without rows."""
        before = len(self.columns)
        self.columns += other.columns
        self.spans += other.spans
        self.loose += [Loose(before + one.seen, one.span, one.column) for one in other.loose]

    def place_loose(self, vocabulary: Vocabulary) -> None:
        """Give the texts without heads to the columns; those after the last value are no cells."""
        groups = [(one.seen, one.column.groups[0]) for one in self.loose]
        places = loose_columns(self.columns, groups, vocabulary)
        for one, place in zip(self.loose, places, strict=False):
            self.columns[place].groups.append(one.column.groups[0])
            self.spans.append(one.span)
        self.loose = []


def joined(flows: Sequence[Flow]) -> list[Flow]:
    """The flows with rows, each with the columns of others that it lacks."""
    waiting = [flow for flow in flows if not flow.names_rows]
    tables = []
    for flow in flows:
        if not flow.names_rows:
            continue
        for other in list(waiting):
            if other.begin > flow.begin and (flow.is_table or "measure" not in flow.roles):
                continue  # the right columns of a table come after it only where all of them do
            if other.page == flow.page and not any(flow.has(column) for column in other.columns):
                flow.take(other)
                waiting.remove(other)
        if flow.is_table:
            tables.append(flow)
    return tables
