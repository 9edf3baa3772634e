"""Who sees a version, and what a decision does to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.plans.operations.conftest import Receive
from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Element, Plan, PlanVersion
from tiltak.domain.plans.operations import (
    NewPlan,
    adopt_version,
    apply_import,
    correct,
    edit_plan,
    publish_version,
    set_state,
    withdraw_version,
)
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.projection.frozen import frozen_form
from tiltak.domain.sources.models import SourceDocument
from tiltak.domain.sources.operations import keep_document
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile import codec
from tiltak.planfile.model import Document, Source
from tiltak.planfile.model import Plan as PlanFile

DECIDED = date(2018, 6, 8)


@pytest.fixture
def sourced(by: Viewer, receive: Receive) -> PlanVersion:
    """A draft with a document behind it."""
    source = Source(name="plan.txt", media_type="text/plain", sha256="cd" * 32, text="Teksten")
    received = receive(replace(sample_plan(), sources=(source,)))
    return apply_import(by=by, received=received, into=NewPlan(), now=NOW)


def generation(version: PlanVersion) -> int:
    return RegionalCouncil.objects.get(pk=version.plan.council_id).generation


def test_published_and_withdrawn_with_its_documents(by: Viewer, sourced: PlanVersion) -> None:
    document = SourceDocument.objects.get(filename="plan.txt")
    assert (sourced.visibility, document.visibility) == ("internal", "internal")
    before = generation(sourced)
    publish_version(by=by, version=sourced, now=NOW)
    document.refresh_from_db()
    assert (sourced.visibility, sourced.published_at, document.visibility) == (
        "public",
        NOW,
        "public",
    )
    assert generation(sourced) > before
    later = NOW + timedelta(days=1)
    withdraw_version(by=by, version=sourced, now=later)
    document.refresh_from_db()
    assert (sourced.visibility, sourced.published_at, document.visibility) == (
        "internal",
        NOW,
        "internal",
    )
    done = Event.objects.filter(subject_type="plans.planversion").values_list("verb", flat=True)
    assert list(done) == ["withdraw", "publish", "import"]


def test_a_document_another_public_version_rests_on_stays(
    by: Viewer, receive: Receive, sourced: PlanVersion
) -> None:
    document = SourceDocument.objects.get(filename="plan.txt")
    plan = replace(planfile_of(sourced), labels={"measure": "Prosjekt"})
    other = apply_import(by=by, received=receive(plan), into=NewPlan(slug="anna"), now=NOW)
    for version in (sourced, other):
        publish_version(by=by, version=version, now=NOW)
    withdraw_version(by=by, version=sourced, now=NOW)
    document.refresh_from_db()
    assert document.visibility == "public"


def test_adopting_freezes_the_text_and_its_hash(by: Viewer, sourced: PlanVersion) -> None:
    adopt_version(
        by=by, version=sourced, decided=DECIDED, body=" Rådet ", case_number="17/45", now=NOW
    )
    sourced.refresh_from_db()
    content = codec.canonical(frozen_form(planfile_of(sourced)))
    assert (sourced.state, sourced.frozen_at) == ("adopted", NOW)
    assert (sourced.decided_date, sourced.decided_body, sourced.decided_case) == (
        DECIDED,
        "Rådet",
        "17/45",
    )
    assert sourced.content.encode() == content
    assert sourced.content_hash == codec.hash_of(content)
    event = Event.objects.first()
    assert event is not None
    assert (event.verb, event.summary, event.after) == (
        "adopt",
        "2018-06-08 17/45",
        {"content_hash": sourced.content_hash},
    )


def test_what_is_frozen_is_what_stands_not_what_was_loaded(
    by: Viewer, sourced: PlanVersion
) -> None:
    stale = PlanVersion.objects.get(pk=sourced.pk)
    correct(by=by, subject=sourced, field="title", value="Rett tittel", seen=sourced.title, now=NOW)
    adopt_version(by=by, version=stale, decided=DECIDED, body="", case_number="", now=NOW)
    assert codec.decode(stale.content).document.title == "Rett tittel"


@pytest.mark.parametrize(
    "wrong",
    [
        {"decided": date(2018, 6, 13)},
        {"body": "x" * 201},
        {"case_number": "x" * 61},
        {"body": "\0"},
    ],
    ids=["to come", "long body", "long case", "nul"],
)
def test_a_decision_that_cannot_be(by: Viewer, sourced: PlanVersion, wrong: dict[str, Any]) -> None:
    decision = {"decided": DECIDED, "body": "", "case_number": "", **wrong}
    with pytest.raises(errors.CannotAdopt):
        adopt_version(by=by, version=sourced, now=NOW, **decision)
    sourced.refresh_from_db()
    assert (sourced.state, sourced.frozen_at) == ("proposal", None)


@pytest.mark.parametrize(
    "now",
    [
        datetime(2018, 6, 11, 22, 30, tzinfo=UTC),  # half past midnight in Norway
        datetime(2018, 6, 12, 21, 30, tzinfo=UTC),  # half an hour before the next midnight
    ],
    ids=["first hour", "last hour"],
)
def test_a_decision_of_today_is_one_of_the_day_in_norway(
    by: Viewer, sourced: PlanVersion, now: datetime
) -> None:
    with pytest.raises(errors.CannotAdopt):
        adopt_version(
            by=by, version=sourced, decided=date(2018, 6, 13), body="", case_number="", now=now
        )
    adopt_version(
        by=by, version=sourced, decided=date(2018, 6, 12), body="", case_number="", now=now
    )
    sourced.refresh_from_db()
    assert (sourced.state, sourced.decided_date) == ("adopted", date(2018, 6, 12))


def test_an_empty_plan_is_not_adopted(by: Viewer, receive: Receive) -> None:
    empty = PlanFile(document=Document(title="Tom", years=(), status="ukjend"))
    version = apply_import(by=by, received=receive(empty), into=NewPlan(), now=NOW)
    with pytest.raises(errors.CannotAdopt):
        adopt_version(by=by, version=version, decided=DECIDED, body="", case_number="", now=NOW)


def test_states_of_a_draft(by: Viewer, sourced: PlanVersion) -> None:
    set_state(by=by, version=sourced, state="consultation", now=NOW)
    sourced.refresh_from_db()
    assert sourced.state == "consultation"
    for impossible in ("adopted", "burned"):
        with pytest.raises(errors.ImpossibleValue):
            set_state(by=by, version=sourced, state=impossible, now=NOW)


def operations(version: PlanVersion) -> dict[str, Callable[[Viewer], object]]:
    """Every operation on a version or its plan, as somebody might do it."""
    element = Element.objects.filter(version=version, kind="strategy").first()
    assert element is not None
    common: dict[str, Any] = {"version": version, "now": NOW}
    return {
        "publish": lambda by: publish_version(by=by, **common),
        "withdraw": lambda by: withdraw_version(by=by, **common),
        "state": lambda by: set_state(by=by, state="draft", **common),
        "adopt": lambda by: adopt_version(
            by=by, decided=DECIDED, body="", case_number="", **common
        ),
        "edit": lambda by: edit_plan(
            by=by,
            plan=version.plan,
            title="Ny",
            kind="programme",
            parent=None,
            period=(None, None),
            now=NOW,
        ),
        "correct": lambda by: correct(
            by=by, subject=element, field="text", value="Ny", seen=element.text, now=NOW
        ),
    }


NAMES = ["publish", "withdraw", "state", "adopt", "edit", "correct"]


@pytest.mark.parametrize("name", NAMES)
def test_only_the_own_secretary(by: Viewer, sourced: PlanVersion, name: str) -> None:
    before = planfile_of(sourced), PlanVersion.objects.values().get(), Plan.objects.values().get()
    strangers = (anonymous(by.council_id), editor_of(make_council("Naborådet", host="nabo")))
    count = Event.objects.count()
    for stranger in strangers:
        with pytest.raises(errors.NotAllowed):
            operations(sourced)[name](stranger)
    after = planfile_of(sourced), PlanVersion.objects.values().get(), Plan.objects.values().get()
    assert after == before
    assert Event.objects.count() == count


@pytest.mark.parametrize("name", ["state", "adopt", "correct"])
def test_an_adopted_version_refuses(by: Viewer, sourced: PlanVersion, name: str) -> None:
    adopt_version(by=by, version=sourced, decided=DECIDED, body="", case_number="", now=NOW)
    with pytest.raises(errors.VersionIsFrozen):
        operations(sourced)[name](by)


def test_a_version_that_is_gone(by: Viewer, sourced: PlanVersion) -> None:
    stale = PlanVersion.objects.select_related("plan").get(pk=sourced.pk)
    from tiltak.domain.plans.projection import empty

    empty(sourced)
    sourced.delete()
    with pytest.raises(errors.NoLongerThere):
        publish_version(by=by, version=stale, now=NOW)


def test_a_plan_is_named_and_placed(by: Viewer, receive: Receive, sourced: PlanVersion) -> None:
    programme = Plan.objects.create(
        council_id=by.council_id, slug="program", title="Program", created_at=NOW
    )
    edit_plan(
        by=by,
        plan=sourced.plan,
        title=" Årsplan ",
        kind="sub_plan",
        parent=programme,
        period=(2018, None),
        now=NOW,
    )
    plan = Plan.objects.get(pk=sourced.plan_id)
    assert (plan.title, plan.kind, plan.parent, plan.period_from, plan.period_to) == (
        "Årsplan",
        "sub_plan",
        programme,
        2018,
        None,
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"title": "x" * 301},
        {"title": "a\0b"},
        {"kind": "novel"},
        {"period": (2019, 2018)},
        {"period": (None, 2018)},
        {"period": (0, None)},
        {"parent": "itself"},
    ],
    ids=str,
)
def test_a_plan_that_cannot_be(by: Viewer, sourced: PlanVersion, wrong: dict[str, Any]) -> None:
    said = {"title": "Plan", "kind": "programme", "period": (2018, 2019), "parent": None, **wrong}
    if said["parent"] == "itself":
        below = Plan.objects.create(
            council_id=by.council_id, slug="under", title="U", parent=sourced.plan, created_at=NOW
        )
        said["parent"] = below
    with pytest.raises(errors.ImpossibleValue):
        edit_plan(by=by, plan=sourced.plan, now=NOW, **said)


def test_no_plan_below_one_of_another_council(by: Viewer, sourced: PlanVersion) -> None:
    other = make_council("Naborådet", host="nabo")
    theirs = Plan.objects.create(council=other, slug="x", title="X", created_at=NOW)
    with pytest.raises(errors.NotAllowed):
        edit_plan(
            by=by,
            plan=sourced.plan,
            title="X",
            kind="programme",
            parent=theirs,
            period=(None, None),
            now=NOW,
        )


def test_a_document_is_kept_once_with_its_bytes(by: Viewer) -> None:
    source = Source(name="a.txt", media_type="text/plain", sha256="ef" * 32, text="Tekst")
    known = keep_document(by=by, source=source, data=None, now=NOW)
    again = keep_document(by=by, source=source, data=b"Tekst", now=NOW)
    read_anew = keep_document(
        by=by, source=replace(source, text="Annleis lese"), data=b"Tekst", now=NOW
    )
    assert known.pk == again.pk
    assert bytes(again.content.data) == b"Tekst"
    assert read_anew.pk != known.pk
