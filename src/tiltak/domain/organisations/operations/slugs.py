"""Readable addresses."""

from collections.abc import Iterable

from django.utils.text import slugify

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
