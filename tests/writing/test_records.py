"""The flat plan and its dictionary."""

import pytest
from hypothesis import given

from tests.factories.papers import paper_of, sample_statuses
from tests.factories.plan_strategies import plans
from tests.factories.planfiles import plan_by_year, sample_plan
from tiltak.planfile import sums
from tiltak.planfile.model import Plan
from tiltak.wording import Language, words
from tiltak.wording.language import LANGUAGES
from tiltak.writing.data_dictionary import data_dictionary
from tiltak.writing.records import FIELD_NAMES, Record, records_of


def test_every_element_row_and_further_budget_is_a_record() -> None:
    records = list(records_of(paper_of()))
    counts: dict[str, int] = {}
    for record in records:
        counts[record.kind] = counts.get(record.kind, 0) + 1
    assert counts == {
        "paragraph": 1,
        "focus_area": 3,
        "sub_goal": 4,
        "theme": 4,
        "strategy": 6,
        "measure": 19,
        "row": 8,
    }


def test_a_row_as_a_record() -> None:
    record = next(r for r in records_of(paper_of()) if r.id == "T.1.2")
    assert record == Record(
        kind="row",
        id="T.1.2",
        parent="T",
        number="2",
        text="Støtta marknadsføring av fjorden i vintersesongen",
        focus_area="Arbeid og næring",
        measures="1.2.m1",
        time_text="2026-2027",
        first_year=2026,
        last_year=2027,
        ongoing=False,
        amount_text="125 000",
        amount=125_000,
        amount_per="year",
        amount_basis="amount",
        total=250_000,
        currency="NOK",
        responsible_text="YFR/Nordvik kommune",
        responsible="Ytre Fjord regionråd | Nordvik kommune",
    )


def test_parts_say_what_they_are_part_of_and_statuses_stand_beside() -> None:
    paper = paper_of(statuses=sample_statuses(), short_titles={"2.2.m1.c1": "Bustadbehov"})
    record = next(r for r in records_of(paper) if r.id == "2.2.m1.c1")
    assert (record.parent, record.depth, record.theme) == ("2.2.m1", 1, "Bustader")
    assert (record.short_title, record.lifecycle, record.light) == (
        "Bustadbehov",
        "in_progress",
        "at_risk",
    )


def _sums_up(plan: Plan) -> None:
    totals = [record.total for record in records_of(paper_of(plan)) if record.total is not None]
    assert sum(totals) == (sums.add_up(sums.lines_of(plan)).total or 0)


def test_the_totals_add_up_to_the_plan() -> None:
    _sums_up(sample_plan())
    _sums_up(plan_by_year())


@given(plans)
def test_the_totals_of_any_plan_add_up(plan: Plan) -> None:
    _sums_up(plan)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dictionary_tells_of_every_field_in_order(language: Language) -> None:
    fields = data_dictionary(words(language))
    assert tuple(field.name for field in fields) == FIELD_NAMES
    assert all(field.type and field.meaning for field in fields)
