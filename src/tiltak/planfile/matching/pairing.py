"""The sure steps of matching: stated identity, equal words, equal words told apart by place."""

from collections.abc import Callable, Hashable, Iterable, Mapping

from tiltak.planfile.elements import FAMILIES
from tiltak.planfile.matching.places import Tree, by_sign

Sign = Callable[[str], Hashable]


class Pairing:
    """Two trees and what is known about them. `certain` leads from new keys to old ones."""

    def __init__(self, olds: Tree, news: Tree, answered: Mapping[str, tuple[str, ...]]) -> None:
        self.olds, self.news, self.answered = olds, news, answered
        self.certain: dict[str, str] = {}
        self.taken: set[str] = {old for given in answered.values() for old in given}

    def pair(self, new: str, old: str) -> None:
        """Take it as certain."""
        self.certain[new] = old
        self.taken.add(old)

    def is_free(self, new: str) -> bool:
        """Neither certain nor answered."""
        return new not in self.certain and new not in self.answered

    def old_of(self, new: str) -> str | None:
        """The one old element that this is, where that is settled."""
        given = self.answered.get(new, ())
        return given[0] if len(given) == 1 else self.certain.get(new)

    def parent_as_old(self, new: str) -> Hashable:
        """The old key of the new element's parent; a value of its own where there is none."""
        parent = self.news.elements[new].parent
        if parent is None:
            return None
        old = self.old_of(parent)
        return ("new", parent) if old is None else old

    def in_place(self, new: str, old: str) -> bool:
        """The same parent, and there the same number or the same neighbours.

        Answers about neighbours do not count: an answer should not raise a new question.
        """
        mine, theirs = self.news.elements[new], self.olds.elements[old]
        if self.parent_as_old(new) != theirs.parent:
            return False
        if mine.number and mine.number == theirs.number:
            return True
        around = zip(self.news.neighbours(new), self.olds.neighbours(old), strict=True)
        return mine.kind == theirs.kind and all(
            before is None if after is None else self.certain.get(after) == before
            for after, before in around
        )

    def pair_equal(self) -> None:
        """Pair what states its identity, then what is the only one with its words."""
        self._pair_single(
            [key for key in self.news.elements if self.is_free(key)],
            [key for key in self.olds.elements if key not in self.taken],
            _identity(self.news),
            _identity(self.olds),
        )
        for family in FAMILIES:
            news, olds = self._free(family)
            self._pair_single(news, olds, self.news.words.get, self.olds.words.get)

    def pair_repeated(self, family: str) -> None:
        """Tell texts that stand several times apart by their places.

        A place is known once the parent is; so as long as something is found, look again.
        """
        while self._pair_groups(family, self._signs_of_place()) or self._pair_groups(
            family, [(self.news.number, self.olds.number), (_same, _same)]
        ):
            pass

    def _pair_groups(self, family: str, signs: list[tuple[Sign, Sign]]) -> bool:
        """Whether the signs paired any elements of equal words."""
        known = len(self.certain)
        free_news, free_olds = self._free(family)
        olds_by_words = by_sign(free_olds, self.olds.words.get)
        for words, news in by_sign(free_news, self.news.words.get).items():
            olds = olds_by_words.get(words, [])
            if not olds:
                continue
            self._pair_in_order(news, olds)
            for of_new, of_old in signs:
                left_news = [key for key in news if self.is_free(key)]
                left_olds = [key for key in olds if key not in self.taken]
                self._pair_single(left_news, left_olds, of_new, of_old)
        return len(self.certain) > known

    def _free(self, family: str) -> tuple[list[str], list[str]]:
        return (
            [key for key in self.news.of_family(family) if self.is_free(key)],
            [key for key in self.olds.of_family(family) if key not in self.taken],
        )

    def _pair_single(
        self, news: Iterable[str], olds: Iterable[str], of_new: Sign, of_old: Sign
    ) -> None:
        """Pair what is the only one with its sign on both sides. A sign of None is no sign."""
        signs_of_old = by_sign(olds, of_old)
        for sign, new in by_sign(news, of_new).items():
            old = signs_of_old.get(sign, [])
            if sign is not None and len(new) == len(old) == 1:
                self.pair(new[0], old[0])

    def _signs_of_place(self) -> list[tuple[Sign, Sign]]:
        """The texts around, the number in the same place, and the place: surest first."""
        new_place, old_place = self._new_place, self._old_place
        new_number, old_number = self.news.number, self.olds.number
        return [
            (
                lambda key: (new_place(key), self.news.words_around(key)),
                lambda key: (old_place(key), self.olds.words_around(key)),
            ),
            (
                lambda key: new_number(key) and (new_place(key), new_number(key)),
                lambda key: old_number(key) and (old_place(key), old_number(key)),
            ),
            (new_place, old_place),
        ]

    def _new_place(self, key: str) -> Hashable:
        return self.parent_as_old(key), self.news.elements[key].kind

    def _old_place(self, key: str) -> Hashable:
        return self.olds.elements[key].parent, self.olds.elements[key].kind

    def _pair_in_order(self, news: list[str], olds: list[str]) -> None:
        """As many as before in the same place: by number if these are the same, else in order."""
        old_groups = by_sign(olds, self._old_place)
        for place, mine in by_sign(news, self._new_place).items():
            theirs = old_groups.get(place, [])
            if len(mine) == len(theirs):
                for new, old in zip(mine, self._by_number(mine, theirs), strict=True):
                    self.pair(new, old)

    def _by_number(self, news: list[str], olds: list[str]) -> list[str]:
        """The old keys in the order of the new ones' numbers, where the numbers are the same."""
        by_number = {self.olds.number(key): key for key in olds}
        numbers = [self.news.number(key) for key in news]
        same = None not in by_number and set(numbers) == set(by_number)
        return (
            [by_number[number] for number in numbers]
            if same and len(by_number) == len(olds)
            else olds
        )


def _same(_: str) -> Hashable:
    return "left"


def _identity(tree: Tree) -> Sign:
    def sign(key: str) -> Hashable:
        element = tree.elements[key]
        return (element.node.initiative, element.family) if element.node.initiative else None

    return sign
