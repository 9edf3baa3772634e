"""The travel-time goal of the demo in a browser: read with and without a script, and a scenario."""

import re

import pytest
from playwright.sync_api import FilePayload, Locator, Page, ViewportSize, expect

from tests.e2e.chromium import Chromium
from tests.e2e.looking import WIDTHS, broken_numbers, is_too_wide, problems
from tests.e2e.site import Site, secretary
from tests.factories.travel import FACTS
from tiltak.cli.demo.network import network_files

HEADLINE = re.compile(r"43\s% når Sogndal innan 45 minutt")
NAME = "Tunnel mellom Hella og Vangsnes"


def reader(chromium: Chromium, site: Site, width: int, *, script: bool) -> Page:
    """The page of somebody who is not logged in; what goes wrong in its scripts is kept."""

    def make(browser: object) -> Page:
        context = chromium.browser().new_context(
            base_url=site.address,
            java_script_enabled=script,
            viewport=ViewportSize(width=width, height=900),
        )
        return context.new_page()

    return chromium.kept(("travel", width, script), make)


def goal_page(page: Page) -> str:
    """From the plan to the goal, and on to its travel time, by links."""
    page.goto("/sok/?q=regionsenteret")
    page.locator("main a[href^='/p/']", has_text="Ingen skal ha meir enn 45").first.click()
    page.get_by_role("link", name=HEADLINE).click()
    return page.url


def fill_scenario(page: Page, name: str, kind: str) -> Locator:
    """Name a new scenario, say which measure it is about and what sort its first change is, and
    give the fields of that change."""
    page.get_by_label("Namn").fill(name)
    page.get_by_label("Kva tiltak høyrer det til?").select_option(
        label="Ferjene mellom Hella, Vangsnes og Dragsvik"
    )
    change = page.locator("fieldset.change").first
    change.get_by_label("Endring").select_option(kind)
    return change


def delete_scenario(page: Page, name: str) -> None:
    page.get_by_role("link", name="Arbeid med reisetida").click()
    page.locator(".tasks li", has_text=name).get_by_role("button", name="Slett").click()


@pytest.mark.parametrize("width", WIDTHS)
def test_read_without_a_script(chromium: Chromium, site: Site, width: int) -> None:
    page = reader(chromium, site, width, script=False)
    goal_page(page)
    expect(page.locator("h1")).to_have_text(HEADLINE)
    drawing = page.get_by_role("img", name="Kart over reisetida til Sogndal")
    expect(drawing).to_be_visible()
    expect(drawing.locator("text", has_text="Balestrand")).to_have_count(0)  # no room beside Hella
    expect(drawing.locator("text", has_text="Sogndalsfjøra")).to_be_visible()
    rows = page.locator("section[aria-labelledby=kommunar] tbody tr")
    expect(rows).to_have_count(7)
    expect(rows.first).to_contain_text("Sogndal")
    page.get_by_role("link", name="Bru frå Hella til Dragsvik").first.click()
    expect(page.locator("h1")).to_contain_text("Bru frå Hella til Dragsvik")
    expect(page.locator("dl.facts dd").first).to_have_text("800")
    expect(page.locator(".leaflet-container")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_map_with_a_script(chromium: Chromium, site: Site, width: int) -> None:
    page = reader(chromium, site, width, script=True)
    asked: list[str] = []
    broken: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda told: broken.append(told.text) if told.type == "error" else None)
    address = goal_page(page)
    for path in (address, f"{address}2/"):
        page.goto(path)
        expect(page.locator(".leaflet-container canvas")).to_be_visible()
        expect(page.locator(".leaflet-tooltip.place", has_text="Sogndalsfjøra")).to_be_visible()
        expect(page.locator(".travel-map .paper > svg")).to_have_count(0)
        assert problems(page) == []
        assert not is_too_wide(page)
        assert broken_numbers(page) == []
    page.locator("#kartflate").focus()
    page.keyboard.press("+")
    expect(page.locator(".leaflet-container canvas")).to_be_visible()
    assert broken == []
    # nothing but our own server is asked
    assert {url for url in asked if not url.startswith(site.address)} == set()


@pytest.mark.parametrize("language", ["/nb", "/en"])
def test_in_other_languages(chromium: Chromium, site: Site, language: str) -> None:
    page = reader(chromium, site, 390, script=True)
    path = goal_page(page).removeprefix(site.address)
    page.goto(language + path)
    expect(page.locator(".leaflet-container canvas")).to_be_visible()
    assert problems(page) == []
    assert not is_too_wide(page)
    assert broken_numbers(page) == []


def test_a_scenario_is_made_published_and_deleted(chromium: Chromium, site: Site) -> None:
    """By a secretary with a script, who taps one end on the map and types the other."""
    page = secretary(chromium.browser(), site, script=True).new_page()
    try:
        address = goal_page(page)
        page.get_by_role("link", name="Arbeid med reisetida").click()
        assert problems(page) == []
        page.get_by_role("link", name="Nytt scenario").click()
        expect(page.locator(".leaflet-container canvas")).to_be_visible()
        assert problems(page) == []
        change = fill_scenario(page, NAME, "new_link")
        change.get_by_label("Frå").focus()
        page.locator("#kartflate").click(position={"x": 200, "y": 200})
        tapped = change.get_by_label("Frå").input_value()
        assert re.fullmatch(r"6\d\.\d{5}, \d\.\d{5}", tapped)
        change.get_by_label("Frå").fill("Hella")
        change.get_by_label("Til").fill("Vangsnes")
        change.get_by_label("Fart, km/t").fill("80")
        page.get_by_role("button", name="Lagre og rekn ut").click()
        page.wait_for_url(re.compile(r"/p/\w+/reisetid/\d+/$"))
        expect(page.locator("h1")).to_have_text(NAME)
        expect(page.locator("dl.facts dd").first).to_have_text("250")
        assert problems(page) == []
        page.get_by_role("link", name="Arbeid med reisetida").click()
        line = page.locator(".tasks li", has_text=NAME)
        line.get_by_role("button", name="Legg ut").click()
        visitor = reader(chromium, site, 1280, script=False)
        visitor.goto(address)
        expect(visitor.get_by_role("link", name=NAME)).to_be_visible()
        line.get_by_role("button", name="Slett").click()
        visitor.goto(address)
        expect(visitor.get_by_role("link", name=NAME)).to_have_count(0)
    finally:
        page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_form_without_a_script(chromium: Chromium, site: Site, width: int) -> None:
    context = secretary(chromium.browser(), site, script=False)
    page = context.new_page()
    try:
        page.set_viewport_size({"width": width, "height": 900})
        goal_page(page)
        page.get_by_role("link", name="Arbeid med reisetida").click()
        page.get_by_role("link", name="Nytt scenario").click()
        change = fill_scenario(page, "Ferje oftare", "changed_ferry")
        change.get_by_label("Frå").fill("Mannheller")
        change.get_by_label("Til").fill("Tokyo")
        page.get_by_role("button", name="Lagre og rekn ut").click()
        expect(page.get_by_text("«Tokyo» er ingen kjend stad.")).to_be_visible()
        change.get_by_label("Til").fill("Fodnes")
        change.get_by_label("Minutt mellom avgangane").fill("5")
        page.get_by_role("button", name="Lagre og rekn ut").click()
        # without a script the page of progress asks again every two seconds
        page.wait_for_url(re.compile(r"/p/\w+/reisetid/\d+/$"))
        expect(page.locator("dl.facts dd").first).to_have_text(re.compile(r"1\s200"))
        delete_scenario(page, "Ferje oftare")
    finally:
        context.close()


WORLD = {one.role: one for one in network_files(FACTS)}


def choose(page: Page, role: str, data: bytes) -> None:
    """Choose a file for a role, and say who made it."""
    part = page.locator(f"#id_{role}-file")
    payload = FilePayload(name=WORLD[role].filename, mimeType="text/plain", buffer=data)
    part.set_input_files(payload)
    page.locator(f"#id_{role}-source").fill("Laga for prøva")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_secretary_makes_a_goal_of_files(
    chromium: Chromium, site: Site, width: int, *, script: bool
) -> None:
    """From the desk: a file with an error is told with its row, the mended one is computed."""
    context = secretary(chromium.browser(), site, script=script)
    page = context.new_page()
    try:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/arbeid/reisetid/")
        choice = page.get_by_label("Kva i planen handlar om reisetid?")
        # another one each time: the demo's own goal is left alone
        choice.select_option(index=2 + 2 * WIDTHS.index(width) + script)
        page.get_by_role("button", name="Gå vidare").click()
        name = f"Ei lita verd {width} {script}"
        page.get_by_label("Kva målet heiter i overskrifta").fill(name)
        page.get_by_label("Senter", exact=True).fill("By: 61.0, 7.0")
        page.get_by_label("Namn på datasettet").fill(name)
        for role in ("roads", "municipalities"):
            choose(page, role, WORLD[role].data)
        choose(page, "population", b"lat,lon,population\n61.0,7.0,100\n61.0,7.2,mange\n")
        if script:
            assert problems(page) == []
        assert not is_too_wide(page)
        assert broken_numbers(page) == []
        page.get_by_role("button", name="Last opp og prøv").click()
        expect(page.get_by_text("folketal.csv: Rad 3: «mange»")).to_be_visible()
        if script:
            assert problems(page) == []
        page.get_by_role("link", name="Prøv med ei anna fil").click()
        expect(page.get_by_label("Kva målet heiter i overskrifta")).to_have_value(name)
        for role in ("roads", "municipalities", "population"):
            choose(page, role, WORLD[role].data)
        page.get_by_role("button", name="Last opp og prøv").click()
        page.wait_for_url(re.compile(r"/p/\w+/reisetid/$"), timeout=60_000)
        expect(page.locator("h1")).to_have_text(re.compile(rf"60\s% når {name} innan 45 minutt"))
        page.goto("/arbeid/")
        expect(page.get_by_role("link", name=f"Kor mange når {name}")).to_be_visible()
        # the refusal is put away from the list of what waits
        page.get_by_role("link", name=re.compile("Sjå kvifor.*" + name)).click()
        page.get_by_role("button", name="Legg bort").click()
        expect(page.locator("h1")).to_have_text("Arbeidsbord")
        if script:
            assert problems(page) == []
        assert not is_too_wide(page)
        assert broken_numbers(page) == []
    finally:
        context.close()


def test_one_way_and_more_changes_without_a_script(chromium: Chromium, site: Site) -> None:
    context = secretary(chromium.browser(), site, script=False)
    page = context.new_page()
    try:
        goal_page(page)
        page.get_by_role("link", name="Arbeid med reisetida").click()
        page.get_by_role("link", name="Nytt scenario").click()
        change = fill_scenario(page, "Bru éin veg", "new_link")
        change.get_by_label("Frå", exact=True).fill("Vangsnes")
        change.get_by_label("Til", exact=True).fill("Hella")
        change.get_by_label("Fart, km/t").fill("80")
        change.get_by_label("Einvegskøyrd").check()
        expect(page.locator("fieldset.change")).to_have_count(2)
        page.get_by_role("button", name="Fleire endringar").click()
        expect(page.locator("fieldset.change")).to_have_count(4)
        expect(change.get_by_label("Einvegskøyrd")).to_be_checked()
        page.get_by_role("button", name="Lagre og rekn ut").click()
        page.wait_for_url(re.compile(r"/p/\w+/reisetid/\d+/$"))
        # from Vangsnes to the centre it is enough that the bridge leads one way
        expect(page.locator("dl.facts dd").first).to_have_text("250")
        delete_scenario(page, "Bru éin veg")
    finally:
        context.close()
