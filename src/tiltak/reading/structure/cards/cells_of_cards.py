"""Tables whose cells are cards: "Tiltak 3", "Kva: …", "Kven: …", "Når: …" as the lines of one cell.

Habit read: cards are set two or three side by side in a table, or each in a frame of its own, a
table of one cell. Every cell then holds facts that belong together: its first line names the
measure or counts it, and each line below has the name of a fact before its value.
"""

from collections.abc import Iterator, Sequence

from tiltak.planfile.model import Passage
from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import Block, Cell, CellLine, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.cards.named_facts import NamedFact, names_alone, names_fact
from tiltak.reading.vocabulary import Vocabulary

_FEWEST_CARDS, _FEWEST_FACTS = 2, 2
_FEWEST_KNOWN = 0.5
_MOST_LINES = 40


def open_cells(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, each such table made one of names and values for each of its cells."""
    opened = {
        index: found
        for index, block in enumerate(blocks)
        if isinstance(block, TableBlock) and (found := _open(block, vocabulary))
    }
    cards = sum(isinstance(one, TableBlock) for found in opened.values() for one in found)
    if cards < _FEWEST_CARDS:
        return list(blocks)
    return [one for index, block in enumerate(blocks) for one in opened.get(index, [block])]


def _open(table: TableBlock, vocabulary: Vocabulary) -> list[Block]:
    """The cards of a table, and what stands alone over its whole width between them; empty where
    a cell is something else."""
    found: list[Block] = []
    room = max((len(line.text) for line in _lines(table)), default=0) if table.seen_lines else None
    for row in table.rows:
        for cell in row.filled:
            card = _card(cell, room, vocabulary)
            if card is None and (len(row.filled) > 1 or len(cell.lines) > 1):
                return []
            found.append(card or TextBlock(cell.text, cell.passages, gap=1))
    return found if any(isinstance(one, TableBlock) for one in found) else []


def _lines(table: TableBlock) -> Iterator[CellLine]:
    return (line for row in table.rows for cell in row.cells for line in cell.lines)


def _card(cell: Cell, room: int | None, vocabulary: Vocabulary) -> TableBlock | None:
    """The lines of a cell as a table of names and values, the first one over its width."""
    lines = [line for line in cell.lines if line.text.strip()]
    if not _FEWEST_FACTS < len(lines) <= _MOST_LINES:
        return None
    title: list[CellLine] = []
    told: list[CellLine] = []
    facts: list[tuple[NamedFact, list[CellLine]]] = []
    colons = any(names_fact(line.text, vocabulary) for line in lines)
    read = names_fact if colons else names_alone
    for line in lines:
        fact = read(line.text, vocabulary)
        if fact is not None and (fact.role is not None or facts):
            facts.append((fact, [line]))
        elif facts:
            facts[-1][1].append(line)
        elif not title or (not told and _goes_on(title[-1], line, room)):
            title.append(line)
        else:
            told.append(line)
    known = {fact.role for fact, _ in facts} - {None}
    if len(known) < _FEWEST_FACTS or len(known) < _FEWEST_KNOWN * len(facts):
        return None
    if not title and "measure" not in known:
        return None
    rows = [_over_all(title)] if title else []
    rows += [TableRow((Cell(1, tuple(told)),))] if told else []
    return TableBlock((*rows, *(_row(fact, said) for fact, said in facts)))


def _goes_on(above: CellLine, line: CellLine, room: int | None) -> bool:
    """Whether a line goes on with the title above: a line on a page that had no more room, or one
    that begins small."""
    if room is None:
        return False
    return line.text[:1].islower() or len(above.text) + 1 + len(line.text.split()[0]) > room


def _over_all(lines: Sequence[CellLine]) -> TableRow:
    text = join_lines(line.text for line in lines)
    return TableRow((Cell(0, _as_line(text, lines), 1, 2),))


def _row(fact: NamedFact, lines: Sequence[CellLine]) -> TableRow:
    """The name with the value that stands behind it and below."""
    value = join_lines([fact.value, *(line.text for line in lines[1:])]).strip()
    name = CellLine(fact.name, lines[0].passage, 0)
    own = [line for line in lines[1:] if line.passage is not None]
    beside = CellLine(value, own[0].passage if own else None, 0)
    more = tuple(CellLine("", line.passage, 0) for line in own[1:])
    return TableRow((Cell(0, (name,)), Cell(1, (beside, *more))))


def _as_line(text: str, lines: Sequence[CellLine]) -> tuple[CellLine, ...]:
    """One line that is said to stand where several do."""
    passages: list[Passage | None] = [line.passage for line in lines]
    first, *more = passages
    return (CellLine(text, first, 0), *(CellLine("", passage, 0) for passage in more))
