"""The secretary's hand: one correction at a time, each of which can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.operations import record
from tiltak.domain.plans.errors import (
    CannotUndo,
    ChangedMeanwhile,
    ImpossibleValue,
    NoLongerThere,
)
from tiltak.domain.plans.models import Element, Initiative, PlanVersion, RowLink
from tiltak.domain.plans.operations.correctable import FIELDS, Corrected, checked, field_of
from tiltak.domain.plans.operations.guard import lock_draft, require_editor, tell
from tiltak.domain.viewer import Viewer

LONGEST_SHORT_TITLE = 200
UNDOABLE = ("correct", "short_title")


def correct(
    *, by: Viewer, subject: Corrected, field: str, value: Any, seen: Any, now: datetime
) -> Event:
    """Set one field of a draft. `seen` is what the editor had before them.

    `field` is a key of `correctable.FIELDS`; the value is plain JSON or a value of the plan
    file: a text, a Time, Budgets, names. Raises ChangedMeanwhile with what stands there now if
    that is something else than `seen`, so that both can be shown; VersionIsFrozen;
    NoLongerThere; ImpossibleValue.
    """
    require_editor(by, _version_of(subject).plan.council_id)
    kind = field_of(subject, field)
    new, before = checked(kind, value), kind.settled(seen)
    with transaction.atomic():
        return _set(by=by, subject=subject, name=field, value=new, seen=before, now=now)


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one subject: what the editor saw, and what they want."""

    subject: Corrected
    field: str
    value: Any
    seen: Any


def correct_all(*, by: Viewer, corrections: Sequence[Correction], now: datetime) -> list[Event]:
    """Several corrections, all of them or none. Raises as `correct`."""
    with transaction.atomic():
        return [
            correct(
                by=by,
                subject=one.subject,
                field=one.field,
                value=one.value,
                seen=one.seen,
                now=now,
            )
            for one in corrections
        ]


def set_short_title(
    *, by: Viewer, initiative: Initiative, title: str, seen: str, now: datetime
) -> Event:
    """Put a short title beside the adopted text. Allowed on adopted plans: it is no part of them.

    Raises ChangedMeanwhile, ImpossibleValue.
    """
    require_editor(by, initiative.council_id)
    if len(title.strip()) > LONGEST_SHORT_TITLE or "\0" in title:
        raise ImpossibleValue(title)
    with transaction.atomic():
        return _set_short_title(
            by=by, initiative=initiative, title=title.strip(), seen=seen, now=now
        )


def undo_correction(*, by: Viewer, event: Event, now: datetime) -> Event:
    """Put back what stood before a correction, if nobody changed it again since.

    Raises CannotUndo for what is no correction, is already undone or is gone; ChangedMeanwhile;
    VersionIsFrozen.
    """
    require_editor(by, event.council_id or 0)
    if event.verb not in UNDOABLE or event.before is None or event.after is None:
        raise CannotUndo
    before, after = event.before["value"], event.after["value"]
    subject = _subject(event)
    with transaction.atomic():
        if isinstance(subject, Initiative):
            return _set_short_title(
                by=by, initiative=subject, title=before, seen=after, now=now, undoes=event
            )
        try:
            return _set(
                by=by,
                subject=subject,
                name=event.after["field"],
                value=before,
                seen=after,
                now=now,
                undoes=event,
            )
        except NoLongerThere as error:
            raise CannotUndo from error


def _version_of(subject: Corrected) -> PlanVersion:
    return subject if isinstance(subject, PlanVersion) else subject.version


def _set(
    *,
    by: Viewer,
    subject: Corrected,
    name: str,
    value: Any,
    seen: Any,
    now: datetime,
    undoes: Event | None = None,
) -> Event:
    lock_draft(_version_of(subject))
    _refuse_second_undo(undoes)
    field = field_of(subject, name)
    try:
        subject.refresh_from_db()
    except type(subject).DoesNotExist as error:
        raise NoLongerThere from error
    if name == "budgets" and isinstance(subject, Element) and stands_in_a_row(subject):
        raise ImpossibleValue(name)
    standing = field.standing(subject)
    if standing != seen:
        raise ChangedMeanwhile(standing)
    field.write(subject, value)
    version = _version_of(subject)
    event = record(
        by=by,
        verb="correct",
        subject=subject,
        now=now,
        summary=name,
        before={"value": standing},
        after={"value": value, "field": name, "version": version.pk},
        undoes=undoes,
    )
    tell(version, now)
    return event


def stands_in_a_row(element: Element) -> bool:
    """Whether the measure stands in the table: its money stands on the row then."""
    return element.links.exclude(kind=RowLink.Kind.RELATED).exists()


def _set_short_title(
    *,
    by: Viewer,
    initiative: Initiative,
    title: str,
    seen: str,
    now: datetime,
    undoes: Event | None = None,
) -> Event:
    locked = Initiative.objects.select_for_update().get(pk=initiative.pk)
    _refuse_second_undo(undoes)
    before = locked.short_title
    if before != seen:
        raise ChangedMeanwhile(before)
    initiative.short_title = title
    initiative.save(update_fields=["short_title"])
    event = record(
        by=by,
        verb="short_title",
        subject=initiative,
        now=now,
        summary=title,
        before={"value": before},
        after={"value": title, "field": "short_title"},
        undoes=undoes,
    )
    holding = PlanVersion.objects.filter(elements__initiative=initiative).distinct()
    for version in holding.select_related("plan"):
        tell(version, now)
    return event


def _refuse_second_undo(undoes: Event | None) -> None:
    if undoes is not None and Event.objects.filter(undoes=undoes).exists():
        raise CannotUndo


def _subject(event: Event) -> Corrected | Initiative:
    """What a correction was made on. Raises CannotUndo when it is gone (a newer import)."""
    for model in (*FIELDS, Initiative):
        if model._meta.label_lower == event.subject_type and event.subject_id is not None:
            found = model._default_manager.filter(pk=event.subject_id).first()
            if found is not None:
                return found
    raise CannotUndo
