"""Cards below a title of their own: "1.1 Elbilar i heimetenesta", then "Kva", "Kven", "Når".

Where each card stands right below a heading in words, that heading names the measure, and what
the card tells under "Kva" only describes it. Where cards share a heading, or have none below that
of an area, what they say is done is the measure. One answer holds for all cards of a plan.
"""

from collections.abc import Sequence

from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure.cards.card_facts import is_card
from tiltak.reading.structure.cards.named_facts import asks_for_measure
from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.vocabulary import Vocabulary

_FEWEST = 2


def titled_cards(
    root: DraftSection, tables: Sequence[tuple[DraftSection, TableBlock]], vocabulary: Vocabulary
) -> frozenset[int]:
    """The ids of the tables that are cards whose heading is the measure, whatever they ask."""
    cards = [(s, t) for s, t in tables if is_card(t, vocabulary) and _asks(t, vocabulary)]
    sections = {id(section) for section, _ in cards}
    below = {id(two) for one in root.with_sections() if one is not root for two in one.sections}
    titles = {section.title.casefold() for section, _ in cards}
    if len(cards) < _FEWEST or not len(titles) == len(sections) == len(cards):
        return frozenset()
    if not sections <= below or any(section.is_named for section, _ in cards):
        return frozenset()
    return frozenset(id(table) for _, table in cards)


def _asks(table: TableBlock, vocabulary: Vocabulary) -> bool:
    """Whether a card asks for the measure, and nothing else in it names one."""
    names = [cell.text for row in table.rows if (cell := row.cell(0)) is not None]
    roles = [vocabulary.column_role(name.rstrip(":")) for name in names]
    asks = [asks_for_measure(name, vocabulary) for name in names]
    over_all = any(cell.column_span > 1 for cell in table.rows[0].cells) if table.rows else False
    return any(asks) and roles.count("measure") == sum(asks) and not over_all
