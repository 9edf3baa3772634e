"""What an entry of a list leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.web.plan.entries import Entry
from tiltak.web.ui.addresses import Addresses


@dataclass(frozen=True, slots=True)
class MeasureLink:
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class EntryLink:
    """The title of an entry and its page; a row about several measures leads to each of them."""

    title: str
    href: str
    measures: Sequence[MeasureLink]


def link_of(entry: Entry, elements: Addresses) -> EntryLink:
    """`elements` are the addresses of elements, worked out once for the page."""
    links = [MeasureLink(node.title, elements.to(node.code)) for node in entry.nodes]
    if len(links) == 1:
        return EntryLink(links[0].title, links[0].href, ())
    return EntryLink(entry.text, "", links)
