"""One real server with the demo council and one real browser for all tests of this folder."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from tests.e2e.chromium import PROGRAM, Chromium
from tests.e2e.site import Site, logged_in_site, secretary
from tests.factories.installations import Installation
from tests.factories.papers import paper_of
from tests.factories.servers import serving
from tiltak.writing.formats.pdf import write_pdf

# five seconds, what is usual, is little where the machine does something else too
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here not in item.path.parents:
            continue
        item.add_marker(pytest.mark.e2e)
        # only a browser that is gone gives a test a second try; what a test finds never does
        item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TargetClosedError"]))
        if PROGRAM is None and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.section(f"the browser stood still: {report.nodeid}")
        # Chromium's own log stands in the text of the error; what the test did is enough
        lines = report.longreprtext.splitlines()
        terminalreporter.write_line("\n".join(line for line in lines if "[pid=" not in line))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    installation = Installation(tmp_path_factory.mktemp("e2e"))
    made = installation.run("demo")
    assert made.returncode == 0, made.stderr.decode()
    with serving(installation) as running:
        yield logged_in_site(running)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    started = Chromium(playwright.chromium, tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()


@pytest.fixture(autouse=True)
def _watched(chromium: Chromium) -> Iterator[None]:
    with chromium.watched():
        yield


@pytest.fixture
def browser(chromium: Chromium, _watched: None) -> Browser:
    return chromium.browser()


@pytest.fixture
def logged_in(site: Site, browser: Browser) -> Iterator[BrowserContext]:
    """The secretary, logged in; without JavaScript."""
    context = secretary(browser, site, script=False)
    yield context
    context.close()


@pytest.fixture
def page(site: Site, browser: Browser) -> Iterator[Page]:
    """A page of the secretary, with a script."""
    context = secretary(browser, site, script=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A plan as the program itself writes it for a meeting, as PDF. Another file for each test:
    the same one is not taken over twice."""
    path = tmp_path / "handlingsplan-2026.pdf"
    address = f"https://plan.ytrefjord.example/{tmp_path.name}"
    path.write_bytes(write_pdf(paper_of(address=address)))
    return path
