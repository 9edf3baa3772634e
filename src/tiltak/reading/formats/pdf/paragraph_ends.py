"""Documents whose paragraphs end where their line does: text files that were printed.

Nothing sets such paragraphs apart, no space, mark or indent. A line that happens to fill the page
may end one all the same; what follows tells: a capital that is no name.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiltak.reading.formats.pdf.layout import PIECE_GAP, PageLayout, PageLine
from tiltak.reading.formats.pdf.typography import Typography, flow_of
from tiltak.reading.formats.text.item_marks import starts_item
from tiltak.reading.vocabulary import Vocabulary

_SPACE = 0.25
_NEAR = 1.3
_LEAST_ENDS = 8
_LEAST_SHARE = 0.15
_LEAST_LETTERS = 20
# a capital after a small letter, in the middle of a line
_NAME = re.compile(r"(?<=[a-zæøåäö,] )[A-ZÆØÅÄÖ]\w*")


@dataclass(frozen=True, slots=True)
class ParagraphEnds:
    """`by_line`: paragraphs end with their line. `names`: words with a capital inside sentences,
    `unfinished`: words no text ends in, `verbs`: those that say a sentence has begun."""

    by_line: bool = False
    names: frozenset[str] = frozenset()
    unfinished: Container[str] = ()
    verbs: Container[str] = ()

    @staticmethod
    def of(
        pages: Sequence[PageLayout],
        typography: Typography,
        aside: Container[tuple[int, int]],
        vocabulary: Vocabulary,
    ) -> "ParagraphEnds":
        """How the paragraphs of a document end; lines in `aside` are none of its text."""
        flows = [flow_of(page, aside) for page in pages]
        ended = wrapped = 0
        for page, flow in zip(pages, flows, strict=True):
            for above, below in pairwise(flow):
                if not _may_be_one(above, below, typography) or vocabulary.attribute(below.text):
                    continue  # facts stand a line each in any document
                if is_full(above, below, page, typography):
                    wrapped += 1
                elif below.text[0].isupper() and len(above.text) > _LEAST_LETTERS:
                    ended += 1
        if ended < _LEAST_ENDS or ended < _LEAST_SHARE * (ended + wrapped):
            return ParagraphEnds()
        names = {name for flow in flows for line in flow for name in _NAME.findall(line.text)}
        return ParagraphEnds(
            by_line=True,
            names=frozenset(names),
            unfinished=vocabulary.unfinished,
            verbs=vocabulary.list_of("goal_sentences", "words"),
        )

    def end_between(self, above: str, below: str) -> bool:
        """Whether a paragraph ends between two lines, though the one above is full."""
        if not self.by_line or not below[0].isupper() or self._is_open(above):
            return False
        words = below.split()
        name = words[0].strip(",.;:/")
        if name not in self.names and not name.isupper():
            return True
        return above[-1].islower() and len(words) > 1 and words[1] in self.verbs

    def _is_open(self, above: str) -> bool:
        """Whether a line ends in a word or sign that nothing ends in."""
        return above[-1] in ",-–/(&" or above.rsplit(maxsplit=1)[-1].casefold() in self.unfinished


def _may_be_one(above: PageLine, below: PageLine, typography: Typography) -> bool:
    """Whether two lines stand as those of one paragraph do, nothing between or before them."""
    step = below.baseline - above.baseline
    return (
        above.column == below.column
        and above.size == below.size
        and above.bold == below.bold
        and 0 < step <= _NEAR * typography.leading(below.size)
        and PIECE_GAP not in above.text + below.text
        and not starts_item(below.text)
    )


def is_full(above: PageLine, below: PageLine, page: PageLayout, typography: Typography) -> bool:
    """Whether a line had no room left for the first word of the next."""
    word = below.places[0].x1 - below.places[0].x0
    return typography.right(above, page) - above.x1 < word + _SPACE * below.size + 1
