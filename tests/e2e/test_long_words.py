"""Words longer than a phone is wide: no page scrolls sideways and nothing is cut off.

320 px is a phone in the hand and a screen at 400 % (WCAG 1.4.10); the air between letters and lines
is what a reader may set herself (1.4.12).
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.chromium import Chromium
from tests.e2e.looking import cut_off, is_too_wide
from tests.e2e.site import Site, logged_in_site
from tests.factories.installations import Installation
from tests.factories.long_words import COUNCIL, PARTIES, WORD, write_long_plan
from tests.factories.servers import serving

WIDTHS = (320, 390, 900, 1280)
AIR = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
PAGES = {
    "front": "/",
    "plan": "PLAN/",
    "text": "PLAN/tekst/",
    "table": "PLAN/tabell/",
    "filtered to nothing": f"PLAN/tabell/?tekst={WORD}finstikkje",
    "timeline": "PLAN/tidslinje/",
    "budget": "PLAN/budsjett/",
    "area": "first:PLAN/tekst/:h2 a",
    "goal": "first:PLAN/tekst/:.items a",
    "measure": "first:PLAN/tabell/:tbody td a",
    "parties": "/partar/",
    "party": "first:/partar/:.rows a",
    "municipalities": "/kommunar/",
    "source": "first:MEASURE:aside a",
    "search": f"/sok/?q={WORD}",
    "no hits": f"/sok/?q={WORD}finstikkje",
    "about": "/om/",
    "contact": "/kontakt/",
    "accessibility": "/tilgjenge/",
    "login": "/konto/inn/",
    "not found": "/finst/ikkje/",
    "desk": "/arbeid/",
    "log": "/arbeid/logg/",
    "upload": "/arbeid/last-opp/",
    "version": "/arbeidPLAN@1/",
    "statuses": "/arbeid/status/",
    "status": "first:/arbeid/status/:.tasks a",
    "correct": "first:MEASURE:.edit a >> nth=1",
    "council": "/arbeid/radet/",
    "levels": "/arbeid/nivanamn/",
    "words": "/arbeid/ord/",
    "party of the desk": "first:/arbeid/partar/:.tasks a",
    "parties of the desk": "/arbeid/partar/",
    "review": "REVIEW",
    "take over": "REVIEWta-over/",
}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A council whose name and plan hold such words, and the path of the plan."""
    folder = tmp_path_factory.mktemp("long")
    installation = Installation(folder / "data")
    plan = str(write_long_plan(folder / "plan.docx"))
    for command in (
        ("migrate",),
        ("council", "langt", "--name", COUNCIL),
        ("import", plan, "--publish"),
    ):
        done = installation.run(*command)
        assert done.returncode == 0, done.stderr.decode()
    slug = installation.ask("SELECT slug FROM plans_plan")[0][0]
    with serving(installation) as running:
        yield logged_in_site(running), f"/plan/{slug}"


def with_document(page: Page, document: str) -> Page:
    """The secretary's page, with one document handed in and waiting to be looked over."""
    page.goto("/arbeid/")
    if page.locator("a[href*='/arbeid/import/']").count():
        return page
    page.goto("/arbeid/last-opp/")
    page.locator("input[type=file]").set_input_files(
        {"name": f"{WORD}.txt", "mimeType": "text/plain", "buffer": document.encode()}
    )
    page.locator("main button[type=submit]").click()
    page.wait_for_url(re.compile(r"/arbeid/import/\d+/"))
    return page


DOCUMENT = f"""Handlingsplan 2028 for {WORD}

1 {WORD}

Tiltak
1) Greia ut {WORD}. Ansvarleg: {PARTIES[1]}
2) Byggja ut {WORD}
"""


@pytest.fixture
def page(crowded: tuple[Site, str], chromium: Chromium) -> Page:
    site, _ = crowded

    def make(browser: Browser) -> Page:
        context = browser.new_context(base_url=site.address, bypass_csp=True)
        context.add_cookies(site.session)
        return with_document(context.new_page(), DOCUMENT)

    return chromium.kept(("long", site.address), make)


def path_of(page: Page, where: str, plan: str) -> str:
    """The address itself, or where a link on another page leads."""
    if not where.startswith("first:"):
        if where.startswith("REVIEW"):
            page.goto("/arbeid/")
            href = page.locator("a[href*='/arbeid/import/']").first.get_attribute("href") or ""
            return where.replace("REVIEW", href)
        return where.replace("PLAN", plan)
    from_, selector = where.removeprefix("first:").split(":", 1)
    page.goto(path_of(page, PAGES["measure"] if from_ == "MEASURE" else from_, plan))
    href = page.locator(f"main {selector}").first.get_attribute("href")
    assert href is not None
    return href


@pytest.mark.parametrize("name", PAGES)
def test_long_words_fit(page: Page, crowded: tuple[Site, str], name: str) -> None:
    path = path_of(page, PAGES[name], crowded[1])
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == (404 if name == "not found" else 200)
        found += [(width, "too wide")] if is_too_wide(page) else []
        found += [(width, text) for text in cut_off(page)]
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.add_style_tag(content=AIR)
    found += [("air", "too wide")] if is_too_wide(page) else []
    found += [("air", text) for text in cut_off(page)]
    assert found == []
