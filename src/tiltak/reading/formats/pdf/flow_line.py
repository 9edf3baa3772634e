"""A line of running text in the whole document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from msgspec import structs

from tiltak.planfile.model import Passage
from tiltak.reading.formats.pdf.layout import PIECE_GAP, PageLayout, PageLine
from tiltak.reading.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A line in the whole document: the page it stands on and where the page's text begins."""

    line: PageLine
    page: PageLayout
    offset: int

    @property
    def text(self) -> str:
        return " ".join(self.line.text.split())

    def passage(self, begin: int = 0, end: int | None = None) -> Passage:
        """The place of the line's characters `begin` to `end` in the document's text."""
        stop = len(self.line.text) if end is None else end
        start = self.offset + self.line.start
        return Passage(start=start + begin, end=start + stop, page=self.page.number)

    def parts(self, vocabulary: Vocabulary) -> "list[FlowLine]":
        """The line, or its pieces where facts stand side by side: "Ansvar: NN      Frist: 2025"."""
        text = self.line.text
        begins = [0]
        at = text.find(PIECE_GAP)
        while at >= 0:
            begin = at + len(PIECE_GAP)
            if vocabulary.attribute(text[begin:].split(PIECE_GAP)[0]):
                begins.append(begin)
            at = text.find(PIECE_GAP, begin)
        if len(begins) == 1:
            return [self]
        return [self._part(begin, end) for begin, end in pairwise([*begins, len(text)])]

    def _part(self, begin: int, end: int) -> "FlowLine":
        places = tuple(
            structs.replace(place, begin=place.begin - begin, end=place.end - begin)
            for place in self.line.places
            if begin <= place.begin < end
        )
        text = self.line.text[begin:end].rstrip()
        part = replace(self.line, text=text, start=self.line.start + begin, places=places)
        return FlowLine(part, self.page, self.offset)


def runs_of(line: FlowLine) -> list[tuple[float, float]]:
    """The pieces of a line: (x0, x1)."""
    runs: list[tuple[float, float]] = []
    end = -9
    for place in line.line.places:
        if place.begin - end > 1:
            runs.append((place.x0, place.x1))
        else:
            runs[-1] = (runs[-1][0], place.x1)
        end = place.end
    return runs


def contents_lines(lines: Sequence[FlowLine]) -> set[int]:
    """Indexes of lines of a table of contents: a title, dots, a page number."""
    leaders = [i for i, line in enumerate(lines) if _is_contents(line.text)]
    return set(leaders) if len(leaders) > 1 else set()


def _is_contents(text: str) -> bool:
    # the dots of a tab may end right before the number
    head = text.rstrip("0123456789")
    return head != text and head.rstrip().endswith(("....", ". . .", "…", "___"))
