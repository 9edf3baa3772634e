"""Writing councils and parties."""

from collections.abc import Iterable, Mapping

from django.utils.text import slugify

from tiltak.domain.organisations.models import Party

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
