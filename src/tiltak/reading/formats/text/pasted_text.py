"""Text that was pasted or saved into a Word or OpenDocument file line by line.

Text copied from a PDF, an e-mail or a text file has a paragraph for each line, no styles and no
tables. It is read as the plain text it is.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from tiltak.reading.blocks import BlockDocument, TextBlock
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary

_FEWEST_LINES = 12
_LONGEST_LINE = 250
# of the paragraphs of a text, those that go on in the middle of a sentence
_SHARE_GOING_ON = 0.04


def read_pasted(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """The document read line by line if it was pasted so, else the document as it is."""
    lines = _lines(document)
    if lines is None or not _is_broken_text(lines):
        return document
    # empty paragraphs are empty lines of the text; what stands aside comes after all others
    end = min((passage.start for passage, _ in document.aside), default=len(document.text))
    if document.blocks[-1].passages[-1].end > end:
        return document
    read = blocks_of_text(document.text[:end], vocabulary)
    return replace(
        document,
        blocks=read.blocks,
        aside=read.aside + document.aside,
        warnings=document.warnings + read.warnings,
        scattered=read.scattered,
    )


def _lines(document: BlockDocument) -> list[str] | None:
    """The paragraphs as they stand; None where the document says more than its lines do.

    A table, a heading, a list of the program's own or type that varies are more.
    """
    found = []
    looks = set()
    for block in document.blocks:
        if not isinstance(block, TextBlock) or block.level is not None or len(block.passages) != 1:
            return None
        passage = block.passages[0]
        line = document.text[passage.start : passage.end]
        if block.mark is not None and not line.startswith(block.mark):
            return None
        looks.add(block.look)
        found.append(line)
    return found if len(looks) == 1 else None


def _is_broken_text(lines: Sequence[str]) -> bool:
    if len(lines) < _FEWEST_LINES or max(map(len, lines)) > _LONGEST_LINE:
        return False
    going_on = sum(line.lstrip()[0].islower() for line in lines)
    return going_on > _SHARE_GOING_ON * len(lines)
