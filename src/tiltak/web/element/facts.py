"""What is known of one element, in words, ready for its page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from tiltak.domain.followup.queries.element import FollowedElement
from tiltak.domain.followup.queries.statuses import standing_of
from tiltak.domain.plans.queries.elements import SuccessionView
from tiltak.domain.plans.queries.values import Kind, Node, Role, RowView
from tiltak.web.plan.amounts import Amount, amounts, is_period_unsaid, time_words
from tiltak.web.plan.levels import Levels
from tiltak.web.plan.numbering import shown_number
from tiltak.web.plan.shared import row_amounts
from tiltak.web.ui.addresses import Addresses, address
from tiltak.web.ui.lights import Light, lights
from tiltak.wording import Words

ROLES = ("owner", "responsible", "partner", "funder")


@dataclass(frozen=True, slots=True)
class Link:
    """An element to go to, with the measures below it. `light` where something was said of it."""

    number: str
    title: str
    href: str
    light: Light | None
    below: Sequence["Link"]


@dataclass(frozen=True, slots=True)
class PartyLink:
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Who has a role; owner and responsible are two different things."""

    role: str
    parties: Sequence[PartyLink]


@dataclass(frozen=True, slots=True)
class Saying:
    """When, for how much and by whom. `is_whole`: what is missing here is missing in the plan."""

    time: str
    amounts: Sequence[Amount]
    roles: Sequence[RoleLine]
    is_period_unsaid: bool
    is_whole: bool


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row of the table the element stands in. `beside`: other measures of the same row."""

    number: str
    text: str
    says: Saying
    beside: Sequence[Link]
    is_mention: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The element in another version."""

    years: str
    title: str
    state: str
    href: str
    text: str
    is_draft: bool
    is_changed: bool


class ElementFacts:
    """The facts of one element, one method for each part of its page."""

    def __init__(self, followed: FollowedElement, names: Levels, said: Words) -> None:
        self.followed = followed
        self.node = followed.node
        self.names = names
        self.said = said
        self.lights = lights(said.language)
        self.elements = Addresses.of("element")
        self.party_pages = Addresses.of("party")

    def number(self) -> str:
        return shown_number(self.node.number)

    def level(self) -> str:
        """What such an element is called."""
        return self.names.part if self.node.is_part else self.names.of(self.node.kind)

    def trail(self) -> list[Link]:
        """What it stands below, from the top."""
        return [self._bare_link(node) for node in reversed(list(self.node.above()))]

    def _bare_link(self, node: Node) -> Link:
        return Link(shown_number(node.number), node.title, self.elements.to(node.code), None, ())

    def link(self, node: Node) -> Link:
        status = self.followed.statuses.get(node.initiative_id)
        light = self.lights[standing_of(status)] if status else None
        below = self.links(node.measures) if self._shows_below(node) else ()
        return Link(
            shown_number(node.number), node.title, self.elements.to(node.code), light, below
        )

    def _shows_below(self, node: Node) -> bool:
        """Themes show their measures; measures their parts, but on the page of an area or theme."""
        on_measure = self.node.is_measure
        return node.kind == Kind.THEME or (on_measure and node.is_measure)

    def links(self, nodes: Iterable[Node]) -> list[Link]:
        return [self.link(node) for node in nodes]

    def goals(self) -> list[tuple[str, list[Link]]]:
        """The goals and strategies it stands under, by level, nearest first; not for a goal."""
        if not self.node.is_measure:
            return []
        found: dict[str, list[Link]] = {}
        for above in self.node.above():
            for kind in (Kind.SUB_GOAL, Kind.STRATEGY):
                for node in above.of(kind):
                    if node not in self.node.serves:
                        found.setdefault(kind, []).append(self.link(node))
        return self._named(found)

    def _named(self, found: Mapping[str, list[Link]]) -> list[tuple[str, list[Link]]]:
        """Links under the name of their level, without the levels that have none."""
        return [(self.names.of(kind, len(links)), links) for kind, links in found.items() if links]

    def in_table(self) -> str:
        """The table with only this area; "" for other elements."""
        if self.node.kind != Kind.AREA:
            return ""
        version = self.followed.version
        ref = version.slug if version.is_public else version.numbered_ref
        return f"{address('plan_table', ref)}?{urlencode({'omrade': self.node.code})}"

    def parts(self) -> list[Link]:
        """The parts of a measure."""
        return self.links(self.node.measures) if self.node.is_measure else []

    def serves(self) -> list[Link]:
        """The goals and strategies it serves by the plan's own word."""
        return self.links(self.node.serves)

    def served_by(self) -> list[Link]:
        """The measures that serve it by the plan's own word."""
        return self.links(self.node.served_by)

    def below(self) -> list[tuple[str, list[Link]]]:
        """What stands below an area or theme, by level."""
        if self.node.is_measure:
            return []
        kinds = (Kind.SUB_GOAL, Kind.STRATEGY, Kind.MEASURE, Kind.THEME)
        return self._named({kind: self.links(self.node.of(kind)) for kind in kinds})

    def beside_goal(self) -> list[Link]:
        """For a goal or strategy: the measures of the same area or theme."""
        place = self.node.parent
        if self.node.kind not in {Kind.SUB_GOAL, Kind.STRATEGY} or place is None:
            return []
        sections = (place, *place.themes)
        return self.links(node for section in sections for node in section.measures)

    def rows(self) -> list[RowFacts]:
        """The rows of the table it stands in, then those that mention it."""
        return [
            self._row(tie.row, is_mention=tie.kind == "related")
            for tie in sorted(self.node.rows, key=lambda tie: tie.kind == "related")
        ]

    def _row(self, row: RowView, *, is_mention: bool) -> RowFacts:
        return RowFacts(
            number=shown_number(row.number),
            text="" if _alike(row.text, self.node.text) else row.text,
            says=self._saying(row, row_amounts(row, self.said), is_whole=True),
            beside=self.links(node for node in row.measures if node is not self.node),
            is_mention=is_mention,
        )

    def own(self) -> Saying | None:
        """What the text itself says of a measure; None where it says nothing the table does not."""
        node = self.node
        if not node.is_measure:
            return None
        own = amounts(node.budgets, node.time, self.said)
        if node.own_rows or node.is_part:
            says_something = node.roles or node.budgets or node.time
            return self._saying(node, own, is_whole=False) if says_something else None
        return self._saying(node, own, is_whole=True)

    def has_own_facts(self) -> bool:
        """Whether there is anything to say of time, money and people."""
        return bool(self.node.rows) or self.node.is_measure

    def rests_on_parent(self) -> bool:
        """A part that says nothing of time, money and people, nor stands in a row."""
        return self.node.is_part and not self.node.own_rows and self.own() is None

    def _saying(self, owner: RowView | Node, money: Sequence[Amount], *, is_whole: bool) -> Saying:
        return Saying(
            time=time_words(owner.time, self.said),
            amounts=money,
            roles=self.roles(owner.roles),
            is_period_unsaid=is_period_unsaid(owner.budgets, owner.time),
            is_whole=is_whole,
        )

    def roles(self, roles: Iterable[Role]) -> list[RoleLine]:
        """The parties by role, in the order of ROLES."""
        by_role: dict[str, dict[str, PartyLink]] = {}
        for role in roles:
            link = PartyLink(role.label, self.party_pages.to(role.slug))
            by_role.setdefault(role.role, {}).setdefault(role.label, link)
        return [
            RoleLine(_sentence_case(self.said.role(role)), list(by_role[role].values()))
            for role in ROLES
            if role in by_role
        ]

    def years(self) -> list[Year]:
        """The other versions that hold it, newest first."""
        return [
            Year(
                years=self.said.years(one.version.years),
                title=one.version.title,
                state=self.said.plan_state(one.version.state),
                href=f"{address('plan_text', one.version.numbered_ref)}#{self.node.code}",
                text=one.text,
                is_draft=not one.version.is_public,
                is_changed=one.text != self.node.text,
            )
            for one in self.followed.elsewhere
        ]

    def successions(self) -> list[tuple[str, SuccessionView, str]]:
        """What it came from and what became of it: a sentence, the facts and the address."""
        return [
            (self._became(one), one, self.elements.to(one.code) if one.code else "")
            for one in self.followed.successions
        ]

    def _became(self, one: SuccessionView) -> str:
        _ = self.said.gettext
        before = {
            "continued": _("Held fram frå"),
            "changed": _("Endra frå"),
            "merged": _("Slått saman av"),
            "split": _("Skilt ut frå"),
        }
        after = {
            "continued": _("Held fram som"),
            "changed": _("Endra til"),
            "merged": _("Slått saman til"),
            "split": _("Delt i"),
            "stopped": _("Stoppa"),
            "finished": _("Fullført"),
        }
        return before[one.kind] if one.is_from else after[one.kind]


def _alike(one: str, other: str) -> bool:
    """The same sentence but for its full stop and the white space."""
    return " ".join(one.split()).rstrip(". ") == " ".join(other.split()).rstrip(". ")


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
