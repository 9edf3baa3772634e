"""Cards: a heading that is a measure, and below it a small table of facts about it."""

from tiltak.planfile.model import Budget
from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns import card_values
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.facts_of_measure import FactReader

_GOALS = {"sub_goal": "sub_goals", "strategy": "strategies"}


def names_measure(table: TableBlock, facts: FactReader) -> bool:
    """Whether a card says itself which measure it is about ("Tiltak | Bygga gangveg")."""
    return any(
        role == "measure" and value for role, value, _ in card_values(table, facts.vocabulary)
    )


def take_card(
    root: DraftSection, section: DraftSection, table: TableBlock, facts: FactReader
) -> None:
    """Turn a card into a measure: of its heading when it names the measure itself, else the
    heading is the measure, of the heading above it."""
    if names_measure(table, facts):
        section.measures.append(_measure(DraftMeasure("", (), reasons.CARD), section, table, facts))
        return
    above = next(one for one in root.with_sections() if any(s is section for s in one.sections))
    heading = DraftMeasure(
        section.title, tuple(section.passages), reasons.CARD, number=section.number
    )
    measure = _measure(heading, above, table, facts)
    for paragraph in section.paragraphs:
        measure.passages += paragraph.passages
    above.measures.append(measure)
    above.sub_goals += section.sub_goals
    above.strategies += section.strategies
    at = next(i for i, one in enumerate(above.sections) if one is section)
    above.sections[at : at + 1] = section.sections


def _measure(
    measure: DraftMeasure, place: DraftSection, table: TableBlock, facts: FactReader
) -> DraftMeasure:
    """The measure with the values of its card; goals the card names go to `place`."""
    measure.passages += table.passages
    measure.budget = Budget(currency=facts.currency)
    for role, value, row in card_values(table, facts.vocabulary):
        if role == "measure" and value:
            measure.text = value
        elif role in _GOALS and value:
            goals: list[DraftItem] = getattr(place, _GOALS[role])
            goals.append(DraftItem(value, row.passages, reasons.TABLE_GOAL))
        elif role is not None and value:
            facts.set_value(measure, role, value)
    return measure
