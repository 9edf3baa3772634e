"""Cards: a heading that is a measure, and below it a small table of facts about it."""

from tiltak.planfile.model import Budget
from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.cards.card_facts import card_facts
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.titles import alike
from tiltak.reading.values.numbering import read_lettered, without_number

_GOALS = {"sub_goal": "sub_goals", "strategy": "strategies"}


def names_measure(table: TableBlock, facts: FactReader) -> bool:
    """Whether a card says itself which measure it is about ("Tiltak | Bygga gangveg")."""
    return any(one.role == "measure" and one.value for one in card_facts(table, facts.vocabulary))


def take_card(
    root: DraftSection,
    section: DraftSection,
    table: TableBlock,
    facts: FactReader,
    *,
    is_titled: bool = False,
) -> None:
    """Turn a card into a measure: of its heading when it names the measure itself, else the
    heading is the measure, of the heading above it. `is_titled`: the heading is, whatever the card
    says."""
    if names_measure(table, facts) and not is_titled:
        place = _named_place(root, section.holder(), table, facts)
        place.measures.append(_measure(DraftMeasure("", (), reasons.CARD), place, table, facts))
        return
    above = next(one for one in root.with_sections() if any(s is section for s in one.sections))
    number, title = section.number, section.title
    if number is None and (counted := read_lettered(title)):
        number, title = counted.raw, counted.rest
    heading = DraftMeasure(title, tuple(section.passages), reasons.CARD, number=number)
    measure = _measure(heading, above, table, facts)
    for paragraph in section.paragraphs:
        measure.passages += paragraph.passages
    above.measures.append(measure)
    above.sub_goals += section.sub_goals
    above.strategies += section.strategies
    at = next(i for i, one in enumerate(above.sections) if one is section)
    above.sections[at : at + 1] = section.sections
    section.lifted_into = above


def _named_place(
    root: DraftSection, section: DraftSection, table: TableBlock, facts: FactReader
) -> DraftSection:
    """The area a card names ("Satsingsområde | Næring"), else the heading it stands under."""
    said = (one for one in card_facts(table, facts.vocabulary) if one.role == "focus_area")
    named = next((one for one in said if one.value), None)
    if named is None:
        return section
    title = without_number(named.value)
    for known in root.with_sections():
        if known is not root and alike(known.title, title):
            return known
    area = DraftSection(title, list(named.passages), reasons.NAMED_BY_TABLE, level=1)
    root.sections.append(area)
    return area


def _measure(
    measure: DraftMeasure, place: DraftSection, table: TableBlock, facts: FactReader
) -> DraftMeasure:
    """The measure with the values of its card; goals the card names go to `place`."""
    measure.passages += table.passages
    measure.budget = Budget(currency=facts.currency)
    for one in card_facts(table, facts.vocabulary):
        if one.role == "measure" and not one.value:
            measure.number = measure.number or one.number
        if not one.value or one.role is None:
            continue
        if one.role == "measure":
            if not measure.text:
                measure.text, measure.number = one.value, measure.number or one.number
        elif one.role == "number":
            # "Prioritet | Høg" says how much the measure matters
            is_rank = one.value.casefold() in facts.vocabulary.list_of("table", "ranks")
            measure.number = measure.number or (None if is_rank else one.value)
        elif one.role in _GOALS:
            goals: list[DraftItem] = getattr(place, _GOALS[one.role])
            if one.value not in [goal.text for goal in goals]:
                goals.append(DraftItem(one.value, one.passages, reasons.TABLE_GOAL))
        else:
            facts.set_value(measure, one.role, one.value, name=one.name)
    return measure
