"""A plan as a running text: its elements as one flat list of lines, ready for the template.

A template that calls itself for every level costs more than the whole rest of the page. Lists
are opened and closed by the lines themselves.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tiltak.domain.followup.queries.statuses import FollowedPlan
from tiltak.domain.plans.queries.elements import PassageView
from tiltak.domain.plans.queries.values import Kind, Node
from tiltak.web.plan.levels import Levels
from tiltak.web.plan.numbering import shown_number
from tiltak.web.plan.sources import SourceLinks
from tiltak.web.ui.addresses import Addresses
from tiltak.web.ui.lights import lights
from tiltak.wording import Words

OPEN, CLOSE = SafeString('<ul class="items">'), SafeString("</ul>")
END = SafeString("</li>")
NOTHING = SafeString("")


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the contents: an area, with its themes."""

    title: str
    anchor: str
    below: Sequence["Heading"]


@dataclass(frozen=True, slots=True)
class Part:
    """An area or a theme: its heading, then its lines under the name of their level."""

    title: str
    number: str
    anchor: str
    href: str
    is_area: bool
    paragraphs: Sequence[Mapping[str, Any]]
    lists: Sequence[tuple[str, Sequence[Mapping[str, Any]]]]


class Outline:
    """Makes the lines of one version."""

    def __init__(
        self,
        followed: FollowedPlan,
        passages: Mapping[int, Sequence[PassageView]],
        levels: Levels,
        said: Words,
        *,
        edit: bool,
    ) -> None:
        self.followed = followed
        self.passages = passages
        self.levels = levels
        self.said = said
        self.lights = lights(said.language)
        self.elements = Addresses.of("element")
        self.corrections = Addresses.of("correct") if edit else Addresses("", "")
        self.sources = SourceLinks(said)

    def contents(self) -> list[Heading]:
        """The areas with their themes."""
        return [
            Heading(_name(area), area.code, [Heading(_name(t), t.code, ()) for t in area.themes])
            for area in self.followed.tree.areas
        ]

    def opening(self) -> list[Mapping[str, Any]]:
        """The paragraphs before the first area."""
        return [self._line(node) for node in self.followed.tree.paragraphs]

    def parts(self) -> Iterator[Part]:
        """Areas and themes in reading order."""
        for area in self.followed.tree.areas:
            yield self._part(area)
            for theme in area.themes:
                yield self._part(theme)

    def _part(self, node: Node) -> Part:
        inside: dict[str, list[Node]] = {}
        for child in node.children:
            inside.setdefault(child.kind, []).append(child)
        return Part(
            title=node.title,
            number=node.number or "",
            anchor=node.code,
            href=self.elements.to(node.code),
            is_area=node.kind == Kind.AREA,
            paragraphs=[self._line(one) for one in inside.get(Kind.PARAGRAPH, ())],
            lists=[
                (
                    self.levels.of(kind, len(inside[kind])),
                    [line for one in inside[kind] for line in self._with_parts(one, END)],
                )
                for kind in (Kind.SUB_GOAL, Kind.STRATEGY, Kind.MEASURE)
                if kind in inside
            ],
        )

    def _with_parts(self, node: Node, end: SafeString) -> Iterator[dict[str, Any]]:
        """The line of an element, then those of its parts. `end` closes all that is open then."""
        line = self._line(node)
        parts = node.measures
        yield {**line, "after": OPEN if parts else end}
        for part in parts[:-1]:
            yield from self._with_parts(part, END)
        for part in parts[-1:]:
            yield from self._with_parts(part, END + CLOSE + end)

    def _line(self, node: Node) -> dict[str, Any]:
        return {
            "anchor": node.code,
            "href": self.elements.to(node.code),
            "number": shown_number(node.number),
            "short": node.short_title,
            "text": node.text,
            "beside": self._beside(node),
            "edit": self.corrections.to(node.code),
        }

    def _beside(self, node: Node) -> SafeString:
        """Quietly after the text: how it goes, its rows in the table, its place in the source."""
        pieces: list[str] = []
        if status := self.followed.statuses.get(node.initiative_id):
            pieces.append(self.lights[status.standing].html)
        if rows := self._rows(node) if node.rows else "":
            pieces.append(escape(rows))
        beside = " · ".join(pieces)
        if source := self._source(node):
            # the paper leaves the link out, and its dot with it
            beside += f' <span class="no-print">· {source}</span>' if pieces else source
        return SafeString(f'<span class="remark">{beside}</span>') if beside else NOTHING

    def _rows(self, node: Node) -> str:
        """`rad 3 i tabellen`, for a measure that stands in the table or is mentioned there."""
        if not node.own_rows:
            numbers = [tie.row.number for tie in node.rows if tie.row.number]
            said = self.said.gettext("nemnt i rad %(numbers)s i tabellen")
            return said % {"numbers": ", ".join(numbers)} if numbers else ""
        numbers = [row.number for row in node.own_rows if row.number]
        if not numbers:
            return self.said.gettext("i tabellen")
        return self.said.gettext("rad %(numbers)s i tabellen") % {"numbers": ", ".join(numbers)}

    def _source(self, node: Node) -> SafeString:
        """A quiet link to where the document says it."""
        found = self.passages.get(node.id)
        href = self.sources.href(found[0]) if found else ""
        if not found or not href:
            return NOTHING
        place = self.sources.place(found[0]) or self.said.gettext("kjelde")
        return format_html('<a class="quiet" href="{}">{}</a>', href, place)


def _name(node: Node) -> str:
    return f"{node.number or ''} {node.title}".strip()
