"""From an element to the place in the document where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tiltak.domain.plans.queries.elements import PassageView
from tiltak.web.ui.addresses import Addresses
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A passage: `place` is `side 9, linje 3`, or "" where the document has no such thing."""

    filename: str
    place: str
    href: str


class SourceLinks:
    """Links to passages, the address of sources worked out once."""

    def __init__(self, said: Words) -> None:
        self.said = said
        self.addresses = Addresses.of("source", by_number=True)

    def of(self, passages: Iterable[PassageView]) -> Sequence[SourceLink]:
        """The passages, each place once."""
        links = [SourceLink(one.filename, self.place(one), self.href(one)) for one in passages]
        return list({(link.filename, link.place): link for link in links}.values())

    def href(self, passage: PassageView) -> str:
        """The page of the source, at the passage; "" when sources have no page."""
        page = self.addresses.to(str(passage.document_id))
        return f"{page}?start={passage.start}&end={passage.end}#funn" if page else ""

    def place(self, passage: PassageView) -> str:
        """`side 9, linje 3` or `ark Tiltak, celle B3`."""
        _ = self.said.gettext
        parts = (
            (passage.page, _("side %(value)s")),
            (passage.sheet, _("ark %(value)s")),
            (passage.cell, _("celle %(value)s")),
            (passage.line, _("linje %(value)s")),
        )
        return ", ".join(words % {"value": value} for value, words in parts if value)
