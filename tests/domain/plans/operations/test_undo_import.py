"""Taking a whole import back."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.domain.plans.operations.conftest import Receive
from tests.factories.councils import NOW
from tests.factories.planfiles import sample_plan
from tiltak.domain.audit.models import Event
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Element, Import, Initiative, Plan, PlanVersion, Succession
from tiltak.domain.plans.operations import (
    Authority,
    NewPlan,
    adopt_version,
    apply_import,
    correct,
    publish_version,
    undo_import,
)
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.sources.models import SourceDocument
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile.model import Plan as PlanFile

LATER = NOW + timedelta(hours=1)
LATEST = NOW + timedelta(hours=2)


def changed() -> PlanFile:
    """The sample without its last area and with another title in the first."""
    sample = sample_plan()
    first = replace(sample.focus_areas[0], title="Arbeid og næringsliv")
    return replace(sample, focus_areas=(first, sample.focus_areas[1]))


@pytest.fixture
def received(by: Viewer, receive: Receive) -> Import:
    found = receive(sample_plan())
    apply_import(by=by, received=found, into=NewPlan(), publish=True, now=NOW)
    return found


def test_a_new_plan_is_gone_as_if_it_had_not_been(by: Viewer, received: Import) -> None:
    undo_import(by=by, received=received, now=LATER)
    for model in (Plan, PlanVersion, Element, Initiative):
        assert model.objects.count() == 0, model
    received.refresh_from_db()
    assert (received.state, received.plan, received.version) == ("undone", None, None)
    assert SourceDocument.objects.get().visibility == "internal"
    assert list(Event.objects.values_list("verb", flat=True)) == [
        "undo_import",
        "import",
        "receive",
    ]


def test_a_draft_is_as_it_was_before(by: Viewer, receive: Receive, received: Import) -> None:
    version = PlanVersion.objects.get()
    before = planfile_of(version)
    codes = set(Initiative.objects.values_list("code", flat=True))
    second = receive(changed(), name="ny.json")
    apply_import(by=by, received=second, into=version.plan, now=LATER)
    version.refresh_from_db()
    assert planfile_of(version) != before
    assert Succession.objects.exists()
    undo_import(by=by, received=second, now=LATEST)
    version.refresh_from_db()
    assert planfile_of(version) == before
    assert set(Initiative.objects.values_list("code", flat=True)) == codes
    assert not Succession.objects.exists()
    shown = SourceDocument.objects.filter(visibility="public")
    assert list(shown.values_list("filename", flat=True)) == []


def test_what_follows_on_it_comes_first(by: Viewer, receive: Receive, received: Import) -> None:
    plan = Plan.objects.get()
    apply_import(by=by, received=receive(changed()), into=plan, now=LATER)
    with pytest.raises(errors.CannotUndo):
        undo_import(by=by, received=received, now=LATEST)
    assert PlanVersion.objects.count() == 1


def test_corrections_are_not_lost_without_asking(by: Viewer, received: Import) -> None:
    element = Element.objects.filter(kind="strategy").first()
    assert element is not None
    correct(by=by, subject=element, field="text", value="Retta", seen=element.text, now=LATER)
    with pytest.raises(errors.CorrectedSince):
        undo_import(by=by, received=received, now=LATEST)
    assert Element.objects.filter(text="Retta").exists()
    undo_import(by=by, received=received, although_corrected=True, now=LATEST)
    assert not Plan.objects.exists()


def test_what_it_adopted_is_withdrawn_but_stays(by: Viewer, receive: Receive) -> None:
    received = receive(sample_plan())
    authority = Authority(date(2017, 12, 8))
    version = apply_import(
        by=by, received=received, into=NewPlan(), adopted=authority, publish=True, now=NOW
    )
    undo_import(by=by, received=received, now=LATER)
    version.refresh_from_db()
    assert (version.visibility, version.state) == ("internal", "adopted")
    assert not SourceDocument.objects.filter(visibility="public").exists()


def test_an_adoption_since_is_not_undone_in_passing(by: Viewer, received: Import) -> None:
    version = PlanVersion.objects.get()
    adopt_version(
        by=by, version=version, decided=date(2018, 6, 1), body="", case_number="", now=LATER
    )
    with pytest.raises(errors.CannotUndo):
        undo_import(by=by, received=received, although_corrected=True, now=LATEST)
    version.refresh_from_db()
    assert version.visibility == "public"


def test_only_once_and_only_by_the_secretary(by: Viewer, received: Import) -> None:
    with pytest.raises(errors.NotAllowed):
        undo_import(by=anonymous(by.council_id), received=received, now=LATER)
    undo_import(by=by, received=received, now=LATER)
    with pytest.raises(errors.CannotUndo):
        undo_import(by=by, received=received, now=LATEST)


def test_what_was_said_of_a_measure_stays(by: Viewer, received: Import) -> None:
    from tiltak.domain.followup.models import StatusUpdate
    from tiltak.domain.followup.operations import give_status

    initiative = Initiative.objects.filter(kind="measure").first()
    assert initiative is not None
    give_status(by=by, initiative=initiative, lifecycle="in_progress", said_by="Kari", now=LATER)
    undo_import(by=by, received=received, now=LATEST)
    assert list(Initiative.objects.all()) == [initiative]
    assert StatusUpdate.objects.get().initiative == initiative


def test_the_file_can_be_taken_over_again(by: Viewer, receive: Receive, received: Import) -> None:
    undo_import(by=by, received=received, now=LATER)
    apply_import(by=by, received=receive(sample_plan()), into=NewPlan(), now=LATEST)
    assert Plan.objects.get().slug == "handlingsplan-2026"


def test_documents_of_a_public_draft_are_public(
    by: Viewer, receive: Receive, received: Import
) -> None:
    publish_version(by=by, version=PlanVersion.objects.get(), now=LATER)
    assert {d.visibility for d in SourceDocument.objects.filter(versions__isnull=False)} <= {
        "public"
    }
