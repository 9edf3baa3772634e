"""A table of contents that was typed: the headings of the document once more, each with its page.

Habits read: lines of a title and a page number, with a tab, dots or a space between; the same as
a small table; under a heading "Innhald" also without page numbers. Such a line may begin with the
word of a level ("Innsatsområde A: Stiar 2") and would be a heading with nothing below it. Where the
format knew the lines itself, by their dots, the heading above them goes with them: it is often set
larger than the chapters, which would all stand below it.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from tiltak.reading.blocks import Block, BlockDocument, TableBlock, TextBlock
from tiltak.reading.structure.reasons import CONTENTS
from tiltak.reading.vocabulary import Vocabulary

_ENTRY = re.compile(r"(\S.*?)[\s.·…_]+(\d{1,3})")
_NUMBER = re.compile(r"^[\W\d_]+")
_LONGEST = 160
# titles that stand further down, at least: below a heading that says so, and without one
_FEWEST, _FEWEST_UNTOLD = 2, 4
_FIRST_PAGE = 12


@dataclass(slots=True)
class _Contents:
    """Lines that may be contents: `end` is the index of the block after them."""

    end: int
    titles: list[str] = field(default_factory=list)
    page: int = 0

    def take(self, title: str, page: int | None) -> bool:
        """Take the next line, unless it goes back in pages or says again what was said."""
        if title in self.titles or not title or (page is not None and page < self.page):
            return False
        if not self.titles and page is not None and page > _FIRST_PAGE:
            return False
        self.titles.append(title)
        self.page = page or self.page
        return True


def without_contents(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """The document with the lines of its typed contents aside."""
    blocks = document.blocks
    starts = _starts(blocks, vocabulary)
    last = {_title(block): at for at, block in enumerate(blocks)} if starts else {}
    gone: set[int] = set()
    for start, told in starts.items():
        if start in gone:
            continue
        contents = _read(blocks, start, last, told=told)
        again = sum(last.get(title, -1) >= contents.end for title in contents.titles)
        fewest = _FEWEST if told else _FEWEST_UNTOLD
        if again >= fewest and 2 * again > len(contents.titles):
            gone |= set(range(start - told, contents.end))
    gone |= _left_alone(document, starts)
    if not gone:
        return document
    aside = [(passage, CONTENTS) for at in sorted(gone) for passage in blocks[at].passages]
    return msgspec.structs.replace(
        document,
        blocks=tuple(block for at, block in enumerate(blocks) if at not in gone),
        aside=(*document.aside, *aside),
    )


def _starts(blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[int, bool]:
    """Where contents may begin, and whether a heading right above says so."""
    words = frozenset(vocabulary.list_of("facts", "contents"))
    found: dict[int, bool] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, TextBlock) and block.text.casefold().strip(" :") in words:
            found[at + 1] = True
        elif at not in found and (isinstance(block, TableBlock) or _has_page(block.text)):
            found[at] = False
    return found


def _left_alone(document: BlockDocument, starts: Mapping[int, bool]) -> set[int]:
    """The headings that say contents, right above lines of them that are aside already."""
    aside = sorted(passage.start for passage, reason in document.aside if reason == CONTENTS)
    if not aside:
        return set()
    alone: set[int] = set()
    for above in (start - 1 for start, told in starts.items() if told):
        end = max((passage.end for passage in document.blocks[above].passages), default=0)
        below = bisect_left(aside, end)
        if below < len(aside) and not document.text[end : aside[below]].strip():
            alone.add(above)
    return alone


def _has_page(text: str) -> bool:
    # most texts end in no figure, and their titles are not made for this
    return text[-1:].isdigit() and bool(_entry(text)[1])


def _read(blocks: Sequence[Block], start: int, last: Mapping[str, int], *, told: bool) -> _Contents:
    contents = _Contents(start)
    for at in range(start, len(blocks)):  # no slice: most of what is read so is short
        block = blocks[at]
        if isinstance(block, TableBlock):
            if not contents.titles and _take_rows(block, contents):
                contents.end = at + 1
            break
        title, page = _entry(_whole(block))
        # without a page it is a line of contents only where it stands further down
        if page is None and not (told and last.get(title, -1) > at):
            break
        if not contents.take(title, page):
            break
        contents.end = at + 1
    return contents


def _take_rows(table: TableBlock, contents: _Contents) -> bool:
    """The rows of a table of titles and pages, all or none."""
    for row in table.rows:
        title, page = _entry(" ".join(cell.text for cell in row.filled))
        if page is None or not contents.take(title, page):
            contents.titles.clear()
            return False
    return True


def _entry(text: str) -> tuple[str, int | None]:
    """Title (to compare) and page of a line; no page where it ends in none."""
    match = _ENTRY.fullmatch(text) if len(text) <= _LONGEST and text[-1:].isdigit() else None
    return (_bare(match[1]), int(match[2])) if match else (_bare(text), None)


def _title(block: Block) -> str:
    return _bare(_whole(block)) if isinstance(block, TextBlock) else ""


def _whole(block: TextBlock) -> str:
    return f"{block.mark} {block.text}" if block.mark else block.text


def _bare(title: str) -> str:
    """Without the number before it and the signs behind it, in lower case."""
    return _NUMBER.sub("", " ".join(title.casefold().split())).strip(" .:")
