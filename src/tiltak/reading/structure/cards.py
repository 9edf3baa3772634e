"""Cards: a heading that is a measure, and below it a small table of facts about it."""

from tiltak.planfile.model import Budget
from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns import card_values
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.facts_of_measure import FactReader

_GOALS = {"sub_goal": "sub_goals", "strategy": "strategies"}


def take_card(
    root: DraftSection, section: DraftSection, table: TableBlock, facts: FactReader
) -> None:
    """Turn a heading with a card into a measure of the heading above it."""
    above = next(one for one in root.with_sections() if any(s is section for s in one.sections))
    measure = DraftMeasure(
        section.title,
        (*section.passages, *table.passages),
        reasons.CARD,
        number=section.number,
        budget=Budget(currency=facts.currency),
    )
    for role, value, row in card_values(table, facts.vocabulary):
        if role == "measure" and value:
            measure.text = value
        elif role in _GOALS and value:
            goals: list[DraftItem] = getattr(above, _GOALS[role])
            goals.append(DraftItem(value, row.passages, reasons.TABLE_GOAL))
        elif role is not None and value:
            facts.set_value(measure, role, value)
    for paragraph in section.paragraphs:
        measure.passages += paragraph.passages
    above.measures.append(measure)
    above.sub_goals += section.sub_goals
    above.strategies += section.strategies
    at = next(i for i, one in enumerate(above.sections) if one is section)
    above.sections[at : at + 1] = section.sections
