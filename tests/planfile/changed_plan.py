"""Changes to a plan, as a secretary makes them from one year to the next."""

from typing import TypeVar

from msgspec.structs import replace

from tiltak.planfile.model import Area, Document, Item, Measure, Plan, Section

S = TypeVar("S", bound=Section)


def plan_of(*areas: Area) -> Plan:
    """A plan of areas only."""
    document = Document(title="Handlingsplan", years=(2026,), status="framlegg")
    return Plan(document=document, focus_areas=areas)


def area_of(key: str, title: str, *texts: str, numbered: bool = False) -> Area:
    """An area with measures `key.m1`, `key.m2` …"""
    measures = tuple(
        Measure(id=f"{key}.m{i}", text=text, number=str(i) if numbered else None)
        for i, text in enumerate(texts, 1)
    )
    return Area(id=key, title=title, measures=measures)


def renamed_ids(plan: Plan) -> Plan:
    """The same plan with other ids everywhere, as another reader would give them."""
    areas = tuple(_renamed(area) for area in plan.focus_areas)
    tables = tuple(
        replace(
            table,
            id=f"ny {table.id}",
            rows=tuple(replace(row, id=f"ny {row.id}") for row in table.rows),
        )
        for table in plan.tables
    )
    links = tuple(
        replace(link, row=f"ny {link.row}", measure=f"ny {link.measure}") for link in plan.links
    )
    paragraphs = tuple(_renamed_item(item) for item in plan.paragraphs)
    return replace(plan, focus_areas=areas, tables=tables, links=links, paragraphs=paragraphs)


def _renamed_item(item: Item) -> Item:
    return replace(item, id=f"ny {item.id}")


def _renamed_measure(measure: Measure) -> Measure:
    return replace(
        measure,
        id=f"ny {measure.id}",
        rows=tuple(f"ny {row}" for row in measure.rows),
        serves=tuple(f"ny {goal}" for goal in measure.serves),
        children=tuple(map(_renamed_measure, measure.children)),
    )


def _renamed(section: S) -> S:
    changed = replace(
        section,
        id=f"ny {section.id}",
        sub_goals=tuple(map(_renamed_item, section.sub_goals)),
        strategies=tuple(map(_renamed_item, section.strategies)),
        paragraphs=tuple(map(_renamed_item, section.paragraphs)),
        measures=tuple(map(_renamed_measure, section.measures)),
    )
    if isinstance(changed, Area):
        return replace(changed, sections=tuple(map(_renamed, changed.sections)))
    return changed
