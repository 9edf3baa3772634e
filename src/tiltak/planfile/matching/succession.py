"""What became of every element between two plans, once the matching is settled."""

from dataclasses import dataclass
from typing import Literal

from tiltak.planfile.elements import elements
from tiltak.planfile.matching.matcher import Matching
from tiltak.planfile.model import Plan

SuccessionKind = Literal["continued", "changed", "merged", "split", "stopped", "new"]


class UnsettledMatching(ValueError):
    """A question of the matching is still open. The message lists the new elements asked about."""


@dataclass(frozen=True, slots=True)
class Succession:
    """Old keys → new keys. changed: the adopted words are not the same but for white space."""

    kind: SuccessionKind
    olds: tuple[str, ...]
    news: tuple[str, ...]


def _words(plan: Plan) -> dict[str, str]:
    return {element.key: " ".join(element.text.split()) for element in elements(plan)}


def successions(old: Plan, new: Plan, matching: Matching) -> list[Succession]:
    """One succession per new element, one per split (in the place of its first piece), then gone.

    An element that is both a piece of a split and part of a merger stands in both.
    Raises UnsettledMatching.
    """
    if not matching.settled:
        raise UnsettledMatching(", ".join(question.new for question in matching.questions))
    before, after = _words(old), _words(new)
    predecessors = matching.predecessors
    successors: dict[str, list[str]] = {}
    for key in after:
        for one in predecessors[key]:
            successors.setdefault(one, []).append(key)
    found: dict[Succession, None] = {}
    for key, words in after.items():
        olds = predecessors[key]
        if not olds:
            found[Succession("new", (), (key,))] = None
        if len(olds) > 1:
            found[Succession("merged", olds, (key,))] = None
        for one in olds:
            if len(successors[one]) > 1:
                found[Succession("split", (one,), tuple(successors[one]))] = None
            elif len(olds) == 1:
                same = words == before[one]
                found[Succession("continued" if same else "changed", olds, (key,))] = None
    stopped = (Succession("stopped", (key,), ()) for key in before if key not in successors)
    return [*found, *stopped]
