"""Headings that are no areas: they name a level, introduce the plan, or stand around all others."""

from collections.abc import Collection

from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftSection
from tiltak.reading.structure.titles import alike, introduces
from tiltak.reading.vocabulary import Vocabulary


def lift_transparent(root: DraftSection) -> None:
    """Take away headings that only name a level ("Innsatsområde", "Mål og strategiar").

    What stands under them belongs to the heading above.
    """
    for section in list(root.sections):
        lift_transparent(section)
    lifted: list[DraftSection] = []
    for section in root.sections:
        if section.transparent:
            take_over(root, section)
            for inner in section.sections:
                known = next((one for one in lifted if alike(one.title, inner.title)), None)
                if section.holds and known is not None:
                    # the same area under "Mål" and under "Tiltak"
                    known.sections += inner.sections
                    take_over(known, inner)
                else:
                    lifted.append(inner)
        else:
            lifted.append(section)
    root.sections = lifted


def lift_introductions(root: DraftSection, with_tables: set[int], vocabulary: Vocabulary) -> None:
    """Take away headings like "Innleiing" or "Mål og tiltak" that goals, measures or tables stand
    under: these are the whole plan's, and deeper headings stand beside the others."""
    lifted: list[DraftSection] = []
    for section in root.sections:
        holds = section.has_content() or holds_table(section, with_tables)
        is_area = not introduces(section.title, vocabulary) and not _names_levels(
            section.title, vocabulary
        )
        if holds and not is_area:
            title = DraftItem(section.title, tuple(section.passages), reasons.BODY_TEXT)
            section.paragraphs.insert(0, title)
            section.passages = []
            take_over(root, section)
            lifted += section.sections
        else:
            lifted.append(section)
    root.sections = lifted


def _names_levels(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading is several level words and nothing more: "Mål og aktivitetar". One alone
    may be what an area is about ("Aktivitet")."""
    label = vocabulary.label(title)
    return label is not None and label.alone and vocabulary.level_of(label.word) is None


def take_over(above: DraftSection, section: DraftSection) -> None:
    """Give what a heading holds to another."""
    section.lifted_into = above
    above.passages += section.passages
    above.sub_goals += section.sub_goals
    above.strategies += section.strategies
    above.measures += section.measures
    above.paragraphs += section.paragraphs


def lift_wrapper(root: DraftSection, *, with_tables: set[int]) -> None:
    """A single heading around all others ("Handlingsdel") is no area; nor is one without own text."""
    filled = _filled(root, with_tables)
    while len(filled) == 1:
        only = filled[0]
        inner = _filled(only, with_tables)
        if only.is_named or id(only) in with_tables or only.number:
            return
        if len(inner) < 2 and not _wraps_several(only, with_tables):
            return
        at = next(i for i, s in enumerate(root.sections) if s is only)
        root.paragraphs.append(DraftItem(only.title, tuple(only.passages), reasons.BODY_TEXT))
        root.paragraphs += only.paragraphs
        root.sections[at : at + 1] = only.sections
        filled = inner


def name_by_items(root: DraftSection) -> None:
    """An area whose heading is its goal ("Mål 2: Fleire arbeidsplassar") is named by it.

    Below an area such a heading holds a goal of that area instead.
    """
    for area in root.sections:
        if area.named_by is not None:
            area.title = area.named_by.text
            area.sub_goals = [item for item in area.sub_goals if item is not area.named_by]
            area.strategies = [item for item in area.strategies if item is not area.named_by]


def _filled(section: DraftSection, with_tables: set[int]) -> list[DraftSection]:
    return [s for s in section.sections if s.has_content() or holds_table(s, with_tables)]


def _wraps_several(section: DraftSection, with_tables: set[int]) -> bool:
    """Whether headings with nothing but one heading each come before several of one level."""
    inner = _filled(section, with_tables)
    while len(inner) == 1 and not (inner[0].is_named or inner[0].number):
        if id(inner[0]) in with_tables:
            return False
        inner = _filled(inner[0], with_tables)
    return len(inner) > 1


def holds_table(section: DraftSection, with_tables: Collection[int]) -> bool:
    """Whether a table of measures stands under a heading or below it."""
    return any(id(one) in with_tables for one in section.with_sections())
