"""Writing councils and parties."""

from collections.abc import Iterable, Mapping

from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify

from tiltak.domain.audit.operations import record
from tiltak.domain.organisations.models import (
    Organisation,
    Party,
    PartyLink,
    RegionalCouncil,
)
from tiltak.domain.viewer import Viewer

# what slugify would drop or fold wrongly
NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A", "ð": "d"})
SLUG_LENGTH = 60


def slug_of(text: str, *, otherwise: str) -> str:
    """A readable address for a Norwegian name."""
    return slugify(text.translate(NORDIC))[:SLUG_LENGTH].strip("-") or otherwise


def free_slug(wish: str, taken: Iterable[str]) -> str:
    """The wish, or the wish with the first free number."""
    used = set(taken)
    if wish not in used:
        return wish
    return next(f"{wish}-{i}" for i in range(2, len(used) + 3) if f"{wish}-{i}" not in used)


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
        known[label] = Party(
            council_id=council_id, label=label, slug=slug, merged_into=merged_into
        )

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


class CannotMerge(Exception):
    """A party cannot be merged into itself, into an alias, or across councils."""


def council_changed(*, council_id: int, now: datetime) -> None:
    """Something the public can see changed: pages made before are old."""
    RegionalCouncil.objects.filter(pk=council_id).update(
        generation=F("generation") + 1, changed_at=now
    )


def merge_parties(*, by: Viewer, party: Party, into: Party, now: datetime) -> None:
    """Say that two names mean the same party. The name stays as written in every plan."""
    if not by.may_edit or {party.council_id, into.council_id} != {by.council_id}:
        raise CannotMerge
    if into.merged_into_id is not None or into.pk == party.pk:
        raise CannotMerge
    with transaction.atomic():
        record(
            by=by,
            verb="merge_party",
            subject=party,
            now=now,
            summary=f"{party.label} = {into.label}",
            before={"merged_into": party.merged_into_id},
            after={"merged_into": into.pk},
        )
        Party.objects.filter(merged_into=party).update(merged_into=into)
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
    """Say which organisation a party is, and from when to when."""
    if not by.may_edit or party.council_id != by.council_id:
        raise CannotMerge
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


# what a council may set about itself
COUNCIL_FIELDS = frozenset(
    {
        "name",
        "short_name",
        "language",
        "email",
        "phone",
        "address",
        "website",
        "about",
        "logo",
        "logo_type",
        "labels",
    }
)


def edit_council(
    *, by: Viewer, council: RegionalCouncil, now: datetime, **fields: object
) -> None:
    """Set name, contact, logo or the council's own words for the levels of its plans."""
    unknown = fields.keys() - COUNCIL_FIELDS
    if unknown or not by.may_edit or council.pk != by.council_id:
        raise PermissionError(", ".join(sorted(unknown)))
    with transaction.atomic():
        before = {name: getattr(council, name) for name in fields if name != "logo"}
        for name, value in fields.items():
            setattr(council, name, value)
        council.save(update_fields=list(fields))
        record(
            by=by,
            verb="edit_council",
            subject=council,
            now=now,
            summary=", ".join(sorted(fields)),
            before=before,
        )
        council_changed(council_id=council.pk, now=now)
