"""What can be the current one on the page: an element, a row, an unplaced text, the document.

As it stands in an address: the element's key, `row:R3`, `text:0-133` (source and first character),
`document`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tiltak.domain.plans.queries.reviewing import ReviewView
from tiltak.planfile.editing import DOCUMENT, ROW
from tiltak.planfile.elements import Element
from tiltak.planfile.model import Passage, Reading, Row, Unplaced

TEXT = "text:"


@dataclass(frozen=True, slots=True)
class Target:
    """One of them; the others are None. With none of them it is the document.

    `reading` is where it was read and how sure the reader was.
    """

    key: str
    reading: Reading
    element: Element | None = None
    row: Row | None = None
    unplaced: Unplaced | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Where it stands."""
        return self.reading.passages

    @property
    def text(self) -> str:
        """Its words; none for the document."""
        owner = self.element or self.row or self.unplaced
        return owner.text if owner else ""


def text_key(one: Unplaced) -> str:
    """The key of an unplaced text."""
    return f"{TEXT}{one.passage.source}-{one.passage.start}"


def target_of(review: ReviewView, key: str) -> Target | None:
    """What a key stands for; None for what is not there (any more)."""
    if key == DOCUMENT:
        return Target(key, review.content.document.reading)
    if key.startswith(ROW):
        row = review.rows.get(key.removeprefix(ROW))
        return Target(key, row.reading, row=row) if row else None
    if key.startswith(TEXT):
        return next((one for one in texts(review) if one.key == key), None)
    element = review.elements.get(key)
    return Target(key, element.node.reading, element=element) if element else None


def texts(review: ReviewView) -> Iterator[Target]:
    """The texts without a place."""
    for one in review.content.unplaced:
        yield Target(text_key(one), Reading(passages=(one.passage,)), unplaced=one)


def all_keys(review: ReviewView) -> list[str]:
    """The keys in the order of the page: elements, rows, unplaced texts."""
    rows = [ROW + key for key in review.rows]
    return [*review.elements, *rows, *(one.key for one in texts(review))]


def to_look_at(review: ReviewView) -> tuple[str, ...]:
    """The keys of what a person should look at: the document itself where the reader warns of
    something in it, then elements and rows."""
    return ((DOCUMENT,) if review.content.warnings else ()) + review.doubtful


def start_of(review: ReviewView) -> str:
    """The one to begin with: the first doubtful one, else the first of all."""
    return next(iter((*to_look_at(review), *all_keys(review))), DOCUMENT)


def below(review: ReviewView, key: str) -> set[str]:
    """The keys of all that stands below an element."""
    found: set[str] = set()
    for element in review.elements.values():
        if element.parent is not None and (element.parent == key or element.parent in found):
            found.add(element.key)
    return found


def doubtful_after(review: ReviewView, key: str, but: Collection[str] = frozenset()) -> str | None:
    """The next doubtful one after this, around the end, but for these; None when no other is
    left."""
    order = {one: i for i, one in enumerate((DOCUMENT, *all_keys(review)))}
    here = order.get(key, -1)
    left = [one for one in to_look_at(review) if one != key and one not in but]
    return min(left, key=lambda one: (order[one] < here, order[one]), default=None)
