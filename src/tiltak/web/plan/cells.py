"""The cells of the table as HTML, made once for each different content.

A table has thousands of cells and few different ones. Escaping, labelling and the template's own
loops cost more than all the rest of the page, so that what repeats is made once and remembered
for the page. Everything is escaped here; the template only puts cells into rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tiltak.domain.plans.queries.values import Node, Role
from tiltak.planfile.model import Budget, Time
from tiltak.web.plan.amounts import amounts, time_words
from tiltak.web.plan.entries import Entry, Sharing
from tiltak.web.plan.shared import sharing_words
from tiltak.web.ui.addresses import Addresses
from tiltak.web.ui.lights import lights
from tiltak.wording import Words

# how the cell of a column begins
CLASSES = {
    "status": SafeString(""),
    "time": SafeString(' class="time"'),
    "responsible": SafeString(""),
    "budget": SafeString(' class="num"'),
}


class Cells:
    """The cells of one page.

    `columns`: the words above them, which a phone shows beside them; `language`: the plan's.
    """

    def __init__(
        self,
        said: Words,
        columns: Mapping[str, str],
        shared: Sharing,
        language: str,
    ) -> None:
        self.said = said
        self.shared = shared
        self.lights = lights(said.language)
        self.elements = Addresses.of("element")
        self.parties = Addresses.of("party")
        self.missing = format_html("<small>{}</small>", said.gettext("ikkje oppgitt"))
        self.only_text = format_html("<small>{}</small>", said.gettext("Berre i teksten"))
        self._opening = {
            name: format_html('<td{} data-label="{}">', kind, columns[name])
            for name, kind in CLASSES.items()
        }
        # the plan's own words keep their language on a page in another
        foreign = language != said.language
        self._text_opening = format_html('<td lang="{}">', language) if foreign else "<td>"
        # keyed by identity where the values are shared, as the loader shares them
        self._statuses: dict[tuple[str, ...], SafeString] = {}
        self._times: dict[Time | None, SafeString] = {}
        self._people: dict[tuple[int, ...], SafeString] = {}
        self._amounts: dict[tuple[int, bool], str] = {}

    def _cell(self, name: str, content: str) -> SafeString:
        return SafeString(f"{self._opening[name]}{content}</td>")

    def status(self, standings: Sequence[str]) -> SafeString:
        """The lights of an entry: one, but for a row about measures that stand differently."""
        key = tuple(standings)
        if key not in self._statuses:
            content = "".join(self.lights[standing].html for standing in key)
            self._statuses[key] = self._cell("status", content)
        return self._statuses[key]

    def time(self, time: Time | None) -> SafeString:
        """When, as the plan writes it."""
        if time not in self._times:
            self._times[time] = self._cell("time", escape(time_words(time, self.said)))
        return self._times[time]

    def who(self, roles: Sequence[Role]) -> SafeString:
        """Who is responsible, then who takes part and how."""
        key = tuple(map(id, roles))
        if key not in self._people:
            self._people[key] = self._cell("responsible", self._who(dict.fromkeys(roles)))
        return self._people[key]

    def _who(self, roles: Iterable[Role]) -> str:
        main = [self._party(role) for role in roles if role.role == "responsible"]
        beside = [
            format_html("<small>{}: {}</small>", self.said.role(role.role), self._party(role))
            for role in roles
            if role.role != "responsible"
        ]
        return ", ".join(main) + "".join(beside) or self.missing

    def _party(self, role: Role) -> SafeString:
        href = self.parties.to(role.slug)
        if not href:
            return SafeString(escape(role.label))
        return format_html('<a href="{}">{}</a>', href, role.label)

    def money(self, entry: Entry) -> SafeString:
        """The amounts of an entry, with whom a row shares its cell; never 0 for what is missing."""
        several = entry.time is not None and len(entry.time.years) > 1
        lines = "".join(
            self._amounts.get((id(budget), several))
            or self._amount(budget, entry.time, several=several)
            for budget in entry.budgets
        )
        if self.shared and (beside := self._beside(entry)):
            lines += format_html("<small>{}</small>", beside)
        return self._cell("budget", lines or self.missing)

    def _amount(self, budget: Budget, time: Time | None, *, several: bool) -> str:
        html = "".join(
            format_html("<div>{}{}</div>", line.text, _small(line.note))
            for line in amounts([budget], time, self.said)
        )
        self._amounts[id(budget), several] = html
        return html

    def _beside(self, entry: Entry) -> str:
        """`deler beløp med rad 2`, where a shared cell holds an amount."""
        others = [
            other
            for cell in dict.fromkeys(entry.cells())
            for other in self.shared.get(cell, ())
            if any(b.amount is not None for one in self.shared[cell] for b in one.budgets)
        ]
        numbers = [other.number for other in others if other is not entry]
        return sharing_words(numbers, self.said) if others else ""

    def what(self, entry: Entry, *, is_only_text: bool) -> SafeString:
        """What is to be done, with its permanent link and its short title where it has one."""
        if len(entry.nodes) != 1:
            return SafeString(f"{self._text_opening}{escape(entry.text)}{self._about(entry)}</td>")
        node = entry.nodes[0]
        href = self.elements.to(node.code)
        text = escape(entry.text)
        if node.short_title:
            title, small = escape(node.short_title), f"<small>{text}</small>"
        else:
            title, small = text, ""
        note = self.only_text if is_only_text else ""
        about = self._about(entry) if node.is_part or entry.row else ""
        return SafeString(
            f'{self._text_opening}<a href="{href}">{title}</a>{small}{about}{note}</td>'
        )

    def _about(self, entry: Entry) -> str:
        """What the line does not say: the measures of the row, or of what it is a part."""
        _ = self.said.gettext
        parts = []
        if entry.row is not None and len(entry.nodes) > 1:
            parts.append(self._list(_("Gjeld desse tiltaka:"), entry.nodes))
        if wholes := [node.parent for node in entry.nodes if node.is_part and node.parent]:
            parts.append(self._list(_("Del av:"), wholes))
        if entry.row is not None and (mentioned := entry.row.mentioned):
            parts.append(self._list(_("Sjå òg:"), mentioned))
        return "".join(parts)

    def _list(self, intro: str, nodes: Iterable[Node]) -> SafeString:
        links = format_html_join(
            " · ",
            '<a href="{}">{}</a>',
            ((self.elements.to(node.code), node.title) for node in nodes),
        )
        return format_html("<small>{} {}</small>", intro, links)


def _small(note: str) -> SafeString:
    return format_html("<small>{}</small>", note) if note else SafeString("")
