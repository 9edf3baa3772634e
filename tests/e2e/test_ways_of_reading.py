"""Pages by keyboard, in the reader's own colours, without motion, and on paper."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.e2e.chromium import Chromium
from tests.e2e.looking import problems
from tests.e2e.site import Site, secretary
from tests.e2e.test_pages import DESK, PLAN, PUBLIC, path_of

# a page with more is told by its first ones
MOST_TABS = 70
FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node), box = node.getBoundingClientRect();
  return {
    name: node.outerHTML.slice(0, 100),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none",
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
  };
}"""


@pytest.fixture
def page(chromium: Chromium, site: Site) -> Page:
    """The secretary, with a script."""
    page = chromium.kept("ways", lambda browser: secretary(browser, site, script=True).new_page())
    page.emulate_media(media="null", forced_colors="none", reduced_motion="no-preference")
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


def address_of(page: Page, path: str) -> str:
    if path.startswith("link:/arbeid/p/"):
        return "/arbeid" + path_of(page, "link:/p/", "")
    return path_of(page, path, "")


@pytest.mark.parametrize("name", [*PUBLIC, *(f"desk: {one}" for one in DESK)])
def test_by_keyboard_one_sees_where_one_is(page: Page, name: str) -> None:
    path = DESK[name.removeprefix("desk: ")] if name.startswith("desk: ") else PUBLIC[name]
    page.goto(address_of(page, path))
    lost = []
    reached = 0
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        reached += 1
        if not (focused["ring"] and focused["seen"]):
            lost.append(focused["name"])
    assert lost == []
    assert reached > 5


def test_the_first_tab_leads_past_the_menu(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hopp til innhald"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("name", ["plan", "table", "timeline", "budget", "measure"])
def test_in_the_readers_own_colours(page: Page, name: str) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(address_of(page, PUBLIC[name]))
    assert problems(page) == []
    colours = page.evaluate(
        """[...document.querySelectorAll(".menu a")].map(
             one => [one.hasAttribute("aria-current"), getComputedStyle(one).borderBottomColor])"""
    )
    marked = {colour for current, colour in colours if current}
    assert len(marked) == 1
    assert marked.isdisjoint(colour for current, colour in colours if not current)
    # what is done and what is to come are told apart
    dots = page.evaluate(
        """[...document.querySelectorAll(".steps li")].map(
             one => [one.classList.contains("done"), getComputedStyle(one, "::after").backgroundColor])"""
    )
    assert len({tuple(dot) for dot in dots}) == len({done for done, _ in dots})
    assert len({colour for _, colour in dots}) == len(dots)


def test_nothing_moves(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    moving = """[...document.querySelectorAll("*")].filter(one => {
      const style = getComputedStyle(one);
      return style.animationName !== "none" && parseFloat(style.animationDuration) > .01
        && style.animationIterationCount === "infinite";
    }).map(one => one.outerHTML.slice(0, 80))"""
    for path in ("/", f"{PLAN}/tabell/", "/arbeid/", "/arbeid/last-opp/"):
        page.goto(path)
        assert page.evaluate(moving) == []
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_on_paper_is_the_plan_and_not_the_tools(page: Page) -> None:
    page.goto(f"{PLAN}/tekst/")
    printed = page.pdf(prefer_css_page_size=True)
    with_lines = [one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(printed)]
    text = " ".join(" ".join(with_lines).split())
    assert "Strategi for arbeidsplassar i stat og fylke" in text
    assert "Følgja opp den bustadstrategien" in text
    for tool in ("Hopp til innhald", "Arbeidsbord", "Logg ut", "Rett", "Innhald 1", "Bokmål"):
        assert not re.search(rf"\b{tool}\b", text), tool


def test_on_paper_what_is_left_out_takes_no_line(page: Page) -> None:
    page.goto(f"{PLAN}/tekst/")
    page.emulate_media(media="print")
    empty = []
    for width in range(500, 1000, 40):
        page.set_viewport_size({"width": width, "height": 900})
        empty += page.evaluate(
            """[...document.querySelectorAll(".items li")].filter(one => !one.querySelector("ul, .light"))
                 .filter(one => one.getBoundingClientRect().bottom
                   > one.querySelector("a").getBoundingClientRect().bottom + 20
                   && !/rad/.test(one.innerText.slice(-20)))
                 .map(one => one.innerText.slice(0, 60))"""
        )
    assert empty == []
