"""One correction at a time, and its undoing."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import models

from tests.factories.councils import NOW
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import Party
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Element, PlanVersion, TableRow
from tiltak.domain.plans.operations import (
    Correction,
    adopt_version,
    correct,
    correct_all,
    set_short_title,
    undo_correction,
)
from tiltak.domain.plans.operations.correctable import field_of
from tiltak.domain.plans.projection import normal, planfile_of
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Budget, Time
from tiltak.planfile.sums import plan_budget

LATER = NOW + timedelta(minutes=5)


def row(version: PlanVersion, key: str) -> TableRow:
    return TableRow.objects.get(version=version, key=key)


def element(version: PlanVersion, key: str) -> Element:
    return Element.objects.get(version=version, key=key)


def standing(subject: Element | TableRow | PlanVersion, field: str) -> Any:
    fresh = type(subject)._default_manager.get(pk=subject.pk)
    return field_of(fresh, field).standing(fresh)


CASES: list[tuple[type[models.Model], str, str, Any]] = [
    (Element, "1.1.m2", "text", "Halda god kontakt\nmed fylkeskommunen."),
    (Element, "1.1.m2", "number", "b)"),
    (Element, "1.1.m2", "time", {"raw": "2026–2028", "years": [2026, 2027, 2028]}),
    (Element, "1.1.m2", "budgets", [{"raw": "5 000", "amount": 5000, "basis": "amount"}]),
    (Element, "1.1.m2", "parties:responsible", ["Sørvåg kommune", "YFR"]),
    (Element, "1.d1", "text", "Regionen skal ha 200 nye arbeidsplassar."),
    (TableRow, "T.1.1", "text", "Laga ei oversikt"),
    (TableRow, "T.1.1", "number", None),
    (TableRow, "T.1.1", "time", None),
    (TableRow, "T.1.1", "budgets", []),
    (TableRow, "T.1.1", "parties:responsible", []),
    (TableRow, "T.1.3", "parties:partner", ["Nordvik kommune"]),
]


@pytest.mark.parametrize(("model", "key", "field", "value"), CASES)
def test_corrected_logged_and_undone(  # noqa: PLR0917 pytest names its arguments
    by: Viewer,
    draft: PlanVersion,
    model: type[Element | TableRow],
    key: str,
    field: str,
    value: Any,
) -> None:
    subject = model._default_manager.get(version=draft, key=key)
    before, whole = standing(subject, field), planfile_of(draft)
    event = correct(by=by, subject=subject, field=field, value=value, seen=before, now=NOW)
    assert standing(subject, field) == value
    assert (event.verb, event.before, event.after) == (
        "correct",
        {"value": before},
        {"value": value, "field": field, "version": draft.pk},
    )
    corrected = planfile_of(draft)
    assert corrected != whole
    assert normal(corrected) == corrected
    undo = undo_correction(by=by, event=event, now=LATER)
    assert undo.undoes == event
    assert planfile_of(draft) == whole
    redo = undo_correction(by=by, event=undo, now=LATER)
    assert redo.undoes == undo
    assert planfile_of(draft) == corrected


def test_the_title_of_a_draft(by: Viewer, draft: PlanVersion) -> None:
    event = correct(by=by, subject=draft, field="title", value="Ny", seen=draft.title, now=NOW)
    assert PlanVersion.objects.get().title == "Ny"
    undo_correction(by=by, event=event, now=LATER)
    assert PlanVersion.objects.get().title == "Handlingsplan 2026"


def test_values_of_the_plan_file_are_taken_too(by: Viewer, draft: PlanVersion) -> None:
    subject = row(draft, "T.1.1")
    correct(
        by=by,
        subject=subject,
        field="time",
        value=Time(raw="2027", years=(2027,)),
        seen=Time(raw="2026", years=(2026,)),
        now=NOW,
    )
    assert standing(subject, "time") == {"raw": "2027", "years": [2027]}
    seen = standing(subject, "budgets")
    correct(
        by=by,
        subject=subject,
        field="budgets",
        value=(Budget(amount=1, currency="NOK", basis="amount"), Budget()),
        seen=seen,
        now=NOW,
    )
    assert standing(subject, "budgets") == [{"amount": 1, "currency": "NOK", "basis": "amount"}]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", ""),
        ("text", " \n"),
        ("text", None),
        ("text", "nul\0"),
        ("text", "halvt\ud800"),
        ("number", " "),
        ("time", "2018"),
        ("time", {"years": ["i fjor"]}),
        ("budgets", [{"amount": 10**14}]),
        ("budgets", [{"amount": "mykje"}]),
        ("budgets", [{"basis": "guess"}]),
        ("parties:responsible", ["a\0b"]),
        ("parties:boss", ["X"]),
        ("key", "x"),
    ],
)
def test_what_no_plan_can_say(by: Viewer, draft: PlanVersion, field: str, value: Any) -> None:
    subject, whole = row(draft, "T.1.1"), planfile_of(draft)
    with pytest.raises(errors.ImpossibleValue):
        correct(by=by, subject=subject, field=field, value=value, seen=None, now=NOW)
    assert planfile_of(draft) == whole
    assert not Event.objects.filter(verb="correct").exists()


def test_money_stands_on_the_row_where_there_is_one(by: Viewer, draft: PlanVersion) -> None:
    with pytest.raises(errors.ImpossibleValue):
        correct(
            by=by,
            subject=element(draft, "1.1.m1"),
            field="budgets",
            value=[{"amount": 5}],
            seen=[],
            now=NOW,
        )


def test_two_people_on_one_text(by: Viewer, draft: PlanVersion) -> None:
    first, second = element(draft, "1.1.m2"), element(draft, "1.1.m2")
    seen = first.text
    correct(by=by, subject=first, field="text", value="Det Kari skreiv", seen=seen, now=NOW)
    with pytest.raises(errors.ChangedMeanwhile) as refused:
        correct(by=by, subject=second, field="text", value="Det Ola skreiv", seen=seen, now=NOW)
    assert refused.value.theirs == "Det Kari skreiv"
    assert element(draft, "1.1.m2").text == "Det Kari skreiv"
    # having seen it, Ola may write over it; nothing Kari wrote is lost
    theirs = str(refused.value.theirs)
    correct(by=by, subject=second, field="text", value="Det Ola skreiv", seen=theirs, now=NOW)
    kept = Event.objects.filter(verb="correct").order_by("id").values_list("before", flat=True)
    assert [before["value"] for before in kept if before] == [seen, "Det Kari skreiv"]


def test_an_older_correction_is_not_undone_over_a_newer(by: Viewer, draft: PlanVersion) -> None:
    subject = element(draft, "1.1.m2")
    texts = [subject.text, "Ein", "To"]
    done = [
        correct(by=by, subject=subject, field="text", value=new, seen=old, now=NOW)
        for old, new in pairwise(texts)
    ]
    with pytest.raises(errors.ChangedMeanwhile):
        undo_correction(by=by, event=done[0], now=LATER)
    for event in reversed(done):
        undo_correction(by=by, event=event, now=LATER)
    assert element(draft, "1.1.m2").text == texts[0]
    with pytest.raises(errors.CannotUndo):
        undo_correction(by=by, event=done[0], now=LATER)


def test_several_at_once_or_none(by: Viewer, draft: PlanVersion) -> None:
    subject = row(draft, "T.1.1")
    good = Correction(subject, "number", "9", "1")
    bad = Correction(subject, "text", "Ny", "Noko eg aldri såg")
    with pytest.raises(errors.ChangedMeanwhile):
        correct_all(by=by, corrections=[good, bad], now=NOW)
    assert standing(subject, "number") == "1"
    done = correct_all(by=by, corrections=[good], now=NOW)
    assert [event.summary for event in done] == ["number"]


def test_a_shared_cell_is_one_amount(by: Viewer, draft: PlanVersion) -> None:
    """Two rows share 90 000; corrected on one, it is corrected on both, and counted once."""
    before = plan_budget(planfile_of(draft))
    subject = row(draft, "T.2.3")
    seen = standing(subject, "budgets")
    new = [{**seen[0], "raw": "95 000", "amount": 95_000}]
    event = correct(by=by, subject=subject, field="budgets", value=new, seen=seen, now=NOW)
    assert standing(row(draft, "T.2.4"), "budgets") == new
    after = plan_budget(planfile_of(draft))
    assert after["total"] == before["total"] + 5_000  # type: ignore[operator]
    undo_correction(by=by, event=event, now=LATER)
    assert plan_budget(planfile_of(draft)) == before


def test_rows_follow_the_title_of_their_area(by: Viewer, draft: PlanVersion) -> None:
    before = plan_budget(planfile_of(draft))
    area = element(draft, "1")
    event = correct(by=by, subject=area, field="text", value="Næringsliv", seen=area.text, now=NOW)
    by_area = plan_budget(planfile_of(draft))["by_focus_area"]
    assert list(by_area) == ["Næringsliv", "Gode bygder å bu i", "Samferdsle"]  # type: ignore[call-overload]
    undo_correction(by=by, event=event, now=LATER)
    assert plan_budget(planfile_of(draft)) == before


def test_new_names_become_parties(by: Viewer, draft: PlanVersion) -> None:
    subject = row(draft, "T.1.1")
    correct(
        by=by,
        subject=subject,
        field="parties:partner",
        value=["Fjordbåten AS"],
        seen=[],
        now=NOW,
    )
    assert Party.objects.get(label="Fjordbåten AS").roles.get().row == subject


def test_what_is_gone_cannot_be_corrected_or_undone(by: Viewer, draft: PlanVersion) -> None:
    from tiltak.domain.plans.projection import empty

    subject = element(draft, "1.1.m2")
    event = correct(by=by, subject=subject, field="text", value="Ny", seen=subject.text, now=NOW)
    empty(draft)
    with pytest.raises(errors.NoLongerThere):
        correct(by=by, subject=subject, field="text", value="Nyare", seen="Ny", now=NOW)
    with pytest.raises(errors.CannotUndo):
        undo_correction(by=by, event=event, now=LATER)


def test_what_is_no_correction_cannot_be_undone_as_one(by: Viewer, draft: PlanVersion) -> None:
    event = Event.objects.get(verb="import")
    with pytest.raises(errors.CannotUndo):
        undo_correction(by=by, event=event, now=LATER)


def test_a_short_title_stands_beside_an_adopted_text(by: Viewer, draft: PlanVersion) -> None:
    adopt_version(by=by, version=draft, decided=date(2018, 6, 1), body="", case_number="", now=NOW)
    subject = element(draft, "1.2.m2")
    event = set_short_title(
        by=by, initiative=subject.initiative, title=" Heilårsbåt ", seen="", now=NOW
    )
    subject.initiative.refresh_from_db()
    assert subject.initiative.short_title == "Heilårsbåt"
    assert (event.before, event.after) == (
        {"value": ""},
        {"value": "Heilårsbåt", "field": "short_title"},
    )
    with pytest.raises(errors.ChangedMeanwhile) as refused:
        set_short_title(by=by, initiative=subject.initiative, title="Båt", seen="", now=NOW)
    assert refused.value.theirs == "Heilårsbåt"
    undo_correction(by=by, event=event, now=LATER)
    subject.initiative.refresh_from_db()
    assert subject.initiative.short_title == ""


@pytest.mark.parametrize("title", ["x" * 201, "a\0b"])
def test_short_titles_are_short(by: Viewer, draft: PlanVersion, title: str) -> None:
    with pytest.raises(errors.ImpossibleValue):
        set_short_title(
            by=by, initiative=element(draft, "1").initiative, title=title, seen="", now=NOW
        )


def test_an_undoing_waits_for_no_one_when_frozen(by: Viewer, draft: PlanVersion) -> None:
    subject = element(draft, "1.1.m2")
    event = correct(by=by, subject=subject, field="text", value="Ny", seen=subject.text, now=NOW)
    adopt_version(by=by, version=draft, decided=date(2018, 6, 1), body="", case_number="", now=NOW)
    with pytest.raises(errors.VersionIsFrozen):
        undo_correction(by=by, event=event, now=LATER)
    assert element(draft, "1.1.m2").text == "Ny"


def test_the_log_holds_every_word(by: Viewer, draft: PlanVersion) -> None:
    def said(verbs: Sequence[str]) -> list[Any]:
        found = Event.objects.filter(verb__in=verbs).order_by("id")
        return [(e.actor, e.summary, e.before, e.after) for e in found]

    subject = row(draft, "T.1.1")
    correct(by=by, subject=subject, field="number", value="1a", seen="1", now=NOW)
    assert said(["correct"]) == [
        (
            "Sekretæren",
            "number",
            {"value": "1"},
            {"value": "1a", "field": "number", "version": draft.pk},
        )
    ]
