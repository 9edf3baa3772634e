"""A council's own words in a real browser: read wrongly, corrected, learnt, and read rightly."""

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.looking import WIDTHS, is_too_wide, problems
from tests.e2e.reviewing import Review, upload
from tests.factories.own_words import NEXT_YEAR, THIS_YEAR

ITEMS = {
    "Laga ei oversikt over ledige kontor.": "1 Arbeid",
    "Byggja ut breiband.": "1 Arbeid",
    "Byggja gangveg til skulen.": "2 Veg",
}
# a test whose browser ended is tried once more, on what the first try left behind
TRIES = itertools.count(1)
PROPOSED = "Les ordet «storverk» som nivået «Tiltak»"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def somebody(request: pytest.FixtureRequest) -> tuple[Page, bool]:
    """The secretary's page, and whether it has a script."""
    if request.param:
        with_script: Page = request.getfixturevalue("page")
        return with_script, True
    without: BrowserContext = request.getfixturevalue("logged_in")
    return without.new_page(), False


def test_what_is_corrected_alike_is_read_so_next_time(
    somebody: tuple[Page, bool], tmp_path: Path
) -> None:
    page, has_script = somebody
    review = Review(page, has_script=has_script)
    forget(page)
    # the same bytes are taken over once only, and no other test has a plan of that year
    empty_lines = "\n" * next(TRIES)
    this_year = THIS_YEAR.replace("2026", "2041") + empty_lines
    upload(page, written(tmp_path, "i-ar.txt", this_year))
    for text, area in ITEMS.items():
        review.choose(text)
        review.open("Flytt")
        review.place("tiltak", area)
        review.form.get_by_role("button", name="Flytt hit", exact=True).click()
        expect(review.done).to_contain_text(text)
        review.settle()

    page.get_by_role("link", name="Ta over", exact=True).click()
    box = page.get_by_label(PROPOSED)
    expect(box).not_to_be_checked()
    expect(page.get_by_text("De retta 3 tekstar med dette ordet til «Tiltak».")).to_be_visible()
    for width in WIDTHS if has_script else ():
        page.set_viewport_size({"width": width, "height": 900})
        assert not is_too_wide(page)
        assert problems(page) == []
    box.check()
    page.get_by_role("button", name="Ta over som utkast").click()
    expect(page.get_by_text("Neste dokument blir lese med «storverk».")).to_be_visible()

    page.goto("/arbeid/last-opp/")
    expect(page.get_by_text("Blir lesen med orda dykkar: «storverk» (Tiltak).")).to_be_visible()
    upload(page, written(tmp_path, "til-neste-ar.txt", NEXT_YEAR + empty_lines))
    review.choose("Skipa til ein songfest.")
    expect(page.locator(".current-card.is-measure .kicker")).to_contain_text("Tiltak")
    expect(review.plan.get_by_role("link", name="Storverk")).to_have_count(0)
    forget(page)


def forget(page: Page) -> None:
    """Other tests read the same council's documents."""
    page.goto("/arbeid/ord/")
    known = page.get_by_role("button", name="Gløym storverk")
    if known.count():
        known.click()
        expect(page.get_by_text("Gløymt: «storverk».")).to_be_visible()
