"""CSV as people have it: comma, semicolon or tab, UTF-8, UTF-16 or Windows-1252, decimal point or comma."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
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
        """The place of the column with the first of these names, whatever the case.

        Raises BadInput where two columns have that name: which one counts is not said.
        """
        heads = [head.strip().casefold() for head in self.heads]
        found = next((name for name in names if name in heads), None)
        if found is None:
            return None
        if heads.count(found) > 1:
            raise BadInput(
                say(gettext_noop("Kolonnen «%(name)s» står fleire gonger i tabellen."), name=found)
            )
        return heads.index(found)

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
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if not heads:
                heads = tuple(cell.strip() for cell in row)
                continue
            _check_width(row, heads, reader.line_num)
            rows.append(row)
            numbers.append(reader.line_num)
    except csv.Error:
        raise BadInput(
            say(
                gettext_noop(
                    "Rad %(row)s kan ikkje lesast. Står det eit hermeteikn der som ikkje blir lukka?"
                ),
                row=(numbers[-1] if numbers else 1) + 1,
            )
        ) from None
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
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
