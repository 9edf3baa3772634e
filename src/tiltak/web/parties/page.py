"""What a party is in, in words, ready for its page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from tiltak.domain.followup.queries.party import FollowedParty
from tiltak.domain.followup.queries.statuses import standing_of
from tiltak.domain.organisations.queries.parties import LinkView
from tiltak.domain.plans.queries.parties import ROLES, Involvement, PartyInPlan
from tiltak.domain.plans.queries.values import Node, RowView
from tiltak.planfile.sums import add_up
from tiltak.web.parties.roles import part_sentence
from tiltak.web.plan.amounts import Amount, amounts, sum_words, time_words
from tiltak.web.plan.shared import row_amounts
from tiltak.web.ui.addresses import Addresses, address
from tiltak.web.ui.lights import Light, Segment, lights, segments, sentence_of
from tiltak.wording import Words


@dataclass(frozen=True, slots=True)
class PartLine:
    """The party's part in one measure."""

    number: str
    title: str
    href: str
    area: str
    roles: str
    time: str
    amounts: Sequence[Amount]
    light: Light | None


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One plan: the party's parts in it and what the plan sets aside for those measures."""

    title: str
    language: str
    href: str
    state: str
    lines: Sequence[PartLine]
    has_status: bool
    total: str
    without_amount: int
    paid: str


class PartyPage:
    """The facts of one party."""

    def __init__(self, followed: FollowedParty, said: Words, now: datetime) -> None:
        self.followed = followed
        self.said = said
        self.now = now
        self.lights = lights(said.language)
        self.elements = Addresses.of("element")

    @cached_property
    def involvements(self) -> list[Involvement]:
        """All parts in all plans."""
        return [one for plan in self.followed.work.plans for one in plan.involvements]

    @property
    def measures(self) -> int:
        return len(self.involvements)

    @property
    def part(self) -> str:
        """`Er med i 14 tiltak: ansvarleg for 12, partnar i 2.`"""
        counted = Counter(role for one in self.involvements for role in one.roles)
        roles = {role: counted[role] for role in ROLES if counted[role]}
        return part_sentence(self.measures, roles, self.said)

    @property
    def links(self) -> list[tuple[LinkView, str]]:
        """The organisations it is, each with the years that holds for, where they are known."""
        return [(link, self._span(link)) for link in self.followed.work.party.links]

    def _span(self, link: LinkView) -> str:
        if link.valid_from is None and link.valid_to is None:
            return ""
        first = self.said.long_date(link.valid_from) if link.valid_from else ""
        last = self.said.long_date(link.valid_to) if link.valid_to else ""
        return f"{first}–{last}"

    @cached_property
    def bar(self) -> list[Segment]:
        """How the measures go; empty while nobody has said anything."""
        counted = Counter(self._standing(one) for one in self.involvements if one.node)
        if not set(counted) - {"unknown"}:
            return []
        return segments({name: counted[name] for name in self.lights if counted[name]}, self.said)

    @property
    def bar_sentence(self) -> str:
        return sentence_of(self.bar)

    def plans(self) -> Iterator[PlanPart]:
        """Plan by plan, in the order of the shelf."""
        for plan in self.followed.work.plans:
            yield self._plan(plan)

    def _plan(self, part: PartyInPlan) -> PlanPart:
        version = part.plan.shown
        total = add_up(part.lines)
        lines = [self._line(one) for one in part.involvements]
        return PlanPart(
            title=version.title,
            language=version.language,
            href=address("plan", part.plan.ref_to(version)),
            state=self.said.plan_state(version.state),
            lines=lines,
            has_status=any(line.light for line in lines),
            total=sum_words(total, self.said),
            without_amount=total.without_amount,
            paid=sum_words(add_up(part.paid), self.said) if part.paid else "",
        )

    def _line(self, one: Involvement) -> PartLine:
        owner = one.rows[0] if one.rows else one.node
        assert owner is not None  # noqa: S101 an involvement is in a measure or in a row
        area, standing = one.node.area if one.node else None, self._standing(one)
        return PartLine(
            number=owner.number or "",
            title=one.node.title if one.node else owner.text,
            href=self.elements.to(one.node.code) if one.node else "",
            area=f"{area.number or ''} {area.title}".strip() if area else "",
            roles=", ".join(self.said.role(role) for role in one.roles),
            time=time_words(owner.time, self.said),
            amounts=self._amounts(one.node, one.rows),
            light=self.lights[standing] if standing != "unknown" else None,
        )

    def _amounts(self, node: Node | None, rows: Sequence[RowView]) -> list[Amount]:
        """What its rows say of money, else its text; and that a row is about more measures."""
        if not rows:
            return amounts(node.budgets, node.time, self.said) if node else []
        found = [line for row in rows for line in row_amounts(row, self.said)]
        if found and any(len(row.measures) > 1 for row in rows):
            notes = (found[-1].note, self.said.gettext("for fleire tiltak"))
            found[-1] = replace(found[-1], note=" · ".join(filter(None, notes)))
        return found

    def _standing(self, one: Involvement) -> str:
        return standing_of(self.followed.statuses.get(one.node.initiative_id if one.node else 0))
