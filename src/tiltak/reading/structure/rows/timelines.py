"""Timelines: a time to the left, and what is done then to the right of it.

The habit read: a plan shows its measures by time and in no table with heads. To the left stands a year,
a half, a quarter or a month, to the right one or more measures, each with facts below ("Ansvarleg:
… | Kostnad: …"), or as a list. What led to the plan is shown so too ("Mars 2025 | Høyring"):
without facts there are measures only where the line above names the area, its goal or them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import (
    Block,
    Cell,
    CellLine,
    TableBlock,
    TableRow,
    TextBlock,
    passages_of,
)
from tiltak.reading.structure.measures.lines_of_cells import BULLET
from tiltak.reading.structure.rows.openings import ended_lines, room_of
from tiltak.reading.values.times import is_time
from tiltak.reading.vocabulary import Vocabulary

_SIDES = 2
_MARK = "•"
_TIMES = ("time", "start", "end")


@dataclass(frozen=True, slots=True)
class Timelines:
    """Blocks in order, timelines as lines; `measures` are those of them that say a measure."""

    blocks: list[Block]
    measures: list[TextBlock]


@dataclass(frozen=True, slots=True)
class _Row:
    """A cell with a time, and what stands beside it. `head`: where the heads above both stand."""

    time: Cell
    beside: Cell
    head: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph of a cell."""

    text: str
    passages: tuple[Passage, ...]
    is_fact: bool
    is_item: bool


def lay_out_timelines(blocks: Sequence[Block], vocabulary: Vocabulary) -> Timelines:
    """The blocks, each timeline made lines: a measure as an item of a list, its time and its facts
    below."""
    found = Timelines([], [])
    for at, block in enumerate(blocks):
        rows = _rows(block, vocabulary) if isinstance(block, TableBlock) else []
        room = room_of(row.beside for row in rows) if _seen_lines(block) else None
        texts = [list(_texts(row.beside, room, vocabulary)) for row in rows]
        has_head = bool(rows) and bool(rows[0].head)
        named = not has_head and _is_named(blocks[:at], vocabulary)
        if not rows or not (_have_facts(texts) or named):
            found.blocks.append(block)
            continue
        for row, beside in zip(rows, texts, strict=True):
            for line in _lines(row, beside, vocabulary):
                found.blocks.append(line)
                if line.is_list_item:
                    found.measures.append(line)
    return found


def _seen_lines(block: Block) -> bool:
    return isinstance(block, TableBlock) and block.seen_lines


def _rows(table: TableBlock, vocabulary: Vocabulary) -> list[_Row]:
    """The rows of a timeline, none for any other table. An empty cell goes on with the time above; in
    the first row may stand what the times are called."""
    filled = [row for row in table.rows if row.filled]
    columns = sorted({cell.column for row in filled for cell in row.filled})
    head = filled[0].passages if filled and _is_head(filled[0], vocabulary) else ()
    found: list[_Row] = []
    for row in filled[bool(head) :] if len(columns) == _SIDES else ():
        time, beside = (_cell(row, column) for column in columns)
        if time is None and found:
            time = found[-1].time
        if time is None or beside is None or not is_time(time.text, vocabulary):
            return []
        found.append(_Row(time, beside, () if found else head))
    return found


def _is_head(row: TableRow, vocabulary: Vocabulary) -> bool:
    """Whether a row names its columns: "År" beside "Tiltak"."""
    first, *others = row.filled
    return len(others) == 1 and vocabulary.column_role(first.text) == "time"


def _cell(row: TableRow, column: int) -> Cell | None:
    """The cell with text that begins in a column."""
    return next((cell for cell in row.filled if cell.column == column), None)


def _have_facts(rows: Sequence[Sequence[_Text]]) -> bool:
    """Whether facts stand below a text beside most times."""
    said = [not row[0].is_fact and any(text.is_fact for text in row) for row in rows]
    return 2 * sum(said) > len(said)


def _is_named(above: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether the line above names a level ("Mål: …", "Tiltak"), or the one above a list does."""
    for block in reversed(above):
        if not isinstance(block, TextBlock):
            return False
        if not block.is_list_item:
            return block.text[:1].isupper() and vocabulary.label(block.text) is not None
    return False


def _texts(cell: Cell, room: int | None, vocabulary: Vocabulary) -> Iterator[_Text]:
    """The paragraphs of a cell. `room`: how many characters a line has room for where lines are
    places on a page, else each line is one."""
    lines = [line for line in cell.lines if line.text]
    ended = {id(part.lines[0]) for part in ended_lines(cell, room)} if room is not None else None
    parts: list[list[CellLine]] = []
    for at, line in enumerate(lines):
        begins = ended is None or id(line) in ended or BULLET.match(line.text) is not None
        if not parts or begins or _is_fact(line, vocabulary) or _is_next(lines, at, vocabulary):
            parts.append([])
        parts[-1].append(line)
    for part in parts:
        text = join_lines(line.text for line in part)
        item = BULLET.match(text)
        text = text[item.end() :] if item else text
        is_fact = vocabulary.attribute(text) is not None
        yield _Text(text, passages_of(part), is_fact, item is not None)


def _is_fact(line: CellLine, vocabulary: Vocabulary) -> bool:
    return vocabulary.attribute(line.text) is not None


def _is_next(lines: Sequence[CellLine], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a line below facts names the next measure, and is no wrapped rest of them: the facts
    below it begin anew."""
    if not lines[at].text[0].isupper() or not _is_fact(lines[at - 1], vocabulary):
        return False
    above = takewhile(lambda line: _is_fact(line, vocabulary), reversed(lines[:at]))
    said = {fact.role for line in above for fact in vocabulary.facts(line.text)}
    below = next((line for line in lines[at:] if _is_fact(line, vocabulary)), None)
    return below is not None and vocabulary.facts(below.text)[0].role in said


def _lines(row: _Row, texts: Sequence[_Text], vocabulary: Vocabulary) -> Iterator[TextBlock]:
    """Texts, and the facts below them, in turn: facts are about all texts right above."""
    runs = [(is_fact, list(run)) for is_fact, run in groupby(texts, lambda text: text.is_fact)]
    for at, (is_fact, run) in enumerate(runs):
        if is_fact:
            if not at:  # about nothing that stands here
                yield from (TextBlock(text.text, text.passages) for text in run)
            continue
        facts = runs[at + 1][1] if at + 1 < len(runs) else []
        said = _said(row, facts, vocabulary)
        for measure, rest in _measures(run):
            yield TextBlock(measure.text, measure.passages, mark=_MARK, is_list_item=True)
            yield said
            yield from (TextBlock(text.text, text.passages) for text in rest)


def _measures(texts: Sequence[_Text]) -> Iterator[tuple[_Text, list[_Text]]]:
    """The measures among texts, each with what tells about it: sentences below a name without a full
    stop, or what is no item of the list."""
    begun: list[tuple[_Text, list[_Text]]] = []
    for text in texts:
        if begun and _tells_about(text, begun[-1][0]):
            begun[-1][1].append(text)
        else:
            begun.append((text, []))
    yield from begun


def _tells_about(text: _Text, name: _Text) -> bool:
    if name.is_item:
        return not text.is_item
    return text.text.endswith(".") and not name.text.endswith(".")


def _said(row: _Row, facts: Sequence[_Text], vocabulary: Vocabulary) -> TextBlock:
    """The facts as one line, the time among them where they say none themselves."""
    texts = [text.text for text in facts]
    roles = {fact.role for text in texts for fact in vocabulary.facts(text)}
    if roles.isdisjoint(_TIMES):
        word = vocabulary.columns["time"][0].capitalize()
        texts = [f"{word}: {row.time.text}", *texts]
    places = tuple(place for text in facts for place in text.passages)
    return TextBlock(" | ".join(texts), (*row.head, *row.time.passages, *places))
