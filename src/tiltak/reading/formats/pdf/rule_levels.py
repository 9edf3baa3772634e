"""Rules drawn across a table: one that leaves a column out says that its cell there goes on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tiltak.reading.formats.pdf.flow_line import FlowLine
from tiltak.reading.formats.pdf.rules import Rule

_SAME_HEIGHT = 2.0
_ACROSS = 0.6
_COVERED = 0.5
_BELOW = 2.0


@dataclass(frozen=True, slots=True)
class Level:
    """The rules at one height."""

    rules: tuple[Rule, ...]

    @property
    def at(self) -> float:
        return self.rules[0].at

    @property
    def length(self) -> float:
        return sum(rule.length for rule in self.rules)

    def covers(self, low: float, high: float) -> bool:
        """Whether the rules run over most of a stretch."""
        covered = sum(max(0.0, min(r.high, high) - max(r.low, low)) for r in self.rules)
        return covered >= _COVERED * (high - low)


def levels_of(rules: Iterable[Rule]) -> list[Level]:
    """Rules by their heights, from the top down."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if levels and rule.at - levels[-1][0].at <= _SAME_HEIGHT:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return [Level(tuple(level)) for level in levels]


def levels_between(lines: Sequence[FlowLine]) -> list[Level]:
    """The rules drawn across most of a table's body, between its first and last line."""
    first, last = lines[0].line, lines[-1].line
    return [level for level in _across(lines) if first.baseline < level.at < last.baseline]


def has_rule_below(lines: Sequence[FlowLine]) -> bool:
    """Whether a rule across ends a table right below its last line."""
    last = lines[-1].line
    return any(0 < level.at - last.baseline < _BELOW * last.size for level in _across(lines))


def _across(lines: Sequence[FlowLine]) -> list[Level]:
    width = max(line.line.x1 for line in lines) - min(line.line.x0 for line in lines)
    levels = levels_of(lines[0].page.dividers)
    return [level for level in levels if level.length > _ACROSS * width]
