"""The lines of a cell: which begin something of their own, and which go on."""

import re
from itertools import pairwise

from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import Cell, CellLine
from tiltak.reading.list_signs import LIST_SIGNS

PARTIES = ("responsible", "partners")
# the signs of lists; a dash too, where a text and no figure follows
BULLET = re.compile(rf"^(?:[{LIST_SIGNS}·*]\s*|[-–]\s+(?=[^\W\d]))")
# signs a wrapped line goes on after
_UNFINISHED = (",", "/", "&", "-", "\u00ad")


def goes_on(above: CellLine, below: CellLine) -> bool:
    """Whether a line is the wrapped rest of the one above it."""
    return above.text[-1] in _UNFINISHED or below.text[0].islower()


def parties_of(cell: Cell, *, seen_lines: bool) -> str:
    """The text of a cell of parties, each on a line of its own where they are begun on purpose: the
    items of a list, lines that are no places on a page, or that had room on the line above."""
    if len(cell.lines) == 1 and not BULLET.match(cell.text):
        return cell.text
    filled = [line for line in cell.lines if line.text]
    listed = [at for at, line in enumerate(filled) if BULLET.match(line.text)]
    if listed[:1] == [0]:
        begun = listed[1:]
    else:
        begun = [
            at
            for at, (above, below) in enumerate(pairwise(filled), start=1)
            if (below.begun or not seen_lines) and not goes_on(above, below)
        ]
    texts = [
        join_lines(line.text for line in filled[i:j]) for i, j in pairwise([0, *begun, len(filled)])
    ]
    return "\n".join(BULLET.sub("", text) if listed else text for text in texts)
