"""Sheets of a workbook that hold what is over: they are no part of the plan.

Habits read: a sheet called "Arkiv"; a line above the table that says it is not of the plan, or
is of the one before; a new plan made in the workbook of the old one, each on a sheet under its
own title and years.
"""

import re
from collections.abc import Mapping, Sequence

import msgspec

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Block, BlockDocument, TableBlock, TextBlock
from tiltak.reading.structure.document.document_facts import is_title
from tiltak.reading.structure.reasons import OLD_PLAN
from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary, alternatives

_LONGEST = 160
_HEADING = 70
_PERIOD = 2


def without_old_sheets(document: BlockDocument, vocabulary: Vocabulary) -> BlockDocument:
    """The document with its old sheets aside, unless all its tables would be."""
    sheets = _sheets(document.blocks)
    if len(sheets) <= 1:
        return document
    lines = {name: _above_table(blocks) for name, blocks in sheets.items()}
    periods = {name: _period(name, lines[name], vocabulary) for name in sheets}
    latest = max((years for years in periods.values() if years), key=max, default=())
    old = {
        name
        for name in sheets
        if _is_over(periods[name], latest) or _says_old(name, lines[name], vocabulary)
    }
    kept = {name for name, above in lines.items() if above is not None} - old
    if not old or not kept:
        return document
    gone = {id(block) for name in old for block in sheets[name]}
    aside = [
        (p, OLD_PLAN) for block in document.blocks if id(block) in gone for p in block.passages
    ]
    return msgspec.structs.replace(
        document,
        blocks=tuple(block for block in document.blocks if id(block) not in gone),
        aside=(*document.aside, *aside),
    )


def _sheets(blocks: Sequence[Block]) -> Mapping[str, list[Block]]:
    """The blocks of each sheet by its name; none of a document that is no workbook."""
    found: dict[str, list[Block]] = {}
    for block in blocks:
        passages = block.passages if isinstance(block, TextBlock) else _first_of(block)
        sheet = passages[0].sheet if passages else None
        if sheet is not None:
            found.setdefault(sheet, []).append(block)
    return found


def _first_of(table: TableBlock) -> Sequence[Passage]:
    return next((row.passages for row in table.rows if row.passages), ())


def _above_table(blocks: Sequence[Block]) -> list[str] | None:
    """The lines above the first table of a sheet; None where it has no table."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            return lines
        lines.append(block.text)
    return None


def _period(name: str, lines: Sequence[str] | None, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The years of the plan that a sheet with a table is named after."""
    titles = [line for line in (*(lines or ()), name) if is_title(line, vocabulary)]
    named = [years for title in titles if len(title) <= _LONGEST and (years := find_years(title))]
    return named[0] if named and lines is not None and len(named[0]) >= _PERIOD else ()


def _is_over(years: Sequence[int], latest: Sequence[int]) -> bool:
    """Whether a plan of these years was over when the latest one began."""
    return bool(years) and min(years) < min(latest) and max(years) <= min(latest)


def _says_old(name: str, lines: Sequence[str] | None, vocabulary: Vocabulary) -> bool:
    """Whether the name of a sheet with a table, or a line above the table, says that it is old."""
    if lines is None:
        return False
    words = alternatives(vocabulary.list_of("old_plan", "archives"))
    archive = re.compile(rf"(?:{words})", re.IGNORECASE)
    return any(
        archive.match(text.strip()) or _is_apart(text, vocabulary) for text in (name, *lines)
    )


def _is_apart(text: str, vocabulary: Vocabulary) -> bool:
    """ "… er ikkje med i planen", or a heading that names the plan before: "Tiltak i førre plan".

    What points to another sheet says it of that one.
    """
    if re.search(
        rf"\b(?:{alternatives(vocabulary.list_of('old_plan', 'sheets'))})\b", text, re.IGNORECASE
    ):
        return False
    plan = rf"\w*(?:{alternatives(vocabulary.list_of('old_plan', 'things'))})"
    apart = alternatives(vocabulary.list_of("old_plan", "apart"))
    if re.search(rf"\b(?:{apart})\s+(?:\w+\s+){{0,2}}{plan}", text, re.IGNORECASE):
        return True
    before = alternatives(vocabulary.list_of("old_plan", "before"))
    carried = alternatives(vocabulary.list_of("old_plan", "carried"))
    names = re.search(rf"\b(?:{before})\s+{plan}", text, re.IGNORECASE) is not None
    return names and len(text) <= _HEADING and not re.search(carried, text, re.IGNORECASE)
