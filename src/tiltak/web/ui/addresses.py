"""Addresses of pages, also of those that a page writes a thousand times."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

PLACE = "0plass0"


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
    def of(cls, name: str) -> "Addresses":
        before, found, after = address(name, PLACE).partition(PLACE)
        return cls(before, after) if found else cls("", "")

    def to(self, value: str) -> str:
        """The address for a code or slug, or "" when there is no such page."""
        return f"{self.before}{value}{self.after}" if self.before else ""
