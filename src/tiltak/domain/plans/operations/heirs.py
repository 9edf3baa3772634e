"""Which element of a new text goes on from which of the text before."""

from collections import Counter
from collections.abc import Iterator, Mapping

from tiltak.domain.plans.models import Import, Initiative, PlanVersion, Succession
from tiltak.domain.plans.projection.nodes import nodes
from tiltak.planfile.matching import Matching
from tiltak.planfile.matching.succession import successions
from tiltak.planfile.model import Plan

UNTOLD = {"new", "continued"}


def codes_of(plan: Plan) -> dict[str, str]:
    """Element key → the code of its initiative, of a plan that is stored."""
    return {node.key: node.value.initiative or "" for node in nodes(plan)}


def kept_codes(before: Plan, matching: Matching) -> dict[str, str]:
    """New key → the code it keeps: an identity goes on only from one to one.

    The pieces of a split and the whole of a merger are new; successions tell where they are from.
    """
    codes = codes_of(before)
    predecessors = matching.predecessors
    heirs = Counter(old for olds in predecessors.values() for old in olds)
    return {
        new: codes[olds[0]]
        for new, olds in predecessors.items()
        if len(olds) == 1 and heirs[olds[0]] == 1
    }


def record_successions(
    *,
    received: Import,
    version: PlanVersion,
    before: Plan,
    after: Plan,
    matching: Matching,
    made: Mapping[str, Initiative],
) -> None:
    """What became of every element that did not simply go on unchanged.

    `made` leads from the keys of `after` to their initiatives. What an earlier import into the
    same version told already is not told again.
    """
    codes = codes_of(before)
    ids = dict(
        Initiative.objects.filter(
            council_id=received.council_id, code__in=list(codes.values())
        ).values_list("code", "pk")
    )
    told = set(
        Succession.objects.filter(version=version).values_list("predecessor_id", "successor_id")
    )
    rows: dict[tuple[int, int | None], Succession] = {}
    for kind, old, new in _steps(before, after, matching):
        ends = ids[codes[old]], None if new is None else made[new].pk
        if ends not in told:
            rows.setdefault(
                ends,
                Succession(
                    predecessor_id=ends[0],
                    successor_id=ends[1],
                    version=version,
                    intake=received,
                    kind=kind,
                ),
            )
    Succession.objects.bulk_create(rows.values(), batch_size=500)


def _steps(before: Plan, after: Plan, matching: Matching) -> Iterator[tuple[str, str, str | None]]:
    """Kind, old key, new key, one by one."""
    for change in successions(before, after, matching):
        if change.kind in UNTOLD:
            continue
        for old in change.olds:
            for new in change.news or (None,):
                yield change.kind, old, new
