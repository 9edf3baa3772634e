"""A plan file into the rows of a version."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db.models import Model

from tiltak.domain.organisations.operations import parties_by_label
from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    Initiative,
    PartyRole,
    Passage,
    PlanTable,
    PlanVersion,
    RowLink,
    Serving,
    TableRow,
    UnplacedText,
    VersionSource,
)
from tiltak.domain.plans.projection.identities import identities_for
from tiltak.domain.plans.projection.money import budget_line
from tiltak.domain.plans.projection.nodes import Node, nodes
from tiltak.domain.sources.models import SourceDocument
from tiltak.planfile import walk
from tiltak.planfile.model import Document, Measure, Parties, Plan, Reading, Row, Time
from tiltak.planfile.model import Passage as Place

BATCH = 1000
# every kind of row that is a part of a version's text
PARTS: tuple[type[Model], ...] = (
    RowLink,
    Serving,
    Passage,
    UnplacedText,
    BudgetLine,
    PartyRole,
    TableRow,
    PlanTable,
    Element,
    VersionSource,
)


def empty(version: PlanVersion) -> None:
    """Remove all rows of a draft. A frozen version refuses."""
    # children before parents is not needed: the foreign key check waits for the commit
    for model in PARTS:
        model._default_manager.filter(version=version)._raw_delete(using="default")


def store(
    version: PlanVersion,
    plan: Plan,
    *,
    documents: Sequence[SourceDocument],
    now: datetime,
    identities: Mapping[str, str] | None = None,
) -> dict[str, Initiative]:
    """Write a plan (in normal form) into an empty version; gives element key → initiative.

    `documents` are the stored sources, in the order of `plan.sources`; `identities` says which
    elements continue which initiatives (key → code). The caller has the transaction.
    """
    return _Store(version, plan, documents).run(identities or {}, now)


def facts_of(document: Document) -> dict[str, Any]:
    """The document's facts as stored: all but the title and where they stand."""
    bare = msgspec.structs.replace(document, title="", reading=Reading())
    facts = msgspec.to_builtins(bare)
    facts.pop("title")
    return {**facts, "reading": _doubt(document.reading)}


class _Store:
    def __init__(
        self, version: PlanVersion, plan: Plan, documents: Sequence[SourceDocument]
    ) -> None:
        self.version = version
        self.plan = plan
        self.documents = documents
        self.council_id = version.plan.council_id
        self.elements: dict[str, Element] = {}
        self.rows: dict[str, TableRow] = {}
        self.tables: dict[str, PlanTable] = {}

    def run(self, given: Mapping[str, str], now: datetime) -> dict[str, Initiative]:
        flat = list(nodes(self.plan))
        initiatives = identities_for(flat, council_id=self.council_id, given=given, now=now)
        self._version_facts()
        self._create_sources()
        self._create_elements(flat, initiatives)
        self._create_tables()
        self._create_links(flat)
        self._create_money_and_parties(flat)
        self._create_passages(flat)
        return initiatives

    def _version_facts(self) -> None:
        self.version.title = self.plan.document.title
        self.version.facts = facts_of(self.plan.document)
        self.version.labels = self.plan.labels
        self.version.ambiguities = list(self.plan.ambiguities)
        self.version.warnings = list(self.plan.warnings)
        self.version.save()

    def _create_sources(self) -> None:
        VersionSource.objects.bulk_create(
            VersionSource(version=self.version, document=document, position=i)
            for i, document in enumerate(self.documents)
        )

    def _create_elements(self, flat: Sequence[Node], initiatives: Mapping[str, Initiative]) -> None:
        waiting = list(enumerate(flat))
        while waiting:  # one round per level of the tree: parents must have their numbers first
            ready = [(i, n) for i, n in waiting if n.parent is None or n.parent in self.elements]
            made = Element.objects.bulk_create(
                (self._element(i, node, initiatives[node.key]) for i, node in ready),
                batch_size=BATCH,
            )
            self.elements |= {element.key: element for element in made}
            waiting = [(i, n) for i, n in waiting if n.key not in self.elements]

    def _element(self, position: int, node: Node, initiative: Initiative) -> Element:
        value = node.value
        element = Element(
            version=self.version,
            initiative=initiative,
            parent=self.elements[node.parent] if node.parent else None,
            key=node.key,
            kind=node.kind,
            position=position,
            number=value.number,
            text=node.text,
            reading=_doubt(value.reading),
        )
        if isinstance(value, Measure):
            element.source = value.source
            element.state = value.state
            _fill_saying(element, value)
        return element

    def _create_tables(self) -> None:
        position = 0
        for i, table in enumerate(self.plan.tables):
            stored = PlanTable.objects.create(
                version=self.version,
                key=table.id,
                title=table.title,
                columns=msgspec.to_builtins(table.columns),
                position=i,
                reading=_doubt(table.reading),
            )
            self.tables[table.id] = stored
            areas = {n.text: n for n in self.elements.values() if n.kind == Element.Kind.AREA}
            made = TableRow.objects.bulk_create(
                (
                    self._row(stored, row, position + j, areas.get(row.focus_area or ""))
                    for j, row in enumerate(table.rows)
                ),
                batch_size=BATCH,
            )
            position += len(made)
            self.rows |= {row.key: row for row in made}

    def _row(self, table: PlanTable, row: Row, position: int, area: Element | None) -> TableRow:
        stored = TableRow(
            version=self.version,
            table=table,
            area=area,
            key=row.id,
            position=position,
            number=row.number,
            text=row.text,
            focus_area=row.focus_area,
            section=row.section,
            state=row.state,
            extra=row.extra,
            reading=_doubt(row.reading),
        )
        _fill_saying(stored, row)
        return stored

    def _create_links(self, flat: Sequence[Node]) -> None:
        RowLink.objects.bulk_create(
            (
                RowLink(
                    version=self.version,
                    row=self.rows[link.row],
                    element=self.elements[link.measure],
                    kind=link.kind,
                    position=i,
                )
                for i, link in enumerate(self.plan.links)
            ),
            batch_size=BATCH,
        )
        Serving.objects.bulk_create(
            (
                Serving(
                    version=self.version,
                    measure=self.elements[node.key],
                    goal=self.elements[goal],
                    position=i,
                )
                for node in flat
                if isinstance(node.value, Measure)
                for i, goal in enumerate(node.value.serves)
            ),
            batch_size=BATCH,
        )

    def _owners(self, flat: Sequence[Node]) -> Iterator[tuple[dict[str, Any], Row | Measure]]:
        for table in self.plan.tables:
            for row in table.rows:
                yield {"row": self.rows[row.id]}, row
        for node in flat:
            if isinstance(node.value, Measure):
                yield {"element": self.elements[node.key]}, node.value

    def _create_money_and_parties(self, flat: Sequence[Node]) -> None:
        lines = []
        roles: list[tuple[dict[str, Any], str, str, bool, int]] = []
        for owner, value in self._owners(flat):
            for i, budget in enumerate(walk.budgets(value)):
                lines.append(budget_line(self.version, owner, budget, i))
            for i, (role, label, in_text) in enumerate(_roles(value)):
                roles.append((owner, role, label, in_text, i))
        BudgetLine.objects.bulk_create(lines, batch_size=BATCH)
        parties = parties_by_label(
            council_id=self.council_id,
            labels=dict.fromkeys(label for _, _, label, _, _ in roles),
            abbreviations=self.plan.document.abbreviations,
        )
        PartyRole.objects.bulk_create(
            (
                PartyRole(
                    version=self.version,
                    **owner,
                    role=role,
                    label=label,
                    party=parties[label],
                    in_text=in_text,
                    position=i,
                )
                for owner, role, label, in_text, i in roles
            ),
            batch_size=BATCH,
        )

    def _create_passages(self, flat: Sequence[Node]) -> None:
        owners: list[tuple[dict[str, Any], Reading]] = [({}, self.plan.document.reading)]
        owners += [({"element": self.elements[node.key]}, node.value.reading) for node in flat]
        for table in self.plan.tables:
            owners.append(({"table": self.tables[table.id]}, table.reading))
            owners += [({"row": self.rows[row.id]}, row.reading) for row in table.rows]
        Passage.objects.bulk_create(
            (
                Passage(version=self.version, **owner, **self._place(place))
                for owner, reading in owners
                for place in reading.passages
            ),
            batch_size=BATCH,
        )
        UnplacedText.objects.bulk_create(
            (
                UnplacedText(
                    version=self.version,
                    text=one.text,
                    reason=one.reason,
                    **self._place(one.passage),
                )
                for one in self.plan.unplaced
            ),
            batch_size=BATCH,
        )

    def _place(self, place: Place) -> dict[str, Any]:
        fields = {name: getattr(place, name) for name in Place.__struct_fields__}
        return {"document": self.documents[place.source], **fields}


def _doubt(reading: Reading) -> dict[str, Any]:
    """The reading without its passages, which are rows of their own."""
    bare: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(reading, passages=()))
    return bare


def _fill_saying(stored: Element | TableRow, value: Measure | Row) -> None:
    stored.time = _time(value.time)
    stored.responsible_raw = _raw(value.responsible)
    stored.partners_raw = _raw(value.partners)


def _time(time: Time | None) -> dict[str, Any] | None:
    return None if time is None else msgspec.to_builtins(time)


def _raw(parties: Parties | None) -> str | None:
    return parties.raw if parties else None


def _roles(value: Measure | Row) -> Iterator[tuple[str, str, bool]]:
    for role, parties in (("responsible", value.responsible), ("partner", value.partners)):
        for label in parties.parties if parties else ():
            yield role, label, False
    if isinstance(value, Measure):
        for role, labels in value.roles.items():
            for label in (labels,) if isinstance(labels, str) else labels:
                yield role, label, True
