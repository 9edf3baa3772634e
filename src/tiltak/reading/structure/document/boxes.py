"""Tables at the top of a document that are boxes: a frame or a colour around the title.

Habit read: the cover of a text has a table of one cell, or of one column, with the plan's title
and who decided, since that is how a box is made in Word.
"""

from collections.abc import Iterator

import msgspec

from tiltak.reading.blocks import Block, BlockDocument, TableBlock, TextBlock
from tiltak.reading.structure.measures.lines_of_cells import BULLET
from tiltak.reading.vocabulary import Vocabulary

_TOP = 6
_MOST_LINES = 12
_AREAS = ("focus_area", "theme")


def with_boxes_as_texts(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """The document with the lines of such boxes as texts."""
    top = list(document.blocks[:_TOP])
    chapter = next((at for at, block in enumerate(top) if _is_chapter(block, vocabulary)), len(top))
    if not any(_is_box(block) for block in top[:chapter]):
        return document
    opened = tuple(
        text
        for block in top[:chapter]
        for text in (
            _texts(block) if isinstance(block, TableBlock) and _is_box(block) else (block,)
        )
    )
    return msgspec.structs.replace(document, blocks=(*opened, *document.blocks[chapter:]))


def _is_chapter(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether the text begins here: nothing below a heading or the name of an area is a cover."""
    if not isinstance(block, TextBlock):
        return False
    label = vocabulary.label(block.text) if block.text[:1].isupper() else None
    is_area = label is not None and label.level in _AREAS and not label.alone
    return bool(block.level) or is_area


def _is_box(block: Block) -> bool:
    """One column of few lines; a sheet has no boxes."""
    if not isinstance(block, TableBlock) or not block.rows:
        return False
    if len(block.rows) > _MOST_LINES or any(passage.sheet for passage in block.rows[0].passages):
        return False
    alone = all(len(row.cells) == 1 for row in block.rows)
    return alone and sum(len(row.cells[0].lines) for row in block.rows) <= _MOST_LINES


def _texts(box: TableBlock) -> Iterator[TextBlock]:
    for row in box.rows:
        (cell,) = row.cells
        if box.seen_lines and cell.text:
            # lines as they were broken on the page
            yield TextBlock(cell.text, cell.passages, gap=1)
            continue
        for line in cell.lines:
            if line.text and line.passage is not None:
                sign = BULLET.match(line.text)
                yield TextBlock(
                    line.text[sign.end() :] if sign else line.text,
                    (line.passage,),
                    mark=sign[0].strip() if sign else None,
                    gap=1,
                    is_list_item=sign is not None,
                )
