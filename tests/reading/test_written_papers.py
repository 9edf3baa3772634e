"""What this program writes for people can be read back from what people see."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.factories.large_plans import large_plan
from tests.factories.papers import paper_of
from tests.factories.planfiles import sample_plan
from tiltak.planfile import walk
from tiltak.planfile.model import Measure, Plan
from tiltak.reading import read_document
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.docx import write_docx
from tiltak.writing.formats.pdf import write_pdf
from tiltak.writing.formats.xlsx import write_xlsx

WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}


def tree_of(plan: Plan) -> list[Any]:
    """Areas with themes, goals, strategies and measures with their parts."""

    def measure(one: Measure) -> list[Any]:
        return [one.text, [measure(part) for part in one.children]]

    return [
        [
            [
                section.title,
                section.number,
                [goal.text for goal in section.sub_goals],
                [strategy.text for strategy in section.strategies],
                [measure(one) for one in section.measures],
            ]
            for section in walk.sections_of(area)
        ]
        for area in plan.focus_areas
    ]


def rows_of(plan: Plan) -> list[Any]:
    return [
        [
            row.text,
            row.focus_area,
            row.number,
            row.time.years if row.time else (),
            (row.budget.amount, row.budget.per) if row.budget else (None, None),
            row.partners.parties if row.partners else (),
        ]
        for row in walk.rows(plan)
    ]


def parties_of(plan: Plan) -> list[Any]:
    return [row.responsible.parties if row.responsible else () for row in walk.rows(plan)]


def links_of(plan: Plan) -> list[tuple[str, str, str]]:
    texts = {measure.id: measure.text for _, _, measure in walk.all_measures(plan)}
    rows = {row.id: row.text for row in walk.rows(plan)}
    return sorted((rows[link.row], texts[link.measure], link.kind) for link in plan.links)


def read_back(plan: Plan, kind: str) -> Plan:
    write: Callable[[PlanPaper], bytes] = WRITERS[kind]
    return read_document(write(paper_of(plan)), f"plan.{kind}")


@pytest.mark.parametrize("kind", WRITERS)
def test_the_sample_plan(kind: str) -> None:
    plan = sample_plan()
    back = read_back(plan, kind)
    assert tree_of(back) == tree_of(plan)
    assert rows_of(back) == rows_of(plan)
    assert links_of(back) == links_of(plan)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "name", ["seed/handlingsplan-2018.txt", "open/O12.txt", "open/O03.docx", "open/O05.txt"]
)
def test_plans_that_were_read(shared: Path, name: str, kind: str) -> None:
    path = shared / "plans" / name
    plan = read_document(path.read_bytes(), path.name)
    back = read_back(plan, kind)
    assert tree_of(back) == tree_of(plan)
    assert rows_of(back) == rows_of(plan)
    assert parties_of(back) == parties_of(plan)
    assert links_of(back) == links_of(plan)


def test_a_table_over_many_pages_of_a_pdf_keeps_its_rows() -> None:
    plan = large_plan(104)
    back = read_back(plan, "pdf")
    assert tree_of(back) == tree_of(plan)
    assert [(row.text, row.number) for row in walk.rows(back)] == [
        (row.text, row.number) for row in walk.rows(plan)
    ]
    assert links_of(back) == links_of(plan)
