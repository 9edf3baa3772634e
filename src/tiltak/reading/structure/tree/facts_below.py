"""Facts below the measures they are about: lines ("Ansvar: …"), or a card that names no measure.

Habits read: one line of facts is about all measures since the last such line; lines that follow
each other are about the same ones until a fact comes again, also those of a form that nobody has
filled in ("Kostnad:"); below a heading, or its one goal, and before any measure a fact holds for
all that stand under it.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from tiltak.reading.blocks import TableBlock, TextBlock
from tiltak.reading.structure.cards.card_facts import asks_only, card_facts, is_card
from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.block_looks import is_under
from tiltak.reading.structure.outline.entry import Entry, is_marked
from tiltak.reading.structure.tree.position import Position
from tiltak.reading.vocabulary import Fact

_SEVERAL = 2
_MOST_PARTS = 20
_SAID_FOR_ALL = ("responsible", "partners", "time")


def items_with_facts_below(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The items whose facts stand below the parts they are done in: "* Rusta opp huset:", "- nytt
    tak", "- ny rampe", "Kven: Styret"."""
    for at, entry in enumerate(entries):
        if entry.kind != "attribute" or not at or entries[at - 1].kind == "attribute":
            continue
        part = _item(entries[at - 1])
        for above in reversed(entries[max(0, at - _MOST_PARTS) : at - 1]):
            item = _item(above)
            if part is None or item is None:
                break
            if is_under(part, item):
                part = item
                yield above


def facts_of_parts(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The facts of single parts: set deeper than their part, with the next part below; then those
    of the last part as well. "* Laga møteplass:", "  - kjøken", "    Kven: Styret", "  - scene"."""
    depth: int | None = None
    for at, entry in enumerate(entries):
        part = _item(entries[at - 1]) if at else None
        if entry.kind != "attribute" or part is None or not isinstance(entry.block, TextBlock):
            continue
        facts = list(takewhile(lambda one: one.kind == "attribute", entries[at:]))
        own = [one for one in facts if _indent(one) > part.indent]
        after = _item(entries[at + len(facts)]) if at + len(facts) < len(entries) else None
        is_next = after is not None and (after.mark, after.indent) == (part.mark, part.indent)
        lead = at > 1 and _leads(entries[at - 2], part)
        if own and ((is_next and lead) or depth == _indent(own[0])):
            depth = _indent(own[0])
            yield from own
        else:
            depth = None


def _leads(entry: Entry, part: TextBlock) -> bool:
    """Whether a text announces parts, the first of which is this one."""
    item = _item(entry)
    return item is not None and is_under(part, item)


def _indent(entry: Entry) -> int:
    return entry.block.indent if isinstance(entry.block, TextBlock) else 0


def _item(entry: Entry) -> TextBlock | None:
    block = entry.block
    if not isinstance(block, TextBlock) or entry.kind != "text":
        return None
    return block if is_marked(entry) else None


def take_facts(
    at: Position, entry: Entry, block: TextBlock, facts: FactReader, *, of_part: bool = False
) -> None:
    """ "Ansvar: …" goes to the measures since the last such line, or to the part right above."""
    said = [fact for fact in entry.facts if fact.value]
    if of_part and said and (part := at.nesting.last()) is not None:
        _set_facts(part, said, block, facts)
        return
    if not at.waiting:
        if _is_for_all(at):
            at.here.said |= {f.role: f.value for f in said if f.role in _SAID_FOR_ALL}
        at.add_paragraph(block.text, block.passages)
        return
    for measure in at.waiting:
        _set_facts(measure, said, block, facts)
    following = {fact.role for fact in at.next.facts} if at.next else set()
    if not following or following & {fact.role for fact in entry.facts}:
        at.waiting = []


def _set_facts(
    measure: DraftMeasure, said: Sequence[Fact], block: TextBlock, facts: FactReader
) -> None:
    for fact in said:
        facts.set_fact(measure, fact)
    measure.passages = (*measure.passages, *block.passages)


def _is_for_all(at: Position) -> bool:
    """Whether a fact stands above the measures of a heading; of several goals it may be of one."""
    return at.here is not at.root and not at.here.measures and len(at.here.sub_goals) < _SEVERAL


def gives_facts(at: Position, table: TableBlock, facts: FactReader) -> bool:
    """A card right below a measure that it does not name: take its facts. False for any other."""
    if not at.waiting or not is_card(table, facts.vocabulary):
        return False
    said = card_facts(table, facts.vocabulary)
    if any(fact.role == "focus_area" for fact in said):
        return False
    # below "Tiltak A1: Ope hus" what the card tells under "Kva" is about it
    is_described = len(at.waiting) == 1 and asks_only(said, facts.vocabulary)
    if any(fact.role == "measure" for fact in said) and not is_described:
        return False
    measure = at.waiting[-1]
    for fact in said:
        if fact.role is not None and fact.value:
            facts.set_value(measure, fact.role, fact.value, name=fact.name)
    measure.passages = (*measure.passages, *table.passages)
    at.waiting = []
    return True
