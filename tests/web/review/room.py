"""The review of a document as its reader meets it: pages seen, forms filled in, steps undone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from django.http import HttpResponse
from django.test import Client

from tests.web.page_forms import PageForm, forms_of
from tests.web.page_text import clean, part_of
from tests.web.review.plan_change import Change, plan_change
from tiltak.domain.plans.models import Import
from tiltak.planfile import codec
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Plan
from tiltak.web.review.targets import text_key

MESSAGE = re.compile(r'<div class="ds-alert message[^>]*><p>(.*?)</p></div>', re.DOTALL)
LAST_STEP = re.compile(r'<form class="last-step".*?<p>(.*?)</p>', re.DOTALL)
CURRENT = re.compile(r'href="\?element=([^"&]*)&amp;do=(?:correct|assign)#no"')
WRONG = re.compile(
    r'<p class="ds-validation-message" id="id_(\w+)_error"[^>]*>(.*?)</p>', re.DOTALL
)


@dataclass(frozen=True)
class Answer:
    """A page that came back, and its address where a step led to it."""

    status: int
    html: str
    address: str = ""

    @property
    def said(self) -> list[str]:
        """The messages on top."""
        return [clean(unescape(one)) for one in MESSAGE.findall(self.html)]

    @property
    def last_step(self) -> str:
        """What was done last, beside the button that undoes it; "" where nothing was."""
        found = LAST_STEP.search(self.html)
        return clean(unescape(found[1])) if found else ""

    @property
    def current(self) -> str:
        """The one the page is about."""
        found = CURRENT.search(self.html)
        return unquote(found[1]) if found else ""

    @property
    def onward(self) -> str:
        """The one the step led on to."""
        return parse_qs(urlsplit(self.address).query).get("element", [""])[0]

    @property
    def wrong(self) -> dict[str, str]:
        """Field → what is wrong with it."""
        return {name: clean(unescape(text)) for name, text in WRONG.findall(self.html)}

    def part(self, heading: str) -> list[str]:
        """The lines of the section whose heading has that id."""
        return part_of(self.html, heading)

    def form(self, action: str) -> PageForm:
        """The form of an action; the larger one where there is a button that does it at once."""
        return [one for one in forms_of(self.html) if one.fields.get("do") == action][-1]


class Room:
    """The review of one document."""

    def __init__(self, browser: Client, received: Import) -> None:
        self.browser, self.received = browser, received
        self.address = f"/arbeid/import/{received.pk}/"

    @property
    def content(self) -> str:
        """The document as it is kept now."""
        return Import.objects.values_list("content", flat=True).get(pk=self.received.pk)

    @property
    def plan(self) -> Plan:
        return codec.decode(self.content)

    @property
    def steps(self) -> int:
        """How many there are."""
        return self.received.steps.count()

    def see(self, element: str = "", **query: str) -> Answer:
        """A page of the review."""
        asked = ({"element": element} if element else {}) | query
        response = self.browser.get(f"{self.address}?{urlencode(asked)}")
        return Answer(response.status_code, response.content.decode())

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send fields as they are, and go where that leads."""
        response = self.browser.post(self.address + path, dict(fields))
        if response.status_code != 302:
            return Answer(response.status_code, response.content.decode())
        there = self.browser.get(response["Location"])
        return Answer(there.status_code, _html(there), response["Location"])

    def step(
        self, element: str, action: str, changes: Mapping[str, str] | None = None, button: str = ""
    ) -> Answer:
        """Open an action, fill in its form and press a button."""
        form = self.see(element, do=action).form(action)
        return self.post("steg/", form.filled(changes, button))

    def press(self, button: str) -> Answer:
        """Press a button of the first page that stands alone in its form."""
        form = next(
            form
            for form in forms_of(self.see().html)
            if any(words.startswith(button) for words, _, _ in form.buttons)
        )
        return self.post(form.action.removeprefix(self.address), form.filled({}, button))

    def undo(self) -> Answer:
        """Take the last step back."""
        return self.press("Angre")

    @property
    def keys(self) -> list[str]:
        """All that can be the current one."""
        plan = self.plan
        rows = [f"row:{row.id}" for table in plan.tables for row in table.rows]
        texts = [text_key(one) for one in plan.unplaced]
        return [*(one.key for one in elements(plan)), *rows, *texts, "document"]

    def key_of(self, words: str) -> str:
        """The key of the text without a place that has these words; any other key as it is."""
        found = (one for one in self.plan.unplaced if one.text == words)
        return next((text_key(one) for one in found), words)

    def change_since(self, before: Plan) -> Change:
        """All that is not as it was."""
        return plan_change(before, self.plan)


def _html(response: HttpResponse) -> str:
    return response.content.decode()
