"""A plan as a text that people can compare: what the golden files hold."""

from collections.abc import Iterator

from tiltak.planfile.model import Budget, Measure, Parties, Plan, Row, Section, Time


def outline_text(plan: Plan) -> str:
    """Facts, tree, rows, links, doubts and what was not placed, a line each."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    facts = plan.document
    yield f"{facts.title} | {_years(facts.years)} | {facts.status} | {facts.body} | {facts.date}"
    yield f"language {facts.language}, {facts.currency}, {facts.status_text!r}, {facts.case_number}"
    yield from (f"{short} = {name}" for short, name in facts.abbreviations.items())
    yield from (f"label {level}: {word}" for level, word in sorted(plan.labels.items()))
    yield from (f"text: {item.text}" for item in plan.paragraphs)
    for area in plan.focus_areas:
        yield f"AREA {area.id} [{area.number}] {area.title}"
        yield from _section(area, "  ")
        for theme in area.sections:
            yield f"  THEME {theme.id} [{theme.number}] {theme.title}"
            yield from _section(theme, "    ")
    for table in plan.tables:
        yield f"TABLE {table.id} {table.title}: " + ", ".join(
            f"{c.name}={c.role}" for c in table.columns
        )
        yield from (f"  {_row(row)}" for row in table.rows)
    yield from (f"{link.row} is {link.kind} {link.measure}" for link in plan.links)
    yield from (f"doubt {doubt['where']}: {doubt['question']}" for doubt in plan.ambiguities)
    yield from (f"warning: {warning}" for warning in plan.warnings)
    yield from (
        f"unplaced ({rest.reason}): {' '.join(rest.text.split())}" for rest in plan.unplaced
    )


def _section(section: Section, indent: str) -> Iterator[str]:
    yield from (f"{indent}text: {item.text}" for item in section.paragraphs)
    yield from (f"{indent}goal: {item.text}" for item in section.sub_goals)
    yield from (f"{indent}strategy: {item.text}" for item in section.strategies)
    for measure in section.measures:
        yield from _measure(measure, indent)


def _measure(measure: Measure, indent: str) -> Iterator[str]:
    facts = [
        _time(measure.time),
        _budget(measure.budget),
        _parties(measure.responsible),
        str(measure.roles or ""),
        " ".join(measure.rows),
        " ".join(measure.reading.warnings),
    ]
    said = "".join(f" | {fact}" for fact in facts if fact)
    yield f"{indent}{measure.id} ({measure.source}, {measure.number}) {measure.text}{said}"
    for part in measure.children:
        yield from _measure(part, indent + "  ")


def _row(row: Row) -> str:
    cells = [row.focus_area, row.section, row.number, row.text, _time(row.time)]
    cells += [_budget(row.budget), _parties(row.responsible), _parties(row.partners), row.state]
    cells += [f"{name}: {text}" for name, text in row.extra.items()]
    cells += list(row.reading.warnings)
    return f"{row.id} " + " | ".join(cell or "" for cell in cells)


def _years(years: tuple[int, ...]) -> str:
    return " ".join(map(str, years))


def _time(time: Time | None) -> str:
    if time is None:
        return ""
    marks = ("?" if time.years_inferred else "") + ("~" if time.ongoing else "")
    return f"{time.raw} → {_years(time.years)}{marks}"


def _budget(budget: Budget | None) -> str:
    if budget is None:
        return ""
    amount = budget.amount if budget.basis != "range" else f"{budget.min}-{budget.max}"
    return f"{budget.raw} → {amount} {budget.currency} {budget.basis} {budget.cell_group or ''}".strip()


def _parties(parties: Parties | None) -> str:
    return "; ".join(parties.parties) if parties else ""
