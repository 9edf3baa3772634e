"""How far the numbers of a document have counted: headings go on, a list begins anew."""

from dataclasses import dataclass, field

from tiltak.reading.values.numbering import Numbered


@dataclass(slots=True)
class Counted:
    """How far headings and list items of each kind of number have counted."""

    headings: dict[tuple[str, int, bool], int] = field(default_factory=dict)
    items: dict[tuple[str, int, bool], int] = field(default_factory=dict)

    def heading(self, number: Numbered) -> None:
        """A heading: deeper numbers begin again."""
        key = _key(number)
        self.headings = {k: n for k, n in self.headings.items() if k[1] <= key[1] or k[0] != key[0]}
        self.headings[key] = number.order

    def item(self, number: Numbered) -> None:
        """A list item."""
        self.items[_key(number)] = number.order

    def may_head(self, number: Numbered) -> bool:
        """Whether a number goes on with the headings rather than with a list."""
        kind, depth, closed = key = _key(number)
        last = self.headings.get(key)
        if self.items.get(key) == number.order - 1 and last != number.order - 1:
            return False
        # "2 Natur" and "2. Rydda stiar" count apart, but one list begins below the other
        last = self.headings.get((kind, depth, not closed)) if last is None else last
        return last is None or number.order > last or number.depth > 1


def _key(number: Numbered) -> tuple[str, int, bool]:
    return number.kind, number.depth, number.closed
