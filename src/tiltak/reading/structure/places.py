"""From headings to areas and themes: which heading is which, and where each table row belongs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.table_rows import ReadRow, Said
from tiltak.reading.values.numbering import without_number


@dataclass(slots=True)
class Places:
    """The areas of a plan in the making. `root` holds what stands under no area."""

    root: DraftSection
    goals_moved: bool = False
    _area_of: dict[int, DraftSection] = field(default_factory=dict)
    _by_title: dict[str, DraftSection] = field(default_factory=dict)
    _items: dict[tuple[int, str], dict[str, DraftItem]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.look_anew()

    def look_anew(self) -> None:
        """Learn again where every heading stands, after headings were moved."""
        self._area_of = {
            id(section): area for area in self.areas for section in area.with_sections()
        }
        self._by_title = {_plain(area.title): area for area in reversed(self.areas)}

    @property
    def areas(self) -> list[DraftSection]:
        """Headings of the first level: those that hold something in the end become areas."""
        return self.root.sections

    def area_of(self, section: DraftSection) -> DraftSection | None:
        """The area a heading stands in; None for the root."""
        return self._area_of.get(id(section))

    def areas_of_rows(self) -> dict[str, DraftSection]:
        """Row id → the area that has its measure."""
        return {
            row: area
            for area in self.areas
            for section in area.with_sections()
            for measure in section.measures
            for part in measure.with_parts()
            for row in part.rows
        }

    def settle(self, read: ReadRow) -> None:
        """Find the area, theme and goals of a row, made from the table where no heading has them."""
        if read.area:
            area = self._named_area(read)
            outer = self.area_of(read.section)
            read.section = read.section if outer is area else area
        elif read.section is self.root:
            read.section = self._numbered_area(read) or self.root
        if read.theme:
            read.section = self._theme(read.section, read.theme, read.passages.get("theme", ()))
        for said in read.sub_goals:
            self._add_item(read.section, "sub_goal", said, read.section.sub_goals)
        for said in read.strategies:
            self._add_item(read.section, "strategy", said, read.section.strategies)

    def _named_area(self, read: ReadRow) -> DraftSection:
        title = without_number(read.area or "")
        passages = read.passages.get("focus_area", ())
        known = self._by_title.get(_plain(title)) or self._by_title.get(_plain(read.area or ""))
        if known is not None:
            if passages and passages[0] not in known.passages[-1:]:
                known.passages.extend(passages)
            return known
        area = DraftSection(title, list(passages), reasons.NAMED_BY_TABLE, level=1)
        if title != read.area:
            area.number = (read.area or "").split()[0].rstrip(".)")
        self.areas.append(area)
        self._area_of[id(area)] = self._by_title[_plain(title)] = area
        return area

    def _numbered_area(self, read: ReadRow) -> DraftSection | None:
        """Row 2.3 belongs to area 2, or to theme 2.3 when there is one."""
        match = re.match(r"(\d+)\.\d", read.row.number or "")
        return next((a for a in self.areas if match and a.number == match[1]), None)

    def _theme(self, area: DraftSection, title: str, passages: tuple[Passage, ...]) -> DraftSection:
        if area is self.root:
            return area
        for section in area.sections:
            if alike(section.title, title):
                section.passages.extend(p for p in passages if p not in section.passages)
                return section
        section = DraftSection(
            without_number(title), list(passages), reasons.NAMED_BY_TABLE, level=area.level + 1
        )
        area.sections.append(section)
        self._area_of[id(section)] = self._area_of[id(area)]
        return section

    def _add_item(
        self, section: DraftSection, role: str, said: Said, place: list[DraftItem]
    ) -> None:
        text, passages = said
        key = (id(section), role)
        if key not in self._items:
            self._items[key] = {_plain(item.text): item for item in reversed(place)}
        known = self._items[key].get(_plain(text))
        if known is None:
            place.append(DraftItem(text, passages, reasons.TABLE_GOAL))
            self._items[key][_plain(text)] = place[-1]
        elif passages and passages[0] not in known.passages[-len(passages) :]:
            known.passages += passages


def alike(one: str, other: str) -> bool:
    """The same title but for case, white space and a final sign."""
    return _plain(one) == _plain(other)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split()).strip(" .:")


def lift_transparent(root: DraftSection) -> None:
    """Take away headings that only name a level ("Innsatsområde", "Mål og strategiar").

    What stands under them belongs to the heading above.
    """
    for section in list(root.sections):
        lift_transparent(section)
    lifted: list[DraftSection] = []
    for section in root.sections:
        if section.transparent:
            _take_over(root, section)
            for inner in section.sections:
                known = next((one for one in lifted if alike(one.title, inner.title)), None)
                if section.holds and known is not None:
                    # the same area under "Mål" and under "Tiltak"
                    known.sections += inner.sections
                    _take_over(known, inner)
                else:
                    lifted.append(inner)
        else:
            lifted.append(section)
    root.sections = lifted


def _take_over(above: DraftSection, section: DraftSection) -> None:
    """Give what a heading holds to another."""
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


def holds_table(section: DraftSection, with_tables: set[int]) -> bool:
    """Whether a table of measures stands under a heading or below it."""
    return any(id(one) in with_tables for one in section.with_sections())


def move_loose(places: Places, title: str) -> None:
    """Goals and measures under no heading: goals to the first area with measures, measures to an
    area named after the plan."""
    root = places.root
    first = next((area for area in places.areas if area.has_measures()), None)
    if first is None:
        first = next((area for area in places.areas if area.has_content()), None)
    if first is not None and (root.sub_goals or root.strategies):
        first.sub_goals[:0] = root.sub_goals
        first.strategies[:0] = root.strategies
        root.sub_goals, root.strategies = [], []
        places.goals_moved = True
    if root.is_named:
        area = DraftSection(title, [], reasons.ONLY_AREA, level=1)
        area.sub_goals, area.strategies, area.measures = (
            root.sub_goals,
            root.strategies,
            root.measures,
        )
        root.sub_goals, root.strategies, root.measures = [], [], []
        places.areas.insert(0, area)


def finish(places: Places, *, keep_all: bool = False) -> None:
    """Keep areas and themes that hold something; headings of other chapters become paragraphs.

    `keep_all` keeps every heading: a text that lost its letters has no level words to go by.
    """
    if keep_all and not any(area.has_content() for area in places.areas):
        return
    kept: list[DraftSection] = []
    for area in places.areas:
        if area.titles_table and not area.has_content():
            places.root.passages += area.passages
            continue
        if not area.has_content():
            (kept[-1] if kept else places.root).paragraphs += list(_as_paragraphs(area))
            continue
        _flatten(area)
        kept.append(area)
    places.root.sections = kept
    places.look_anew()


def _flatten(area: DraftSection) -> None:
    """All filled headings below an area become its themes, in order."""
    themes: list[DraftSection] = []
    for section in [s for child in area.sections for s in child.with_sections()]:
        if section.is_named:
            themes.append(section)
        elif section.titles_table:
            area.passages += section.passages
        else:
            place = themes[-1] if themes else area
            place.paragraphs += list(_as_paragraphs(section, below=False))
    for theme in themes:
        theme.sections = []
    area.sections = themes


def _as_paragraphs(section: DraftSection, *, below: bool = True) -> Iterator[DraftItem]:
    yield DraftItem(
        section.title, tuple(section.passages), reasons.BODY_TEXT, number=section.number
    )
    yield from section.paragraphs
    for child in section.sections if below else ():
        yield from _as_paragraphs(child)


def name_all(areas: list[DraftSection]) -> None:
    """Give areas, themes and measures their ids: "2", "2.1", "2.1.m3"; "A4" where no number is."""
    taken: dict[str, int] = {}
    for order, area in enumerate(areas, start=1):
        area.identity = _free(area.number or f"A{order}", taken)
        for number, theme in enumerate(area.sections, start=1):
            own = theme.number or f"{number}"
            longer = own if own.startswith(f"{area.identity}.") else f"{area.identity}.{own}"
            theme.identity = _free(longer, taken)
        for section in (area, *area.sections):
            name_measures(section, section.identity)


def name_measures(section: DraftSection, identity: str) -> None:
    """Number the measures of a section."""
    for order, measure in enumerate(section.measures, start=1):
        measure.name(f"{identity}.m{order}")


def _free(wanted: str, taken: dict[str, int]) -> str:
    """The id, with a count behind it where others have it already."""
    taken[wanted] = taken.get(wanted, 0) + 1
    if taken[wanted] == 1:
        return wanted
    return _free(f"{wanted}-{taken[wanted]}", taken)


def measure_of_row(read: ReadRow) -> DraftMeasure:
    """A measure that stands only in the table."""
    row = read.row
    doubtful = (reasons.TABLE_PIECED, reasons.COLUMN_BY_CONTENT)
    ground = next((g for g in doubtful if g.reason == row.reading.reason), reasons.TABLE_ROW)
    return DraftMeasure(
        row.text,
        row.reading.passages,
        ground,
        number=row.number,
        rows=[row.id],
        from_table=True,
    )
