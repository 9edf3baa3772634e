"""Tables of one cell that are headings: a coloured band over the page with an area's name.

Habits read: who writes in Word colours a heading by setting it in a table of one cell. What stands in
it is a line as any other: the area with its level word ("Fokusområde: Tidleg innsats"), goals below
that, or a name alone where several such bands each have something of a plan below.
"""

from collections.abc import Iterator, Sequence

import msgspec

from tiltak.reading.blocks import Block, BlockDocument, Look, TableBlock, TextBlock
from tiltak.reading.structure.document.document_facts import is_title
from tiltak.reading.vocabulary import Vocabulary

_FEWEST = 2
_LONGEST_NAME = 80
_MOST_LINES = 12
_AREAS = ("focus_area", "theme")
_LARGER = 2.0


def with_bands_as_headings(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """The document with the lines of such tables as texts, those of areas set as headings."""
    blocks = document.blocks
    names = _names(blocks, vocabulary)
    areas = [i for i, block in enumerate(blocks) if _opens_level(block, vocabulary) in _AREAS]
    look, level = _set_as(blocks)
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, TableBlock) or not (
            index in names or _opens_level(block, vocabulary)
        ):
            found.append(block)
            continue
        first, *rest = _lines(block)
        if index in names or index in areas:
            first = msgspec.structs.replace(first, look=look, level=level)
        found += [first, *rest]
    return msgspec.structs.replace(document, blocks=tuple(found))


def _set_as(blocks: Sequence[Block]) -> tuple[Look, int | None]:
    """How a band is set among the headings of the document: in a style where these have one, else
    in larger type."""
    texts = [block for block in blocks if isinstance(block, TextBlock)]
    if any(text.level for text in texts):
        return Look(bold=True), 1
    return Look(
        bold=True, size=max((t.look.size or 0.0 for t in texts), default=0.0) + _LARGER
    ), None


def _names(blocks: Sequence[Block], vocabulary: Vocabulary) -> frozenset[int]:
    """The bands with nothing but a name, where each has a level word, a list or a table below."""
    bands = [index for index, block in enumerate(blocks) if _is_name(block, vocabulary)]
    if len(bands) < _FEWEST:
        return frozenset()
    ends = [*bands[1:], len(blocks)]
    holds = [
        any(_is_of_plan(one, vocabulary) for one in blocks[at + 1 : end])
        for at, end in zip(bands, ends, strict=True)
    ]
    return frozenset(bands) if all(holds) else frozenset()


def _is_name(block: Block, vocabulary: Vocabulary) -> bool:
    cell_lines = list(_lines(block)) if _is_band(block) else []
    if len(cell_lines) != 1 or _opens_level(block, vocabulary):
        return False
    text = cell_lines[0].text
    if is_title(text, vocabulary):
        return False
    return len(text) <= _LONGEST_NAME and text[-1] not in ".:;!?" and ":" not in text


def _is_of_plan(block: Block, vocabulary: Vocabulary) -> bool:
    if isinstance(block, TableBlock):
        return True
    return block.is_list_item or vocabulary.label(block.text) is not None


def _opens_level(block: Block, vocabulary: Vocabulary) -> str | None:
    """The level whose word begins the first line of a band; None for a card of facts."""
    if not _is_band(block):
        return None
    first, *rest = _lines(block)
    label = vocabulary.label(first.text) if first.text[:1].isupper() else None
    if label is None or any(vocabulary.attribute(line.text) for line in rest):
        return None
    return label.level


def _is_band(block: Block) -> bool:
    """One cell of few lines; a sheet has no bands, and where lines are places on a page a text
    goes over several."""
    if not isinstance(block, TableBlock) or len(block.rows) != 1:
        return False
    cells = block.rows[0].cells
    if len(cells) != 1 or any(passage.sheet for passage in block.passages):
        return False
    return 0 < sum(bool(line.text) for line in cells[0].lines) <= _MOST_LINES


def _lines(block: Block) -> Iterator[TextBlock]:
    if not isinstance(block, TableBlock):
        return
    cell = block.rows[0].cells[0]
    if block.seen_lines:
        yield TextBlock(cell.text, cell.passages, gap=1)
        return
    for line in cell.lines:
        if line.text and line.passage is not None:
            yield TextBlock(line.text, (line.passage,), gap=1)
