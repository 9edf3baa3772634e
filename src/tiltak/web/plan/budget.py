"""The money of a plan as bars: by area, by year, by who pays, each with its figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tiltak.domain.followup.queries.statuses import followed_plan
from tiltak.domain.plans.queries.money import lines_of
from tiltak.domain.plans.queries.shared_cells import cell_lines, counted_elsewhere
from tiltak.domain.plans.queries.values import PlanTree
from tiltak.planfile.sums import Sum, add_up, by_area, by_funder, by_year
from tiltak.tenancy import CouncilRequest
from tiltak.web.plan.amounts import amounts, is_period_unsaid, sum_words, time_words
from tiltak.web.plan.entries import Entry, entries, has_amount, sharers, sharing
from tiltak.web.plan.entry_links import MeasureLink, link_of
from tiltak.web.plan.levels import levels
from tiltak.web.plan.lookup import or_404
from tiltak.web.plan.shared import words_of
from tiltak.web.plan.table import group_names
from tiltak.web.ui.addresses import Addresses
from tiltak.web.ui.tags import page_words
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class MoneyBar:
    """One bar: its share of the longest, in percent; no bar where there is no amount.

    `elsewhere`: with which rows it shares amounts that are counted in another bar.
    """

    label: str
    href: str
    amount: str
    width: str
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """An entry in a list: what the plan says of its money."""

    title: str
    href: str
    measures: Sequence[MeasureLink]
    when: str
    said: Sequence[str]


@dataclass(frozen=True, slots=True)
class MoneyGroup:
    name: str
    lines: Sequence[MoneyLine]


@require_safe
def budget(request: CouncilRequest, ref: str) -> HttpResponse:
    said = page_words()
    with or_404():
        followed = followed_plan(request.viewer, ref)
    listed = entries(followed.tree)
    names = group_names(followed.tree, listed)
    lines = lines_of(followed.tree)
    total = add_up(lines)
    context = {
        "version": followed.version,
        "ref": followed.ref,
        "levels": levels(request.council, followed.version, said),
        "is_empty": not listed,
        "total": sum_words(total, said),
        "counted": total,
        "areas": _area_bars(by_area(lines), names, followed.tree, said),
        "years": _year_bars(by_year(lines), said),
        "funders": _funder_bars(by_funder(lines), said),
        **_lists(listed, names, said),
    }
    return render(request, "plan/budget.html", context)


def _area_bars(
    sums: Mapping[str | None, Sum], names: Mapping[str, str], tree: PlanTree, said: Words
) -> list[MoneyBar]:
    to = Addresses.of("element")
    codes = {area.code for area in tree.areas}
    elsewhere = counted_elsewhere(cell_lines(tree.rows))
    bars = _bars(
        [
            (name, to.to(group) if group in codes else "", sums.get(group, Sum(None, 0, 0)))
            for group, name in names.items()
        ],
        said,
    )
    return [
        replace(bar, elsewhere=words_of(elsewhere.get(group, ()), said))
        for group, bar in zip(names, bars, strict=True)
    ]


def _year_bars(years: Mapping[int | None, int], said: Words) -> list[MoneyBar]:
    """Years in order; last what the plan does not split by year."""
    known = sorted(year for year in years if year is not None)
    rows = [(str(year), "", Sum(years[year], 1, 0)) for year in known]
    if years.get(None):
        rows.append((said.gettext("Ikkje delt på år"), "", Sum(years[None], 1, 0)))
    return _bars(rows, said)


def _funder_bars(funders: Mapping[str | None, Sum], said: Words) -> list[MoneyBar]:
    """Who pays; empty where the plan names nobody at all."""
    if not any(funders):
        return []
    unsaid = said.gettext("Ikkje sagt")
    named = {funder or unsaid: found for funder, found in funders.items() if found.total}
    last = named.pop(unsaid, None)
    rows = sorted(named.items(), key=lambda row: -(row[1].total or 0))
    return _bars(
        [(name, "", found) for name, found in (*rows, *([(unsaid, last)] if last else []))], said
    )


def _bars(rows: Sequence[tuple[str, str, Sum]], said: Words) -> list[MoneyBar]:
    longest = max((found.total or 0 for _, _, found in rows), default=0)
    return [
        MoneyBar(
            label=label,
            href=href,
            amount=sum_words(found, said),
            width=f"{max(100 * (found.total or 0) / longest, 0):.2f}" if longest > 0 else "0",
        )
        for label, href, found in rows
    ]


def _lists(listed: Sequence[Entry], names: Mapping[str, str], said: Words) -> dict[str, object]:
    """What is told beside the bars: shared amounts, several years, and where nothing is said."""
    shared = sharing(listed)
    with_money = [rows for rows in shared.values() if any(map(has_amount, rows))]
    among_sharers = sharers(shared)
    none = [one for one in listed if not has_amount(one) and one not in among_sharers]
    several = [one for one in listed if is_period_unsaid(one.budgets, one.time)]
    return {
        "shared": [_sharing(rows, said) for rows in with_money],
        "several": [_line(one, said) for one in several],
        "missing": _grouped(none, names, said),
        "missing_count": len(none),
    }


def _sharing(rows: Iterable[Entry], said: Words) -> tuple[str, list[MoneyLine]]:
    """The amount some rows share, and the rows without it."""
    lines = [_line(row, said) for row in rows]
    amount = ", ".join(dict.fromkeys(words for line in lines for words in line.said))
    return amount, [replace(line, said=()) for line in lines]


def _grouped(chosen: Iterable[Entry], names: Mapping[str, str], said: Words) -> list[MoneyGroup]:
    groups: dict[str, list[MoneyLine]] = {group: [] for group in names}
    for entry in chosen:
        groups[entry.group].append(_line(entry, said))
    return [MoneyGroup(names[group], lines) for group, lines in groups.items() if lines]


def _line(entry: Entry, said: Words) -> MoneyLine:
    link = link_of(entry, Addresses.of("element"))
    return MoneyLine(
        title=link.title,
        href=link.href,
        measures=link.measures,
        when=time_words(entry.time, said),
        said=[f"{one.text} {one.note}".strip() for one in amounts(entry.budgets, entry.time, said)],
    )
