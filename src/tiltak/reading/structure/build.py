"""Blocks → Plan."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from tiltak.planfile.marking import gettext_noop
from tiltak.planfile.model import Document, Link, LinkKind, Passage, Plan, Row, Source, Table
from tiltak.reading.blocks import Block, BlockDocument, TableBlock, TextBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.areas.finished_areas import finish, name_all
from tiltak.reading.structure.areas.lifted_headings import (
    lift_transparent,
    lift_wrapper,
    name_by_items,
)
from tiltak.reading.structure.areas.named_before_colon import place_named
from tiltak.reading.structure.areas.places import Places, measure_of_row, move_loose
from tiltak.reading.structure.areas.sheets_as_areas import sheets_as_areas
from tiltak.reading.structure.areas.table_groups import themes_of_areas
from tiltak.reading.structure.cards.apart_facts import join_apart_facts
from tiltak.reading.structure.cards.card_facts import is_card
from tiltak.reading.structure.cards.laid_cards import stand_up
from tiltak.reading.structure.cards.measure_cards import names_measure, take_card
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.structure.document.facts import read_facts_of_all
from tiltak.reading.structure.document.known_parties import lone_parties
from tiltak.reading.structure.document.language import detect_language, has_lost_letters
from tiltak.reading.structure.drafts import DraftMeasure, DraftSection, reading
from tiltak.reading.structure.level_tables.areas_beside import areas_beside, take_areas_beside
from tiltak.reading.structure.level_tables.flat_tree import (
    FlatTree,
    flat_columns,
    named_rows,
    read_flat_tree,
)
from tiltak.reading.structure.level_tables.goal_tables import goal_columns, take_goal_table
from tiltak.reading.structure.links.covered_measures import numbers_named
from tiltak.reading.structure.links.linker import Linker
from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.measures.closing_facts import brackets_name_parties
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.outline.entry import Entry
from tiltak.reading.structure.outline.measure_headings import take_measure_headings
from tiltak.reading.structure.outline.outline import outline
from tiltak.reading.structure.passages.accounting import with_unplaced
from tiltak.reading.structure.passages.joining import Joined, join
from tiltak.reading.structure.passages.warning import with_doubt, with_warning
from tiltak.reading.structure.rows.openings import open_tables
from tiltak.reading.structure.rows.read_rows import ReadTables
from tiltak.reading.structure.rows.table_reader import TableReader
from tiltak.reading.structure.tree.builder import TreeBuilder
from tiltak.reading.structure.tree.goal_sentences import take_goal_sentences
from tiltak.reading.structure.tree.old_plan import set_old_aside
from tiltak.reading.structure.tree.said_for_all import spread_facts
from tiltak.reading.values.abbreviations import abbreviations_of
from tiltak.reading.structure.titles import without_unit
from tiltak.reading.values.amounts import unit_factor
from tiltak.reading.vocabulary import Vocabulary

MeasureLink = tuple[str, DraftMeasure, LinkKind]

_CURRENCIES = {"sv": "SEK", "da": "DKK"}
_UNIT_ABOVE = re.compile(
    r"\bi\s+(?:heile\s+|hele\s+)?(1[\s.]?000(?:\s*kr\w*)?|tusen|mill\w*)", re.IGNORECASE
)


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
        self._facts, self._used = read_facts_of_all(joined.parts, name, vocabulary)
        self._flat: list[FlatTree] = []
        self._abbreviations = abbreviations_of(document.block_texts())
        self._reader = FactReader(
            vocabulary,
            self._abbreviations,
            self._facts.years,
            _currency(document.text, self._language),
            lone_parties(document.blocks, vocabulary),
            brackets_name_parties(document.block_texts()),
        )

    def plan(self) -> Plan:
        """Do all steps."""
        builder = TreeBuilder(
            self._vocabulary, self._reader, lists_are_measures=self._is_called_plan()
        )
        root = builder.build(*self._outlines())
        builder.tables, old = set_old_aside(
            root, builder.tables, self._facts.years, self._vocabulary
        )
        builder.tables = sheets_as_areas(root, builder.tables, self._vocabulary)
        tables = self._read_tables(builder, root)
        spread_facts(root, tables, self._reader)
        with_tables = {id(read.section) for read in tables.rows}
        if not any(read.sub_goals for read in tables.rows):
            take_goal_sentences(root, with_tables, self._vocabulary)
        lift_transparent(root)
        lift_wrapper(root, with_tables=with_tables)
        for section in root.with_sections():
            section.title = without_unit(section.title, self._vocabulary)
        name_by_items(root)
        place_named(root)
        places = Places(root)
        links = self._place_rows(places, tables)
        move_loose(places, self._facts.title)
        finish(places, keep_all=has_lost_letters(self._document.text))
        name_all(places.areas)
        plan = self._assemble(places, tables, links, builder.labels)
        left_out = [*self._document.aside, *old, *tables.left_out]
        for flat in self._flat:
            left_out += flat.left_out
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
            entries = outline(kept, self._vocabulary)
            take_measure_headings(entries)
            yield entries

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

    def _read_tables(self, builder: TreeBuilder, root: DraftSection) -> ReadTables:
        reader = TableReader(self._reader)
        unit = self._unit_said(self._document.blocks)
        only = sum(read_columns(t, self._vocabulary) is not None for _, t in builder.tables) == 1
        for section, table in builder.tables:
            if columns := flat_columns(table, self._reader):
                self._flat.append(read_flat_tree(root, table, columns, self._reader))
            elif beside := areas_beside(table, self._vocabulary):
                take_areas_beside(root, section, table, beside, self._reader)
            elif is_card(table, self._vocabulary) and self._has_place(section, root, table):
                take_card(root, section, table, self._reader)
            elif goals := goal_columns(table, self._vocabulary):
                take_goal_table(root, section, table, goals)
            else:
                whole = section is root or only
                reader.read(table, section, unit=unit, is_whole_plan=whole)
        return reader.result

    def _has_place(self, section: DraftSection, root: DraftSection, table: TableBlock) -> bool:
        """A card stands under a heading of its own, or it names its measure."""
        above = any(one is section for two in root.with_sections() for one in two.sections)
        return above or names_measure(table, self._reader)

    def _unit_said(self, blocks: Sequence[Block]) -> int | None:
        """ "Tal i 1000 kr" said once for all tables."""
        for block in blocks:
            text = block.text if isinstance(block, TextBlock) else (block.title or "")
            if len(text) < 200 and (match := _UNIT_ABOVE.search(text)):
                return unit_factor(match[1], self._vocabulary)
        return None

    def _place_rows(self, places: Places, tables: ReadTables) -> list[MeasureLink]:
        """Link rows to measures of the text; the others become measures where they stand."""
        themes_of_areas(tables, places.root)
        for read in tables.rows:
            places.settle(read)
        bodies = [
            (str(id(area)), measure)
            for area in (places.root, *places.areas)
            for section in ([area] if area is places.root else area.with_sections())
            for measure in section.measures
        ]
        rows = []
        for read in tables.rows:
            area = places.area_of(read.section)
            # a heading with nothing but a table ("Økonomi", "Gjennomføring") is about the whole plan
            bare = not read.section.has_content()
            place = str(id(area)) if area is not None and not bare else None
            numbers = numbers_named(read.row.number)
            rows.append(RowText(read.row.id, read.row.text, place, bare, numbers))
        named = [link for flat in self._flat for link in named_rows(flat, tables)]
        linking = Linker(bodies).link(rows, frozenset(row for row, _, _ in named))
        for measure in linking.doubtful:
            measure.warnings.append(reasons.DOUBTFUL_LINK)
        unlinked = set(linking.unlinked)
        for read in tables.rows:
            if read.row.id in unlinked:
                read.section.measures.append(measure_of_row(read))
        return [link for link in named if not link[1].from_table] + linking.links

    def _assemble(
        self,
        places: Places,
        tables: ReadTables,
        links: list[MeasureLink],
        labels: dict[str, str],
    ) -> Plan:
        root = places.root
        return Plan(
            document=self._document_facts(root),
            focus_areas=tuple(area.freeze_area() for area in places.areas),
            tables=_placed_tables(places, tables),
            links=tuple(Link(row=row, measure=m.identity, kind=kind) for row, m, kind in links),
            paragraphs=tuple(x.freeze(f"p{i}") for i, x in enumerate(root.paragraphs, start=1)),
            labels=_labels(self._flat, labels, tables, self._vocabulary),
            ambiguities=shared_cells(tables) + self._moved_goals(places),
            sources=self._joined.sources,
            warnings=self._warnings(),
        )

    def _document_facts(self, root: DraftSection) -> Document:
        facts = self._facts
        heads = (passage for flat in self._flat for passage in flat.head)
        passages = (*facts.passages, *root.passages, *heads)
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
            reading=reading(passages, reasons.READ_AT_TOP),
        )

    def _moved_goals(self, places: Places) -> tuple[dict[str, str | None], ...]:
        if not places.goals_moved:
            return ()
        return (
            {
                "where": places.areas[0].identity,
                "question": gettext_noop("Kva satsingsområde gjeld måla som står før områda?"),
                "reading": reasons.GOALS_BEFORE_AREAS,
                "alternative": gettext_noop("Måla gjeld heile planen."),
            },
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


def _placed_tables(places: Places, tables: ReadTables) -> tuple[Table, ...]:
    """The tables, each row with the area and theme it belongs to in the end."""
    placed: dict[str, Row] = {}
    holders = places.areas_of_rows()
    for read in tables.rows:
        area = places.area_of(read.section) or holders.get(read.row.id)
        theme = read.section.title if read.section is not area and area is not None else None
        name = read.row.focus_area or (area.title if area is not None else None)
        placed[read.row.id] = msgspec.structs.replace(read.row, focus_area=name, section=theme)
    return tuple(
        msgspec.structs.replace(table, rows=tuple(placed[row.id] for row in table.rows))
        for table in tables.tables
    )


def _labels(
    flat: list[FlatTree], labels: dict[str, str], tables: ReadTables, vocabulary: Vocabulary
) -> dict[str, str]:
    """The document's own words for its levels, those of the table's heads where the text has none."""
    found = dict(labels)
    for tree in flat:
        found |= tree.labels
    for table in tables.tables:
        for column in table.columns:
            label = vocabulary.label(column.name)
            if label is not None and label.alone and label.level == column.role:
                found.setdefault(column.role, column.name)
    return found


def shared_cells(tables: ReadTables) -> tuple[dict[str, str | None], ...]:
    """What is doubtful where several measures stand in one cell with one amount."""
    groups: dict[str, list[Row]] = {}
    for read in tables.rows:
        if read.row.budget is not None and read.row.budget.cell_group:
            groups.setdefault(read.row.budget.cell_group, []).append(read.row)
    return tuple(
        {
            "where": " / ".join(row.id for row in rows),
            "question": gettext_noop("Kva tiltak i cella gjeld beløpet?"),
            "reading": gettext_noop("Beløpet er lagt til tiltaket det står på linje med."),
            "alternative": gettext_noop("Tiltaka deler beløpet. Det er berre talt éin gong."),
        }
        for rows in groups.values()
        if any(row.budget is not None and row.budget.amount for row in rows)
        if not any(reasons.AMOUNT_ELSEWHERE in row.reading.warnings for row in rows)
    )


def _currency(text: str, language: str | None) -> str | None:
    """The currency the document writes, else that of its language. None: an English text without."""
    if "£" in text:
        return "GBP"
    if "€" in text:
        return "EUR"
    if language == "en" and not re.search(r"\b(?:kr|NOK|MNOK)\b", text):
        return None
    return _CURRENCIES.get(language or "", "NOK")
