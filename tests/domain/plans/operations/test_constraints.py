"""Each truth the database holds, and an attempt to break it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import models

from tests.factories.constraints import constraints_of, refused_by
from tests.factories.councils import NOW
from tiltak.domain.plans.models import (
    BudgetLine,
    CouncilWord,
    Element,
    Import,
    Initiative,
    PartyRole,
    Passage,
    PlanTable,
    PlanVersion,
    ReviewStep,
    RowLink,
    Serving,
    Succession,
    TableRow,
    Upload,
    UploadedFile,
    VersionSource,
)
from tiltak.domain.sources.models import SourceDocument


def again(found: models.Model, **changes: Any) -> models.Model:
    """A second row like this one, but for the changes."""
    copy = type(found)._default_manager.get(pk=found.pk)
    copy.pk = None
    copy._state.adding = True
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)
    return copy


def with_values(found: models.Model, **changes: Any) -> None:
    type(found)._default_manager.filter(pk=found.pk).update(**changes)


def first(model: type[models.Model], **wanted: Any) -> Any:
    found = model._default_manager.filter(**wanted).first()
    assert found is not None
    return found


def element(**wanted: Any) -> Element:
    found: Element = first(Element, **wanted)
    return found


Breaking = Callable[[PlanVersion], object]
SOME = "Rådet"


def succession(version: PlanVersion, **values: Any) -> Succession:
    said = {"kind": "changed", **values}
    return Succession.objects.create(version=version, **said)


def upload(version: PlanVersion, **values: Any) -> Upload:
    return Upload.objects.create(council=version.plan.council, created_at=NOW, **values)


def word(version: PlanVersion, **values: Any) -> CouncilWord:
    said = {"use": "level", "role": "strategy", "word": "Hovudgrep", **values}
    return CouncilWord.objects.create(council=version.plan.council, created_at=NOW, **said)


BREAKINGS: dict[str, Breaking] = {
    "plan_slug_once": lambda v: again(v.plan, title="Anna"),
    "plan_period_order": lambda v: with_values(v.plan, period_from=2020, period_to=2019),
    "plan_kind": lambda v: with_values(v.plan, kind="novel"),
    "plan_not_below_itself": lambda v: with_values(v.plan, parent=v.plan_id),
    "version_number_once": again,
    "version_state": lambda v: with_values(v, state="burned"),
    "version_visibility": lambda v: with_values(v, visibility="secret", published_at=NOW),
    "version_frozen_is_whole": lambda v: with_values(v, frozen_at=NOW),
    "version_adopted_is_frozen": lambda v: with_values(
        v, state="adopted", decided_date=date(2018, 1, 1)
    ),
    "version_public_since": lambda v: with_values(v, visibility="public"),
    "version_source_once": lambda v: [
        VersionSource.objects.create(version=v, document=first(SourceDocument), position=0)
        for _ in range(2)
    ],
    "element_key_once": lambda v: again(element(), position=10_000),
    "element_position_once": lambda v: again(element(), key="new"),
    "element_kind": lambda v: with_values(element(), kind="novel"),
    "element_areas_on_top": lambda v: with_values(
        element(kind="area"), parent=element(kind="theme").pk
    ),
    "element_only_areas_and_paragraphs_on_top": lambda v: with_values(
        element(kind="measure"), parent=None
    ),
    "serving_once": lambda v: [
        Serving.objects.create(
            version=v,
            measure=element(kind="measure"),
            goal=element(kind="strategy"),
            position=0,
        )
        for _ in range(2)
    ],
    "passage_of_one": lambda v: Passage.objects.create(
        version=v,
        document=first(SourceDocument),
        element=element(),
        row=first(TableRow),
        start=0,
        end=1,
    ),
    "passage_order": lambda v: Passage.objects.create(
        version=v, document=first(SourceDocument), start=2, end=1
    ),
    "table_key_once": lambda v: again(first(PlanTable)),
    "row_key_once": lambda v: again(first(TableRow), position=10_000),
    "row_position_once": lambda v: again(first(TableRow), key="new"),
    "link_once": lambda v: again(first(RowLink)),
    "link_kind": lambda v: with_values(first(RowLink), kind="hearsay"),
    "budget_line_of_one_owner": lambda v: with_values(
        first(BudgetLine, row__isnull=False), element=element().pk
    ),
    "budget_line_basis": lambda v: with_values(first(BudgetLine), basis="guess"),
    "budget_line_per": lambda v: with_values(first(BudgetLine), per="week"),
    "party_role_of_one_owner": lambda v: with_values(first(PartyRole, row__isnull=False), row=None),
    "party_role_role": lambda v: with_values(first(PartyRole), role="boss"),
    "initiative_code_once": lambda v: again(first(Initiative)),
    "succession_once": lambda v: [
        succession(v, predecessor=element().initiative, successor=element().initiative)
        for _ in range(2)
    ],
    "succession_ends_once": lambda v: [
        succession(v, predecessor=element().initiative, kind=kind)
        for kind in ("stopped", "finished")
    ],
    "succession_kind": lambda v: succession(
        v, predecessor=element().initiative, successor=element().initiative, kind="vanished"
    ),
    "succession_end_has_no_successor": lambda v: succession(
        v, predecessor=element().initiative, successor=element().initiative, kind="stopped"
    ),
    "import_waits_or_is_settled": lambda v: with_values(first(Import), applied_at=None),
    "review_step_position_once": lambda _: [
        ReviewStep.objects.create(received=first(Import), position=0, edits=[], made_at=NOW)
        for _ in range(2)
    ],
    "upload_runs_or_is_finished": lambda v: upload(v, finished_at=NOW),
    "uploaded_file_position_once": lambda v: [
        UploadedFile.objects.create(upload=one, position=0, filename="plan.txt", data=b"")
        for one in [upload(v)] * 2
    ],
    "council_word_once": lambda v: [word(v, role=role) for role in ("strategy", "measure")],
    "council_word_use": lambda v: word(v, use="novel"),
}


@pytest.mark.parametrize("name", BREAKINGS)
def test_the_database_refuses(draft: PlanVersion, name: str) -> None:
    with refused_by(name):
        BREAKINGS[name](draft)


def test_every_constraint_is_tried() -> None:
    assert constraints_of("plans") == set(BREAKINGS)
