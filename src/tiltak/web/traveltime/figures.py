"""Figures in words: shares, minutes and people as a page says them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.domain.traveltime.queries.values import RunView, ScenarioView
from tiltak.domain.traveltime.values import Counted, CountedMunicipality, Said
from tiltak.wording import Words, percent, precise_percent

# less than half a person is nobody
SOMEBODY = 0.5
# shares that whole percents would make 0 or 100, and the smallest that a decimal can tell
NEAR_NOTHING, LEAST_SHOWN = 0.005, 0.001

# values that name something: they are no amounts, even where they are digits
NAMING = frozenset({"row", "codes", "code", "id", "name", "text", "_file"})


@dataclass(frozen=True, slots=True)
class Line:
    """A municipality, or the region, in a table."""

    name: str
    people: str
    share: str
    spread: str
    median: str
    p90: str
    unreachable: str
    before: str
    comes: str
    goes: str
    won: str
    lost: str
    saved: str


@dataclass(frozen=True, slots=True)
class Gain:
    """What a scenario gives, for a table of several."""

    id: int
    name: str
    measure_code: str
    measure_title: str
    is_example: bool
    is_public: bool
    is_computed: bool
    share: str
    comes: str
    goes: str
    won: str
    lost: str
    saved: str


class Figures:
    """Says figures in one language."""

    def __init__(self, said: Words) -> None:
        self.said = said

    def share(self, value: float | None) -> str:
        """`43 %`; "–" where nobody lives. What is only near 0 or 100 is told with a decimal."""
        if value is None:
            return "–"
        if NEAR_NOTHING < value < 1 - NEAR_NOTHING or value in {0, 1}:
            return percent(value, self.said.language)
        inside = min(max(value, LEAST_SHOWN), 1 - LEAST_SHOWN)
        sign = "" if inside == value else "< " if value < inside else "> "
        return sign + precise_percent(inside, self.said.language)

    def people(self, value: float) -> str:
        """A whole number of people."""
        return self.said.number(round(value))

    def minutes(self, value: float | None) -> str:
        """`46 min`; in words where so many have no way that there are no minutes."""
        return self.said.gettext("utan veg") if value is None else f"{value:.0f}\u00a0min"

    def decimal(self, value: float) -> str:
        """`37,5`, in English `37.5`; no more decimals than there are."""
        text = f"{value:g}"
        return text if self.said.language == "en" else text.replace(".", ",")

    def spread(self, one: Counted) -> str:
        """`40–50 %`: with speeds and waits a fifth to either side."""
        slow, fast = self.share(one.share_slow), self.share(one.share_fast)
        return slow if slow == fast else f"{slow.removesuffix('%').strip()}–{fast}"

    def sentence(self, said: Said) -> str:
        """What the analysis said, in the reader's language."""
        text, values = said
        file = values.get("_file")
        # whole numbers of people and the like, as the language groups them; coordinates have a point
        grouped = {
            name: self.said.number(int(value)) if value.isdecimal() else value
            for name, value in values.items()
            if name not in NAMING
        }
        told = self.said.gettext(text) % (values | grouped)
        return f"{file}: {told}" if file else told

    def won(self, people: float, minutes: float, ways: float) -> str:
        """`7 650, i snitt 5 min`; people who get a way where they had none are told too."""
        if people < SOMEBODY:
            return "0"
        _ = self.said.gettext
        told = self.people(people)
        with_minutes = people - ways
        if with_minutes >= SOMEBODY:
            told += _(", i snitt %(minutes)s min") % {"minutes": f"{minutes / with_minutes:.0f}"}
        if ways >= SOMEBODY:
            told += _(" (%(people)s utan veg på den eine sida)") % {"people": self.people(ways)}
        return told

    def saved(self, one: Counted) -> str:
        """`10 400 min`: minutes times people, one way, what is lost taken off; below 0 it is lost."""
        return f"{self.said.number(round(one.minutes_won - one.minutes_lost))}\u00a0min"

    def line(self, one: Counted, name: str) -> Line:
        """A row of the table of municipalities."""
        return Line(
            name=name,
            people=self.people(one.people),
            share=self.share(one.share),
            spread=self.spread(one),
            median=self.minutes(one.median),
            p90=self.minutes(one.p90),
            unreachable=self.people(one.unreachable),
            before=self.share(one.share_before),
            comes=self.people(one.comes_inside),
            goes=self.people(one.goes_outside),
            won=self.won(one.winners, one.minutes_won, one.gets_way),
            lost=self.won(one.losers, one.minutes_lost, one.loses_way),
            saved=self.saved(one),
        )

    def lines(self, municipalities: Sequence[CountedMunicipality]) -> list[Line]:
        """The municipalities, those with the largest share within the limit first."""
        listed = sorted(municipalities, key=lambda one: (-(one.share or 0), one.median or 1e9))
        return [self.line(one, one.name) for one in listed]

    def gain(self, one: ScenarioView) -> Gain:
        """A row of the table of scenarios."""
        found = one.run.result.region if one.run else None
        return Gain(
            id=one.id,
            name=one.name,
            measure_code=one.measure_code,
            measure_title=one.measure_title,
            is_example=one.is_example,
            is_public=one.is_public,
            is_computed=found is not None,
            share=self.share(found.share) if found else "",
            comes=self.people(found.comes_inside) if found else "",
            goes=self.people(found.goes_outside) if found else "",
            won=self.won(found.winners, found.minutes_won, found.gets_way) if found else "",
            lost=self.won(found.losers, found.minutes_lost, found.loses_way) if found else "",
            saved=self.saved(found) if found else "",
        )


def limit_of(run: RunView) -> float:
    """The limit a run was computed for, minutes."""
    return float(run.parameters["limit_minutes"])
