"""The rows of a version back into a plan file."""

from collections import defaultdict
from typing import Any

import msgspec

from tiltak.domain.plans.models import (
    Element,
    PlanTable,
    PlanVersion,
    TableRow,
    UnplacedText,
)
from tiltak.domain.plans.projection.version_rows import VersionRows, place_of
from tiltak.planfile.model import (
    Area,
    Column,
    Document,
    Item,
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

Kind = Element.Kind


def planfile_of(version: PlanVersion, *, provenance: bool = True) -> Plan:
    """The version as a plan file, in normal form.

    `provenance=False` leaves out what it was read from and where it stands there: sources,
    passages and unplaced text. A paper needs none of them, and they are most of the data.
    """
    rows = VersionRows.fetch(version.pk, provenance=provenance)
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


class _Placer:
    """Makes values of rows."""

    def __init__(self, rows: VersionRows) -> None:
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
        Unplaced(passage=place_of(one), text=one.text, reason=one.reason)
        for one in UnplacedText.objects.filter(version=version_id)
    )
