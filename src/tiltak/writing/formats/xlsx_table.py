"""The sheet with the council's table and its sums."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from tiltak.planfile.sums import Sum
from tiltak.wording import Words
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.xlsx_cells import Look, write_cell, write_head
from tiltak.writing.money import sum_text
from tiltak.writing.spreadsheet import SheetColumn, SheetValue, sheet_columns, sheet_value
from tiltak.writing.table import PaperTable, TableRow, plan_total, rows_of_amount


def write_table(
    sheet: Worksheet, table: PaperTable, paper: PlanPaper, look: Look, *, is_last: bool
) -> None:
    """Rows under their heads, then a sum per area, and in all below the last table."""
    columns = sheet_columns(table, paper.words)
    rows = list(table.rows)
    write_head(sheet, [(c.head, c.width) for c in columns], look, last_row=len(rows))
    below = _Sums(sheet, columns, _rows(sheet, rows, columns, paper.words, look), look)
    if table.has_area_sums:
        for group in table.groups:
            if group.total is not None:
                label = paper.words.gettext("Sum %(area)s") % {"area": group.area}
                of_area = [i for i, row in enumerate(rows) if row.area == group.area]
                below.add(label, group.total, of_area, paper.words)
    if is_last:
        every = list(range(len(rows)))
        below.add(paper.words.gettext("Sum i alt"), plan_total(paper.plan), every, paper.words)


def _rows(
    sheet: Worksheet,
    rows: Sequence[TableRow],
    columns: Sequence[SheetColumn],
    words: Words,
    look: Look,
) -> list[list[SheetValue]]:
    """Writes the rows from the second line of the sheet on; gives back what stands in them."""
    written: list[list[SheetValue]] = []
    for line, row in enumerate(rows, start=1):
        height = rows_of_amount(rows, line - 1)
        values: list[SheetValue] = []
        for at, column in enumerate(columns):
            covered = column.is_money and row.shares_budget
            value = None if covered else sheet_value(row, column, words)
            values.append(value)
            shape = look.money if column.is_money else look.text
            if column.is_money and height > 1 and not covered:
                sheet.merge_range(line, at, line + height - 1, at, value, shape)
            else:
                write_cell(sheet, line, at, value, shape)
        written.append(values)
    return written


class _Sums:
    """The lines below the rows. Each sum is a value and, where it gives just that, a formula."""

    def __init__(
        self,
        sheet: Worksheet,
        columns: Sequence[SheetColumn],
        written: list[list[SheetValue]],
        look: Look,
    ) -> None:
        self.sheet, self.columns, self.written, self.look = sheet, columns, written, look
        self.summed = next(i for i, column in enumerate(columns) if column.is_summed)
        # an empty line keeps the filter and a reader from taking sums for rows
        self.line = len(written) + 2

    def add(self, label: str, total: Sum, rows: Sequence[int], words: Words) -> None:
        """One sum line over the rows with these indexes."""
        for at in range(len(self.columns)):
            self.sheet.write_blank(self.line, at, None, self.look.strong)
        self.sheet.write_string(self.line, 0, label, self.look.strong)
        if total.total is None:
            said = sum_text(total, words)
            self.sheet.write_string(self.line, self.summed, said, self.look.strong)
        else:
            self._amount(total.total, rows)
        self.line += 1

    def _amount(self, total: int, rows: Sequence[int]) -> None:
        seen = [self.written[i][self.summed] for i in rows]
        place = (self.line, self.summed)
        if rows and sum(value for value in seen if isinstance(value, int)) == total:
            shape = self.look.strong_money
            self.sheet.write_formula(*place, self._formula(rows), shape, total)
        else:
            self.sheet.write_number(*place, total, self.look.strong_money)

    def _formula(self, rows: Sequence[int]) -> str:
        """Plain sums of stretches: names of areas hold signs that formulas would read."""
        stretches: list[list[int]] = []
        for i in rows:
            if stretches and stretches[-1][-1] == i - 1:
                stretches[-1].append(i)
            else:
                stretches.append([i])
        ranges = (
            xl_range_abs(part[0] + 1, self.summed, part[-1] + 1, self.summed) for part in stretches
        )
        return f"=SUM({','.join(ranges)})"
