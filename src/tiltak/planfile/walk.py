"""Ways through a plan tree."""

from collections.abc import Iterator

from tiltak.planfile.model import Area, Budget, Measure, Plan, Reading, Row, Section


def sections_of(area: Area) -> Iterator[Section]:
    """The area itself, then its themes: every place that can hold goals and measures."""
    yield area
    yield from area.sections


def with_parts(measure: Measure) -> Iterator[Measure]:
    """The measure and all its parts, depth first."""
    yield measure
    for child in measure.children:
        yield from with_parts(child)


def top_measures(plan: Plan) -> Iterator[tuple[Area, Section, Measure]]:
    """Every measure that is not part of another, with its place."""
    for area in plan.focus_areas:
        for section in sections_of(area):
            for measure in section.measures:
                yield area, section, measure


def all_measures(plan: Plan) -> Iterator[tuple[Area, Section, Measure]]:
    """Every measure, parts included, in reading order."""
    for area, section, top in top_measures(plan):
        for measure in with_parts(top):
            yield area, section, measure


def rows(plan: Plan) -> Iterator[Row]:
    """Every table row, in document order."""
    for table in plan.tables:
        yield from table.rows


def budgets(owner: Row | Measure) -> tuple[Budget, ...]:
    """All budget lines of a row or a measure."""
    if not owner.more_budgets:  # nearly always, and a workbook asks for each row several times
        return () if owner.budget is None else (owner.budget,)
    return tuple(one for one in (owner.budget, *owner.more_budgets) if one is not None)


def readings(plan: Plan) -> Iterator[Reading]:
    """How everything came to be that stands somewhere: the document, elements, tables and rows."""
    yield plan.document.reading
    for item in plan.paragraphs:
        yield item.reading
    for area in plan.focus_areas:
        for section in sections_of(area):
            yield section.reading
            for item in (*section.sub_goals, *section.strategies, *section.paragraphs):
                yield item.reading
    for _, _, measure in all_measures(plan):
        yield measure.reading
    for table in plan.tables:
        yield table.reading
        for row in table.rows:
            yield row.reading
