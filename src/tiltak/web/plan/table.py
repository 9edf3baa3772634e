"""The plan as the table the council knows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from tiltak.domain.followup.queries.statuses import FollowedPlan, followed_plan
from tiltak.domain.plans.queries.shared_cells import cell_lines, counted_elsewhere
from tiltak.domain.plans.queries.values import CellLine, PlanTree
from tiltak.planfile.sums import Line, add_up, by_area
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.amounts import is_period_unsaid, sum_words
from tiltak.web.plan.cells import Cells
from tiltak.web.plan.downloads import downloads
from tiltak.web.plan.entries import (
    Entry,
    Sharing,
    entries,
    has_amount,
    lines_of,
    sharers,
    sharing,
)
from tiltak.web.plan.filters import Filters, choices, matching, standings
from tiltak.web.plan.levels import levels
from tiltak.web.plan.lookup import or_404
from tiltak.web.plan.shared import words_of
from tiltak.web.ui.tags import page_words
from tiltak.wording import Words

# the group of rows that a filter leaves out; no area's code or name is such
NOT_CHOSEN = "\0"


@dataclass(frozen=True, slots=True)
class Money:
    """The budget lines of the chosen rows; `elsewhere`: group → lines its shares are counted with."""

    lines: Sequence[Line]
    elsewhere: Mapping[str, Sequence[CellLine]]

    def not_chosen(self) -> list[CellLine]:
        """Those of them that a filter leaves out."""
        shares = (found for group, found in self.elsewhere.items() if group != NOT_CHOSEN)
        return [line for found in shares for line in found if line.group == NOT_CHOSEN]


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one area, with their sum; `total` is "" where no amount is given.

    `elsewhere`: with which rows of other areas it shares amounts that are counted there.
    """

    name: str
    href: str
    total: str
    elsewhere: str
    rows: Sequence[tuple[str | SafeString, ...]]


@require_safe
def table(request: CouncilRequest, ref: str) -> HttpResponse:
    said = page_words()
    with or_404():
        followed = followed_plan(request.viewer, ref)
    wanted = Filters.of(request.GET)
    listed = entries(followed.tree)
    chosen = matching(listed, wanted, followed)
    names = group_names(followed.tree, listed)
    columns = column_names(followed, said)
    shared = sharing(listed)
    cells = Cells(said, columns, shared, followed.version.language)
    money = Money(lines_of(chosen), _elsewhere(chosen, followed.tree))
    context = {
        "version": followed.version,
        "ref": followed.ref,
        "levels": levels(request.council, None, said),
        "columns": columns,
        "wanted": wanted,
        "choices": choices(listed, wanted, followed, names, said),
        "groups": groups(chosen, followed, names, money, cells),
        "is_empty": not listed,
        "row_count": sum(entry.row is not None for entry in chosen),
        "rest_count": sum(entry.row is None for entry in chosen),
        "total": sum_words(add_up(money.lines), said),
        "elsewhere": words_of(money.not_chosen(), said),
        "notes": notes(chosen, shared, wanted),
        "downloads": downloads(followed.ref, "xlsx", "csv"),
    }
    return render(request, "plan/table.html", context)


def _elsewhere(chosen: Iterable[Entry], tree: PlanTree) -> dict[str, list[CellLine]]:
    """Group → the lines with which amounts its chosen rows share are counted, or would be."""
    shown = {entry.row.id for entry in chosen if entry.row is not None}
    lines = list(cell_lines(tree.rows))
    # the chosen first: where each row repeats the amount, it is theirs
    return counted_elsewhere(
        [
            *(line for line in lines if line.row_id in shown),
            *(replace(line, group=NOT_CHOSEN) for line in lines if line.row_id not in shown),
        ]
    )


def group_names(tree: PlanTree, listed: Iterable[Entry]) -> dict[str, str]:
    """Group → name with number, areas in the order of the plan, then those only the table has."""
    used = dict.fromkeys(entry.group for entry in listed)
    names = {
        area.code: f"{area.number or ''} {area.title}".strip()
        for area in tree.areas
        if area.code in used
    }
    return names | {group: group for group in used if group not in names}


def groups(
    chosen: Sequence[Entry],
    followed: FollowedPlan,
    names: Mapping[str, str],
    money: Money,
    cells: Cells,
) -> list[Group]:
    """The chosen entries by area, flat and ready for the template."""
    totals = by_area(money.lines)
    members: dict[str, list[Entry]] = {group: [] for group in names}
    for entry in chosen:
        members[entry.group].append(entry)
    codes = {area.code for area in followed.tree.areas}
    has_table = bool(followed.tree.rows)
    return [
        Group(
            name=names[group],
            href=cells.elements.to(group) if group in codes else "",
            total=sum_words(totals.get(group), cells.said),
            elsewhere=words_of(money.elsewhere.get(group, ()), cells.said),
            rows=[_row(entry, followed, cells, has_table=has_table) for entry in inside],
        )
        for group, inside in members.items()
        if inside
    ]


def _row(
    entry: Entry, followed: FollowedPlan, cells: Cells, *, has_table: bool
) -> tuple[str, SafeString, SafeString, SafeString, SafeString, SafeString]:
    """Number and cells, in the order of the columns."""
    return (
        entry.number,
        cells.what(entry, is_only_text=has_table and entry.row is None),
        cells.status(standings(entry, followed)),
        cells.time(entry.time),
        cells.who(entry.roles),
        cells.money(entry),
    )


def column_names(followed: FollowedPlan, said: Words) -> dict[str, str]:
    """The head of the table in the document's own words, in its own language; else in ours."""
    _ = said.gettext
    usual = {
        "number": _("Nr."),
        "measure": _("Tiltak"),
        "status": _("Status"),
        "time": _("Tid"),
        "responsible": _("Ansvar"),
        "budget": _("Budsjett"),
    }
    if followed.version.language != said.language:
        return usual
    own = {
        column.role: column.name.strip()
        for one in reversed(followed.tree.tables)
        for column in one.columns
        if column.role in usual and column.name.strip()
    }
    return usual | own


def notes(chosen: Sequence[Entry], shared: Sharing, wanted: Filters) -> dict[str, bool]:
    """What has to be said below the table about its amounts."""
    among_sharers = sharers(shared)
    years = {len(entry.time.years) > 1 for entry in chosen if entry.time and entry.budgets}
    return {
        "missing": any(not has_amount(one) and one not in among_sharers for one in chosen),
        "shared": bool(sharing(chosen)),
        "unsaid": any(is_period_unsaid(entry.budgets, entry.time) for entry in chosen),
        "whole": bool(wanted.year) and True in years,
    }
