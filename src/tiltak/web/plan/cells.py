"""The cells of the table as HTML, made once for each different content.

A table has thousands of cells and few different ones. Escaping and the template's own loops cost
more than all the rest of the page, so that what repeats is made once and remembered for the page.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tiltak.domain.plans.queries.values import Node, Role
from tiltak.web.plan.amounts import amounts
from tiltak.web.plan.entries import Entry
from tiltak.web.ui.addresses import Addresses
from tiltak.web.ui.lights import lights
from tiltak.wording import Words

NOTHING = SafeString("")


def joined(pieces: Iterable[SafeString]) -> SafeString:
    """Pieces that are safe already, one after the other."""
    return SafeString("".join(pieces))


class Cells:
    """The cells of one page."""

    def __init__(self, said: Words, shared: Mapping[tuple[int, str], Sequence[Entry]]) -> None:
        self.said = said
        self.lights = lights(said.language)
        self.shared = shared
        self.elements = Addresses.of("element")
        self.parties = Addresses.of("party")
        self.missing = format_html("<small>{}</small>", said.gettext("ikkje oppgitt"))
        self._names: dict[tuple[tuple[str, str, str], ...], SafeString] = {}
        self._amounts: dict[tuple[str, str], SafeString] = {}

    def status(self, standings: Sequence[str]) -> SafeString:
        """The lights of an entry: one, but for a row about measures that stand differently."""
        if len(standings) == 1:
            return self.lights[standings[0]].html
        return joined(self.lights[standing].html for standing in standings)

    def who(self, roles: Iterable[Role]) -> SafeString:
        """Who is responsible, then who takes part and how."""
        key = tuple(dict.fromkeys((role.role, role.label, role.slug) for role in roles))
        if key not in self._names:
            self._names[key] = self._who(key)
        return self._names[key]

    def _who(self, key: Sequence[tuple[str, str, str]]) -> SafeString:
        main = [(label, slug) for role, label, slug in key if role == "responsible"]
        html = format_html_join(", ", "{}", ((self._party(*one),) for one in main))
        beside = [
            format_html("<small>{}: {}</small>", self.said.role(role), self._party(label, slug))
            for role, label, slug in key
            if role != "responsible"
        ]
        return joined((html, *beside)) or self.missing

    def _party(self, label: str, slug: str) -> SafeString:
        href = self.parties.to(slug)
        return format_html('<a href="{}">{}</a>', href, label) if href else format_html("{}", label)

    def money(self, entry: Entry) -> SafeString:
        """The amounts of an entry, with whom a row shares its cell; never 0 for what is missing."""
        lines = amounts(entry.budgets, entry.time, self.said)
        html = [self._amount(line.text, line.note) for line in lines]
        if beside := self._beside(entry):
            html.append(format_html("<small>{}</small>", beside))
        return joined(html) or self.missing

    def _amount(self, text: str, note: str) -> SafeString:
        key = (text, note)
        if key not in self._amounts:
            small = format_html("<small>{}</small>", note) if note else NOTHING
            self._amounts[key] = format_html("<div>{}{}</div>", text, small)
        return self._amounts[key]

    def _beside(self, entry: Entry) -> str:
        """`deler beløp med rad 2`, where a shared cell holds an amount."""
        if not self.shared:
            return ""
        others = [
            other
            for cell in dict.fromkeys(entry.cells())
            for other in self.shared.get(cell, ())
            if any(b.amount is not None for one in self.shared[cell] for b in one.budgets)
        ]
        numbers = ", ".join(other.number for other in others if other is not entry and other.number)
        if not others:
            return ""
        if not numbers:
            return self.said.gettext("deler beløp med ei anna rad")
        return self.said.gettext("deler beløp med rad\u00a0%(numbers)s") % {"numbers": numbers}

    def about(self, entry: Entry) -> SafeString:
        """What the line does not say by itself: the measures of the row, or of what it is a part."""
        _ = self.said.gettext
        parts = []
        if entry.row is not None and len(entry.nodes) > 1:
            parts.append(self._list(_("Gjeld desse tiltaka:"), entry.nodes))
        if wholes := [node.parent for node in entry.nodes if node.is_part and node.parent]:
            parts.append(self._list(_("Del av:"), wholes))
        if entry.row is not None and (mentioned := entry.row.mentioned):
            parts.append(self._list(_("Sjå òg:"), mentioned))
        return joined(parts)

    def _list(self, intro: str, nodes: Iterable[Node]) -> SafeString:
        links = format_html_join(
            " · ",
            '<a href="{}">{}</a>',
            ((self.elements.to(node.code), node.title) for node in nodes),
        )
        return format_html("<small>{} {}</small>", intro, links)
