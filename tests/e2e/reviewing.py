"""A person who looks over a read document in the browser, step by step."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

READ_MS = 60_000


def hand_in(page: Page, *documents: Path) -> None:
    """Choose the files and send them."""
    page.goto("/arbeid/last-opp/")
    page.get_by_label("Filer").set_input_files(list(documents))
    page.get_by_role("button", name="Les planen").click()


def upload(page: Page, *documents: Path) -> str:
    """Hand documents in and wait; the address of the review that comes of it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hand_in(page, *documents)
    page.wait_for_url(re.compile(r"/arbeid/import/\d+/"), timeout=READ_MS)
    # the reading goes on in the background, and a page tells how far it is
    assert any(re.search(r"/arbeid/last-opp/\d+/$", address) for address in asked), asked
    return page.url


@dataclass(frozen=True, slots=True)
class Review:
    """The review page. With a script a step changes it in place: each waits until that is done."""

    page: Page
    has_script: bool = True

    @property
    def plan(self) -> Locator:
        """The tree of elements."""
        return self.page.get_by_role("region", name="Slik blir planen")

    @property
    def unplaced(self) -> Locator:
        """The texts without a place."""
        return self.page.get_by_role("region", name=re.compile("Tekst som ikkje er plassert"))

    @property
    def current(self) -> Locator:
        """The heading of the current one."""
        return self.page.locator("#kort")

    @property
    def done(self) -> Locator:
        """What was done last."""
        return self.page.locator(".last-step p")

    @property
    def form(self) -> Locator:
        """The form of the action that was chosen."""
        return self.page.locator("#skjema")

    def settle(self) -> None:
        """Nothing is under way between the page and the server."""
        expect(self.page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)

    def choose(self, text: str, within: Locator | None = None) -> None:
        """Make an element or a text the current one, from a list."""
        (within or self.plan).get_by_role("link", name=text).first.click()
        expect(self.current).to_contain_text(text)
        self.settle()

    def open(self, action: str) -> None:
        """Choose what to do with the current one."""
        self.page.locator(".actions").get_by_role("link", name=action, exact=True).click()
        expect(self.form).to_be_visible()
        self.settle()

    def send(self, button: str, said: str | re.Pattern[str]) -> None:
        """Send the form; `said` is what the page then tells of it."""
        self.form.get_by_role("button", name=button, exact=True).click()
        self.expect_done(said)

    def expect_done(self, said: str | re.Pattern[str]) -> None:
        expect(self.done).to_have_text(said)
        self.settle()

    def accept(self) -> None:
        """Say of the current one that it is right."""
        text = self.current.inner_text()
        self.page.get_by_role("button", name="Det stemmer").click()
        expect(self.done).to_contain_text("er godkjent")
        expect(self.current).not_to_have_text(text)
        self.settle()

    def correct(self, old: str, new: str) -> None:
        self.choose(old)
        self.open("Rett")
        self.form.get_by_label("Tekst").fill(new)
        self.send("Lagre", f"«{old}» er retta")
        expect(self.plan.get_by_role("link", name=new)).to_be_visible()

    def place(self, kind: str, below: str) -> None:
        """Choose kind and place in the form that is open."""
        for label, value in (("Dette er", kind), ("Det står under", below)):
            choice = self.form.get_by_label(label)
            option = choice.locator("option", has_text=value).first
            choice.select_option(option.get_attribute("value"))
            if not self.has_script:
                self.form.get_by_role("button", name="Vis plassane der").click()
            self.settle()
            expect(self.form.get_by_label(label)).to_have_value(re.compile(r".+"))

    def exclude(self, text: str) -> None:
        self.choose(text)
        self.page.locator(".actions").get_by_role("button", name="Ikkje ein del av planen").click()
        self.expect_done(f"«{text}» er teke ut av planen")
        expect(self.unplaced).to_contain_text(text)

    def undo(self, steps: Sequence[str]) -> None:
        """Take back steps, the last first; `steps` are what the page then tells was done last."""
        for said in steps:
            self.page.get_by_role("button", name=re.compile("^Angre")).click()
            self.expect_done(said)

    def take_over_as_draft(self) -> None:
        self.page.get_by_role("link", name="Ta over", exact=True).click()
        self.page.get_by_role("button", name="Ta over som utkast").click()
        expect(self.page.get_by_text(re.compile("er tekne? over frå dokumentet"))).to_be_visible()
