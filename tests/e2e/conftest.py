"""One real server with the demo council and one real browser for all tests of this folder."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.factories.installations import Installation
from tests.factories.servers import serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ADMINISTRATOR = {"email": "sekretar@fjord.example", "password": "fjord-og-fjell-i-sogn"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here not in item.path.parents:
            continue
        item.add_marker(pytest.mark.e2e)
        if CHROMIUM is None and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@dataclass(frozen=True, slots=True)
class Site:
    """The running demo: its address and the link of the first login."""

    address: str
    first_login: str


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    installation = Installation(tmp_path_factory.mktemp("e2e"))
    made = installation.run("demo")
    assert made.returncode == 0, made.stderr.decode()
    with serving(installation) as running:
        link = re.findall(r"http\S+/konto/forste/\S+", running.printed)[0]
        yield Site(f"http://127.0.0.1:{running.port}", link)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def logged_in(site: Site, browser: Browser) -> Iterator[BrowserContext]:
    """The secretary, logged in by the link of the first start; without JavaScript."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.first_login)
    fill_first_login(page)
    page.close()
    yield context
    context.close()


def fill_first_login(page: Page) -> None:
    """Choose name, e-mail and password."""
    page.locator("input[type=email]").fill(ADMINISTRATOR["email"])
    for field in page.locator("input[type=password]").all():
        field.fill(ADMINISTRATOR["password"])
    for field in page.locator("main input[type=text]").all():
        field.fill("Kari Sekretær")
    page.locator("main button[type=submit]").click()
