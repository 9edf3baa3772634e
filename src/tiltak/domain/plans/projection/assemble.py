"""The rows of a version back into a plan file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    PartyRole,
    Passage,
    PlanTable,
    PlanVersion,
    RowLink,
    Serving,
    TableRow,
    UnplacedText,
)
from tiltak.planfile.model import (
    Area,
    Budget,
    Column,
    Document,
    Item,
    Link,
    Measure,
    Parties,
    Plan,
    Reading,
    Row,
    Section,
    Source,
    Table,
    Time,
    Unplaced,
)
from tiltak.planfile.model import Passage as Place

Kind = Element.Kind


def planfile_of(version: PlanVersion, *, provenance: bool = True) -> Plan:
    """The version as a plan file, in normal form.

    `provenance=False` leaves out what it was read from and where it stands there: sources,
    passages and unplaced text. A paper needs none of them, and they are most of the data.
    """
    rows = _Rows.fetch(version.pk, provenance=provenance)
    place = _Placer(rows)
    return Plan(
        document=_document(version, place),
        focus_areas=tuple(place.area(e) for e in rows.below(None, Kind.AREA)),
        tables=_tables(version.pk, place),
        links=rows.links,
        paragraphs=place.items(None, Kind.PARAGRAPH),
        labels=version.labels,
        ambiguities=tuple(version.ambiguities),
        sources=_sources(version) if provenance else (),
        unplaced=_unplaced(version.pk) if provenance else (),
        warnings=tuple(version.warnings),
    )


class _Rows(NamedTuple):
    """All rows of a version, each kind fetched by one statement and grouped by owner."""

    children: Mapping[tuple[int | None, str], list[Element]]
    keys: Mapping[int, str]
    budgets: Mapping[tuple[str, int], list[Budget]]
    roles: Mapping[tuple[str, int], list[PartyRole]]
    passages: Mapping[tuple[str, int | None], list[Place]]
    links: tuple[Link, ...]
    rows_of: Mapping[int, list[str]]
    serves: Mapping[int, list[str]]
    table_rows: list[TableRow]

    def below(self, parent: int | None, kind: str) -> list[Element]:
        return self.children.get((parent, kind), [])

    @classmethod
    def fetch(cls, version_id: int, *, provenance: bool) -> "_Rows":
        elements = list(Element.objects.filter(version=version_id).select_related("initiative"))
        keys = {element.pk: element.key for element in elements}
        children: dict[tuple[int | None, str], list[Element]] = defaultdict(list)
        for element in elements:
            children[element.parent_id, element.kind].append(element)
        table_rows = list(TableRow.objects.filter(version=version_id))
        row_keys = {row.pk: row.key for row in table_rows}
        links, rows_of = _links(version_id, keys, row_keys)
        serves = defaultdict(list)
        for measure, goal in Serving.objects.filter(version=version_id).values_list(
            "measure_id", "goal_id"
        ):
            serves[measure].append(keys[goal])
        return cls(
            children=children,
            keys=keys,
            budgets=_budgets(version_id),
            roles=_grouped(PartyRole.objects.filter(version=version_id)),
            passages=_passages(version_id) if provenance else {},
            links=links,
            rows_of=rows_of,
            serves=serves,
            table_rows=table_rows,
        )


def _links(
    version_id: int, keys: Mapping[int, str], row_keys: Mapping[int, str]
) -> tuple[tuple[Link, ...], Mapping[int, list[str]]]:
    links = []
    rows_of: dict[int, list[str]] = defaultdict(list)
    for link in RowLink.objects.filter(version=version_id):
        row = row_keys[link.row_id]
        links.append(
            msgspec.convert({"row": row, "measure": keys[link.element_id], "kind": link.kind}, Link)
        )
        if link.kind != RowLink.Kind.RELATED and row not in rows_of[link.element_id]:
            rows_of[link.element_id].append(row)
    return tuple(links), rows_of


def _owner(owned: BudgetLine | PartyRole) -> tuple[str, int]:
    if owned.row_id is not None:
        return "row", owned.row_id
    assert owned.element_id is not None  # noqa: S101 a check constraint says so
    return "element", owned.element_id


def _grouped(roles: Iterable[PartyRole]) -> Mapping[tuple[str, int], list[PartyRole]]:
    groups: dict[tuple[str, int], list[PartyRole]] = defaultdict(list)
    for role in roles:
        groups[_owner(role)].append(role)
    return groups


def _budgets(version_id: int) -> Mapping[tuple[str, int], list[Budget]]:
    groups: dict[tuple[str, int], list[Budget]] = defaultdict(list)
    for line in BudgetLine.objects.filter(version=version_id).order_by("position", "id"):
        groups[_owner(line)].append(budget_of(line))
    return groups


def budget_of(line: BudgetLine) -> Budget:
    """One budget line as a plan file has it."""
    return msgspec.convert(
        {
            "raw": line.raw,
            "amount": line.amount,
            "min": line.least,
            "max": line.most,
            "currency": line.currency,
            "per_year": line.per_year,
            "basis": line.basis,
            "per": line.per,
            "cell_group": line.cell_group,
            "funder": line.funder,
            "kind": line.kind,
        },
        Budget,
    )


def _place(passage: Passage | UnplacedText) -> Place:
    return Place(**{name: getattr(passage, name) for name in Place.__struct_fields__})


def _passages(version_id: int) -> Mapping[tuple[str, int | None], list[Place]]:
    groups: dict[tuple[str, int | None], list[Place]] = defaultdict(list)
    for passage in Passage.objects.filter(version=version_id):
        if passage.row_id is not None:
            groups["row", passage.row_id].append(_place(passage))
        elif passage.table_id is not None:
            groups["table", passage.table_id].append(_place(passage))
        else:
            groups["element", passage.element_id].append(_place(passage))
    return groups


class _Placer:
    """Makes values of rows."""

    def __init__(self, rows: _Rows) -> None:
        self.rows = rows

    def reading(self, doubt: dict[str, Any], owner: tuple[str, int | None]) -> Reading:
        bare = msgspec.convert(doubt, Reading)
        places = tuple(self.rows.passages.get(owner, ()))
        return msgspec.structs.replace(bare, passages=places)

    def area(self, element: Element) -> Area:
        sections = tuple(
            Section(**self._section(theme)) for theme in self.rows.below(element.pk, Kind.THEME)
        )
        return Area(**self._section(element), sections=sections)

    def _section(self, element: Element) -> dict[str, Any]:
        return {
            **self._common(element),
            "title": element.text,
            "paragraphs": self.items(element.pk, Kind.PARAGRAPH),
            "sub_goals": self.items(element.pk, Kind.SUB_GOAL),
            "strategies": self.items(element.pk, Kind.STRATEGY),
            "measures": self._measures(element.pk),
        }

    def _common(self, element: Element) -> dict[str, Any]:
        return {
            "id": element.key,
            "number": element.number,
            "initiative": element.initiative.code,
            "short_title": element.initiative.short_title or None,
            "reading": self.reading(element.reading, ("element", element.pk)),
        }

    def items(self, parent: int | None, kind: str) -> tuple[Item, ...]:
        return tuple(Item(text=e.text, **self._common(e)) for e in self.rows.below(parent, kind))

    def _measures(self, parent: int) -> tuple[Measure, ...]:
        return tuple(self._measure(e) for e in self.rows.below(parent, Kind.MEASURE))

    def _measure(self, element: Element) -> Measure:
        in_text: dict[Any, tuple[str, ...]] = {}
        for role in self.rows.roles.get(("element", element.pk), ()):
            if role.in_text:
                in_text[role.role] = (*in_text.get(role.role, ()), role.label)
        return Measure(
            **self._common(element),
            **self.saying(element, ("element", element.pk)),
            text=element.text,
            source=element.source,  # type: ignore[arg-type] # one of the model's words
            state=element.state,
            roles=in_text,  # type: ignore[arg-type] # tuples of labels
            rows=tuple(self.rows.rows_of.get(element.pk, ())),
            serves=tuple(self.rows.serves.get(element.pk, ())),
            children=self._measures(element.pk),
        )

    def saying(self, owner: Element | TableRow, key: tuple[str, int]) -> dict[str, Any]:
        budgets = self.rows.budgets.get(key, [])
        return {
            "time": None if owner.time is None else msgspec.convert(owner.time, Time),
            "budget": budgets[0] if budgets else None,
            "more_budgets": tuple(budgets[1:]),
            "responsible": self._parties(owner.responsible_raw, key, "responsible"),
            "partners": self._parties(owner.partners_raw, key, "partner"),
        }

    def _parties(self, raw: str | None, key: tuple[str, int], role: str) -> Parties | None:
        labels = tuple(
            r.label for r in self.rows.roles.get(key, ()) if r.role == role and not r.in_text
        )
        return Parties(raw=raw, parties=labels) if raw is not None or labels else None

    def row(self, row: TableRow) -> Row:
        return Row(
            id=row.key,
            text=row.text,
            focus_area=row.focus_area,
            section=row.section,
            number=row.number,
            state=row.state,
            extra=row.extra,
            reading=self.reading(row.reading, ("row", row.pk)),
            **self.saying(row, ("row", row.pk)),
        )


def _document(version: PlanVersion, place: _Placer) -> Document:
    facts = {**version.facts}
    doubt = facts.pop("reading", {})
    document = msgspec.convert({**facts, "title": version.title}, Document)
    return msgspec.structs.replace(document, reading=place.reading(doubt, ("element", None)))


def _tables(version_id: int, place: _Placer) -> tuple[Table, ...]:
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in place.rows.table_rows:
        rows[row.table_id].append(place.row(row))
    return tuple(
        Table(
            id=table.key,
            title=table.title,
            columns=msgspec.convert(table.columns, tuple[Column, ...]),
            rows=tuple(rows[table.pk]),
            reading=place.reading(table.reading, ("table", table.pk)),
        )
        for table in PlanTable.objects.filter(version=version_id)
    )


def _sources(version: PlanVersion) -> tuple[Source, ...]:
    return tuple(
        msgspec.convert(
            {
                "name": one.document.filename,
                "media_type": one.document.media_type,
                "sha256": one.document.sha256,
                "text": one.document.text,
                "method": one.document.method,
            },
            Source,
        )
        for one in version.sources.select_related("document")
    )


def _unplaced(version_id: int) -> tuple[Unplaced, ...]:
    return tuple(
        Unplaced(passage=_place(one), text=one.text, reason=one.reason)
        for one in UnplacedText.objects.filter(version=version_id)
    )
