"""Writes on plans. Each is one transaction with one entry in the log."""

from tiltak.domain.plans.operations.corrections import (
    Correction,
    correct,
    correct_all,
    set_short_title,
    undo_correction,
)
from tiltak.domain.plans.operations.intake import (
    Authority,
    apply_import,
    discard_import,
    receive_document,
)
from tiltak.domain.plans.operations.publishing import (
    adopt_version,
    edit_plan,
    publish_version,
    set_state,
    withdraw_version,
)
from tiltak.domain.plans.operations.takeover import NewPlan
from tiltak.domain.plans.operations.undo_import import undo_import

__all__ = [
    "Authority",
    "Correction",
    "NewPlan",
    "adopt_version",
    "apply_import",
    "correct",
    "correct_all",
    "discard_import",
    "edit_plan",
    "publish_version",
    "receive_document",
    "set_short_title",
    "set_state",
    "undo_correction",
    "undo_import",
    "withdraw_version",
]
