"""The running program that the browser looks at, and the secretary who is logged in there."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.factories.servers import Running

SECRETARY = {"email": "sekretar@fjord.example", "password": "fjord-og-fjell-i-sogn"}
NAME = "Kari Sekretær"
LINK = re.compile(r"http\S+?(/konto/forste/\S+)")


@dataclass(frozen=True, slots=True)
class Site:
    """A server with the secretary as administrator: its address and her session's cookies."""

    address: str
    session: list[Any]


def logged_in_site(running: Running) -> Site:
    """The first login, over HTTP: the link works once, and a browser may end on the way."""
    password = SECRETARY["password"]
    answer = running.send_form(
        LINK.findall(running.printed)[0],
        name=NAME,
        email=SECRETARY["email"],
        password1=password,
        password2=password,
    )
    assert answer.status == 302, answer.page
    address = f"http://127.0.0.1:{running.port}"
    return Site(
        address,
        [{"name": name, "value": value, "url": address} for name, value in answer.cookies.items()],
    )


def secretary(browser: Browser, site: Site, *, script: bool) -> BrowserContext:
    """Her browser, logged in."""
    context = browser.new_context(base_url=site.address, java_script_enabled=script)
    context.add_cookies(site.session)
    return context


def fill_first_login(page: Page) -> None:
    """Choose name, e-mail and password."""
    page.locator("input[type=email]").fill(SECRETARY["email"])
    for given in page.locator("input[type=password]").all():
        given.fill(SECRETARY["password"])
    page.locator("main input[type=text]").fill(NAME)
    page.locator("main button[type=submit]").click()
