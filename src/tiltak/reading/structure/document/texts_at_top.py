"""The texts at the top of a document, before the plan begins: there it says what it is.

Habit read: the first sheet of a workbook says how the workbook is used ("Les meg"), and the
title of the plan stands above the table of a later one.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.document.document_facts import is_title
from tiltak.reading.values.abbreviations import is_definition
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

_MOST = 14
_MOST_ORDER = 20
_LONGEST_TITLE = 160

Texts = list[tuple[int, TextBlock]]


def texts_at_top(blocks: Sequence[Block], vocabulary: Vocabulary) -> Texts:
    """The texts (with their indexes) at the top of a document, those of each sheet of a workbook."""
    found: Texts = []
    for sheet, part in _sheets(blocks):
        texts = [(i, b) for i, b in part[:_MOST] if isinstance(b, TextBlock)]
        if sheet is not None and found:
            # only what stands above the sheet's first table
            first_table = next((i for i, b in part if not isinstance(b, TextBlock)), None)
            texts = [one for one in texts if first_table is not None and one[0] < first_table]
        texts = _before_plan(texts, vocabulary)
        found += [one for one in texts if not is_definition(one[1].text)]
    return found


def sheet_with_title_first(blocks: Sequence[Block], top: Texts, vocabulary: Vocabulary) -> Texts:
    """The texts at the top, first those of the first sheet with a line that is a plan's title.

    A document that is no workbook is one sheet.
    """
    sheets = [list(part) for _, part in groupby(top, lambda one: _sheet(blocks[one[0]]))]
    titled = next((part for part in sheets if _has_title(part, vocabulary)), None)
    if titled is None:
        return top
    return titled + [one for part in sheets if part is not titled for one in part]


def _has_title(texts: Texts, vocabulary: Vocabulary) -> bool:
    return any(
        is_title(block.text, vocabulary)
        and len(block.text) <= _LONGEST_TITLE
        and block.text[-1] not in ".;:"
        for _, block in texts
    )


def _sheets(
    blocks: Sequence[Block],
) -> Iterator[tuple[str | None, list[tuple[int, Block]]]]:
    for sheet, part in groupby(enumerate(blocks), lambda one: _sheet(one[1])):
        yield sheet, list(part)


def _sheet(block: Block) -> str | None:
    """The sheet a block stands in; of a table its first cell tells."""
    if isinstance(block, TextBlock):
        return next((passage.sheet for passage in block.passages), None)
    return next((passage.sheet for row in block.rows for passage in row.passages), None)


def _before_plan(top: Texts, vocabulary: Vocabulary) -> Texts:
    """The blocks before the first level word or the first numbered heading."""
    found = []
    for index, block in top:
        number = read_number(block.text)
        starts = block.text[:1].isupper() and vocabulary.label(block.text) is not None
        numbered = number is not None and number.kind == "decimal" and number.order < _MOST_ORDER
        opens = (starts and not is_title(block.text, vocabulary)) or numbered
        if (opens or block.is_list_item) and block.level != 0:
            break
        found.append((index, block))
    return found
