"""A form that nobody touched changes nothing, whatever the document says and however a browser sends
it back."""

from collections.abc import Iterator, Mapping

import msgspec
import pytest
from django.forms import BoundField, Textarea
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factories.plan_strategies import plans
from tests.factories.planfiles import plan_by_year, plan_of_years, sample_plan
from tiltak.domain.plans.projection import normal
from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.editing import Correct, Link, apply_edits
from tiltak.planfile.model import Document, Measure, Parties, Plan, Row, Time
from tiltak.web.review.actions import value_form
from tiltak.web.review.both import form_of_both
from tiltak.web.review.correct_form import DocumentForm, ValueForm
from tiltak.web.review.targets import Target, all_keys, target_of
from tiltak.wording import spoken_years


def review_of(plan: Plan) -> ReviewView:
    return ReviewView(content=plan, steps=(), files={})


def correctable(review: ReviewView) -> Iterator[Target]:
    for key in (*all_keys(review), "document"):
        target = target_of(review, key)
        assert target is not None
        if target.unplaced is None:
            yield target


def sent_back(form: ValueForm | DocumentForm) -> dict[str, str]:
    """The fields as a browser sends them when nobody touched them."""
    return {bound.name: _as_browser(bound) for bound in form}


def _as_browser(bound: BoundField) -> str:
    value = bound.field.widget.format_value(bound.initial)
    if isinstance(value, list):
        return str(value[0]) if value else ""
    lines = str("" if value is None else value).replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("\n", "\r\n" if isinstance(bound.field.widget, Textarea) else "")


def untouched(plan: Plan) -> None:
    review = review_of(plan)
    for target in correctable(review):
        sent = sent_back(value_form(review, target))
        form = value_form(review, target, sent)
        assert form.is_valid(), (target.key, form.errors)
        assert list(form.edits()) == [], target.key


@pytest.mark.parametrize(
    "plan", [sample_plan(), plan_by_year(), plan_of_years(*range(2020, 2051))], ids=["a", "b", "c"]
)
def test_nothing_touched_is_nothing_changed(plan: Plan) -> None:
    untouched(normal(plan))


@settings(max_examples=50, deadline=None)
@given(plans)
def test_nothing_touched_is_nothing_changed_in_any_plan(plan: Plan) -> None:
    untouched(normal(plan))


def edits_of(form: ValueForm | DocumentForm) -> dict[str, object]:
    """Field → value, as JSON keeps it."""
    assert form.is_valid(), form.errors
    return {
        edit.field: msgspec.json.decode(msgspec.json.encode(edit.value)) for edit in form.edits()
    }


def row_form(row: Row, **changes: str) -> ValueForm:
    target = Target("row:1", row.reading, row=row)
    return ValueForm(target, (2026,), sent_back(ValueForm(target, (2026,))) | changes)


ODD = Row(
    id="1",
    text=" Merkja\r\nstiar ",
    number=" 1 ",
    focus_area="Reise\nliv",
    time=Time(raw="hausten\n2026", years=(2026,)),
    responsible=Parties(raw="A og B", parties=("A\nB", " C ", "C")),
)


def test_one_field_touched_changes_that_one() -> None:
    assert edits_of(row_form(ODD, number="2")) == {"number": "2"}
    assert edits_of(row_form(ODD, text="Merkja stiar")) == {"text": "Merkja stiar"}
    assert edits_of(row_form(ODD, responsible="A\r\n\r\n A ")) == {"responsible": ["A"]}
    assert edits_of(row_form(ODD, time="2027"))["time"] == {"raw": "2027", "years": [2027]}


def test_a_document_that_says_what_no_form_would_take() -> None:
    document = Document(
        title="Plan " * 80, years=tuple(range(1900, 2050)), status="ukjend", date="desember 2017"
    )
    sent = sent_back(DocumentForm(document))
    assert edits_of(DocumentForm(document, sent)) == {}
    assert edits_of(DocumentForm(document, sent | {"status": "vedteke"})) == {"status": "vedteke"}
    assert edits_of(DocumentForm(document, sent | {"date": ""})) == {"date": ""}
    assert not DocumentForm(document, sent | {"date": "januar"}).is_valid()
    assert not DocumentForm(document, sent | {"title": "Ny " * 200}).is_valid()


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("", []),
        ("2018", [2018]),
        ("2018-21", [2018, 2019, 2020, 2021]),
        ("2018 – 2021", [2018, 2019, 2020, 2021]),
        ("2018, 2020 og 2019", [2018, 2019, 2020]),
        ("2016–2017, 2020", [2016, 2017, 2020]),
        ("1999-01", None),
        ("2021-2018", None),
        ("18-21", None),
        ("1018-2021", None),
    ],
)
def test_years_as_they_are_written(said: str, years: list[int] | None) -> None:
    document = Document(title="Plan", years=(2030,), status="ukjend")
    form = DocumentForm(document, {"title": "Plan", "status": "ukjend", "years": said})
    assert form.is_valid() == (years is not None)
    if years is not None:
        assert edits_of(form) == {"years": years}


@given(st.sets(st.integers(1900, 2100), max_size=20))
def test_years_are_read_as_they_are_shown(years: set[int]) -> None:
    document = Document(title="Plan", years=(), status="ukjend")
    said = spoken_years(sorted(years))
    form = DocumentForm(document, {"title": "Plan", "status": "ukjend", "years": said})
    assert edits_of(form) == ({"years": sorted(years)} if years else {})


def both(before: Plan, now: Plan, key: str, **mine: str) -> ValueForm | DocumentForm:
    """What I sent from a page that showed `before`, while it stands as `now`."""
    then, there = review_of(before), review_of(now)
    was, target = target_of(then, key), target_of(there, key)
    assert was is not None
    assert target is not None
    sent: Mapping[str, str] = sent_back(value_form(then, was)) | mine
    return form_of_both(then, there, target, sent)


def test_amounts_that_others_added_stay() -> None:
    """And one of mine stands beside them."""
    plan = normal(sample_plan())
    target = target_of(review_of(plan), "row:T.1.1")
    assert target is not None
    assert isinstance(target.row, Row)
    theirs = apply_edits(
        plan,
        [Correct("row:T.1.1", "budgets", [{"amount": 5, "raw": "5", "basis": "amount"},
                                          {"amount": 6, "raw": "6", "basis": "amount"}])],
    )  # fmt: skip
    form = both(plan, theirs, "row:T.1.1", number="9")
    assert edits_of(form) == {"number": "9"}
    assert form.meanwhile == {}
    clash = both(plan, theirs, "row:T.1.1", amount0="7")
    assert clash.meanwhile == {"amount0": "5"}
    budgets = edits_of(clash)["budgets"]
    assert isinstance(budgets, list)
    assert [one["amount"] for one in budgets] == [7, 6]


def test_a_choice_of_others_is_told_in_words() -> None:
    plan = normal(sample_plan())
    theirs = replace(plan, document=replace(plan.document, status="vedteke"))
    form = both(plan, theirs, "document", status="ukjend")
    assert form.meanwhile == {"status": "Vedteken"}
    assert [group.meanwhile for group in form.groups()] == [(), ("Vedteken",), ()]


def test_a_measure_that_was_put_into_the_table_meanwhile_has_no_money_of_its_own() -> None:
    plan = normal(sample_plan())
    own = next(
        one for one in correctable(review_of(plan))
        if one.element and isinstance(one.element.node, Measure) and not one.element.node.rows
    )  # fmt: skip
    theirs = apply_edits(plan, [Link("T.1.1", own.key, "same")])
    form = both(plan, theirs, own.key, amount0="5 000", text="Ny tekst")
    assert edits_of(form) == {"text": "Ny tekst"}
