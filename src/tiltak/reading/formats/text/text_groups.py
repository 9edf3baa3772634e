"""Lines of a text that stand together: a paragraph, a cell, or a column with its head."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.reading.formats.text.lines import Line


@dataclass(frozen=True, slots=True)
class Span:
    """Lines without a blank line between, by their indexes (the end is left out)."""

    begin: int
    end: int


def group_at(lines: Sequence[Line], index: int) -> Span | None:
    """The lines from an index (blank ones skipped) to the next blank line or page."""
    size = len(lines)
    while index < size and not lines[index].text.strip():
        index += 1
    end = index
    while end < size and lines[end].text.strip() and lines[end].page == lines[index].page:
        end += 1
    return Span(index, end) if end > index else None
