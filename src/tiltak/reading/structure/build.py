"""Blocks → Plan."""

from collections.abc import Iterator, Sequence

from tiltak.planfile.model import Document, Link, Passage, Plan, Source
from tiltak.reading.blocks import BlockDocument, TextBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.areas.finished_areas import finish, name_all
from tiltak.reading.structure.areas.goals_below_titles import take_goals_below_titles
from tiltak.reading.structure.areas.lifted_headings import (
    lift_introductions,
    lift_transparent,
    lift_wrapper,
    name_by_items,
)
from tiltak.reading.structure.areas.named_before_colon import place_in_areas, place_named
from tiltak.reading.structure.areas.places import Places, move_loose
from tiltak.reading.structure.areas.repeated_headings import join_repeated
from tiltak.reading.structure.areas.sheets_as_areas import sheets_as_areas
from tiltak.reading.structure.cards.apart_facts import join_apart_facts
from tiltak.reading.structure.cards.cells_of_cards import open_cells
from tiltak.reading.structure.cards.cut_cards import join_cut_cards
from tiltak.reading.structure.cards.laid_cards import stand_up
from tiltak.reading.structure.cards.line_cards import join_line_cards
from tiltak.reading.structure.document.currency import currency_of
from tiltak.reading.structure.document.facts import read_facts_of_all
from tiltak.reading.structure.document.known_parties import lone_parties
from tiltak.reading.structure.document.language import detect_language, has_lost_letters
from tiltak.reading.structure.document.units_of_tables import SaidUnits
from tiltak.reading.structure.drafts import reading
from tiltak.reading.structure.measures.bracket_roles import roles_of_brackets
from tiltak.reading.structure.measures.closing_facts import (
    brackets_name_parties,
    lone_brackets_name_parties,
)
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.bracket_lines import join_bracket_lines
from tiltak.reading.structure.outline.carded_texts import take_carded_texts
from tiltak.reading.structure.outline.counted_measures import take_counted_measures
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.outline.goals_for_areas import with_goals_for_areas
from tiltak.reading.structure.outline.introducing_sentences import take_introducing_sentences
from tiltak.reading.structure.outline.lone_numbers import join_lone_numbers
from tiltak.reading.structure.outline.measure_headings import take_measure_headings
from tiltak.reading.structure.outline.numbered_by_program import type_numbers
from tiltak.reading.structure.outline.outline import outline
from tiltak.reading.structure.outline.timeline_measures import take_timeline_measures
from tiltak.reading.structure.outline.torn_pieces import without_pieces
from tiltak.reading.structure.outline.unannounced_lists import take_unannounced_lists
from tiltak.reading.structure.passages.accounting import with_unplaced
from tiltak.reading.structure.passages.joining import Joined, join
from tiltak.reading.structure.passages.warning import with_doubt, with_warning
from tiltak.reading.structure.rows.openings import open_tables
from tiltak.reading.structure.rows.timelines import lay_out_timelines
from tiltak.reading.structure.steps.ambiguities import moved_goals, shared_cells
from tiltak.reading.structure.steps.placing_rows import MeasureLink, place_rows
from tiltak.reading.structure.steps.reading_tables import TablesOfPlan, read_tables
from tiltak.reading.structure.steps.tables_in_plan import labels_of, placed_tables
from tiltak.reading.structure.titles import is_unit, without_unit
from tiltak.reading.structure.tree.builder import TreeBuilder
from tiltak.reading.structure.tree.goal_sentences import take_goal_sentences
from tiltak.reading.structure.tree.old_plan import set_old_aside
from tiltak.reading.structure.tree.said_for_all import spread_facts
from tiltak.reading.values.abbreviations import abbreviations_of
from tiltak.reading.values.parties import is_somebody
from tiltak.reading.vocabulary import Vocabulary


def build_plan(document: BlockDocument, source: Source, vocabulary: Vocabulary) -> Plan:
    """The plan of a document. It has no areas when the document is no plan."""
    return build_joined(join([document], [source]), vocabulary)


def build_joined(joined: Joined, vocabulary: Vocabulary) -> Plan:
    """The plan of documents that together are one. It has no areas when they are no plan."""
    return _Build(joined, vocabulary).plan()


class _Build:
    """The steps from blocks to plan, in order."""

    def __init__(self, joined: Joined, vocabulary: Vocabulary) -> None:
        document = joined.document
        self._joined = joined
        self._document = document
        self._vocabulary = vocabulary
        self._language = detect_language(document.text, vocabulary)
        name = joined.sources[0].name
        self._facts, self._used = read_facts_of_all(joined.parts, name, vocabulary, self._edges())
        texts = tuple(document.block_texts())
        self._abbreviations = abbreviations_of(texts)
        parties = lone_parties(document.blocks, vocabulary)
        self._reader = FactReader(
            vocabulary,
            self._abbreviations,
            self._facts.years,
            currency_of(document.text, self._language),
            parties,
            brackets_name_parties(texts),
            lone_brackets_name_parties(
                (block.text for block in document.texts()),
                lambda name: is_somebody(name, vocabulary, self._abbreviations, parties),
            ),
        )
        lines = (block.text for block in document.texts())
        self._reader.bracket_roles = roles_of_brackets(lines, self._reader)

    def plan(self) -> Plan:
        """Do all steps."""
        builder = TreeBuilder(
            list(self._outlines()), self._reader, lists_are_measures=self._is_called_plan()
        )
        root = builder.build()
        for section in root.with_sections():
            section.title = without_unit(section.title, self._vocabulary)
            section.transparent |= is_unit(section.title, self._vocabulary)
        builder.tables, old = set_old_aside(
            root, builder.tables, self._facts.years, self._vocabulary
        )
        builder.tables = sheets_as_areas(root, builder.tables, self._vocabulary)
        units = SaidUnits(self._document, self._vocabulary)
        tables = read_tables(root, builder.tables, self._reader, units)
        rows = tables.measures.rows
        spread_facts(root, tables.measures, self._reader)
        with_tables = {id(read.section) for read in rows}
        if not any(read.sub_goals for read in rows):
            take_goal_sentences(root, with_tables, self._vocabulary)
        lift_introductions(root, with_tables, self._vocabulary)
        lift_transparent(root)
        for read in rows:
            read.section = read.section.holder()
        with_tables = {id(read.section) for read in rows}
        lift_wrapper(root, with_tables=with_tables)
        name_by_items(root)
        take_goals_below_titles(root, with_tables, self._vocabulary)
        join_repeated(root, rows, self._vocabulary)
        place_named(root)
        places = Places(root)
        links = place_rows(places, tables)
        place_in_areas(root)
        move_loose(places, self._facts.title)
        finish(places, keep_all=has_lost_letters(self._document.text))
        name_all(places.areas)
        plan = self._assemble(places, tables, links, builder.labels)
        left_out = [*self._document.aside, *old, *tables.left_out()]
        if self._document.method == "ocr":
            plan = with_warning(plan, reasons.READ_BY_OCR)
        if self._document.scattered:
            plan = with_doubt(plan, self._document.scattered, reasons.TABLE_SCATTERED)
        return self._account(plan, left_out)

    def _outlines(self) -> Iterator[list[Entry]]:
        """Each document by itself: one may have styles for its headings, the other numbers."""
        for blocks, used in zip(self._joined.parts, self._used, strict=True):
            kept = [block for index, block in enumerate(blocks) if index not in used]
            kept = open_tables(kept, self._vocabulary)
            kept = stand_up(join_apart_facts(kept, self._vocabulary), self._vocabulary)
            kept = join_cut_cards(open_cells(kept, self._vocabulary), self._vocabulary)
            kept = join_line_cards(kept, self._vocabulary)
            kept = without_pieces(kept, self._document.scattered, self._vocabulary)
            kept = type_numbers(join_lone_numbers(join_bracket_lines(kept)), self._vocabulary)
            timelines = lay_out_timelines(kept, self._vocabulary)
            entries = outline(timelines.blocks, self._vocabulary)
            entries = with_goals_for_areas(entries, self._vocabulary)
            take_timeline_measures(entries, timelines.measures)
            take_measure_headings(entries)
            take_carded_texts(entries)
            take_counted_measures(entries, self._vocabulary)
            take_unannounced_lists(entries, self._vocabulary)
            take_introducing_sentences(entries, self._vocabulary)
            yield entries

    def _edges(self) -> list[TextBlock]:
        """The texts above and below the pages, each once."""
        texts = {
            " ".join(self._document.text[one.start : one.end].split()): one
            for one, reason in self._document.aside
            if reason == reasons.HEADER_OR_FOOTER
        }
        return [TextBlock(text, (passage,)) for text, passage in texts.items()]

    def _account(self, plan: Plan, left_out: Sequence[tuple[Passage, str]]) -> Plan:
        """The plan with the text of each source that found no place."""
        joined = self._joined
        if len(joined.sources) == 1:
            return with_unplaced(plan, self._document.text, left_out)
        plan = joined.taken_apart(plan)
        own = [(joined.in_own_text(passage), reason) for passage, reason in left_out]
        for index, source in enumerate(joined.sources):
            there = [pair for pair in own if pair[0].source == index]
            plan = with_unplaced(plan, source.text, there, source=index)
        return plan

    def _is_called_plan(self) -> bool:
        words = self._vocabulary.list_of("facts", "titles")
        return any(word in self._facts.title.casefold() for word in words)

    def _assemble(
        self,
        places: Places,
        tables: TablesOfPlan,
        links: list[MeasureLink],
        labels: dict[str, str],
    ) -> Plan:
        root = places.root
        return Plan(
            document=self._document_facts([*root.passages, *tables.head_passages()]),
            focus_areas=tuple(area.freeze_area() for area in places.areas),
            tables=placed_tables(places, tables.measures),
            links=tuple(Link(row=row, measure=m.identity, kind=kind) for row, m, kind in links),
            paragraphs=tuple(x.freeze(f"p{i}") for i, x in enumerate(root.paragraphs, start=1)),
            labels=labels_of(tables.flat, labels, tables.measures, self._vocabulary),
            ambiguities=shared_cells(tables.measures) + moved_goals(places),
            sources=self._joined.sources,
            warnings=self._warnings(),
        )

    def _document_facts(self, at_top: Sequence[Passage]) -> Document:
        """What the document says of itself, read from what it says and from what stands at its top."""
        facts = self._facts
        return Document(
            title=facts.title,
            years=facts.years,
            status=facts.status,
            status_text=facts.status_text,
            body=facts.body,
            date=facts.date.isoformat() if facts.date else None,
            case_number=facts.case_number,
            language=self._language,
            currency=self._reader.currency,
            abbreviations=self._abbreviations,
            reading=reading((*facts.passages, *at_top), reasons.READ_AT_TOP),
        )

    def _warnings(self) -> tuple[str, ...]:
        found = list(self._document.warnings)
        if has_lost_letters(self._document.text):
            found.append(reasons.LETTERS_LOST)
        if self._facts.status == "ukjend":
            found.append(reasons.STATUS_UNKNOWN)
        if not self._facts.years:
            found.append(reasons.YEARS_UNKNOWN)
        return tuple(found)
