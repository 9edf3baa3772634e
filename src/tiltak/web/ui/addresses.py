"""Addresses of pages, also of those that a page writes a thousand times."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

# stand-ins for what is filled in later; no real code, slug or number looks like them
WORD = "0plass0"
NUMBER = 987_654_321_987


def address(name: str, *args: object) -> str:
    """The address of a page, or "" when there is no such page: then nothing links to it."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one kind of page, worked out once: `Addresses.of("party").to("visit")`.

    Reversing costs some 30 µs; a table has thousands of links.
    """

    before: str
    after: str

    @classmethod
    def of(cls, name: str, *, by_number: bool = False) -> "Addresses":
        """The addresses of a named page that takes one code or slug, or one number."""
        stand_in = NUMBER if by_number else WORD
        before, found, after = address(name, stand_in).partition(str(stand_in))
        return cls(before, after) if found else cls("", "")

    def to(self, value: str) -> str:
        """The address for a code or slug, or "" when there is no such page."""
        return f"{self.before}{value}{self.after}" if self.before else ""
