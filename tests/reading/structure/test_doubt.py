"""What is read from evidence rather than from words of a list says so, for the review to ask."""

from collections.abc import Iterator

from tiltak.planfile.model import Plan, Reading
from tiltak.reading import read_document
from tiltak.reading.structure import reasons

PLAN = """Stiplan 2026

Kultur
Kommunen har mange gamle vegar.

Hva vil vi?
Alle skal finne en sti.

Hva gjør vi?
- Rydde stier
- Merke stier

Natur
Kommunen har mange fine vann.

Hva vil vi?
Alle skal finne et vann.

Hva gjør vi?
- Rydde vann
"""

TABLE = """Stiplan 2026
Vedtatt av kommunestyret 3. mars 2026

 Sti og vei                                Ansvarlig         Frist         Kostnad
 Rydde stien over Nipa for kratt           Turlaget          2026          20 000
 Merke stien rundt Langevatnet             Turlaget          2027          30 000
 Bygge bru over elva ved Nesset            Kommunen          2028          90 000
"""


def grounds(plan: Plan) -> set[tuple[str | None, float | None]]:
    return {(reading.reason, reading.confidence) for reading in readings(plan)}


def readings(plan: Plan) -> Iterator[Reading]:
    for area in plan.focus_areas:
        for one in (*area.sub_goals, *area.measures):
            yield one.reading


def test_a_level_in_the_plan_s_own_words_is_less_sure_than_a_level_word() -> None:
    plan = read_document(PLAN.encode(), "stiplan.txt")
    own = reasons.UNDER_OWN_WORD
    assert grounds(plan) == {(own.reason, own.confidence)}
    assert [len(area.measures) for area in plan.focus_areas] == [2, 1]


def test_measures_under_a_head_that_does_not_say_so_are_a_guess() -> None:
    plan = read_document(TABLE.encode(), "stiplan.txt")
    guess = reasons.COLUMN_BY_CONTENT
    assert grounds(plan) == {(guess.reason, guess.confidence)}
    assert guess.confidence < 0.7
