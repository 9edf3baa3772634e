"""The rows of a table without rules as they are gathered, page by page."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.formats.cut_rows import halves_joined
from tiltak.reading.formats.pdf.borderless_rows import RowReader
from tiltak.reading.formats.pdf.broken_words import Mender
from tiltak.reading.formats.pdf.column_lines import (
    Columns,
    begins_below,
    crosses,
    sides_of_texts,
    sides_under,
    size_of_rows,
)
from tiltak.reading.formats.pdf.flow_line import FlowLine, runs_of
from tiltak.reading.formats.pdf.heads import Head, find_head
from tiltak.reading.formats.pdf.inner_titles import LONGEST_TITLE, InnerTitles
from tiltak.reading.formats.pdf.ruled_titles import title_lines
from tiltak.reading.formats.pdf.typography import Typography
from tiltak.reading.formats.text.column_sides import column_sides
from tiltak.reading.formats.text.entries import SPANNING
from tiltak.reading.vocabulary import Vocabulary

_WIDER = 1.15
_FAR = 4.0
_SLACK = 1.0
_SAME_SIDE, _ROW_STEP = 2.0, 1.3


def _words(lines: Sequence[FlowLine]) -> list[tuple[float, float]]:
    return [(place.x0, place.x1) for line in lines for place in line.line.places]


def _reaching(
    heads: Sequence[tuple[float, float]], texts: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The sides of heads, each from where the texts below it begin."""
    pairs = zip(heads, texts, strict=True)
    return [(min(head[0], text[0]), head[1]) for head, text in pairs]


def _same_places(
    heads: Sequence[tuple[float, float]], first: Sequence[tuple[float, float]]
) -> bool:
    """Whether a head printed again stands where the first one did."""
    return all(
        abs(one - other) < _SAME_SIDE for (one, _), (other, _) in zip(heads, first, strict=True)
    )


class Body:
    """The rows of a table as they are gathered, page by page."""

    def __init__(
        self, head: Head, typography: Typography, vocabulary: Vocabulary, mender: Mender
    ) -> None:
        self._head = head
        self._reader = RowReader(head.roles, vocabulary, mender)
        self._type = typography
        self._vocabulary = vocabulary
        self._rows: list[TableRow] = []
        self._titles: Mapping[int, float] = {}
        self._begun: list[tuple[float, float]] = []
        self.aside: list[tuple[Passage, str]] = []
        # of the heads or the rows, whichever are larger: many set their heads smaller
        self.size = head.size

    @property
    def has_titles(self) -> bool:
        """Whether a row so far is a title over all columns."""
        width = len(self._head.roles)
        return any(len(row.cells) == 1 and row.cells[0].column_span == width for row in self._rows)

    def block(self) -> TableBlock:
        """The table so far."""
        head = TableRow(
            tuple(
                Cell(
                    column,
                    tuple(
                        CellLine(text, passage, position)
                        for position, (text, passage) in enumerate(pieces)
                    ),
                )
                for column, pieces in enumerate(self._head.pieces)
            )
        )
        return TableBlock((head, *self._rows), seen_lines=True)

    def take_page(
        self,
        lines: Sequence[FlowLine],
        sides: Sequence[tuple[float, float]] | None = None,
        *,
        strict: bool = False,
        titles: Sequence[Sequence[FlowLine]] = (),
    ) -> int:
        """Take the lines of a page that belong to the table; how many they are.

        `strict`: a page without the table's head, whose first line must stand under columns.
        `titles` stand over its first row, at the end of the page before.
        """
        own = list(sides or self._head.sides)
        same = sides is None or _same_places(sides, self._head.sides)
        known = self._begun if same and self._begun else sides_under(own, lines)
        self.size = max(self.size, size_of_rows(lines, known))
        inner = InnerTitles(self._head, known, self.size, self._type, self._vocabulary)
        candidates = self._candidates(lines, inner)
        inside = inner.keys(candidates)
        outside = [line for line in candidates if line.line.start not in inside]
        columns = Columns(
            cuts=tuple(column_sides(_reaching(own, known), _words(outside), _SLACK)),
            starts=tuple(x0 for x0, _ in known[1:]),
        )
        self._titles = {**title_lines(candidates, columns), **inside}
        kept = self._fitting(candidates, columns)
        over = sum(map(len, inner.at(kept, 0)))
        rest = [line for line in kept[over:] if line.line.start not in self._titles]
        if not kept or (strict and not begins_below(rest, known)):
            return 0
        self._begun = sides_of_texts(kept[over:], columns) or self._begun
        self._reader.study(kept, columns)
        self._rows += [self._title_row(*title) for title in titles]
        rows, more = halves_joined(self._rows, self._read_rows(kept, columns), self._vocabulary)
        self._rows = rows + more
        return len(kept)

    def _title_row(self, *lines: FlowLine) -> TableRow:
        whole = tuple(CellLine(line.text, line.passage(), at) for at, line in enumerate(lines))
        return TableRow((Cell(0, whole, 1, len(self._head.roles)),))

    def _candidates(self, lines: Sequence[FlowLine], inner: InnerTitles) -> list[FlowLine]:
        """Lines up to a heading after the table or a wide gap with prose below it."""
        found: list[FlowLine] = []
        above = self._head.lines[-1]
        widest = 0.0
        for index, line in enumerate(lines):
            if inner.is_larger(line) and not inner.at(lines, index):
                break
            if found and find_head([line], 0, self._vocabulary) is not None:
                break
            step = line.line.baseline - above.line.baseline if above.page is line.page else 0.0
            # rows may all be as far apart as that
            far = found and step > max(_FAR * line.line.size, _WIDER * widest)
            if far and len(runs_of(line)) == 1 and not inner.at(lines, index):
                break
            found.append(line)
            above, widest = line, max(widest, step)
        return found

    def _fitting(self, lines: Sequence[FlowLine], columns: Columns) -> list[FlowLine]:
        """The lines up to the first that keeps to no column."""
        kept: list[FlowLine] = []
        for index, line in enumerate(lines):
            fits = line.line.start in self._titles or not crosses(line, columns)
            if not fits and not self._is_group(lines, index, columns):
                break
            kept.append(line)
        while kept and (
            self._is_after_table(kept, columns)
            or kept[-1].line.start in self._titles
            or self._is_group(kept, len(kept) - 1, columns)
        ):
            kept.pop()
        return kept

    def _is_group(self, lines: Sequence[FlowLine], index: int, columns: Columns) -> bool:
        """A title over the rows that follow it: bold where they are not, or across columns."""
        line = lines[index]
        if self._is_level(lines, index, columns) or self._stands_over(lines, index, columns):
            return True
        if len(line.text) > LONGEST_TITLE or line.text[-1] in ".;:" or not line.line.bold:
            return False
        if len(runs_of(line)) > 1 or line.line.x0 > columns.cuts[0] or line.text[0].islower():
            return False
        if self._head.roles[0] in SPANNING and line.line.x1 < columns.cuts[0]:
            return False  # an area's name, beside the rows it reaches over
        if index + 1 == len(lines):
            return not crosses(line, columns) or len(lines) == 1
        after = lines[index + 1]
        return not after.line.bold and len(runs_of(after)) > 1 and not crosses(after, columns)

    def _is_level(self, lines: Sequence[FlowLine], index: int, columns: Columns) -> bool:
        """A level word and what it names over all columns, in whatever type: "Hovudmål: Alle har ein
        stad å bu". Rows follow, or it is all there is."""
        line = lines[index]
        label = self._vocabulary.label(line.text)
        if label is None or label.alone or label.level == "measure" or not line.text[0].isupper():
            return False
        if len(runs_of(line)) > 1 or line.line.x0 > columns.starts[0] - 1:
            return False
        return index + 1 == len(lines) or any(
            len(runs_of(after)) > 1 and not crosses(after, columns) for after in lines[index + 1 :]
        )

    def _stands_over(self, lines: Sequence[FlowLine], index: int, columns: Columns) -> bool:
        """A title in plain type: one text from the left over the side of a column, set apart from a
        row that fills most columns right below it."""
        line = lines[index]
        if index + 1 == len(lines) or len(line.text) > LONGEST_TITLE or line.text[-1] in ".;:,":
            return False
        after = lines[index + 1]
        from_left = abs(line.line.x0 - after.line.x0) < _SAME_SIDE and line.text[0].isupper()
        if len(runs_of(line)) > 1 or not from_left or not crosses(line, columns):
            return False
        apart = after.line.baseline - line.line.baseline
        filled = 2 * len(runs_of(after)) > len(columns.cuts) + 1
        wrapped = _ROW_STEP * self._type.leading(line.line.size)
        return apart > wrapped and filled and not crosses(after, columns)

    def _is_after_table(self, kept: Sequence[FlowLine], columns: Columns) -> bool:
        """A line in the first column alone, set apart below the last row: text after the table."""
        if len(kept) < 2:
            return False
        line, above = kept[-1].line, kept[-2].line
        alone = len(runs_of(kept[-1])) == 1 and line.x1 <= columns.cuts[0]
        step = line.baseline - above.baseline
        return (
            alone and step > 1.7 * self._type.leading(line.size) and self._is_wider_than_rows(kept)
        )

    def _is_wider_than_rows(self, kept: Sequence[FlowLine]) -> bool:
        """Whether the last step is wider than those between the rows above."""
        steps = [b.line.baseline - a.line.baseline for a, b in pairwise(kept)]
        return len(steps) > 1 and steps[-1] > 1.25 * max(steps[:-1])

    def _read_rows(self, lines: Sequence[FlowLine], columns: Columns) -> list[TableRow]:
        rows: list[TableRow] = []
        for title, group in groupby(
            enumerate(lines), lambda pair: self._title_of(pair, lines, columns)
        ):
            part = [line for _, line in group]
            if title is None:
                rows += self._reader.read(part, columns)
            else:
                rows.append(self._title_row(*part))
        return rows

    def _title_of(
        self, placed: tuple[int, FlowLine], lines: Sequence[FlowLine], columns: Columns
    ) -> float | None:
        """What tells the title a line is part of from others: its height; None for a row's line."""
        index, line = placed
        if line.line.start in self._titles:
            return self._titles[line.line.start]
        return line.line.baseline if self._is_group(lines, index, columns) else None
