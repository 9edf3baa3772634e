"""The look of cells in a workbook, and how a value gets into one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tiltak.wording import Words

CellValue = str | int | date | None
# Excel's own bound for the text of a cell
LONGEST_TEXT = 32_767


@dataclass(frozen=True, slots=True)
class Look:
    """The few formats of a workbook."""

    head: Format
    text: Format
    money: Format
    strong: Format
    strong_money: Format
    title: Format
    day: Format

    @classmethod
    def of(cls, book: Workbook, words: Words) -> "Look":
        """Made once for a workbook. The program that opens it puts in its own grouping."""
        top: dict[str, Any] = {"text_wrap": True, "valign": "top"}
        money = {"num_format": '#,##0 "kr"' if words.language != "en" else '"NOK" #,##0'}
        rule = {"bold": True, "top": 1, "top_color": "#5B6B7F", "bg_color": "#F1F4F7"}
        return cls(
            head=book.add_format(
                {"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 2}
            ),
            text=book.add_format(top),
            money=book.add_format(top | money | {"align": "right"}),
            strong=book.add_format(rule),
            strong_money=book.add_format(rule | money),
            title=book.add_format({"bold": True, "font_size": 14}),
            day=book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"}),
        )


def write_cell(sheet: Worksheet, row: int, column: int, value: CellValue, look: Format) -> None:
    """A value in the way that cannot be mistaken: texts never as formula, number or link."""
    match value:
        case None | "":
            return
        case str():
            sheet.write_string(row, column, value[:LONGEST_TEXT], look)
        case date():
            sheet.write_datetime(row, column, value, look)
        case _:
            sheet.write_number(row, column, value, look)


def write_head(
    sheet: Worksheet, heads: Sequence[tuple[str, float]], look: Look, *, last_row: int
) -> None:
    """The heads in the first row: kept in sight, printed on every page, with a filter."""
    for column, (head, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, look.head)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(last_row, 1), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
