"""CSV as people have it: comma, semicolon or tab, UTF-8 or Windows-1252, decimal point or comma."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tiltak.analysis.traveltime.coordinates import Floats, Ints
from tiltak.analysis.traveltime.inputs import InputFile
from tiltak.analysis.traveltime.problems import BadInput, gettext_noop, say

DELIMITERS = ";\t,"


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a CSV as text. `numbers` is the line of the file each row ends on, from 1."""

    heads: tuple[str, ...]
    rows: list[list[str]]
    numbers: Ints

    def column(self, names: Iterable[str]) -> int | None:
        """The place of the first column with one of these names, whatever the case."""
        known = {head.strip().casefold(): at for at, head in reversed(list(enumerate(self.heads)))}
        return next((known[name] for name in names if name in known), None)

    def texts(self, column: int) -> list[str]:
        """A column as text."""
        return [row[column].strip() for row in self.rows]

    def values(self, column: int) -> Floats:
        """A column as numbers (n,). Raises BadInput with the first row that is none."""
        texts = self.texts(column)
        try:
            return np.array(texts, dtype=np.float64)
        except ValueError:
            return np.array(
                [
                    self._number(text, row, column)
                    for text, row in zip(texts, self.numbers, strict=True)
                ]
            )

    def _number(self, text: str, row: int, column: int) -> float:
        try:
            return float(text.replace("\u00a0", "").replace(" ", "").replace(",", "."))
        except ValueError:
            raise BadInput(
                say(
                    gettext_noop("Rad %(row)s: «%(text)s» i kolonnen %(column)s er ikkje eit tal."),
                    row=row,
                    text=text,
                    column=self.heads[column],
                )
            ) from None


def read_table(file: InputFile) -> Table:
    """A CSV with a line of heads. Raises BadInput."""
    text = _decoded(file.unpacked())
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, numbers = [], []
    heads: tuple[str, ...] = ()
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        if not heads:
            heads = tuple(cell.strip() for cell in row)
            continue
        _check_width(row, heads, reader.line_num)
        rows.append(row)
        numbers.append(reader.line_num)
    if not rows:
        raise BadInput(say(gettext_noop("Tabellen har ingen rader.")))
    return Table(heads, rows, np.array(numbers, dtype=np.int64))


def _check_width(row: list[str], heads: tuple[str, ...], number: int) -> None:
    if len(row) != len(heads):
        raise BadInput(
            say(
                gettext_noop("Rad %(row)s har %(found)s kolonnar, men overskrifta har %(wanted)s."),
                row=number,
                found=len(row),
                wanted=len(heads),
            )
        )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
