"""The sum of a focus area in words, with what it leaves out."""

from dataclasses import dataclass

from tiltak.domain.plans.queries.area_money import AreaMoney
from tiltak.web.plan.amounts import sum_words
from tiltak.web.plan.shared import words_of
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class AreaSum:
    """`total` is "" where the plan gives no amount. `priced` of the `measures` have one.

    `elsewhere`: with which rows of other areas it shares amounts that are counted there.
    """

    total: str
    priced: int
    measures: int
    elsewhere: str


def area_sum(money: AreaMoney, said: Words) -> AreaSum:
    """The sum as the page of the area says it."""
    return AreaSum(
        total=sum_words(money.sum, said),
        priced=money.priced,
        measures=money.measures,
        elsewhere=words_of(money.elsewhere, said),
    )
