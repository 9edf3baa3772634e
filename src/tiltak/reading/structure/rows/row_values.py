"""The values of one row, column by column: time, money, parties, the rest."""

from collections.abc import Sequence

import msgspec

from tiltak.planfile.model import Budget, Parties, Row, Time
from tiltak.reading.structure import reasons
from tiltak.reading.structure.columns.column import Columns, TableColumn
from tiltak.reading.structure.drafts import reading
from tiltak.reading.structure.measures.fact_reader import FactReader
from tiltak.reading.structure.rows.logical_rows import LogicalRow
from tiltak.reading.structure.titles import without_unit
from tiltak.reading.values.who_and_when import who_and_when

_WORDED = ("within_frame", "external")
# less is a number of something else: "2 av 3 kommunar"
_LEAST_SUM = 1_000


class RowValues(msgspec.Struct, frozen=True):
    """The values of a logical row, column by column."""

    facts: FactReader
    columns: Columns
    logical: LogicalRow
    unit: int | None
    ground: reasons.Ground = reasons.TABLE_ROW

    def row(self, identity: str, number: str | None, area: str | None, group: str | None) -> Row:
        """The row, with what stands elsewhere than in its columns of values."""
        warnings = list(self.logical.warnings)
        budget, *more = self._budgets(group, warnings)
        time = self._time(budget, warnings)
        responsible = self._parties("responsible", warnings)
        partners = self._parties("partners", warnings)
        return Row(
            id=identity,
            text=self.logical.text,
            number=number,
            focus_area=area,
            time=time,
            budget=budget,
            more_budgets=tuple(one for one in more if one is not None),
            responsible=responsible,
            partners=partners,
            state=self._text("state") or None,
            extra=self._extra(),
            reading=reading(self.logical.passages, self.ground, tuple(dict.fromkeys(warnings))),
        )

    def _text(self, role: str) -> str:
        column = self.columns.of(role)
        if column is None:
            column = next((c for c in self.columns.columns if c.also == role), None)
        text = cell_value(self.logical, column)
        if column is None or column.also is None or self.columns.of(column.also):
            return text
        who, when = who_and_when(text, self.facts.vocabulary)
        return when if role == "time" else who

    def _parties(self, role: str, warnings: list[str]) -> Parties | None:
        if role not in self.columns.roles:
            return None
        parties, found = self.facts.parties(self._text(role))
        warnings += found
        return parties

    def _budgets(self, group: str | None, warnings: list[str]) -> Sequence[Budget | None]:
        """The budget lines, at least one or None. All lines of a shared cell are in its group."""
        if self.columns.years:
            return [self._yearly(group)]
        if self.columns.shares:
            return [self._shared(group)]
        column = self.columns.of("budget")
        if column is None:
            return [None]
        unit = column.unit or self.unit
        budgets, found = self.facts.budgets(cell_value(self.logical, column), unit)
        if not found and budgets[0].basis == "none":
            budgets, found = self._said_by_funder(unit) or (budgets, found)
        warnings += found
        if group is not None:
            warnings.append(reasons.SHARED_CELL)
        if group is None:
            return budgets
        if len(budgets) == 1:
            return [msgspec.structs.replace(one, cell_group=group) for one in budgets]
        # a group counts one amount once: each line of the cell has its own
        return [
            msgspec.structs.replace(one, cell_group=f"{group}.{at}")
            for at, one in enumerate(budgets, start=1)
        ]

    def _said_by_funder(self, unit: int | None) -> tuple[tuple[Budget, ...], list[str]] | None:
        """What the column of who pays says of the amount where the amount's own is empty: "400 000
        frå staten", "Innanfor ramma". None where it only names somebody."""
        text = cell_value(self.logical, self.columns.of("funder"))
        budgets, warnings = self.facts.budgets(text, unit)
        told = all(one.basis not in ("none", "unknown") for one in budgets)
        large = all(one.amount is None or one.amount >= _LEAST_SUM for one in budgets)
        return (budgets, warnings) if text and told and large else None

    def _yearly(self, group: str | None) -> Budget:
        """A column for each year: the amount is their sum; without any, what their words say."""
        amounts: dict[str, int] = {}
        words: list[Budget] = []
        for column, budget in self._by_year():
            if budget.amount is not None:
                amounts[str(column.year)] = amounts.get(str(column.year), 0) + budget.amount
            elif budget.raw and len(budget.raw) > 1 and budget.basis != "none":
                words.append(budget)
        if words and not amounts:
            return msgspec.structs.replace(_worded(words), cell_group=group)
        return Budget(
            amount=sum(amounts.values()) if amounts else None,
            per_year=amounts,
            basis="amount" if amounts else "none",
            currency=self.facts.currency,
            cell_group=group,
        )

    def _by_year(self) -> list[tuple[TableColumn, Budget]]:
        """The columns of years with what each says."""
        return [
            (c, self.facts.budget(cell_value(self.logical, c), c.unit or self.unit)[0])
            for c in self.columns.years
        ]

    def _shared(self, group: str | None) -> Budget:
        """A column for each who pays, or for each kind: the amount is their sum."""
        shares = [(c, text) for c in self.columns.shares if (text := cell_value(self.logical, c))]
        budgets = [self.facts.budget(text, c.unit or self.unit)[0] for c, text in shares]
        amounts = [budget.amount for budget in budgets if budget.amount is not None]
        if len(shares) == 1:
            return self._said_of(shares[0][0], budgets[0], group)
        if not amounts:
            first = budgets[0] if budgets else Budget(currency=self.facts.currency)
            return msgspec.structs.replace(first, cell_group=group)
        return Budget(
            raw=" + ".join(text for _, text in shares),
            amount=sum(amounts),
            basis="amount",
            currency=self.facts.currency,
            cell_group=group,
        )

    def _said_of(self, column: TableColumn, budget: Budget, group: str | None) -> Budget:
        """The only amount of a row, with the name its column has below the common head."""
        if not column.part or budget.amount is None:
            return msgspec.structs.replace(budget, cell_group=group)
        name = without_unit(column.part, self.facts.vocabulary)
        return msgspec.structs.replace(budget, cell_group=group, **self.facts.payer_or_kind(name))

    def _time(self, budget: Budget | None, warnings: list[str]) -> Time | None:
        if self.columns.of("start") or self.columns.of("end"):
            return self.facts.time_between(self._text("start"), self._text("end"))
        if "time" in self.columns.roles:
            time, found = self.facts.time(self._text("time"))
            warnings += found
            return time
        if self.columns.marked_years:
            marked = self.columns.marked_years
            years = {c.year for c in marked if c.year and cell_value(self.logical, c)}
            return Time(years=tuple(sorted(years)))
        if budget is not None and self.columns.years:
            told = {column.year for column, said in self._by_year() if _takes_place(said)}
            return Time(years=tuple(sorted(year for year in told if year is not None)))
        return None

    def _extra(self) -> dict[str, str]:
        extra = {}
        kept = {None, "note", "funder"}
        if sum(bool(cell_value(self.logical, column)) for column in self.columns.shares) > 1:
            kept.add("share")  # the amount is their sum: what each was is said here
        for column in self.columns.columns:
            text = cell_value(self.logical, column)
            if column.role in kept and text and column.year is None:
                extra[column.name or f"{column.index + 1}"] = text
        return extra


def _worded(words: Sequence[Budget]) -> Budget:
    """What cells without amounts say of several years: the same, or each its own."""
    first, *others = words
    if not others:
        return first
    bases = {one.basis for one in words}
    said = " / ".join(dict.fromkeys(one.raw or "" for one in words))
    basis = first.basis if len(bases) == 1 and first.basis in _WORDED else "unknown"
    return Budget(raw=said, basis=basis, currency=first.currency)


def _takes_place(said: Budget) -> bool:
    """Whether a cell of a year says that something is done in it: an amount, a bound, a mark ("x"),
    or words such as "innanfor ramma"."""
    if said.amount is not None:
        return bool(said.amount)
    is_mark = said.raw is not None and len(said.raw) == 1 and said.raw != "?"
    return is_mark or said.basis in (*_WORDED, "band", "range")


def cell_value(row: LogicalRow, column: TableColumn | None) -> str:
    """The value of a logical row in a column."""
    return row.values.get(column.index, "") if column is not None else ""
