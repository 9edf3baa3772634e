"""The doubtful steps of matching: texts that are near each other, split or merged."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tiltak.planfile.matching.pairing import Pairing
from tiltak.planfile.matching.similarity import Pool, Shingles, likeness, share_within

# Unrelated measures of the plans measured are at most 0.44 alike, mostly below 0.3; a text with
# one word changed of ten keeps about 0.85.
CERTAIN = 0.8
DOUBT = 0.45
# The nearest rival must be twice as far away as the best, and at least this much.
MARGIN = 0.05
# What the same place, or the same contents of an area, may add to the likeness of the words.
PLACE_BONUS = 0.2
CONTENTS_BONUS = 0.7
# A piece stands in the whole to this share, adds this share of it, and all cover this share.
PIECE_WITHIN = 0.7
PIECE_ADDS = 0.12
PIECES_COVER = 0.6


@dataclass(frozen=True, slots=True)
class Found:
    """An old element that a new one may be. `weight` is likeness with place and contents."""

    old: str
    likeness: float
    weight: float
    in_place: bool
    kept: float


def clear(best: float, rival: float) -> bool:
    """Whether the best is so much nearer than its rival that nobody would ask."""
    return best - rival >= MARGIN and 1 - rival >= 2 * (1 - best)


def pieces_of(whole: Shingles, candidates: Mapping[str, Shingles]) -> tuple[str, ...]:
    """The candidates that together make up the whole; () unless there are two or more."""
    inside = [key for key, text in candidates.items() if share_within(text, whole) >= PIECE_WITHIN]
    chosen: list[str] = []
    covered: frozenset[str] = frozenset()
    for key in sorted(inside, key=lambda key: -len(candidates[key].grams)):
        adds = (candidates[key].grams & whole.grams) - covered
        if len(adds) >= PIECE_ADDS * len(whole.grams):
            chosen.append(key)
            covered |= adds
    enough = len(covered) >= PIECES_COVER * len(whole.grams)
    return tuple(chosen) if len(chosen) > 1 and enough else ()


class Nearness:
    """The elements of one family that equal words did not settle, and how near they are."""

    def __init__(self, pairing: Pairing, family: str) -> None:
        self.pairing = pairing
        self.likeness: dict[str, dict[str, float]] = defaultdict(dict)
        self.kept: dict[tuple[str, str], float] = {}
        # new text → the old ones it merges; new piece → its old whole, and all new pieces
        self.merges: dict[str, tuple[str, ...]] = {}
        self.whole_of: dict[str, str] = {}
        self.split_into: dict[str, tuple[str, ...]] = {}
        self._compare(family)
        if family == "title":
            self._compare_contents()
        self.by_old: dict[str, list[str]] = defaultdict(list)
        for new, olds in self.likeness.items():
            for old in olds:
                self.by_old[old].append(new)
        self._find_regrouped()

    def settle(self) -> None:
        """Pair what is near and clear. A rival that is surely another element is no rival."""
        regrouped = {old for olds in self.merges.values() for old in olds} | set(self.split_into)
        waiting = [key for key in self.likeness if self.pairing.is_free(key)]
        waiting = [key for key in waiting if key not in self.merges and key not in self.whole_of]
        found = True
        while found:
            found = False
            for new in waiting:
                best = self._sure(new) if self.pairing.is_free(new) else None
                if best is not None and best not in regrouped:
                    self.pairing.pair(new, best)
                    found = True

    def doubtful(self, new: str) -> list[Found]:
        """The old elements to ask about, best first; [] when there is nothing to ask."""
        if not self.pairing.is_free(new):
            return []
        stated = set(self.merges.get(new, ())) | {self.whole_of.get(new)}
        sure = set(self.pairing.certain.values())
        found = [one for one in self._candidates(new) if one.old not in sure]
        if new in self.merges:
            return [one for one in found if one.old in stated]
        return [one for one in found if one.weight >= DOUBT or one.old in stated]

    def rival_weight(self, new: str, old: str) -> float:
        """The weight of the nearest other new element that is still free."""
        others = (other for other in self.by_old[old] if other != new)
        open_ones = filter(self.pairing.is_free, others)
        return max((self._found(other, old).weight for other in open_ones), default=0.0)

    def _compare(self, family: str) -> None:
        """Likeness of all that is not certain: answered ones too, for they explain the others."""
        pairing = self.pairing
        sure = set(pairing.certain.values())
        news = [key for key in pairing.news.of_family(family) if key not in pairing.certain]
        olds = [key for key in pairing.olds.of_family(family) if key not in sure]
        index: dict[str, int] = {}
        self.new_texts = {key: Shingles(pairing.news.words[key], index) for key in news}
        self.old_texts = {key: Shingles(pairing.olds.words[key], index) for key in olds}
        pool = Pool(list(self.old_texts.values()))
        for new, text in self.new_texts.items():
            for i in pool.nearest(text):
                self.likeness[new][olds[i]] = likeness(text, self.old_texts[olds[i]])

    def _compare_contents(self) -> None:
        """Areas and themes are known by what they hold, whatever they are called now."""
        pairing = self.pairing
        same: Counter[tuple[str | None, str | None]] = Counter(
            (pairing.news.elements[new].parent, pairing.olds.elements[old].parent)
            for new, old in pairing.certain.items()
        )
        for (new, old), count in same.items():
            if new in self.new_texts and old in self.old_texts:
                most = max(pairing.news.child_count[new], pairing.olds.child_count[old])
                # one more, for a single child proves little
                self.kept[new, old] = count / (most + 1)
                texts = self.new_texts[new], self.old_texts[old]
                self.likeness[new].setdefault(old, likeness(*texts))

    def _find_regrouped(self) -> None:
        for old, news in self.by_old.items():
            texts = {new: self.new_texts[new] for new in news}
            pieces = pieces_of(self.old_texts[old], texts)
            self.whole_of |= dict.fromkeys(pieces, old)
            self.split_into |= {old: pieces} if pieces else {}
        for new, olds in self.likeness.items():
            pieces = pieces_of(self.new_texts[new], {old: self.old_texts[old] for old in olds})
            self.merges |= {new: pieces} if pieces else {}

    def _found(self, new: str, old: str) -> Found:
        words, kept = self.likeness[new][old], self.kept.get((new, old), 0.0)
        in_place = self.pairing.in_place(new, old)
        bonus = min(1.0, CONTENTS_BONUS * kept + PLACE_BONUS * in_place)
        return Found(old, words, words + (1 - words) * bonus, in_place, kept)

    def _candidates(self, new: str) -> list[Found]:
        found = [self._found(new, old) for old in self.likeness.get(new, ())]
        return sorted(found, key=lambda one: -one.weight)

    def _sure(self, new: str) -> str | None:
        """The old element this surely is."""
        taken = self.pairing.taken
        found = [one for one in self._candidates(new) if one.old not in taken]
        if not found or found[0].weight < CERTAIN or found[0].likeness < DOUBT:
            return None
        best, rival = found[0], found[1].weight if len(found) > 1 else 0.0
        rival = max(rival, self.rival_weight(new, best.old))
        return best.old if clear(best.weight, rival) else None
