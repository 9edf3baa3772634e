"""Tables side by side that a page cuts: each goes on with the one below it on the next page."""

from collections.abc import Sequence

from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.tables import TablePart

Item = FlowLine | TablePart

_SAME_SIDE = 6.0


def in_pairs(items: Sequence[Item]) -> list[Item]:
    """Items in order; a table that goes on with one of several at the end of a page follows it."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        upper = _beside(items, at)
        lower = _beside(items, at + len(upper)) if len(upper) > 1 else []
        if lower and _go_on(upper, lower):
            for part in upper:
                found += [part, *(one for one in lower if _is_below(part, one))]
            at += len(upper) + len(lower)
        else:
            found += upper or items[at : at + 1]
            at += max(len(upper), 1)
    return found


def _beside(items: Sequence[Item], at: int) -> list[TablePart]:
    """The tables from item `at` on that stand beside the first of them."""
    parts: list[TablePart] = []
    for item in items[at:]:
        if not isinstance(item, TablePart) or (parts and not _is_beside(parts[0], item)):
            break
        parts.append(item)
    return parts


def _is_beside(one: TablePart, other: TablePart) -> bool:
    first, second = one.table, other.table
    return (
        one.page.number == other.page.number
        and first.top < second.bottom
        and second.top < first.bottom
    )


def _go_on(upper: Sequence[TablePart], lower: Sequence[TablePart]) -> bool:
    """Whether each table of the next page stands below exactly one of those before."""
    return lower[0].page.number == upper[0].page.number + 1 and all(
        sum(1 for part in upper if _is_below(part, one)) == 1 for one in lower
    )


def _is_below(part: TablePart, other: TablePart) -> bool:
    sides = part.table.xs, other.table.xs
    return len(sides[0]) == len(sides[1]) and all(
        abs(one - two) <= _SAME_SIDE for one, two in zip(*sides, strict=True)
    )
