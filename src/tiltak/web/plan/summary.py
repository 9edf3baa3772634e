"""A plan at a glance: how much it is, what it costs, how it goes, how fresh that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from tiltak.domain.followup.queries.statuses import FollowedPlan
from tiltak.domain.plans.queries.money import lines_of
from tiltak.domain.plans.queries.shared_cells import cell_lines, counted_elsewhere
from tiltak.domain.plans.queries.values import Counts, Node
from tiltak.planfile.sums import add_up, by_area
from tiltak.web.plan.amounts import sum_words
from tiltak.web.plan.entries import Entry, has_amount, sharers, sharing
from tiltak.web.plan.shared import words_of
from tiltak.web.ui.addresses import Addresses
from tiltak.web.ui.lights import Segment, StatusView, segments, sentence_of, status_view
from tiltak.wording import Words

# what a mayor should look at, the gravest first
CONCERNS = ("off_track", "at_risk", "on_hold")
MOST_CONCERNS = 8
MOST_VOICES = 3


@dataclass(frozen=True, slots=True)
class AreaCard:
    """A focus area: what it is to reach, how many measures, what they cost, how they go.

    `elsewhere`: with which rows of other areas it shares amounts that are counted there.
    """

    number: str
    title: str
    href: str
    goals: Sequence[str]
    more_goals: int
    measures: int
    parts: int
    total: str
    elsewhere: str
    bar: Sequence[Segment]
    sentence: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was said of an element."""

    title: str
    href: str
    status: StatusView


@dataclass(frozen=True, slots=True)
class Progress:
    """How the measures go: `known` of `measures` have a status."""

    measures: int
    known: int
    on_track: int
    done: int
    pieces: Sequence[Segment]
    newest: StatusView
    oldest_age: str
    voices: Sequence[str]
    other_voices: int
    has_examples: bool
    only_examples: bool


@dataclass(frozen=True, slots=True)
class Money:
    """What the plan costs: `total` is "" where it does not say.

    `sharing` have no amount of their own, but share one with another row.
    """

    total: str
    with_amount: int
    sharing: int
    of: int
    of_rows: bool

    @property
    def without(self) -> int:
        """Of how many nothing is said, not even together with others."""
        return self.of - self.with_amount - self.sharing


@dataclass(frozen=True, slots=True)
class Summary:
    counts: Counts
    money: Money
    progress: Progress | None
    areas: Sequence[AreaCard]
    legend: Sequence[Segment]
    concerns: Sequence[Event]


def summary(followed: FollowedPlan, said: Words, now: datetime) -> Summary:
    """The whole glance, from what is loaded."""
    counts = followed.tree.counts()
    pieces = segments(followed.standings(followed.tree.top_measures), said)
    has_status = any(piece.light.standing != "unknown" for piece in pieces)
    return Summary(
        counts=counts,
        money=_money(followed, said),
        progress=_progress(followed, pieces, said, now),
        areas=_areas(followed, said),
        legend=pieces if has_status else (),
        concerns=_concerns(followed, said, now),
    )


def events(followed: FollowedPlan, said: Words, now: datetime, *, most: int) -> list[Event]:
    """The last word on the elements that were spoken of last, newest first."""
    nodes = {node.initiative_id: node for node in followed.tree.nodes.values()}
    told = sorted(followed.statuses.values(), key=lambda status: status.said_at, reverse=True)
    to = Addresses.of("element")
    return [
        Event(node.title, to.to(node.code), status_view(status, said, now))
        for status in told[:most]
        if (node := nodes.get(status.initiative_id))
    ]


def _money(followed: FollowedPlan, said: Words) -> Money:
    tree = followed.tree
    total = add_up(lines_of(tree))
    owners = [Entry(row, ()) for row in tree.rows] or [
        Entry(None, [one]) for one in tree.top_measures
    ]
    priced = set(filter(has_amount, owners))
    shared = sharers(sharing(owners)) - priced
    return Money(sum_words(total, said), len(priced), len(shared), len(owners), bool(tree.rows))


def _progress(
    followed: FollowedPlan, pieces: Sequence[Segment], said: Words, now: datetime
) -> Progress | None:
    """None while nobody has said anything of any element."""
    if not followed.statuses:
        return None
    told = sorted(followed.statuses.values(), key=lambda status: status.said_at, reverse=True)
    counted = {piece.light.standing: piece.count for piece in pieces}
    total = sum(counted.values())
    voices = list(dict.fromkeys(status.said_by for status in told))
    return Progress(
        measures=total,
        known=total - counted.get("unknown", 0),
        on_track=counted.get("on_track", 0),
        done=counted.get("completed", 0),
        pieces=[p for p in pieces if p.light.standing != "on_track"],
        newest=status_view(told[0], said, now),
        oldest_age=said.age(timezone.localdate(told[-1].said_at), timezone.localdate(now)),
        voices=voices[:MOST_VOICES],
        other_voices=len(voices[MOST_VOICES:]),
        has_examples=any(status.is_example for status in told),
        only_examples=all(status.is_example for status in told),
    )


def _areas(followed: FollowedPlan, said: Words) -> list[AreaCard]:
    totals = by_area(lines_of(followed.tree))
    elsewhere = counted_elsewhere(cell_lines(followed.tree.rows))
    tops: dict[int, list[Node]] = {area.id: [] for area in followed.tree.areas}
    for node in followed.tree.top_measures:
        if (area := node.area) is not None:
            tops[area.id].append(node)
    to = Addresses.of("element")
    cards = []
    for area in followed.tree.areas:
        inside = tops[area.id]
        bar = _bar(followed, inside, said)
        goals = area.goals
        cards.append(
            AreaCard(
                number=area.number or "",
                title=area.title,
                href=to.to(area.code),
                goals=[goal.title for goal in goals[:1]],
                more_goals=len(goals[1:]),
                measures=len(inside),
                parts=sum(node.is_measure for top in inside for node in top.below()),
                total=sum_words(totals.get(area.code), said),
                elsewhere=words_of(elsewhere.get(area.code, ()), said),
                bar=bar,
                sentence=sentence_of(bar),
            )
        )
    return cards


def _bar(followed: FollowedPlan, nodes: Sequence[Node], said: Words) -> Sequence[Segment]:
    """How some measures go; nothing to draw while none has a status."""
    counts = followed.standings(nodes)
    return segments(counts, said) if set(counts) - {"unknown"} else ()


def _concerns(followed: FollowedPlan, said: Words, now: datetime) -> list[Event]:
    to = Addresses.of("element")
    found = [
        (CONCERNS.index(status.standing), node, status)
        for node in followed.tree.nodes.values()
        if (status := followed.statuses.get(node.initiative_id)) and status.standing in CONCERNS
    ]
    found.sort(key=lambda one: one[0])
    return [
        Event(node.title, to.to(node.code), status_view(status, said, now))
        for _, node, status in found[:MOST_CONCERNS]
    ]
