"""The secretary's hand: one correction at a time, each of which can be undone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.operations import council_changed, parties_by_label
from tiltak.domain.plans.errors import CannotUndo, ChangedMeanwhile, ImpossibleValue
from tiltak.domain.plans.models import (
    BudgetLine,
    Element,
    Initiative,
    PartyRole,
    PlanVersion,
    TableRow,
)
from tiltak.domain.plans.operations.guard import require_draft, require_editor, tell
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Time

Owner = Element | TableRow
Corrected = Element | TableRow | BudgetLine | PlanVersion

# what may be corrected, and the shape of its value
FIELDS: dict[type[Corrected], dict[str, Any]] = {
    PlanVersion: {"title": str},
    Element: {"text": str, "number": str | None, "time": Time | None},
    TableRow: {"text": str, "number": str | None, "time": Time | None},
    BudgetLine: {"amount": int | None, "per": str | None, "funder": str | None},
}
LARGEST_AMOUNT = 10**13


def correct(
    *, by: Viewer, subject: Corrected, field: str, value: Any, seen: Any, now: datetime
) -> Event:
    """Set one field of a draft. `seen` is what the editor had before them.

    Raises ChangedMeanwhile with what stands there now if that is something else, so that both
    can be shown; VersionIsFrozen; ImpossibleValue.
    """
    version = _version_of(subject)
    require_editor(by, version.plan.council_id)
    require_draft(version)
    value = _checked(subject, field, value)
    with transaction.atomic():
        locked = type(subject)._default_manager.select_for_update().get(pk=subject.pk)
        standing = getattr(locked, field)
        if standing != seen:
            raise ChangedMeanwhile(standing)
        event = _set(by, locked, version, field, value, now)
    setattr(subject, field, value)
    return event


def correct_parties(
    *,
    by: Viewer,
    owner: Owner,
    role: str,
    labels: Sequence[str],
    seen: Sequence[str],
    now: datetime,
) -> Event:
    """Say who has a role in a measure or a row of a draft. `seen` as in `correct`."""
    version = owner.version
    require_editor(by, version.plan.council_id)
    require_draft(version)
    wanted = list(dict.fromkeys(label.strip() for label in labels if label.strip()))
    if role not in PartyRole.Role.values:
        raise ImpossibleValue(role)
    with transaction.atomic():
        standing = _labels(owner, role)
        if standing != list(seen):
            raise ChangedMeanwhile(standing)
        event = _set_parties(by, owner, role, wanted, now)
    return event


def set_short_title(
    *, by: Viewer, initiative: Initiative, title: str, now: datetime
) -> Event:
    """Put a short title beside the adopted text. Allowed on adopted plans: it is no part of them."""
    require_editor(by, initiative.council_id)
    with transaction.atomic():
        before = initiative.short_title
        initiative.short_title = title.strip()[:200]
        initiative.save(update_fields=["short_title"])
        event = record(
            by=by,
            verb="short_title",
            subject=initiative,
            now=now,
            summary=initiative.short_title,
            before=before,
            after=initiative.short_title,
        )
        newest = PlanVersion.objects.filter(elements__initiative=initiative).distinct()
        for version in newest:
            tell(version, now)
        council_changed(council_id=initiative.council_id, now=now)
    return event


def undo_correction(*, by: Viewer, event: Event, now: datetime) -> Event:
    """Put back what stood before a correction, if nobody changed it again since.

    Raises CannotUndo for what is no correction or is already undone; ChangedMeanwhile.
    """
    require_editor(by, event.council_id or 0)
    if event.verb != "correct" or Event.objects.filter(undoes=event).exists():
        raise CannotUndo
    subject = _subject(event)
    version = _version_of(subject)
    require_draft(version)
    before, after = event.before["value"], event.after["value"]
    field = event.after["field"]
    with transaction.atomic():
        if field.startswith("parties:") and isinstance(subject, Element | TableRow):
            role = field.removeprefix("parties:")
            if _labels(subject, role) != after:
                raise ChangedMeanwhile(_labels(subject, role))
            return _set_parties(by, subject, role, before, now, undoes=event)
        if getattr(subject, field) != after:
            raise ChangedMeanwhile(getattr(subject, field))
        return _set(by, subject, version, field, before, now, undoes=event)


def _version_of(subject: Corrected) -> PlanVersion:
    return subject if isinstance(subject, PlanVersion) else subject.version


def _checked(subject: Corrected, field: str, value: Any) -> Any:
    """The value as stored. Raises ImpossibleValue."""
    shape = FIELDS[type(subject)].get(field)
    if shape is None:
        raise ImpossibleValue(field)
    try:
        converted = msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise ImpossibleValue(str(error)) from error
    if isinstance(converted, str) and (not converted.strip() or "\0" in converted):
        raise ImpossibleValue(field)
    if isinstance(converted, int) and not 0 <= converted <= LARGEST_AMOUNT:
        raise ImpossibleValue(str(converted))
    return msgspec.to_builtins(converted)


def _set(
    by: Viewer,
    subject: Corrected,
    version: PlanVersion,
    field: str,
    value: Any,
    now: datetime,
    undoes: Event | None = None,
) -> Event:
    before = getattr(subject, field)
    setattr(subject, field, value)
    changed = [field]
    if isinstance(subject, BudgetLine) and field == "amount":
        subject.basis = "none" if value is None else "amount"
        changed.append("basis")
    subject.save(update_fields=changed)
    return _recorded(by, subject, version, field, before, value, now, undoes)


def _set_parties(
    by: Viewer,
    owner: Owner,
    role: str,
    labels: list[str],
    now: datetime,
    undoes: Event | None = None,
) -> Event:
    before = _labels(owner, role)
    mine = {"row" if isinstance(owner, TableRow) else "element": owner}
    PartyRole.objects.filter(**mine, role=role, in_text=False).delete()
    parties = parties_by_label(
        council_id=owner.version.plan.council_id, labels=labels, abbreviations={}
    )
    PartyRole.objects.bulk_create(
        PartyRole(
            version=owner.version,
            **mine,
            role=role,
            label=label,
            party=parties[label],
            position=i,
        )
        for i, label in enumerate(labels)
    )
    return _recorded(by, owner, owner.version, f"parties:{role}", before, labels, now, undoes)


def _recorded(
    by: Viewer,
    subject: Corrected,
    version: PlanVersion,
    field: str,
    before: Any,
    after: Any,
    now: datetime,
    undoes: Event | None,
) -> Event:
    event = record(
        by=by,
        verb="correct",
        subject=subject,
        now=now,
        summary=field,
        before={"value": before},
        after={"value": after, "field": field, "version": version.pk},
        undoes=undoes,
    )
    tell(version, now)
    return event


def _labels(owner: Owner, role: str) -> list[str]:
    return list(
        owner.party_roles.filter(role=role, in_text=False)
        .order_by("position", "id")
        .values_list("label", flat=True)
    )


def _subject(event: Event) -> Corrected:
    """What a correction was made on. Raises CannotUndo when it is gone (a newer import)."""
    for model in FIELDS:
        if model._meta.label_lower == event.subject_type:
            found = model._default_manager.filter(pk=event.subject_id).first()
            if found is not None:
                return found
    raise CannotUndo


