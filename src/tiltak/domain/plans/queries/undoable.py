"""What of the log can still be undone, so that no button promises what is refused."""

from collections import defaultdict
from collections.abc import Iterable

from tiltak.domain.audit.models import Event
from tiltak.domain.plans.models import Element, Import, PlanVersion, TableRow
from tiltak.domain.plans.operations.undo_import import can_undo
from tiltak.domain.viewer import Viewer

IMPORTS = ("import", "import_adopted")


def undoable(viewer: Viewer, events: Iterable[Event]) -> set[int]:
    """The ids of those events, of corrections, short titles and imports, that can be undone.

    A correction waits for a later one of the same place to be undone first: that is told when it
    is tried. One statement per kind of thing that was corrected, a few per import.
    """
    if not viewer.may_edit:
        return set()
    found = list(events)
    corrected = _corrected([event for event in found if event.verb == "correct"])
    titled = {event.pk for event in found if event.verb == "short_title"}
    return corrected | titled | _imported(viewer, [e for e in found if e.verb in IMPORTS])


def _corrected(events: list[Event]) -> set[int]:
    by_type: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.subject_id is not None:
            by_type[event.subject_type].add(event.subject_id)
    there = {(subject, pk) for subject, ids in by_type.items() for pk in _in_drafts(subject, ids)}
    return {e.pk for e in events if (e.subject_type, e.subject_id) in there}


def _in_drafts(subject: str, ids: set[int]) -> set[int]:
    """Those that are still there, in a version that is not frozen."""
    if subject == PlanVersion._meta.label_lower:
        versions = PlanVersion.objects.filter(pk__in=ids, frozen_at__isnull=True)
        return set(versions.values_list("pk", flat=True))
    for model in (Element, TableRow):
        if subject == model._meta.label_lower:
            parts = model._default_manager.filter(pk__in=ids, version__frozen_at__isnull=True)
            return set(parts.values_list("pk", flat=True))
    return set()


def _imported(viewer: Viewer, events: list[Event]) -> set[int]:
    wanted = {event.after["import"]: event.pk for event in events if event.after}
    own = Import.objects.filter(council_id=viewer.council_id, pk__in=wanted)
    found = own.select_related("version", "plan").defer("content", "before", "version__content")
    return {wanted[one.pk] for one in found if can_undo(one)}
