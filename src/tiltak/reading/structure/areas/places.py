"""Where each heading stands, and which area each row of a table belongs to."""

import re
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage
from tiltak.reading.structure import reasons
from tiltak.reading.structure.drafts import DraftItem, DraftMeasure, DraftSection
from tiltak.reading.structure.rows.read_rows import ReadRow, Said
from tiltak.reading.structure.titles import alike, plain_title
from tiltak.reading.values.numbering import without_number

_DOUBTFUL = {ground.reason: ground for ground in (reasons.TABLE_PIECED, reasons.COLUMN_BY_CONTENT)}


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
        self._by_title = {plain_title(area.title): area for area in reversed(self.areas)}

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
        known = self._by_title.get(plain_title(title)) or self._by_title.get(
            plain_title(read.area or "")
        )
        if known is not None:
            if passages and passages[0] not in known.passages[-1:]:
                known.passages.extend(passages)
            return known
        area = DraftSection(title, list(passages), reasons.NAMED_BY_TABLE, level=1)
        if title != read.area:
            area.number = (read.area or "").split()[0].rstrip(".)")
        self.areas.append(area)
        self._area_of[id(area)] = self._by_title[plain_title(title)] = area
        return area

    def _numbered_area(self, read: ReadRow) -> DraftSection | None:
        """Row 2.3 belongs to area 2, or to theme 2.3 when there is one."""
        match = re.match(r"(\d+)\.\d", read.row.number or "")
        return next((a for a in self.areas if match and a.number == match[1]), None)

    def _theme(self, area: DraftSection, title: str, passages: tuple[Passage, ...]) -> DraftSection:
        if area is self.root:
            return area
        name = without_number(title)
        for section in area.sections:
            if alike(section.title, name) or alike(section.title, title):
                section.passages.extend(p for p in passages if p not in section.passages)
                return section
        section = DraftSection(name, list(passages), reasons.NAMED_BY_TABLE, level=area.level + 1)
        area.sections.append(section)
        self._area_of[id(section)] = self._area_of[id(area)]
        return section

    def _add_item(
        self, section: DraftSection, role: str, said: Said, place: list[DraftItem]
    ) -> None:
        text, passages = said
        key = (id(section), role)
        if key not in self._items:
            self._items[key] = {plain_title(item.text): item for item in reversed(place)}
        known = self._items[key].get(plain_title(text))
        if known is None:
            place.append(DraftItem(text, passages, reasons.TABLE_GOAL))
            self._items[key][plain_title(text)] = place[-1]
        elif passages and passages[0] not in known.passages[-len(passages) :]:
            known.passages += passages


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


def measure_of_row(read: ReadRow) -> DraftMeasure:
    """A measure that stands only in the table, with the parts listed below it in its cell."""
    row = read.row
    ground = _DOUBTFUL.get(row.reading.reason or "", reasons.TABLE_ROW)
    return DraftMeasure(
        row.text,
        row.reading.passages,
        ground,
        number=row.number,
        rows=[row.id],
        from_table=True,
        children=[
            DraftMeasure(text, passages, reasons.PART_OF_MEASURE, from_table=True)
            for text, passages in read.below
        ],
    )
