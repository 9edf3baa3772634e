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

    def _yearly(self, group: str | None) -> Budget:
        """A column for each year: the amount is their sum."""
        amounts: dict[str, int] = {}
        for column in self.columns.years:
            text = cell_value(self.logical, column)
            amount = self.facts.budget(text, column.unit or self.unit)[0].amount
            if amount is not None:
                amounts[str(column.year)] = amounts.get(str(column.year), 0) + amount
        return Budget(
            amount=sum(amounts.values()) if amounts else None,
            per_year=amounts,
            basis="amount" if amounts else "none",
            currency=self.facts.currency,
            cell_group=group,
        )

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
            return Time(
                years=tuple(int(year) for year, amount in budget.per_year.items() if amount)
            )
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


def cell_value(row: LogicalRow, column: TableColumn | None) -> str:
    """The value of a logical row in a column."""
    return row.values.get(column.index, "") if column is not None else ""
