"""Every page once: at both widths, without JavaScript, in Nynorsk, Bokmål and English, with axe."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.e2e.chromium import Chromium
from tests.e2e.looking import WIDTHS, broken_numbers, is_too_wide, problems
from tests.e2e.site import Site, secretary

LANGUAGES = {"nn": "", "nb": "/nb", "en": "/en"}
PLAN = "/plan/handlingsplan-2018"
PUBLIC = {
    "front": "/",
    "plan": f"{PLAN}/",
    "text": f"{PLAN}/tekst/",
    "table": f"{PLAN}/tabell/",
    "filtered": f"{PLAN}/tabell/?tekst=finst-ikkje-i-planen",
    "timeline": f"{PLAN}/tidslinje/",
    "budget": f"{PLAN}/budsjett/",
    "measure": "link:/p/",
    "parties": "/partar/",
    "party": "link:/part/",
    "municipalities": "/kommunar/",
    "municipality": "/kommune/4640/",
    "source": "link:/kjelde/",
    "search": "/sok/?q=skular",
    "no hits": "/sok/?q=xyzxyz",
    "about": "/om/",
    "contact": "/kontakt/",
    "accessibility": "/tilgjenge/",
    "login": "/konto/inn/",
    "not found": "/finst/ikkje/",
}
# where links to an element, a party and a source are found
LINKED_FROM = {"/p/": f"{PLAN}/tabell/", "/part/": "/partar/", "/kjelde/": "link:/p/"}
DESK = {
    "desk": "/arbeid/",
    "log": "/arbeid/logg/",
    "upload": "/arbeid/last-opp/",
    "version": "/arbeid/plan/handlingsplan-2018/",
    "statuses": "/arbeid/status/",
    "council": "/arbeid/radet/",
    "levels": "/arbeid/nivanamn/",
    "words": "/arbeid/ord/",
    "parties": "/arbeid/partar/",
    "correct": "link:/arbeid/p/",
    "status": "link:/arbeid/p/",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader without JavaScript, and an examiner of the same pages (axe is a script)."""

    page: Page
    examiner: Page


@pytest.fixture(params=WIDTHS)
def reader(request: pytest.FixtureRequest, chromium: Chromium, site: Site) -> Reader:
    size = ViewportSize(width=request.param, height=900)

    def page(*, script: bool) -> Page:
        return chromium.kept(
            ("reader", request.param, script),
            lambda browser: browser.new_context(
                base_url=site.address, java_script_enabled=script, viewport=size
            ).new_page(),
        )

    return Reader(page(script=False), page(script=True))


def path_of(page: Page, where: str, prefix: str) -> str:
    """The address itself, or the first link of that beginning on the page that has one."""
    start = where.removeprefix("link:")
    if start == where:
        return where
    page.goto(prefix + path_of(page, LINKED_FROM[start], prefix))
    found = page.locator(f'main a[href^="{prefix}{start}"]').first.get_attribute("href")
    assert found is not None
    return found.removeprefix(prefix)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PUBLIC)
def test_a_page_reads_well(reader: Reader, name: str, language: str) -> None:
    prefix = LANGUAGES[language]
    page = reader.page
    path = path_of(page, PUBLIC[name], prefix)
    answer = page.goto(prefix + path)
    assert answer is not None
    assert answer.status == (404 if name == "not found" else 200)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.locator("script").count() == 0
    reader.examiner.goto(prefix + path)
    assert not is_too_wide(reader.examiner)
    assert broken_numbers(reader.examiner) == []
    assert problems(reader.examiner) == []


@pytest.fixture
def desk(chromium: Chromium, site: Site) -> Reader:
    """The secretary without JavaScript, and an examiner of her pages."""

    def page(*, script: bool) -> Page:
        return chromium.kept(
            ("desk", script), lambda browser: secretary(browser, site, script=script).new_page()
        )

    return Reader(page(script=False), page(script=True))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", DESK)
def test_a_page_of_the_desk_reads_well(desk: Reader, name: str, width: int) -> None:
    page = desk.page
    path = DESK[name]
    if path.startswith("link:"):
        page.goto("/plan/handlingsplan-2018/tabell/")
        href = page.locator('main a[href^="/p/"]').first.get_attribute("href") or ""
        code = re.sub(r"^/p/|/$", "", href)
        path = f"/arbeid/p/{code}/" + ("status/" if name == "status" else "")
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    desk.examiner.set_viewport_size({"width": width, "height": 900})
    desk.examiner.goto(path)
    assert not is_too_wide(desk.examiner)
    assert broken_numbers(desk.examiner) == []
    assert problems(desk.examiner) == []


def test_what_kind_a_plan_is_is_asked_of_a_new_one_only(desk: Reader) -> None:
    page = desk.page
    page.goto("/arbeid/last-opp/")
    assert page.locator("h1").inner_text() == "Last opp ein plan"
    assert page.locator("[name=kind]").is_visible()
    page.goto("/arbeid/last-opp/?plan=handlingsplan-2018")
    assert page.locator("h1").inner_text() == "Last opp ny utgåve"
    assert not page.locator("[name=kind]").is_visible()


def test_the_desk_is_not_for_the_public(reader: Reader) -> None:
    for path in DESK.values():
        if not path.startswith("link:"):
            reader.page.goto(path)
            assert "/konto/inn/" in reader.page.url
