"""Correct and Accept: one field, and doubt that is settled."""

from typing import Any

import pytest
from msgspec.structs import replace

from tests.factories.planfiles import sample_plan
from tests.planfile.editing.changed_lines import changed, obstacle
from tiltak.domain.plans.projection import normal
from tiltak.planfile.editing import Accept, Correct, Obstacle, apply_edits
from tiltak.planfile.editing.rows import find_row
from tiltak.planfile.editing.tree import find
from tiltak.planfile.model import Budget, Parties, Passage, Plan, Reading, Row, Source, Time

PLAN = normal(sample_plan())
DOUBT = Reading(
    passages=(Passage(start=0, end=3),), confidence=0.5, reason="Gjett", warnings=("Sjå over",)
)
SEEN = Reading(passages=DOUBT.passages, confidence=1.0)


def corrected(field: str, value: Any, target: str = "1.1.m2") -> Any:
    """What the plan says after the correction, by the model's names."""
    after = apply_edits(PLAN, [Correct(target, field, value)])
    if target == "document":
        return getattr(after.document, field)
    subject = find_row(after, target) if target.startswith("row:") else find(after, target).node
    return (
        (subject.budget, *subject.more_budgets) if field == "budgets" else getattr(subject, field)
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", " Byggja bru ", "Byggja bru"),
        ("number", "7", "7"),
        ("number", "", None),
        ("time", {"raw": "2027 og 2026", "years": [2027, 2026]}, Time(raw="2027 og 2026", years=(2026, 2027))),
        ("time", {}, None),
        ("budgets", [{"amount": 5}, {}, {"amount": 6}], (Budget(amount=5), Budget(amount=6))),
        ("budgets", [], (None,)),
        ("responsible", ["Nordvik", " "], Parties(parties=("Nordvik",))),
        ("partners", {"raw": "N/S", "parties": ["N", "S"]}, Parties(raw="N/S", parties=("N", "S"))),
        ("partners", [], None),
        ("state", "I gang", "I gang"),
    ],
)  # fmt: skip
def test_a_field_of_a_measure(field: str, value: Any, said: Any) -> None:
    assert corrected(field, value) == said


def test_no_names_take_what_was_written_away_too() -> None:
    assert corrected("responsible", [], "row:T.1.3") is None
    assert corrected("responsible", [" "], "row:T.1.3") is None


def test_names_leave_what_was_written() -> None:
    assert corrected("responsible", ["Sørvåg"], "row:T.1.3") == Parties(
        raw="YFR/fylkeskommunen/partnarane", parties=("Sørvåg",)
    )


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "Ny plan", "Ny plan"),
        ("years", [2028, 2027, 2027], (2027, 2028)),
        ("status", "vedteke", "vedteke"),
        ("body", "", None),
        ("date", "2026-03-01", "2026-03-01"),
        ("case_number", "26/17", "26/17"),
    ],
)
def test_a_field_of_the_document(field: str, value: Any, said: Any) -> None:
    assert corrected(field, value, "document") == said


@pytest.mark.parametrize(
    ("target", "field", "value", "code"),
    [
        ("1.1.m2", "text", "  ", Obstacle.IMPOSSIBLE_VALUE),
        ("1.1.m2", "text", None, Obstacle.IMPOSSIBLE_VALUE),
        ("1.1.m2", "text", "a\0b", Obstacle.IMPOSSIBLE_VALUE),
        ("1.1.m2", "text", "\ud800", Obstacle.IMPOSSIBLE_VALUE),
        ("1.1.m2", "time", {"years": [10_000]}, Obstacle.IMPOSSIBLE_VALUE),
        ("1.1.m2", "budgets", [{"amount": 10**14}], Obstacle.IMPOSSIBLE_VALUE),
        ("1.1.m2", "budgets", [{"basis": "gull"}], Obstacle.IMPOSSIBLE_VALUE),
        ("1.1.m2", "rows", ["T.1.1"], Obstacle.NO_SUCH_FIELD),
        ("1.1.s1", "time", None, Obstacle.NO_SUCH_FIELD),
        ("row:T.1.1", "section", "X", Obstacle.NO_SUCH_FIELD),
        ("document", "status", "ny", Obstacle.IMPOSSIBLE_VALUE),
        ("document", "date", "2026-02-30", Obstacle.IMPOSSIBLE_VALUE),
        ("document", "text", "X", Obstacle.NO_SUCH_FIELD),
        ("1.1.m1", "budgets", [{"amount": 5}], Obstacle.MONEY_ON_ROW),
        ("row:?", "text", "X", Obstacle.NO_SUCH_TARGET),
        ("?", "text", "X", Obstacle.NO_SUCH_TARGET),
    ],
)
def test_what_no_plan_can_say(target: str, field: str, value: Any, code: Obstacle) -> None:
    assert obstacle(PLAN, Correct(target, field, value)) == code


def test_rows_follow_the_title_they_name() -> None:
    assert changed(PLAN, Correct("3", "text", "Vegar")) == [
        "- AREA 3 [3] Samferdsle",
        "+ AREA 3 [3] Vegar",
        "-   T.3.1 Samferdsle |  | 1 | Arbeida for viktige samband | 2026 → 2",
        "+   T.3.1 Vegar |  | 1 | Arbeida for viktige samband | 2026 → 2026",
    ]


def test_a_row_without_measure_follows_too() -> None:
    alone = replace(PLAN, tables=(replace(PLAN.tables[0], rows=(_row("Samferdsle", None),)),))
    plan = normal(replace(alone, links=()))
    after = apply_edits(plan, [Correct("3", "text", "Vegar")])
    assert [row.focus_area for row in after.tables[0].rows] == ["Vegar"]


def test_a_row_follows_its_theme() -> None:
    rows = (_row("Gode bygder å bu i", "Bustader"), _row("Samferdsle", "Bustader"))
    plan = normal(replace(PLAN, tables=(replace(PLAN.tables[0], rows=rows),), links=()))
    after = apply_edits(plan, [Correct("2.2", "text", "Hus")])
    assert [row.section for row in after.tables[0].rows] == ["Hus", "Bustader"]


def _row(area: str, theme: str | None) -> Row:
    return Row(id=f"{area} {theme}", text="Noko", focus_area=area, section=theme)


def test_one_cell_for_two_rows_is_corrected_once() -> None:
    value = [{"amount": 95_000, "cell_group": "T.2.cell1", "basis": "amount", "raw": "95 000"}]
    assert changed(PLAN, Correct("row:T.2.3", "budgets", value)) == [
        "-   T.2.3 Gode bygder å bu i |  | 3 | Gjennomføra eit prosjekt for f",
        "+   T.2.3 Gode bygder å bu i |  | 3 | Gjennomføra eit prosjekt for f",
        "-   T.2.4 Gode bygder å bu i |  | 4 | Gje råd til huseigarar som vil",
        "+   T.2.4 Gode bygder å bu i |  | 4 | Gje råd til huseigarar som vil",
    ]


def doubtful_plan() -> Plan:
    """Doubt about an area, a measure, two rows and the document."""
    area = replace(PLAN.focus_areas[2], reading=DOUBT)
    area = replace(area, measures=(replace(area.measures[0], reading=DOUBT),))
    table = PLAN.tables[0]
    rows = tuple(replace(row, reading=DOUBT) for row in table.rows)
    return replace(
        PLAN,
        document=replace(PLAN.document, reading=DOUBT),
        focus_areas=(*PLAN.focus_areas[:2], area),
        tables=(replace(table, rows=rows),),
        ambiguities=({"where": "T.2.3 / T.2.4", "question": "Kven?"}, {"where": "3"}),
        sources=(Source(name="x", media_type="text/plain", sha256="", text="abc"),),
        warnings=("Ukjende år",),
    )


def test_what_was_seen_is_no_longer_in_doubt() -> None:
    plan = doubtful_plan()
    after = apply_edits(plan, [Accept(("3.m1", "row:T.2.3"))])
    assert find(after, "3.m1").node.reading == SEEN
    assert find(after, "3").node.reading == DOUBT
    assert [row.id for row in after.tables[0].rows if row.reading == SEEN] == ["T.2.3"]
    assert after.ambiguities == plan.ambiguities
    assert (after.document, after.warnings) == (plan.document, plan.warnings)


def test_all_of_it_seen() -> None:
    plan = doubtful_plan()
    after = apply_edits(plan, [Accept(("document", "3", "3.m1", "row:T.2.3", "row:T.2.4"))])
    assert (after.document.reading, after.warnings, after.ambiguities) == (SEEN, (), ())


def test_nothing_is_accepted_when_one_is_gone() -> None:
    assert obstacle(PLAN, Accept(("3", "?"))) == Obstacle.NO_SUCH_TARGET
    assert obstacle(PLAN, Accept(("3", "row:?"))) == Obstacle.NO_SUCH_TARGET
