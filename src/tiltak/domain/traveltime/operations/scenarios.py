"""Scenarios of a goal. Their definition has been read by the analysis before it comes here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.operations import council_changed
from tiltak.domain.plans.models import Initiative
from tiltak.domain.sources.models import Visibility
from tiltak.domain.traveltime.errors import ImpossibleScenario, NameTaken, NoLongerThere
from tiltak.domain.traveltime.models import TravelGoal, TravelScenario
from tiltak.domain.traveltime.operations.guard import require_editor
from tiltak.domain.viewer import Viewer

LONGEST_NAME = 200


def keep_scenario(
    *,
    by: Viewer,
    goal: TravelGoal,
    measure: Initiative,
    definition: Mapping[str, Any],
    definition_sha256: str,
    now: datetime,
    scenario: TravelScenario | None = None,
    is_example: bool = False,
) -> TravelScenario:
    """Make a scenario, or change one. A changed one is not public until it is shown again.

    Raises ImpossibleScenario, NameTaken, NoLongerThere, NotAllowed.
    """
    require_editor(by, goal.council_id, measure.council_id)
    name = str(definition.get("name", "")).strip()
    if not name or len(name) > LONGEST_NAME or "\0" in name or not definition.get("changes"):
        raise ImpossibleScenario
    said = {
        "measure": measure,
        "name": name,
        "definition": dict(definition),
        "definition_sha256": definition_sha256,
        "changed_at": now,
    }
    try:
        with transaction.atomic():
            kept = _stored(goal, scenario, said, is_example=is_example)
            record(
                by=by,
                verb="keep_travel_scenario",
                subject=kept,
                now=now,
                summary=name,
                after=kept.definition,
            )
            council_changed(council_id=by.council_id, now=now)
    except IntegrityError:
        raise NameTaken(name) from None
    return kept


def _stored(
    goal: TravelGoal,
    scenario: TravelScenario | None,
    said: Mapping[str, Any],
    *,
    is_example: bool,
) -> TravelScenario:
    if scenario is None:
        return TravelScenario.objects.create(
            council_id=goal.council_id,
            goal=goal,
            made_at=said["changed_at"],
            is_example=is_example,
            **said,
        )
    kept = _locked(scenario, goal.pk)
    for name, value in said.items():
        setattr(kept, name, value)
    kept.visibility = Visibility.INTERNAL
    kept.save(update_fields=[*said, "visibility"])
    return kept


def show_scenario(*, by: Viewer, scenario: TravelScenario, is_public: bool, now: datetime) -> None:
    """Show a scenario to everybody, or hide it. Raises NoLongerThere, NotAllowed."""
    require_editor(by, scenario.council_id)
    with transaction.atomic():
        kept = _locked(scenario, scenario.goal_id)
        kept.visibility = Visibility.PUBLIC if is_public else Visibility.INTERNAL
        kept.save(update_fields=["visibility"])
        verb = "show_travel_scenario" if is_public else "hide_travel_scenario"
        record(by=by, verb=verb, subject=kept, now=now, summary=kept.name)
        council_changed(council_id=by.council_id, now=now)


def remove_scenario(*, by: Viewer, scenario: TravelScenario, now: datetime) -> None:
    """Take a scenario away; what was computed of it stays. Raises NoLongerThere, NotAllowed."""
    require_editor(by, scenario.council_id)
    with transaction.atomic():
        kept = _locked(scenario, scenario.goal_id)
        kept.removed_at = now
        kept.save(update_fields=["removed_at"])
        record(
            by=by,
            verb="remove_travel_scenario",
            subject=kept,
            now=now,
            summary=kept.name,
            before=kept.definition,
        )
        council_changed(council_id=by.council_id, now=now)


def _locked(scenario: TravelScenario, goal_id: int) -> TravelScenario:
    kept = (
        TravelScenario.objects.select_for_update()
        .filter(pk=scenario.pk, goal_id=goal_id, removed_at__isnull=True)
        .first()
    )
    if kept is None:
        raise NoLongerThere
    return kept
