"""The council's table: columns, rows and sums, before any format writes them.

Rows stand in the order of the document. A measure with time, money or parties that stands in
no row comes after the rows of its area, so that the sums are those of what is seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tiltak.planfile import sums, walk
from tiltak.planfile.model import Budget, Measure, Plan, Row, Table
from tiltak.wording import Words
from tiltak.writing.document import PlanPaper, is_legible

# the roles readers give to columns → the kind of cell
KINDS = {
    "area": "area",
    "focus_area": "area",
    "section": "theme",
    "theme": "theme",
    "num": "number",
    "number": "number",
    "measure": "measure",
    "time": "time",
    "budget": "budget",
    "resp": "responsible",
    "responsible": "responsible",
    "partners": "partners",
    "state": "state",
}
ORDER = ("area", "theme", "number", "measure", "time", "budget", "responsible", "partners", "state")
LONGEST_BEFORE_TEXT = 2
# `years`: all years below each other in one cell, on paper too narrow for a column each
AMOUNT_KINDS = {"budget", "year", "years", "total"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what kind of cell it holds and its head. `name`: the year, or the extra field."""

    kind: str
    head: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the document, or a measure that stands in none (`owner`)."""

    owner: Row | Measure
    area: str
    theme: str = ""
    number: str | None = None
    # rows above in the same table whose budget cell this row shares
    shares_budget: bool = False

    @property
    def budgets(self) -> tuple[Budget, ...]:
        """Every budget of the row, as the plan has them."""
        return walk.budgets(self.owner)

    @property
    def lines(self) -> list[sums.Line]:
        """The budgets as lines of the one calculation of sums."""
        return [sums.line_of(i, b, self.owner.time, None) for i, b in enumerate(self.budgets)]

    @property
    def extra(self) -> dict[str, str]:
        """Cells of columns that have no meaning of their own here, by head."""
        return self.owner.extra if isinstance(self.owner, Row) else {}


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one area that follow each other. `total` is None when the area goes on below."""

    area: str
    rows: tuple[TableRow, ...]
    total: sums.Sum | None


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table as it is written, under the document's title for it or a plain one."""

    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> Iterator[TableRow]:
        """All rows in order."""
        for group in self.groups:
            yield from group.rows

    @property
    def has_area_sums(self) -> bool:
        """Whether sums per area tell more than the sum in all."""
        return len({group.area for group in self.groups}) > 1


def rows_of_amount(rows: Sequence[TableRow], index: int) -> int:
    """For how many rows, from `index` on, the amount of that row stands."""
    below = index + 1
    while below < len(rows) and rows[below].shares_budget:
        below += 1
    return below - index


def tables_of(paper: PlanPaper) -> list[PaperTable]:
    """The tables of a plan. Empty when nothing in the plan has time, money or parties."""
    plan = paper.plan
    loose = _loose_rows(plan, numbered=not any(walk.rows(plan)))
    listed = [(table, _rows_of(table)) for table in plan.tables if table.rows]
    if not listed and not loose:
        return []
    if not listed:
        listed = [(Table(id="T", rows=()), [])]
    last, rows = listed[-1]
    listed[-1] = (last, _put_in(rows, loose))
    totals = sums.by_area(sums.lines_of(plan))
    return [
        PaperTable(_title(table, paper), _columns(table, rows, paper), tuple(_groups(rows, totals)))
        for table, rows in listed
    ]


def _title(table: Table, paper: PlanPaper) -> str:
    own = table.title or ""
    if is_legible(own):
        return own
    return paper.words.gettext("%(measures)s i planperioden") % {
        "measures": paper.label("measure", len(table.rows))
    }


def plan_total(plan: Plan) -> sums.Sum:
    """The sum of the whole plan."""
    return sums.add_up(sums.lines_of(plan))


def _rows_of(table: Table) -> list[TableRow]:
    rows = []
    above: Row | None = None
    for row in table.rows:
        rows.append(
            TableRow(
                owner=row,
                area=row.focus_area or "",
                theme=row.section or "",
                number=row.number,
                shares_budget=_share_cell(above, row),
            )
        )
        above = row
    return rows


def _share_cell(above: Row | None, row: Row) -> bool:
    """Two rows show one amount when it stood in one cell for both.

    Where the cell had a line for each row, only one of them has the amount: two cells then.
    """
    first, second = above and above.budget, row.budget
    return bool(
        first
        and second
        and first.cell_group
        and first.cell_group == second.cell_group
        and first.amount is not None
        and first.amount == second.amount
    )


def _has_facts(measure: Measure) -> bool:
    facts = (measure.time, measure.budget, measure.responsible, measure.partners, measure.state)
    return any(fact is not None for fact in facts)


def _loose_rows(plan: Plan, *, numbered: bool) -> list[TableRow]:
    """Measures with facts of their own that stand in no row, numbered within their area."""
    rows: list[TableRow] = []
    counts: dict[str, int] = {}
    for area, section, measure in walk.all_measures(plan):
        if measure.rows or not _has_facts(measure):
            continue
        counts[area.title] = counts.get(area.title, 0) + 1
        number = str(counts[area.title]) if numbered else measure.number
        theme = section.title if section is not area else ""
        rows.append(TableRow(owner=measure, area=area.title, theme=theme, number=number))
    return rows


def _put_in(rows: list[TableRow], loose: list[TableRow]) -> list[TableRow]:
    """Each loose row after the last row of its area, or at the end."""
    placed = list(rows)
    for row in loose:
        same = [i for i, other in enumerate(placed) if other.area == row.area]
        placed.insert(same[-1] + 1 if same else len(placed), row)
    return placed


def _groups(rows: list[TableRow], totals: sums.GroupSums) -> Iterator[Group]:
    runs = [(area, tuple(run)) for area, run in groupby(rows, key=lambda row: row.area)]
    last = {area: i for i, (area, _) in enumerate(runs)}
    for i, (area, run) in enumerate(runs):
        total = totals.get(area or None, sums.Sum(None, 0, 0)) if last[area] == i else None
        yield Group(area, run, total)


def _columns(table: Table, rows: list[TableRow], paper: PlanPaper) -> tuple[Column, ...]:
    heads = {KINDS[c.role]: c.name for c in table.columns if c.role in KINDS and c.name}
    present = _kinds_present(rows, heads)
    columns: list[Column] = []
    for kind in ORDER:
        if kind not in present:
            continue
        if kind == "budget":
            columns += _budget_columns(rows, heads, paper.words)
        else:
            columns.append(Column(kind, heads.get(kind) or _head(kind, paper)))
    extras = dict.fromkeys(name for row in rows for name in row.extra)
    return (*columns, *(Column("extra", name, name) for name in extras))


def _kinds_present(rows: list[TableRow], heads: dict[str, str]) -> set[str]:
    present = {"measure", "time", "budget", "responsible"}
    # "2.1.4" before a text reads as a part of it; "1)" does not
    if "number" in heads or any(len(row.number or "") > LONGEST_BEFORE_TEXT for row in rows):
        present.add("number")
    if any(row.area for row in rows):
        present.add("area")
    if any(row.theme for row in rows if isinstance(row.owner, Row)):
        present.add("theme")
    if any(row.owner.partners for row in rows):
        present.add("partners")
    if any(row.owner.state for row in rows):
        present.add("state")
    return present


def _budget_columns(rows: list[TableRow], heads: dict[str, str], words: Words) -> list[Column]:
    """One column; or one per year and one in all where the plan splits its amounts by year."""
    years = _years_split(rows)
    if not years:
        return [Column("budget", heads.get("budget") or words.gettext("Budsjett"))]
    per_year = words.gettext("Budsjett %(year)s")
    return [
        *(Column("year", per_year % {"year": year}, str(year)) for year in years),
        Column("total", words.gettext("Sum")),
    ]


def _years_split(rows: list[TableRow]) -> list[int]:
    """The years of all amounts, if the plan itself splits one of them."""
    lines = [line for row in rows for line in row.lines]
    if not any(line.per_year for line in lines):
        return []
    return sorted(year for year in sums.by_year(_apart(lines)) if year is not None)


def _apart(lines: list[sums.Line]) -> list[sums.Line]:
    return [replace(line, key=i) for i, line in enumerate(lines)]


def _head(kind: str, paper: PlanPaper) -> str:
    _ = paper.words.gettext
    return {
        "area": _("Satsing"),
        "theme": _("Tema"),
        "number": _("Nr."),
        "measure": paper.labels.get("measure") or _("Prosjekt/tiltak"),
        "time": _("Tid"),
        "responsible": _("Ansvar"),
        "partners": _("Partnarar"),
        "state": _("Status"),
    }[kind]
