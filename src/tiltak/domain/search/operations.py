"""Keeping the index."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Q

from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.search.entries import entries_of
from tiltak.domain.search.models import IndexState, SearchEntry
from tiltak.domain.search.stems import fingerprint

BATCH = 500


def refresh_index(version_ids: Iterable[int]) -> None:
    """Make the entries of those versions anew whose texts changed since they were made.

    The one statement when nothing changed is the whole cost. No entry in the log: an index is
    derived, and nobody decided anything.
    """
    old = IndexState.objects.filter(_old(), version_id__in=list(version_ids))
    for version_id in old.values_list("version_id", flat=True):
        _index_version(version_id)


def _old() -> Q:
    return Q(made_by__isnull=True) | ~Q(indexed=F("changes")) | ~Q(made_by=fingerprint())


def _index_version(version_id: int) -> None:
    with transaction.atomic():
        # the number first, the texts after: a change in between makes this index old, never new
        state = IndexState.objects.select_for_update().filter(_old(), pk=version_id).first()
        if state is None:
            return  # somebody else was faster, or took the version away
        version = PlanVersion.objects.select_related("plan").get(pk=version_id)
        SearchEntry.objects.filter(version_id=version_id)._raw_delete(using="default")
        SearchEntry.objects.bulk_create(entries_of(version), batch_size=BATCH)
        IndexState.objects.filter(pk=version_id).update(
            indexed=state.changes, made_by=fingerprint()
        )
