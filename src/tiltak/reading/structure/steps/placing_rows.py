"""The rows of tables and the tree of the text brought together."""

from tiltak.planfile.model import LinkKind
from tiltak.reading.structure import reasons
from tiltak.reading.structure.areas.places import Places, measure_of_row
from tiltak.reading.structure.areas.table_groups import themes_of_areas
from tiltak.reading.structure.drafts import DraftMeasure
from tiltak.reading.structure.level_tables.flat_tree import named_rows
from tiltak.reading.structure.links.covered_measures import numbers_named
from tiltak.reading.structure.links.linker import Linker
from tiltak.reading.structure.links.row_text import RowText
from tiltak.reading.structure.steps.reading_tables import TablesOfPlan

MeasureLink = tuple[str, DraftMeasure, LinkKind]


def place_rows(places: Places, of_plan: TablesOfPlan) -> list[MeasureLink]:
    """Link rows to measures of the text; the others become measures where they stand."""
    tables = of_plan.measures
    themes_of_areas(tables, places.root)
    for read in tables.rows:
        places.settle(read)
    bodies = [
        (str(id(area)), measure)
        for area in (places.root, *places.areas)
        for section in ([area] if area is places.root else area.with_sections())
        for measure in section.measures
    ]
    rows = []
    for read in tables.rows:
        area = places.area_of(read.section)
        # a heading with nothing but a table ("Økonomi", "Gjennomføring") is about the whole plan
        bare = not read.section.has_content()
        place = str(id(area)) if area is not None and not bare else None
        numbers = numbers_named(read.row.number)
        number = (read.row.number or "").strip(" .:")
        rows.append(RowText(read.row.id, read.row.text, place, bare, numbers, number))
    named = [link for flat in of_plan.flat for link in named_rows(flat, tables)]
    linking = Linker(bodies).link(rows, frozenset(row for row, _, _ in named))
    for measure in linking.doubtful:
        measure.warnings.append(reasons.DOUBTFUL_LINK)
    unlinked = set(linking.unlinked)
    for read in tables.rows:
        if read.row.id in unlinked:
            read.section.measures.append(measure_of_row(read))
    return [link for link in named if not link[1].from_table] + linking.links
