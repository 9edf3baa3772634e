"""An adopted version never changes: by no operation, and not by raw SQL either."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace

from tests.domain.plans.operations.conftest import Receive
from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.planfiles import measure, sample_plan
from tiltak.domain.audit.models import Event
from tiltak.domain.followup.operations import CannotGiveStatus, give_status
from tiltak.domain.organisations.models import Party
from tiltak.domain.organisations.operations import CannotMerge, merge_parties, separate_party
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Element, Import, Initiative, Plan, PlanVersion, TableRow
from tiltak.domain.plans.operations import (
    Authority,
    NewPlan,
    adopt_version,
    apply_import,
    correct,
    edit_plan,
    publish_version,
    receive_document,
    set_short_title,
    set_state,
    undo_correction,
    undo_import,
    withdraw_version,
)
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.projection.frozen import frozen_form
from tiltak.domain.plans.projection.store import PARTS
from tiltak.domain.sources.models import SourceContent, SourceDocument
from tiltak.domain.viewer import Viewer
from tiltak.planfile import codec
from tiltak.planfile.model import Passage, Reading, Source, Unplaced
from tiltak.planfile.model import Plan as PlanFile

DECIDED = date(2018, 6, 1)
REFUSALS = (errors.PlanError, CannotGiveStatus, CannotMerge)


def with_source(plan: PlanFile) -> PlanFile:
    """The plan with a document, passages and unplaced text: a row in every table."""
    text = "Handlingsplan. Noko til slutt."
    source = Source(name="plan.txt", media_type="text/plain", sha256="12" * 32, text=text)
    reading = Reading(passages=(Passage(start=0, end=14),))
    first = plan.focus_areas[0]
    theme = first.sections[0]
    serving = replace(theme.measures[0], serves=(theme.strategies[0].id,), roles={"owner": "YFR"})
    theme = replace(theme, measures=(serving, *theme.measures[1:]))
    area = replace(first, reading=reading, sections=(theme, *first.sections[1:]))
    return replace(
        plan,
        sources=(source,),
        focus_areas=(area, *plan.focus_areas[1:]),
        unplaced=(Unplaced(passage=Passage(start=15, end=30), text="Noko til slutt."),),
    )


@pytest.fixture
def frozen(by: Viewer, receive: Receive) -> PlanVersion:
    """An adopted, public version."""
    return apply_import(
        by=by,
        received=receive(with_source(sample_plan())),
        into=NewPlan(),
        adopted=Authority(DECIDED, "Rådet", "17/45"),
        publish=True,
        now=NOW,
    )


def refused(sql: str, *values: Any) -> None:
    """The statement would change something, and the database refuses."""
    with pytest.raises(DatabaseError, match=r"never change|append-only"), transaction.atomic():
        connection.cursor().execute(sql, values)


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_raw_sql_on_the_parts_is_refused(frozen: PlanVersion, model: Any) -> None:
    table = model._meta.db_table
    assert model._default_manager.filter(version=frozen).exists()
    column = next(
        f.column for f in model._meta.concrete_fields if not f.is_relation and not f.primary_key
    )
    refused(f"UPDATE {table} SET {column} = {column} WHERE version_id = %s", frozen.pk)
    refused(f"DELETE FROM {table} WHERE version_id = %s", frozen.pk)
    columns = [f.column for f in model._meta.concrete_fields if not f.primary_key]
    names = ", ".join(map(connection.ops.quote_name, columns))
    refused(
        f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} WHERE version_id = %s",
        frozen.pk,
    )


def test_a_part_is_not_smuggled_in_from_a_draft(
    by: Viewer, receive: Receive, frozen: PlanVersion
) -> None:
    draft = apply_import(by=by, received=receive(sample_plan()), into=NewPlan(slug="anna"), now=NOW)
    refused("UPDATE plans_element SET version_id = %s WHERE version_id = %s", frozen.pk, draft.pk)
    refused("UPDATE plans_element SET version_id = %s WHERE version_id = %s", draft.pk, frozen.pk)


TEXT_COLUMNS = {
    "title": "'X'",
    "state": "'draft'",
    "number": "99",
    "facts": "'{}'",
    "labels": "'{}'",
    "ambiguities": "'[1]'",
    "warnings": "'[1]'",
    "content": "'X'",
    "content_hash": "'X'",
    "decided_date": "NULL",
    "decided_body": "'X'",
    "decided_case": "'X'",
    "frozen_at": "NULL",
}


@pytest.mark.parametrize("column", TEXT_COLUMNS)
def test_raw_sql_on_the_version_is_refused(frozen: PlanVersion, column: str) -> None:
    refused(
        f"UPDATE plans_planversion SET {column} = {TEXT_COLUMNS[column]} WHERE id = %s", frozen.pk
    )


def test_neither_is_it_deleted(frozen: PlanVersion) -> None:
    refused("DELETE FROM plans_planversion WHERE id = %s", frozen.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        frozen.delete()


def test_what_the_text_rests_on_stays_too(frozen: PlanVersion) -> None:
    code = Initiative.objects.values_list("code", flat=True)[0]
    refused("UPDATE plans_initiative SET code = 'x' WHERE code = %s", code)
    document = SourceDocument.objects.get(filename="plan.txt")
    refused("UPDATE sources_sourcedocument SET text = 'X' WHERE id = %s", document.pk)
    assert SourceContent.objects.exists()
    refused("UPDATE sources_sourcecontent SET data = NULL")


def test_visibility_is_no_part_of_the_text(frozen: PlanVersion) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE plans_planversion SET visibility = 'internal' WHERE id = %s", [frozen.pk]
        )
        assert cursor.rowcount == 1


def test_the_log_is_append_only(frozen: PlanVersion) -> None:
    assert Event.objects.exists()
    refused("UPDATE audit_event SET summary = 'X'")
    refused("DELETE FROM audit_event")


Step = Callable[["Anything"], object]


class Anything(RuleBasedStateMachine):
    """Random operations by the secretary on an adopted version, and on a draft after it."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        council = make_council(host=f"h{Plan.objects.count()}-{id(self)}")
        self.by = editor_of(council)
        self.now = NOW
        self.version = self._import(with_source(sample_plan()), NewPlan(), adopt=True)
        self.plan = self.version.plan
        self.truth = self._truth()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def _import(self, plan: PlanFile, into: NewPlan | Plan, *, adopt: bool = False) -> PlanVersion:
        data = codec.encode(plan)
        source = Source(name="p.json", media_type="", sha256=codec.hash_of(data))
        received = receive_document(by=self.by, plan=plan, source=source, data=data, now=self.now)
        authority = Authority(DECIDED) if adopt else None
        return apply_import(
            by=self.by, received=received, into=into, adopted=authority, now=self.now
        )

    def _truth(self) -> tuple[str, str, PlanFile]:
        version = PlanVersion.objects.get(pk=self.version.pk)
        whole = frozen_form(planfile_of(version))
        return version.content, version.content_hash, whole

    def attempt(self, step: Callable[[], object]) -> None:
        """Do it or be refused; a refusal has changed nothing."""
        self.now += timedelta(seconds=1)
        try:
            with transaction.atomic():
                step()
        except REFUSALS:
            pass

    @property
    def newest(self) -> PlanVersion:
        found = PlanVersion.objects.filter(plan=self.plan).first()
        assert found is not None
        return found

    def element(self, index: int) -> Element:
        found = list(Element.objects.filter(version__plan=self.plan).order_by("id"))
        return found[index % len(found)]

    @rule(index=st.integers(0, 200), text=st.sampled_from(["Ny tekst", "Heilt anna"]))
    def correct_a_text(self, index: int, text: str) -> None:
        one = self.element(index)
        self.attempt(
            lambda: correct(
                by=self.by, subject=one, field="text", value=text, seen=one.text, now=self.now
            )
        )

    @rule(index=st.integers(0, 50))
    def correct_a_row(self, index: int) -> None:
        rows = list(TableRow.objects.filter(version__plan=self.plan).order_by("id"))
        row = rows[index % len(rows)]
        for field, value in (("budgets", []), ("time", None), ("parties:responsible", ["X"])):
            self.attempt(lambda f=field, v=value: self._correct_blindly(row, f, v))  # type: ignore[misc]

    def _correct_blindly(self, row: TableRow, field: str, value: Any) -> None:
        from tiltak.domain.plans.operations.correctable import field_of

        seen = field_of(row, field).standing(row)
        correct(by=self.by, subject=row, field=field, value=value, seen=seen, now=self.now)

    @rule(title=st.sampled_from(["Kort", "", "Kortare"]), index=st.integers(0, 200))
    def give_a_short_title(self, title: str, index: int) -> None:
        one = self.element(index).initiative
        self.attempt(
            lambda: set_short_title(
                by=self.by, initiative=one, title=title, seen=one.short_title, now=self.now
            )
        )

    @rule(index=st.integers(0, 30))
    def undo_something(self, index: int) -> None:
        events = list(Event.objects.filter(council_id=self.by.council_id).order_by("id"))
        event = events[index % len(events)]
        self.attempt(lambda: undo_correction(by=self.by, event=event, now=self.now))

    @rule(index=st.integers(0, 10), anyway=st.booleans())
    def undo_an_import(self, index: int, anyway: bool) -> None:
        found = list(Import.objects.filter(council_id=self.by.council_id).order_by("id"))
        one = found[index % len(found)]
        self.attempt(
            lambda: undo_import(by=self.by, received=one, although_corrected=anyway, now=self.now)
        )

    @rule(number=st.integers(1, 4))
    def import_again(self, number: int) -> None:
        sample = sample_plan()
        extra = measure(f"n{number}", f"Eit nytt tiltak nummer {number} om noko heilt for seg")
        area = sample.focus_areas[2]
        grown = replace(area, measures=(*area.measures, extra))
        plan = replace(sample, focus_areas=(*sample.focus_areas[:2], grown))
        self.attempt(lambda: self._import(plan, self.plan))

    @rule(state=st.sampled_from(["draft", "proposal", "consultation"]))
    def set_a_state(self, state: str) -> None:
        for version in (self.version, self.newest):
            self.attempt(
                lambda v=version: set_state(by=self.by, version=v, state=state, now=self.now)  # type: ignore[misc]
            )

    @rule()
    def publish_and_withdraw(self) -> None:
        for operation in (publish_version, withdraw_version):
            self.attempt(
                lambda o=operation: o(by=self.by, version=self.version, now=self.now)  # type: ignore[misc]
            )

    @rule()
    def adopt_again(self) -> None:
        self.attempt(
            lambda: adopt_version(
                by=self.by,
                version=self.version,
                decided=DECIDED,
                body="Andre",
                case_number="",
                now=self.now,
            )
        )

    @rule(title=st.sampled_from(["Plan", "Anna plan"]))
    def rename_the_plan(self, title: str) -> None:
        self.attempt(
            lambda: edit_plan(
                by=self.by,
                plan=self.plan,
                title=title,
                kind="programme",
                parent=None,
                period=(2018, 2020),
                now=self.now,
            )
        )

    @rule(index=st.integers(0, 20), into=st.integers(0, 20))
    def merge_and_separate_parties(self, index: int, into: int) -> None:
        found = list(Party.objects.filter(council_id=self.by.council_id).order_by("id"))
        one, other = found[index % len(found)], found[into % len(found)]
        self.attempt(lambda: merge_parties(by=self.by, party=one, into=other, now=self.now))
        self.attempt(lambda: separate_party(by=self.by, party=other, now=self.now))

    @rule(index=st.integers(0, 200))
    def give_a_status(self, index: int) -> None:
        one = self.element(index).initiative
        self.attempt(
            lambda: give_status(
                by=self.by, initiative=one, lifecycle="completed", said_by="Kari", now=self.now
            )
        )

    @invariant()
    def nothing_adopted_changed(self) -> None:
        assert self._truth() == self.truth


@pytest.mark.django_db
def test_no_operation_changes_a_frozen_version() -> None:
    run_state_machine_as_test(
        Anything,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
