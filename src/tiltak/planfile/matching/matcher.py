"""Which element of a changed plan is which element of the plan before.

Identical and nearly identical texts are matched; whatever is doubtful becomes a question and is
never guessed. Keys are those of `elements.elements`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tiltak.planfile.elements import FAMILIES, elements
from tiltak.planfile.matching.nearness import DOUBT, Found, Nearness, clear
from tiltak.planfile.matching.pairing import Pairing
from tiltak.planfile.matching.places import Tree
from tiltak.planfile.model import Plan

Why = Literal["identical", "alike", "contested", "reworded", "renamed", "split", "merged"]
Answer = str | tuple[str, ...] | None


class InvalidAnswer(ValueError):
    """An answer names an element that is not there, or one of another kind."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An old element the new one may be. `similarity` of the words alone, 0 to 1.

    `kept` is the share, 0 to 1, of what an area or theme holds that is the same as before.
    """

    old: str
    similarity: float
    in_place: bool = False
    kept: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """Which of `candidates` (best first) is `new`, if any?

    identical: several texts are word for word the same, and their places do not decide.
    alike: several old texts are as much alike. contested: other new texts are as much alike.
    reworded: one old text, moderately alike. renamed: a title is new, what it holds is not.
    split: the new texts `new` and `together` seem to be pieces of one old text.
    merged: the new text seems to consist of the candidates.
    """

    new: str
    why: Why
    candidates: tuple[Candidate, ...]
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """The result. `certain` and `answered` lead from new keys to old ones.

    An answer is a tuple: () a new element, one old key, or several where they were merged.
    `new` and `gone` list, in reading order, what is settled as having no counterpart.
    """

    certain: Mapping[str, str]
    answered: Mapping[str, tuple[str, ...]]
    questions: tuple[Question, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """No question is open."""
        return not self.questions

    @property
    def predecessors(self) -> dict[str, tuple[str, ...]]:
        """New key → old keys, of all new elements that are settled."""
        found = {new: (old,) for new, old in self.certain.items()}
        return found | dict.fromkeys(self.new, ()) | dict(self.answered)


def _checked(answers: Mapping[str, Answer], olds: Tree, news: Tree) -> dict[str, tuple[str, ...]]:
    checked = {}
    for new, answer in answers.items():
        given = (answer,) if isinstance(answer, str) else tuple(dict.fromkeys(answer or ()))
        if new not in news.elements:
            raise InvalidAnswer(f"no element {new!r} in the new plan")
        for old in given:
            if old not in olds.elements:
                raise InvalidAnswer(f"no element {old!r} in the old plan")
            if olds.elements[old].family != news.elements[new].family:
                kinds = f"{olds.elements[old].kind} and {news.elements[new].kind}"
                raise InvalidAnswer(f"{old!r} and {new!r} are of different kinds: {kinds}")
        checked[new] = given
    return checked


def _why(near: Nearness, new: str, found: list[Found]) -> Why:
    if new in near.whole_of:
        return "split"
    if new in near.merges:
        return "merged"
    best = found[0]
    several = len(found) > 1 and not clear(best.weight, found[1].weight)
    contested = not clear(best.weight, near.rival_weight(new, best.old))
    if best.likeness == 1.0 and (several or contested):
        return "identical"
    if several:
        return "alike"
    # a rival that is itself hardly alike is none
    if contested and near.rival_weight(new, best.old) >= DOUBT:
        return "contested"
    return "renamed" if best.kept > best.likeness else "reworded"


def _question(near: Nearness, new: str, found: list[Found]) -> Question:
    why = _why(near, new, found)
    # of one that is reworded only the best is asked about: the others stand clearly behind
    likely = found[:1] if why == "reworded" else found
    candidates = (
        Candidate(one.old, round(one.likeness, 3), one.in_place, round(one.kept, 3))
        for one in likely
    )
    pieces = near.split_into.get(near.whole_of.get(new, ""), ())
    together = tuple(other for other in pieces if other != new)
    return Question(new, why, tuple(candidates), together)


def _settle_family(pairing: Pairing, family: str) -> list[Question]:
    pairing.pair_repeated(family)
    near = Nearness(pairing, family)
    near.settle()
    # parents of repeated parts may be known now
    pairing.pair_repeated(family)
    near.settle()
    return [
        _question(near, new, found)
        for new in pairing.news.of_family(family)
        if (found := near.doubtful(new))
    ]


def match(old: Plan, new: Plan, answers: Mapping[str, Answer] | None = None) -> Matching:
    """Match all elements of `new` to those of `old`.

    `answers` settle questions (and overrule what seemed certain): new key → old key; None for a
    new element; several new keys → one old key for a split; a tuple of old keys for a merger.
    What is not answered stays in `questions`. Raises InvalidAnswer.
    """
    olds, news = Tree(elements(old)), Tree(elements(new))
    pairing = Pairing(olds, news, _checked(answers or {}, olds, news))
    pairing.pair_equal()
    asked = {one.new: one for family in FAMILIES for one in _settle_family(pairing, family)}
    open_olds = {candidate.old for one in asked.values() for candidate in one.candidates}
    certain, answered = pairing.certain, pairing.answered
    return Matching(
        certain={key: certain[key] for key in news.elements if key in certain},
        answered=answered,
        questions=tuple(asked[key] for key in news.elements if key in asked),
        new=tuple(
            key
            for key in news.elements
            if key not in certain and key not in asked and not answered.get(key)
        ),
        gone=tuple(key for key in olds.elements if key not in pairing.taken | open_olds),
    )
