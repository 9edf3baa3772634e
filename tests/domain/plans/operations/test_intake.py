"""A document on its way into a plan."""

from datetime import date

import pytest
from msgspec.structs import replace

from tests.domain.plans.operations.conftest import Receive
from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.planfiles import measure, sample_plan
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import Party
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Element, Import, Initiative, Plan, PlanVersion
from tiltak.domain.plans.operations import (
    Authority,
    NewPlan,
    apply_import,
    discard_import,
    receive_document,
    takeover,
)
from tiltak.domain.plans.projection import normal, planfile_of
from tiltak.domain.sources.models import SourceContent, SourceDocument
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile.model import Document, Measure, Passage, Reading, Source
from tiltak.planfile.model import Plan as PlanFile

FILE = Source(name="plan.txt", media_type="text/plain", sha256="ab" * 32, text="Heile teksten")


def without_identity(plan: PlanFile) -> dict[str, object]:
    """Plain values without the codes the database gave."""
    from tiltak.planfile import codec

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k != "initiative"}
        return [bare(one) for one in value] if isinstance(value, list | tuple) else value

    return bare(codec.to_builtins(plan))  # type: ignore[return-value]


def test_a_document_is_kept_and_nothing_else_happens(by: Viewer) -> None:
    received = receive_document(by=by, plan=sample_plan(), source=FILE, data=b"bytes", now=NOW)
    document = received.document
    assert (document.filename, document.text, document.size) == ("plan.txt", "Heile teksten", 5)
    assert (received.state, document.visibility) == ("pending", "internal")
    assert bytes(SourceContent.objects.get().data) == b"bytes"
    assert Plan.objects.count() == Element.objects.count() == 0
    assert list(Event.objects.values_list("verb", "summary", "actor")) == [
        ("receive", "plan.txt", "Sekretæren")
    ]


def test_the_same_waiting_document_is_one_import(by: Viewer, draft: PlanVersion) -> None:
    first = receive_document(by=by, plan=sample_plan(), source=FILE, data=b"bytes", now=NOW)
    second = receive_document(
        by=by, plan=sample_plan(), source=FILE, data=b"bytes", now=NOW, meant_for=draft.plan
    )
    assert first.pk == second.pk
    assert Import.objects.get(pk=first.pk).plan == draft.plan


def test_the_public_hands_in_nothing(by: Viewer) -> None:
    with pytest.raises(errors.NotAllowed):
        receive_document(
            by=anonymous(by.council_id), plan=sample_plan(), source=FILE, data=b"", now=NOW
        )
    assert SourceDocument.objects.count() == Import.objects.count() == 0


def _deep(levels: int) -> Measure:
    inner = measure("m", "djupt")
    for n in range(levels):
        inner = measure(f"m{n}", "djupt", inner)
    return inner


def _with(**facts: object) -> PlanFile:
    document = Document(title="Plan", years=(), status="ukjend")
    return PlanFile(document=replace(document, **facts))


@pytest.mark.parametrize(
    "plan",
    [
        _with(title="Nul\0l"),
        _with(title="Halvt \ud800"),
        _with(years=(2**70,)),
        _with(reading=Reading(passages=(Passage(start=-1, end=2),))),
        _with(reading=Reading(passages=(Passage(start=1, end=2**40),))),
        replace(sample_plan(), focus_areas=(replace(sample_plan().focus_areas[0], id="x" * 201),)),
        replace(
            sample_plan(),
            focus_areas=(replace(sample_plan().focus_areas[0], measures=(_deep(80),)),),
        ),
    ],
    ids=["nul", "surrogate", "number", "before", "beyond", "id", "deep"],
)
def test_what_no_database_keeps_is_refused(by: Viewer, plan: PlanFile) -> None:
    with pytest.raises(errors.UnstorableText):
        receive_document(by=by, plan=plan, source=FILE, data=b"x", now=NOW)
    assert SourceDocument.objects.count() == Import.objects.count() == Event.objects.count() == 0


def test_a_document_becomes_the_draft_of_a_new_plan(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    version = apply_import(by=by, received=received, into=NewPlan(), now=NOW)
    plan = version.plan
    assert (plan.slug, plan.title, plan.kind) == (
        "handlingsplan-2026",
        "Handlingsplan 2026",
        "action_plan",
    )
    assert (plan.period_from, plan.period_to) == (2026, 2026)
    assert (version.number, version.state, version.visibility) == (1, "proposal", "internal")
    assert without_identity(planfile_of(version)) == without_identity(normal(sample_plan()))
    received.refresh_from_db()
    assert (received.state, received.plan, received.version) == ("applied", plan, version)
    assert list(Event.objects.values_list("verb", flat=True)) == ["import", "receive"]


def test_a_wish_says_what_the_new_plan_is(by: Viewer, receive: Receive, draft: PlanVersion) -> None:
    wish = NewPlan(title="Årsplan læring", slug="laering", kind="programme", parent=draft.plan)
    plan = apply_import(by=by, received=receive(_with()), into=wish, now=NOW).plan
    assert (plan.title, plan.slug, plan.kind, plan.parent) == (
        "Årsplan læring",
        "laering",
        "programme",
        draft.plan,
    )


def test_years_beyond_the_calendar_are_no_period(by: Viewer, receive: Receive) -> None:
    version = apply_import(
        by=by, received=receive(_with(years=(-5, 2020, 123456))), into=NewPlan(), now=NOW
    )
    assert (version.plan.period_from, version.plan.period_to) == (2020, 2020)


def test_adopted_long_ago(by: Viewer, receive: Receive) -> None:
    authority = Authority(date(2017, 12, 8), "Regionrådet", "17/45")
    version = apply_import(
        by=by,
        received=receive(sample_plan()),
        into=NewPlan(),
        adopted=authority,
        publish=True,
        now=NOW,
    )
    assert (version.state, version.visibility, version.frozen_at) == ("adopted", "public", NOW)
    assert (version.decided_date, version.decided_body, version.decided_case) == (
        date(2017, 12, 8),
        "Regionrådet",
        "17/45",
    )
    assert Event.objects.filter(verb="import_adopted").count() == 1


def test_the_same_file_twice_changes_nothing(by: Viewer, receive: Receive) -> None:
    version = apply_import(by=by, received=receive(sample_plan()), into=NewPlan(), now=NOW)
    codes = set(Initiative.objects.values_list("code", flat=True))
    again = receive(sample_plan())
    for into in (NewPlan(), version.plan):
        with pytest.raises(errors.NothingChanged):
            apply_import(by=by, received=again, into=into, now=NOW)
    assert PlanVersion.objects.count() == Plan.objects.count() == 1
    assert set(Initiative.objects.values_list("code", flat=True)) == codes
    again.refresh_from_db()
    assert again.state == "pending"


def test_an_import_is_taken_over_once(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    stale = Import.objects.get(pk=received.pk)
    apply_import(by=by, received=received, into=NewPlan(slug="ein"), now=NOW)
    with pytest.raises(errors.NothingChanged):
        apply_import(by=by, received=stale, into=NewPlan(slug="to"), now=NOW)
    assert Plan.objects.count() == 1


def test_nothing_crosses_to_another_council(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    other = editor_of(make_council("Naborådet", host="nabo"))
    theirs = Plan.objects.create(council_id=other.council_id, slug="x", title="X", created_at=NOW)
    with pytest.raises(errors.NotAllowed):
        apply_import(by=other, received=received, into=NewPlan(), now=NOW)
    with pytest.raises(errors.NotAllowed):
        apply_import(by=by, received=received, into=theirs, now=NOW)
    with pytest.raises(errors.NotAllowed):
        apply_import(by=by, received=received, into=NewPlan(parent=theirs), now=NOW)
    with pytest.raises(errors.NotAllowed):
        discard_import(by=other, received=received, now=NOW)
    assert PlanVersion.objects.count() == 0


def test_a_failure_in_the_middle_leaves_nothing(
    by: Viewer, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = receive(sample_plan())
    monkeypatch.setattr(
        takeover._Taking, "_first_of", _then_fail(takeover._Taking._first_of), raising=True
    )
    with pytest.raises(ZeroDivisionError):
        apply_import(by=by, received=received, into=NewPlan(), now=NOW)
    for model in (Plan, PlanVersion, Element, Initiative, Party):
        assert model.objects.count() == 0, model
    assert Import.objects.get().state == "pending"
    assert list(Event.objects.values_list("verb", flat=True)) == ["receive"]


def _then_fail(real):  # type: ignore[no-untyped-def]
    def call(*args: object) -> None:
        real(*args)
        assert Element.objects.exists()
        raise ZeroDivisionError

    return call


def test_a_waiting_document_is_discarded(by: Viewer, receive: Receive) -> None:
    discard_import(by=by, received=receive(sample_plan()), now=NOW)
    assert Import.objects.count() == 0
    assert Event.objects.filter(verb="discard").count() == 1


def test_what_was_taken_over_is_not_discarded(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    apply_import(by=by, received=received, into=NewPlan(), now=NOW)
    with pytest.raises(errors.CannotUndo):
        discard_import(by=by, received=received, now=NOW)
    assert Import.objects.count() == 1
