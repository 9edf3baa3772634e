"""Headings that name areas once more: goals in one chapter, measures in another, or an appendix.

Habits read: "Idrett" and "Kunst" twice at the outermost level, or again below a heading that
stands around them ("Tiltaksliste", "Om satsingsområda"); an appendix with a table for each area,
"Tiltak for idrett" and "Tiltak for kunst". What stands below them is the area's.
"""

import re
from collections.abc import Iterable

from tiltak.reading.structure.areas.lifted_headings import holds_table, take_over
from tiltak.reading.structure.drafts import DraftItem, DraftSection
from tiltak.reading.structure.reasons import BODY_TEXT
from tiltak.reading.structure.rows.read_rows import ReadRow
from tiltak.reading.structure.titles import plain_title
from tiltak.reading.values.numbering import without_number
from tiltak.reading.vocabulary import Vocabulary

_SEVERAL = 2
_IN_AREA = ("sub_goal", "strategy", "measure")
# between the word of a level and the area: "Tiltak for idrett", "Tiltakstabell – idrett"
_JOINT = re.compile(
    r"\s+(?:for|för|innan|innen|inom|inden for|under|i|til|till|in)\s+|\s+[–—-]\s+|:\s+"
)


def join_repeated(root: DraftSection, rows: Iterable[ReadRow], vocabulary: Vocabulary) -> None:
    """Give what stands below such headings, and the rows of tables there, to the area."""
    rows = list(rows)
    with_tables = {id(read.section) for read in rows}
    known = {_name(read.area) for read in rows if read.area}
    known |= {_name(one.title) for one in root.sections if _holds(one, with_tables)}
    root.sections = [
        inner for one in root.sections for inner in _opened(one, root, known, with_tables)
    ]
    _name_by_area(root.sections, with_tables, vocabulary)
    root.sections = _joined(root.sections, with_tables)
    for read in rows:
        read.section = read.section.holder()


def _opened(
    section: DraftSection, root: DraftSection, known: set[str], with_tables: set[int]
) -> list[DraftSection]:
    """The headings in one that only stands around several areas known from elsewhere."""
    if section.is_named or id(section) in with_tables:
        return [section]
    inner = [one for one in section.sections if _holds(one, with_tables)]
    elsewhere = known - {_name(section.title)}
    if len(inner) < _SEVERAL or any(_name(one.title) not in elsewhere for one in inner):
        return [section]
    root.paragraphs.append(DraftItem(section.title, tuple(section.passages), BODY_TEXT))
    root.paragraphs += section.paragraphs
    return section.sections


def _name_by_area(
    sections: list[DraftSection], with_tables: set[int], vocabulary: Vocabulary
) -> None:
    """Give headings of a level's word and an area above them ("Tiltak for idrett") its name."""
    above: dict[str, str] = {}
    for section in sections:
        if not _holds(section, with_tables):
            continue
        first, *_ = section.title.split() or [""]
        joint = _JOINT.search(section.title)
        area = above.get(_name(section.title[joint.end() :])) if joint else None
        if area and vocabulary.level_of(first.strip(",:")) in _IN_AREA:
            section.title = area
        above.setdefault(_name(section.title), section.title)


def _joined(sections: list[DraftSection], with_tables: set[int]) -> list[DraftSection]:
    """The headings, those of each name that hold something as one."""
    first: dict[str, DraftSection] = {}
    kept: list[DraftSection] = []
    for section in sections:
        if not _holds(section, with_tables):
            kept.append(section)
            continue
        known = first.setdefault(_name(section.title), section)
        if known is section:
            kept.append(section)
        else:
            take_over(known, section)
            known.sections += section.sections
    return kept


def _holds(section: DraftSection, with_tables: set[int]) -> bool:
    return section.has_content() or holds_table(section, with_tables)


def _name(title: str) -> str:
    return plain_title(without_number(title))
