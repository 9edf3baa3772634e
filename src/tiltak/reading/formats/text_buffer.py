"""The whole text of a document that is no text file: pieces in reading order, a line each."""

from functools import cache

from tiltak.planfile.model import Passage


class TextBuffer:
    """Gathers text and says where each piece stands in it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def add(
        self,
        text: str,
        *,
        line: int | None = None,
        sheet: str | None = None,
        cell: str | None = None,
    ) -> Passage:
        """Add a piece of text; its passage leaves white space around it out."""
        lead = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
        start = self._length + lead
        end = start + len(text.strip())
        self._pieces.append(text)
        self._length += len(text) + 1
        return Passage(start=start, end=end, line=line, sheet=sheet, cell=cell)

    def text(self) -> str:
        """Everything so far, one line break between pieces."""
        return "\n".join(self._pieces)


def cell_name(row: int, column: int) -> str:
    """The name of a cell as spreadsheets have it: (2, 27) → "AB3". Both count from 0."""
    return f"{_letters(column)}{row + 1}"


@cache
def _letters(column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
