"""A fact right below a heading holds for every measure under it: "Ansvarleg: Biblioteksjefen"."""

from collections.abc import Iterator

import msgspec

from tiltak.planfile.model import Parties, Reading, Row, Time
from tiltak.reading.structure.drafts import DraftMeasure, DraftSection
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.reasons import SAID_FOR_ALL
from tiltak.reading.structure.rows.read_rows import ReadTables


def spread_facts(root: DraftSection, tables: ReadTables, facts: FactReader) -> None:
    """Give rows and measures without a party or a time of their own the one of their heading."""
    for section, said in _sections(root, {}):
        for measure in section.measures:
            _to_measure(measure, said, facts)
        for read in tables.rows:
            if read.section is section:
                read.row = _to_row(read.row, said, facts)


def _sections(
    section: DraftSection, above: dict[str, str]
) -> Iterator[tuple[DraftSection, dict[str, str]]]:
    """Every heading for which something is said, with what holds for it."""
    said = above | section.said
    if said:
        yield section, said
    for one in section.sections:
        yield from _sections(one, said)


def _to_measure(measure: DraftMeasure, said: dict[str, str], facts: FactReader) -> None:
    lacking = {role: raw for role, raw in said.items() if getattr(measure, role) is None}
    for role, raw in lacking.items():
        facts.set_value(measure, role, raw)
    if lacking:
        measure.warnings.append(SAID_FOR_ALL)


def _to_row(row: Row, said: dict[str, str], facts: FactReader) -> Row:
    values: dict[str, Parties | Time] = {}
    for role, raw in said.items():
        if not _has(getattr(row, role)):
            values[role] = facts.time(raw)[0] if role == "time" else facts.parties(raw)[0]
    if not values:
        return row
    reading: Reading = msgspec.structs.replace(
        row.reading, warnings=(*row.reading.warnings, SAID_FOR_ALL)
    )
    changed: Row = msgspec.structs.replace(row, reading=reading, **values)
    return changed


def _has(value: Parties | Time | None) -> bool:
    return value is not None and bool(value.raw)
