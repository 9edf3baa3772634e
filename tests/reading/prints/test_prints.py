"""The same plans printed in many layouts: each is read as it was written."""

from typing import Any

import pytest
import typst

from tests.reading.accounts import accounted_for
from tests.reading.prints.contents import CONTENTS, Action, Content
from tests.reading.prints.layouts import GOALS_IN_ONE, LAYOUTS
from tiltak.planfile import walk
from tiltak.planfile.model import Plan
from tiltak.reading import read_document

# No table: what belongs to a measure stands with it.
WITHOUT_ROWS = frozenset({"beside_the_measures", "cards"})


def outline_of(plan: Plan) -> list[Any]:
    """Areas with goals and measures."""
    return [
        [
            area.title,
            [goal.text.rstrip(".") for goal in area.sub_goals],
            [m.text.rstrip(".") for section in walk.sections_of(area) for m in section.measures],
        ]
        for area in plan.focus_areas
    ]


def values_of(plan: Plan, layout: str) -> list[Any]:
    """Of every row, or measure where there are none: text, years, amount, parties."""
    carriers: list[Any] = (
        [measure for _, _, measure in walk.all_measures(plan)]
        if layout in WITHOUT_ROWS
        else list(walk.rows(plan))
    )
    return [
        [
            one.text.rstrip("."),
            list(one.time.years) if one.time else [],
            one.budget.amount if one.budget else None,
            list(one.responsible.parties) if one.responsible else [],
        ]
        for one in carriers
    ]


def written(content: Content, layout: str) -> list[Any]:
    """What a person reads in the layout, as `outline_of` has it."""

    def goals(given: tuple[str, ...]) -> list[str]:
        ones = (" ".join(given),) if layout in GOALS_IN_ONE else given
        return [goal.rstrip(".") for goal in ones]

    return [
        [field.title, goals(field.goals), [action.text for action in field.actions]]
        for field in content.fields
    ]


def values_written(content: Content, layout: str) -> list[Any]:
    def years(action: Action) -> list[int]:
        # the column its cost stands in is all that such a table says of time
        if layout == "years_side_by_side":
            return list(action.years[:1]) if action.cost is not None else []
        return list(action.years)

    return [
        [action.text, years(action), action.cost, list(action.parties)]
        for action in content.actions
    ]


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_print_is_read_as_it_was_written(layout: str, name: str) -> None:
    content = CONTENTS[name]
    made = typst.compile(LAYOUTS[layout](content).encode(), ignore_system_fonts=True)
    plan = read_document(made, f"{layout}.pdf")
    assert outline_of(plan) == written(content, layout)
    assert values_of(plan, layout) == values_written(content, layout)
    document = plan.document
    assert (document.title, document.years, document.status) == (
        content.title,
        content.years,
        "vedteke",
    )
    assert (document.body, document.date, document.language) == (
        content.body,
        content.date,
        content.language,
    )
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())
