"""The names plans use, and who they are."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from tiltak.domain.audit.models import Event
from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.models import Organisation, Party, PartyLink
from tiltak.domain.organisations.operations.councils import council_changed
from tiltak.domain.organisations.operations.slugs import free_slug, slug_of
from tiltak.domain.viewer import Viewer


class CannotMerge(Exception):
    """A party cannot be merged into itself, into an alias, or across councils."""


class CannotLink(Exception):
    """The days are in the wrong order, or the party is not the viewer's."""


def parties_by_label(
    *, council_id: int, labels: Iterable[str], abbreviations: Mapping[str, str]
) -> dict[str, Party]:
    """The council's parties of these names; new names get a party.

    An abbreviation the plan defines becomes an alias of what it stands for, unless the council
    already knows it.
    """
    known = {party.label: party for party in Party.objects.filter(council_id=council_id)}
    slugs = {party.slug for party in known.values()}

    def add(label: str, *, merged_into: Party | None = None) -> None:
        label = label[:300]
        slug = free_slug(slug_of(label, otherwise="part"), slugs)
        slugs.add(slug)
        known[label] = Party(council_id=council_id, label=label, slug=slug, merged_into=merged_into)

    wanted = list(labels)
    before = set(known)
    for label in wanted:
        if label[:300] not in known:
            add(label)
    Party.objects.bulk_create([p for label, p in known.items() if label not in before])
    before = set(known)
    for short, full in abbreviations.items():
        if full[:300] in known and short[:300] not in known:
            add(short, merged_into=known[full[:300]])
    Party.objects.bulk_create([p for label, p in known.items() if label not in before])
    return {label: known[label[:300]] for label in wanted}


def merge_parties(*, by: Viewer, party: Party, into: Party, now: datetime) -> None:
    """Say that two names mean the same party. The name stays as written in every plan.

    Raises CannotMerge.
    """
    if not by.may_edit or {party.council_id, into.council_id} != {by.council_id}:
        raise CannotMerge
    with transaction.atomic():
        # as they stand now: two mergings at once must not make a circle
        both = Party.objects.select_for_update().in_bulk([party.pk, into.pk])
        if len(both) != 2 or both[into.pk].merged_into_id is not None:
            raise CannotMerge
        aliases = Party.objects.filter(merged_into=party)
        record(
            by=by,
            verb="merge_party",
            subject=party,
            now=now,
            summary=f"{party.label} = {into.label}",
            before={
                "merged_into": both[party.pk].merged_into_id,
                "aliases": list(aliases.values_list("pk", flat=True)),
            },
            after={"merged_into": into.pk},
        )
        aliases.update(merged_into=into)
        Party.objects.filter(pk=party.pk).update(merged_into=into)
        council_changed(council_id=by.council_id, now=now)


def separate_party(*, by: Viewer, party: Party, now: datetime) -> None:
    """Let a name stand for itself again."""
    if not by.may_edit or party.council_id != by.council_id:
        raise CannotMerge
    with transaction.atomic():
        record(
            by=by,
            verb="separate_party",
            subject=party,
            now=now,
            summary=party.label,
            before={"merged_into": party.merged_into_id},
        )
        Party.objects.filter(pk=party.pk).update(merged_into=None)
        council_changed(council_id=by.council_id, now=now)


def link_party(
    *,
    by: Viewer,
    party: Party,
    organisation: Organisation,
    now: datetime,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> PartyLink:
    """Say which organisation a party is, from a day up to, not including, another.

    Raises CannotLink.
    """
    if not by.may_edit or party.council_id != by.council_id:
        raise CannotLink
    if valid_from is not None and valid_to is not None and valid_to <= valid_from:
        raise CannotLink
    with transaction.atomic():
        link, _ = PartyLink.objects.update_or_create(
            party=party,
            organisation=organisation,
            valid_from=valid_from,
            defaults={"valid_to": valid_to},
        )
        record(
            by=by,
            verb="link_party",
            subject=party,
            now=now,
            summary=f"{party.label} = {organisation.name}",
        )
        council_changed(council_id=by.council_id, now=now)
    return link


def unlink_party(*, by: Viewer, link: PartyLink, now: datetime) -> None:
    """Take back that a party is an organisation. Raises CannotLink."""
    if not by.may_edit or link.party.council_id != by.council_id:
        raise CannotLink
    with transaction.atomic():
        record(
            by=by,
            verb="unlink_party",
            subject=link.party,
            now=now,
            summary=f"{link.party.label} = {link.organisation.name}",
        )
        link.delete()
        council_changed(council_id=by.council_id, now=now)


def undo_merge(*, by: Viewer, event: Event, now: datetime) -> None:
    """Let a name that was merged stand for itself again, with the aliases it had.

    Raises CannotMerge when it is no longer as the merging left it.
    """
    own = by.may_edit and event.council_id == by.council_id
    if not own or event.verb != "merge_party" or event.subject_id is None:
        raise CannotMerge
    before, after = event.before or {}, event.after or {}
    with transaction.atomic():
        party = Party.objects.select_for_update().filter(pk=event.subject_id).first()
        undone = Event.objects.filter(undoes=event).exists()
        if undone or party is None or party.merged_into_id != after.get("merged_into"):
            raise CannotMerge
        Party.objects.filter(pk=party.pk).update(merged_into=before.get("merged_into"))
        still = Party.objects.filter(
            pk__in=before.get("aliases", []), merged_into=after["merged_into"]
        )
        still.update(merged_into=party)
        record(
            by=by,
            verb="separate_party",
            subject=party,
            now=now,
            summary=party.label,
            before=after,
            undoes=event,
        )
        council_changed(council_id=by.council_id, now=now)
