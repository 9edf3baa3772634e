"""An old plan told about inside a new one: its goals, measures and tables are not the new plan's.

Such a part has a heading that says so ("Tilbakeblikk", "Status for førre plan"), or one that
names a plan of years that were over when the new plan began, or ended as it began and are looked
back on ("Progress against the 2021–2024 plan" in a plan for 2024–2027), or reports on years
before it ("Rapport for 2023", "Resultat i perioden 2020–2023", "Kva vi gjorde 2020–2023").
"""

from collections.abc import Sequence

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import TableBlock
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary

Tables = list[tuple[DraftSection, TableBlock]]


def set_old_aside(
    root: DraftSection, tables: Tables, years: Sequence[int], vocabulary: Vocabulary
) -> tuple[Tables, list[tuple[Passage, str]]]:
    """The tables that are the new plan's, and what is left out. Old headings hold only text."""
    headings = [
        section
        for section in root.with_sections()
        if section is not root and is_old(section.title, years, vocabulary)
    ]
    old = {id(one) for section in headings for one in section.with_sections()}
    sheets = {id(table) for _, table in tables if _is_old_sheet(table, years, vocabulary)}
    if len(sheets) < len(tables):
        left_out = [(p, reasons.OLD_PLAN) for _, t in tables if id(t) in sheets for p in t.passages]
        tables = [(section, table) for section, table in tables if id(table) not in sheets]
    else:
        left_out = []
    if not _leaves_plan(root, tables, old):
        return tables, left_out
    for section in headings:
        if any(one is section for one in root.with_sections()):
            section.paragraphs = _as_text(section)
            section.sub_goals, section.strategies = [], []
            section.measures, section.sections = [], []
    kept = [(section, table) for section, table in tables if id(section) not in old]
    left_out += [
        (passage, reasons.OLD_PLAN)
        for section, table in tables
        if id(section) in old
        for passage in table.passages
    ]
    return kept, left_out


def _is_old_sheet(table: TableBlock, years: Sequence[int], vocabulary: Vocabulary) -> bool:
    """A sheet of years that were over ("Rapport 2025"), or one that says it is old."""
    name = table.title or ""
    if table.sheet is None:
        return False
    said = find_years(name)
    over = bool(said and years) and max(said) < min(years)
    return over or is_old(name, years, vocabulary)


def _leaves_plan(root: DraftSection, tables: Tables, old: set[int]) -> bool:
    """Whether anything is left of the plan without its old parts: else they are no old ones."""
    kept = any(one.is_named for one in root.with_sections() if id(one) not in old)
    return kept or any(id(section) not in old for section, _ in tables)


def is_old(title: str, years: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether a heading says that what stands below it is of a plan before this one."""
    folded = title.casefold()
    if any(word in folded for word in vocabulary.list_of("old_plan", "words")):
        return True
    said = find_years(title)
    if not said or not years:
        return False
    over = max(said) < min(years)
    if over and _reports(title, vocabulary):
        return True
    if over and any(word in folded for word in vocabulary.list_of("old_plan", "looks_back")):
        return True
    if len(said) == 1:
        return False
    if max(said) == min(years) and min(said) < min(years):
        # the last year of the one is the first of the other: only what became of it is told
        over = any(word in folded for word in vocabulary.list_of("old_plan", "reviews"))
    return over and any(word in folded for word in vocabulary.list_of("facts", "titles"))


def _reports(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading begins by telling what became of something: "Rapport for 2023"."""
    first, *rest = title.casefold().split()
    while rest and not first[0].isalpha():
        first, *rest = rest  # the number of the heading
    return first.endswith(vocabulary.list_of("old_plan", "reports"))


def _as_text(section: DraftSection) -> list[DraftItem]:
    """Everything a heading holds, as paragraphs in the order of the document."""
    found: list[DraftItem] = []
    for one in section.with_sections():
        if one is not section:
            found.append(DraftItem(one.title, tuple(one.passages), reasons.BODY_TEXT))
        items = (*one.sub_goals, *one.strategies, *one.paragraphs)
        found += [DraftItem(item.text, item.passages, reasons.BODY_TEXT) for item in items]
        found += [_text_of(part) for measure in one.measures for part in measure.with_parts()]
    return sorted(found, key=lambda item: item.passages[0].start if item.passages else 0)


def _text_of(measure: DraftMeasure) -> DraftItem:
    return DraftItem(measure.text, measure.passages, reasons.BODY_TEXT)
