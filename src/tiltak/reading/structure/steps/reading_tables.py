"""Every table by what it is: a whole plan as a list, areas side by side or in a card each, a card of
a measure, goals, or rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure.cards.card_facts import is_card
from tiltak.reading.structure.cards.measure_cards import names_measure, take_card
from tiltak.reading.structure.cards.titled_cards import titled_cards
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.document.units_of_tables import SaidUnits
from tiltak.reading.structure.drafts import DraftSection
from tiltak.reading.structure.level_tables.area_cards import area_cards, take_area_cards
from tiltak.reading.structure.level_tables.areas_beside import areas_beside, take_areas_beside
from tiltak.reading.structure.level_tables.flat_tree import FlatTree, flat_columns, read_flat_tree
from tiltak.reading.structure.level_tables.goal_tables import goal_columns, take_goal_table
from tiltak.reading.structure.level_tables.turned import turned
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.rows.read_rows import ReadTables
from tiltak.reading.structure.rows.table_reader import TableReader
from tiltak.reading.vocabulary import Vocabulary


@dataclass(slots=True)
class TablesOfPlan:
    """The tables of measures, and those that are the plan as a list."""

    measures: ReadTables
    flat: list[FlatTree] = field(default_factory=list)

    def head_passages(self) -> list[Passage]:
        """The heads of the lists."""
        return [passage for flat in self.flat for passage in flat.head]

    def left_out(self) -> list[tuple[Passage, str]]:
        """What was left out of any of them, with the reason."""
        return [*self.measures.left_out, *(pair for flat in self.flat for pair in flat.left_out)]


def read_tables(
    root: DraftSection,
    tables: Sequence[tuple[DraftSection, TableBlock]],
    facts: FactReader,
    units: SaidUnits,
) -> TablesOfPlan:
    """Read every table, each given with the heading it stands under. What belongs in the tree is put
    there; rows of measures are kept for later. `units`: what the document says of amounts where
    a table says nothing."""
    vocabulary = facts.vocabulary
    reader = TableReader(facts)
    flat: list[FlatTree] = []
    only = sum(_has_measures(table, vocabulary) for _, table in tables) == 1
    listing = {
        id(section)
        for section, table in tables
        if not is_card(table, vocabulary) and _has_measures(table, vocabulary)
    }
    titled = titled_cards(root, tables, vocabulary)
    for section, table in tables:
        if columns := flat_columns(table, facts):
            flat.append(read_flat_tree(root, table, columns, facts))
        elif beside := areas_beside(table, vocabulary):
            for one in beside:
                take_areas_beside(root, section, table, one, facts)
        elif (own := area_cards(table, vocabulary)) and (own[0].title or section is not root):
            take_area_cards(root, section, table, own, facts)
        elif upright := turned(table, vocabulary):
            whole = section is root or only
            reader.read(upright, section, unit=units.of(table), is_whole_plan=whole)
        elif is_card(table, vocabulary) and (
            names_measure(table, facts)
            or (id(section) not in listing and _stands_in(root, section))
        ):
            take_card(root, section, table, facts, is_titled=id(table) in titled)
        elif goals := goal_columns(table, vocabulary):
            take_goal_table(root, section, table, goals)
        else:
            reader.read(table, section, unit=units.of(table), is_whole_plan=section is root or only)
    return TablesOfPlan(reader.result, flat)


def _has_measures(table: TableBlock, vocabulary: Vocabulary) -> bool:
    return read_columns(turned(table, vocabulary) or table, vocabulary) is not None


def _stands_in(root: DraftSection, section: DraftSection) -> bool:
    """Whether a heading still stands below another: it does not when it became a card's measure."""
    return any(one is section for two in root.with_sections() for one in two.sections)
