"""What was written is read back the same, from what a person sees.

Only what can be seen goes back in: custom parts, properties and hidden sheets are taken out
of the files first.
"""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from msgspec.structs import replace

from tests.factories.papers import paper_of, sample_statuses
from tests.factories.planfiles import plan_by_year, sample_plan
from tiltak.cli import demo
from tiltak.planfile import codec, sums, walk
from tiltak.planfile.model import Measure, Plan, Row, Section
from tiltak.reading import read_document
from tiltak.writing.formats import FORMATS

# what neither Word nor Excel shows on a page
UNSEEN = re.compile(r"docProps/|customXml/|xl/(externalLinks|model)/|docMetadata/")


def seen(raw: bytes) -> bytes:
    """The file without its custom parts and properties. There must be no hidden sheet at all."""
    target = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            assert b'state="hidden"' not in content
            assert b"<w:vanish" not in content
            if UNSEEN.match(name):
                continue
            if name.endswith((".rels", "[Content_Types].xml")):
                content = re.sub(
                    rb"<(Relationship|Override)\b[^>]*(docProps|customXml)[^>]*/>", b"", content
                )
            new.writestr(name, content)
    return target.getvalue()


def read_back(plan: Plan, format_name: str, **changes: Any) -> Plan:
    """The plan written in a format and read again."""
    raw = FORMATS[format_name].write(paper_of(plan, **changes))
    return read_document(seen(raw), f"plan.{format_name}")


def structure(plan: Plan) -> dict[str, Any]:
    """Texts, areas, goals, strategies, measures and nesting, rows, links, amounts, years, parties."""
    texts = {row.id: row.text for row in walk.rows(plan)}
    texts |= {measure.id: measure.text for _, _, measure in walk.all_measures(plan)}
    return {
        "opening": [paragraph.text for paragraph in plan.paragraphs],
        "areas": [
            [_section(area), [_section(theme) for theme in area.sections]]
            for area in plan.focus_areas
        ],
        "rows": [_row(row) for row in walk.rows(plan)],
        "links": sorted((texts[one.row], texts[one.measure], one.kind) for one in plan.links),
        "total": sums.add_up(sums.lines_of(plan)).total,
        "years": _years(plan),
    }


def _section(section: Section) -> list[Any]:
    return [
        section.number,
        section.title,
        [paragraph.text for paragraph in section.paragraphs],
        [goal.text for goal in section.sub_goals],
        [strategy.text for strategy in section.strategies],
        [_measure(measure) for measure in section.measures],
    ]


def _measure(measure: Measure) -> tuple[str, list[Any]]:
    return measure.text, [_measure(part) for part in measure.children]


def _row(row: Row) -> dict[str, Any]:
    budgets = [budget for budget in (row.budget, *row.more_budgets) if budget]
    return {
        "area": row.focus_area,
        "number": row.number,
        "text": row.text,
        "years": row.time.years if row.time else (),
        "amounts": [(b.amount, b.per) for b in budgets if b.amount is not None],
        "responsible": row.responsible.parties if row.responsible else (),
        "partners": row.partners.parties if row.partners else (),
    }


def _years(plan: Plan) -> dict[int | None, int]:
    return sums.by_year(sums.lines_of(plan))


@pytest.mark.parametrize("format_name", ["docx", "xlsx"])
@pytest.mark.parametrize("make", [sample_plan, plan_by_year])
def test_a_councils_plan(make: Callable[[], Plan], format_name: str) -> None:
    plan = make()
    assert structure(read_back(plan, format_name)) == structure(plan)


def test_a_workbook_with_statuses_and_short_titles_holds_the_same_plan() -> None:
    plan = sample_plan()
    told = read_back(
        plan, "xlsx", statuses=sample_statuses(), short_titles={"1.2.m2": "Heilårsrute"}
    )
    assert structure(told) == structure(plan)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("format_name", ["docx", "xlsx"])
def test_with_the_fixed_texts_in_another_language(format_name: str, language: str) -> None:
    plan = sample_plan()
    assert structure(read_back(plan, format_name, language=language)) == structure(plan)


DEMO = sorted(Path(demo.__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("format_name", ["docx", "xlsx"])
@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_the_demo_plans(path: Path, format_name: str) -> None:
    plan = read_document(path.read_bytes(), path.name)
    assert structure(read_back(plan, format_name)) == structure(plan)


@pytest.mark.shared
@pytest.mark.parametrize("format_name", ["docx", "xlsx"])
def test_the_seed(shared: Path, format_name: str) -> None:
    plan = codec.decode((shared / "plans" / "seed" / "truth.json").read_bytes())
    told = read_back(plan, format_name, council="Sogn regionråd")
    assert structure(told) == structure(plan)


def test_the_plan_itself_as_json() -> None:
    plan = replace(sample_plan(), warnings=("ei åtvaring",))
    assert read_back_json(plan) == plan


def read_back_json(plan: Plan) -> Plan:
    return read_document(FORMATS["json"].write(paper_of(plan)), "plan.json")
