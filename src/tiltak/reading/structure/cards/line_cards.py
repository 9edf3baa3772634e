"""Cards whose names and values are lines: "Kva: Ny bru", "Kven: Teknisk etat", "Når: 2026".

Where only "Tiltak 3" stands above them, or nothing of their own, what they say is done is the
measure. Where each has a line in words right above it, that line names the measure: one answer
holds for all such cards of a plan. A line that counts may stand above a table of facts too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from tiltak.planfile.running_text import join_lines
from tiltak.reading.blocks import Block, Cell, CellLine, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.cards.card_facts import card_facts, is_card
from tiltak.reading.structure.cards.named_facts import (
    NamedFact,
    asks_for_measure,
    names_fact,
    tells_of_measure,
)
from tiltak.reading.values.numbering import read_number
from tiltak.reading.vocabulary import Vocabulary

_FEWEST_FACTS, _FEWEST_TITLES = 2, 2
_MOST_TITLED = 0.8
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that are facts of one measure, from a block up to another, as a card."""

    begin: int
    end: int
    card: TableBlock


def join_line_cards(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, each such card made a table, with the line above it where that is its own."""
    runs = _runs(blocks, vocabulary)
    ends = {run.end for run in runs}
    free = [run for run in runs if not _is_counted(blocks, run.begin, vocabulary)]
    own = [run for run in free if run.begin not in ends and _has_title(blocks, run, vocabulary)]
    names = {block.text for run in own if isinstance(block := blocks[run.begin - 1], TextBlock)}
    titled = len(names) >= max(_FEWEST_TITLES, _MOST_TITLED * len(free))
    found: list[Block] = []
    at = 0
    starts = {run.begin: run for run in runs}
    while at < len(blocks):
        run, block = starts.get(at), blocks[at]
        above = found[-1] if found and at not in ends else None
        if _is_counted(blocks, at, vocabulary) and isinstance(above, TextBlock):
            card = block if isinstance(block, TableBlock) else run.card if run else None
            if card is not None and _says_measure(card, vocabulary):
                found[-1] = _with_title(card, above)
                at = run.end if run else at + 1
                continue
        if run is None or (titled and run not in own):
            found.append(block)
            at += 1
            continue
        if titled and isinstance(above, TextBlock) and not _is_heading(above):
            found[-1] = _with_title(run.card, above)
        else:
            found.append(run.card)
        at = run.end
    return found


def counts_measure(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the word for a measure with its number and nothing more."""
    label = vocabulary.label(text) if text[:1].isupper() else None
    if label is None or label.level != "measure" or label.number is None:
        return False
    return label.rest is None and label.title is None


def _is_counted(blocks: Sequence[Block], at: int, vocabulary: Vocabulary) -> bool:
    above = blocks[at - 1] if at else None
    return isinstance(above, TextBlock) and counts_measure(above.text, vocabulary)


def _runs(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[_Run]:
    """Lines of facts that follow each other, none twice, with one that asks for the measure or
    tells of it."""
    found: list[_Run] = []
    at = 0
    while at < len(blocks):
        facts: list[tuple[NamedFact, TextBlock]] = []
        end = at
        while end < len(blocks):
            fact = _fact(blocks, end, vocabulary)
            if fact is None and facts and (longer := _longer(facts[-1], blocks[end])):
                facts[-1] = longer
                end += 1
                continue
            if fact is None:
                break
            role = fact[0].role
            if role is not None and role != "note" and role in [one.role for one, _ in facts]:
                break
            facts.append(fact)
            end += 1
        known = {one.role for one, _ in facts} - {None}
        if len(known) >= _FEWEST_FACTS and any(_is_measure(one, vocabulary) for one, _ in facts):
            card = TableBlock(tuple(_row(one, block) for one, block in facts))
            found.append(_Run(at, end, card))
        at = max(end, at + 1)
    return found


def _fact(
    blocks: Sequence[Block], at: int, vocabulary: Vocabulary
) -> tuple[NamedFact, TextBlock] | None:
    """The fact a line tells; a level word opens something else but where facts go on below it."""
    block = blocks[at]
    if isinstance(block, TableBlock) or block.level is not None:
        return None
    fact = names_fact(block.text, vocabulary)
    label = vocabulary.label(block.text) if fact is not None else None
    if fact is None or (label is not None and label.level != "measure"):
        return None
    return fact, block


def _longer(fact: tuple[NamedFact, TextBlock], block: Block) -> tuple[NamedFact, TextBlock] | None:
    """The fact with a line more, where a comma or slash at its end asks for one, or the line begins
    small: a program may have set the signs of a list apart from its lines."""
    named, above = fact
    if not isinstance(block, TextBlock) or block.gap or not named.value:
        return None
    asks = named.value[-1] in ",/" and not block.is_list_item
    if not asks and not block.text[0].islower():
        return None
    value = join_lines((named.value, block.text))
    passages = (*above.passages, *block.passages)
    return NamedFact(named.role, named.name, value), replace(above, passages=passages)


def _is_measure(fact: NamedFact, vocabulary: Vocabulary) -> bool:
    asks = asks_for_measure(fact.name, vocabulary) or tells_of_measure(fact.name, vocabulary)
    return asks and bool(fact.value)


def _has_title(blocks: Sequence[Block], run: _Run, vocabulary: Vocabulary) -> bool:
    """Whether the line above a card is short, in words, and of no other kind."""
    above = blocks[run.begin - 1] if run.begin else None
    if not isinstance(above, TextBlock) or above.is_list_item or above.text[-1] in ".:;,":
        return False
    label = vocabulary.label(above.text) if above.text[:1].isupper() else None
    return label is None and len(above.text) <= _LONGEST_TITLE


def _is_heading(above: TextBlock) -> bool:
    """Whether a line is a heading by its style or number, which is read as one."""
    number = read_number(above.text)
    return above.level is not None or (number is not None and number.depth > 1)


def _says_measure(table: TableBlock, vocabulary: Vocabulary) -> bool:
    if not is_card(table, vocabulary):
        return False
    facts = card_facts(table, vocabulary)
    named = any(fact.role == "measure" and fact.value for fact in facts)
    return named or any(tells_of_measure(fact.name, vocabulary) for fact in facts)


def _with_title(card: TableBlock, above: TextBlock) -> TableBlock:
    title = TableRow((Cell(0, _lines(above.text, above), 1, 2),))
    return replace(card, rows=(title, *card.rows))


def _row(fact: NamedFact, block: TextBlock) -> TableRow:
    name = Cell(0, _lines(fact.name, block))
    return TableRow((name, Cell(1, (CellLine(fact.value, None, 0),))))


def _lines(text: str, block: TextBlock) -> tuple[CellLine, ...]:
    """One line of a cell that is said to stand where the block does."""
    first, *more = block.passages
    return (CellLine(text, first, 0), *(CellLine("", passage, 0) for passage in more))
