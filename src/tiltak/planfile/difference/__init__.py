"""What changed between two plans: `difference(old, new)`, as values; pages and the command show them."""

from tiltak.planfile.difference.comparison import (
    NOTHING,
    Change,
    Difference,
    SumChange,
    difference,
)

__all__ = [
    "NOTHING",
    "Change",
    "Difference",
    "SumChange",
    "difference",
]
