"""What search knows of a version."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tiltak.domain.plans.models import Element, PartyRole, PlanVersion, RowLink, TableRow
from tiltak.domain.search.models import SearchEntry
from tiltak.domain.search.scope import stems_of

ROW = "row"
# a measure below another one
PART = "part"
# links that say the row is about the measure itself
ABOUT = (RowLink.Kind.SAME, RowLink.Kind.MERGED, RowLink.Kind.PART)


def entries_of(version: PlanVersion) -> Iterator[SearchEntry]:
    """One entry per element, then one per table row that belongs to no measure."""
    texts = _Texts(version)
    for element in texts.elements:
        yield texts.entry(element)
    after = len(texts.elements)
    for i, row in enumerate(texts.lone_rows()):
        yield texts.row_entry(row, after + i)


class _Texts:
    """All texts of a version, each kind fetched by one statement."""

    def __init__(self, version: PlanVersion) -> None:
        self.version = version
        self.elements = list(
            Element.objects.filter(version=version)
            .select_related("initiative")
            .order_by("position")
        )
        self.by_id = {element.pk: element for element in self.elements}
        self.rows = {
            row.pk: row for row in TableRow.objects.filter(version=version).order_by("position")
        }
        self.rows_of = self._rows_of()
        self.labels = self._labels()

    def _rows_of(self) -> Mapping[int, list[TableRow]]:
        found: dict[int, list[TableRow]] = defaultdict(list)
        self.linked: set[int] = set()
        for link in RowLink.objects.filter(version=self.version):
            self.linked.add(link.row_id)
            if link.kind in ABOUT:
                found[link.element_id].append(self.rows[link.row_id])
        return found

    def _labels(self) -> Mapping[tuple[str, int], list[str]]:
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for role in PartyRole.objects.filter(version=self.version):
            owner = ("row", role.row_id) if role.row_id else ("element", role.element_id or 0)
            found[owner].append(role.label)
        return found

    def entry(self, element: Element) -> SearchEntry:
        rows = self.rows_of.get(element.pk, [])
        short = element.initiative.short_title
        title = "" if element.kind == Element.Kind.PARAGRAPH else short or element.text
        others = [element.text, *(row.text for row in rows), *self._who(element, rows)]
        said = dict.fromkeys(" ".join(text.split()) for text in others if text)
        said.pop(" ".join(title.split()), None)
        return self._entry(
            kind=PART if self._is_part(element) else element.kind,
            initiative=element.initiative,
            position=element.position,
            title=title,
            text="\n".join(said),
            place=self._place(element),
        )

    def _who(self, element: Element, rows: list[TableRow]) -> Iterator[str]:
        yield from self.labels.get(("element", element.pk), ())
        for row in rows:
            yield from self.labels.get(("row", row.pk), ())

    def _is_part(self, element: Element) -> bool:
        above = self.by_id.get(element.parent_id or 0)
        return above is not None and above.kind == element.kind == Element.Kind.MEASURE

    def _place(self, element: Element) -> str:
        above = self.by_id.get(element.parent_id or 0)
        while above is not None and above.kind == Element.Kind.MEASURE:
            above = self.by_id.get(above.parent_id or 0)
        return f"{above.number or ''} {above.text}".strip() if above else ""

    def lone_rows(self) -> Iterator[TableRow]:
        return (row for row in self.rows.values() if row.pk not in self.linked and row.text)

    def row_entry(self, row: TableRow, position: int) -> SearchEntry:
        return self._entry(
            kind=ROW,
            row_key=row.key,
            position=position,
            title=row.text,
            text="\n".join(self.labels.get(("row", row.pk), ())),
            place=row.focus_area or "",
        )

    def _entry(self, *, title: str, text: str, **fields: object) -> SearchEntry:
        council_id = self.version.plan.council_id
        return SearchEntry(
            council_id=council_id,
            version=self.version,
            title=title,
            text=text,
            stems=stems_of(council_id, (title, text)),
            **fields,
        )
