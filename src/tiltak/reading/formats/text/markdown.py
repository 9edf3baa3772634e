"""Text with the marks of Markdown: "## Heading", "**Mål**" alone on a line, "**Ansvar:** Rektor",
"*Til høyring*".

Read only where several lines are such headings. The marks stay in the passages: they are
characters of the document.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tiltak.reading.blocks import Block, Look, TextBlock
from tiltak.reading.formats.text.lines import Line

_HEADING = re.compile(r"^(#{1,6})\s+(\S.*?)\s*#*$")
_BOLD_LINE = re.compile(r"^(\*\*|__)([^*_]+)\1:?$")
_ITALIC_LINE = re.compile(r"^([*_])([^*_\s][^*_]*)\1$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Markdown:
    """Whether a text has such marks, and whether its only "#" is the title."""

    is_used: bool
    has_title: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Markdown":
        """What the lines of a text say."""
        depths = Counter(
            len(found[1]) for line in lines if (found := _HEADING.match(line.text.rstrip()))
        )
        return cls(depths.total() >= _FEWEST, depths[1] == 1 and len(depths) > 1)

    def block_of(self, line: Line) -> TextBlock | None:
        """The heading or bold line that a line is, None for any other."""
        text = line.text.strip() if self.is_used else ""
        if heading := _HEADING.match(text):
            level = len(heading[1]) - self.has_title
            return TextBlock(_plain(heading[2]), (line.passage(),), level=level, gap=1)
        if bold := _BOLD_LINE.match(text):
            return TextBlock(bold[2].strip(), (line.passage(),), gap=1, look=Look(bold=True))
        if italic := _ITALIC_LINE.match(text):
            return TextBlock(italic[2].strip(), (line.passage(),), gap=1)
        return None

    def without_marks(self, block: Block) -> Block:
        """A block whose text has no marks of bold left."""
        if not self.is_used or not isinstance(block, TextBlock):
            return block
        return replace(block, text=_plain(block.text))


def _plain(text: str) -> str:
    return _BOLD.sub(r"\2", text)
