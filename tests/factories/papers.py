"""Papers for tests of the formats: a plan as a council would send it."""

from datetime import UTC, date, datetime
from typing import Any

from tests.factories.planfiles import sample_plan
from tiltak.planfile.model import Plan
from tiltak.writing.document import PlanPaper, StatusView

MADE_AT = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)

STATE = "Framlegg til Ytre Fjord regionråd, møtet 5. desember 2025"


def paper_of(plan: Plan | None = None, **changes: Any) -> PlanPaper:
    """The sample plan as a proposal to a meeting, without statuses."""
    plan = plan or sample_plan()
    facts: dict[str, Any] = {
        "council": "Ytre Fjord regionråd",
        "title": plan.document.title,
        "kind": "action_plan",
        "state": STATE,
        "version": "1",
        "language": "nn",
        "generated_at": MADE_AT,
        "address": "https://plan.ytrefjord.example/handlingsplan-2026",
        "plan": plan,
        "labels": plan.labels,
    }
    return PlanPaper(**(facts | changes))


def sample_statuses() -> dict[str, StatusView]:
    """Said about the sample: on track, off track, not judged, a part at risk, a goal at risk."""
    return {
        "1.1.m1": StatusView(
            "in_progress",
            "on_track",
            "Oversikta er send ut.",
            "Nordvik kommune",
            date(2026, 1, 3),
            12,
        ),
        "1.2.m2": StatusView(
            "on_hold",
            "off_track",
            "Reiarlaget har trekt seg.",
            "Båtselskapet",
            date(2025, 11, 1),
            75,
        ),
        "2.1.m1": StatusView(
            "completed", "", "", "Sekretæren", date(2026, 1, 15), 0, is_example=True
        ),
        "2.2.m1.c1": StatusView(
            "in_progress", "at_risk", "To kommunar manglar tal.", "Leiaren", date(2026, 1, 14), 1
        ),
        "3.d1": StatusView(
            "in_progress", "at_risk", "Ferja er ute av ruta.", "SR", date(2026, 1, 3), 12
        ),
    }
