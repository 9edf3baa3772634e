"""Elements with their neighbours, and the grouping of elements by a sign they carry."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable

from tiltak.planfile.elements import Element, Kind
from tiltak.planfile.matching.similarity import normalised


class Tree:
    """A plan's elements by key, with their words and neighbours."""

    def __init__(self, found: Iterable[Element]) -> None:
        self.elements = {element.key: element for element in found}
        self.words = {key: normalised(element.text) for key, element in self.elements.items()}
        self.siblings: dict[tuple[str | None, Kind], list[str]] = defaultdict(list)
        self.child_count: Counter[str | None] = Counter()
        for key, element in self.elements.items():
            self.siblings[element.parent, element.kind].append(key)
            self.child_count[element.parent] += 1

    def of_family(self, family: str) -> list[str]:
        """The keys of a family, in reading order."""
        return [key for key, element in self.elements.items() if element.family == family]

    def neighbours(self, key: str) -> tuple[str | None, str | None]:
        """The siblings of the same kind before and after, None at the ends."""
        element = self.elements[key]
        row, place = self.siblings[element.parent, element.kind], element.place
        return (
            row[place - 1] if place else None,
            row[place + 1] if place + 1 < len(row) else None,
        )

    def words_around(self, key: str) -> tuple[str | None, ...]:
        """The texts before and after."""
        return tuple(None if near is None else self.words[near] for near in self.neighbours(key))

    def number(self, key: str) -> str | None:
        """The printed number of an element."""
        return self.elements[key].number


def by_sign(keys: Iterable[str], sign: Callable[[str], Hashable]) -> dict[Hashable, list[str]]:
    """Keys grouped by a sign, in their order."""
    groups: dict[Hashable, list[str]] = {}
    for key in keys:
        groups.setdefault(sign(key), []).append(key)
    return groups
