"""The browser of the tests is itself tested: one that stands still is ended, the next one works."""

from pathlib import Path

import pytest
from playwright.sync_api import Error, Playwright

from tests.e2e.chromium import Chromium
from tests.e2e.site import Site, secretary


def test_a_browser_that_stands_still_is_ended(playwright: Playwright, tmp_path: Path) -> None:
    chromium = Chromium(playwright.chromium, tmp_path, patience=1)
    page = chromium.browser().new_page()
    with pytest.raises(Error, match="has been closed"), chromium.watched():
        page.evaluate("new Promise(() => {})")
    assert chromium.browser().new_page().evaluate("6 * 7") == 42
    chromium.close()


def test_the_secretary_is_logged_in_in_the_next_one_too(
    playwright: Playwright, site: Site, tmp_path: Path
) -> None:
    chromium = Chromium(playwright.chromium, tmp_path, patience=1)
    desk = secretary(chromium.browser(), site, script=True).new_page()
    with pytest.raises(Error, match="has been closed"), chromium.watched():
        desk.evaluate("new Promise(() => {})")
    again = secretary(chromium.browser(), site, script=True).new_page()
    again.goto("/arbeid/")
    assert again.url == f"{site.address}/arbeid/"
    chromium.close()
