"""The secretary's whole way: from the link of the first start and a document on her disk to a
status with a source, in Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.site import LINK, SECRETARY, fill_first_login
from tests.factories.installations import Installation
from tests.factories.servers import Running, serving

PLAN = """Framlegg til Fjordrådet 12.10.2023

Handlingsplan 2024

1 Reiseliv

Delmål
Gjestene skal koma heile året.

1.1 Ruter og stiar

Strategi
Vera pådrivar for gode ruter.

Prosjekt/tiltak
Utarbeida ein felles plan for turstiar i fjellet.
Støtta ei heilårsrute med båt mellom bygdene.

2 Kompetanse

Delmål
Fleire skal ta fagbrev.

Strategi
Samarbeida med bedriftene.

Prosjekt/tiltak
Skaffa ti nye læreplassar i kommunane.

Satsing      Prosjekt/tiltak 2024                                   Tid         Budsjett    Ansvar

Reiseliv     1) Utarbeida ein felles plan for turstiar i fjellet    2024        100 000     Fjordrådet (FR)
             2) Støtta ei heilårsrute med båt mellom bygdene        2024-2025   250 000     FR/Båtlaget

Kompetanse   1) Skaffa ti nye læreplassar i kommunane               2024                    FR
"""
TRAILS = "Utarbeida ein felles plan for turstiar i fjellet"
BOAT = "Støtta ei heilårsrute med båt mellom bygdene"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    """A new installation where nobody has logged in yet."""
    installation = Installation(tmp_path / "data")
    for command in (("migrate",), ("council", "fjord", "--name", "Fjordrådet")):
        done = installation.run(*command)
        assert done.returncode == 0, done.stderr.decode()
    with serving(installation) as running:
        yield running


@pytest.fixture
def context(server: Running, browser: Browser) -> Iterator[BrowserContext]:
    address = f"http://127.0.0.1:{server.port}"
    context = browser.new_context(base_url=address, java_script_enabled=False)
    yield context
    context.close()


def test_from_the_first_login_to_a_source(
    server: Running, context: BrowserContext, tmp_path: Path
) -> None:
    link = LINK.findall(server.printed)[0]
    document = tmp_path / "handlingsplan-2024.txt"
    document.write_text(PLAN, encoding="utf-8")
    page = context.new_page()
    page.goto(link)
    fill_first_login(page)
    page.goto("/arbeid/")
    expect(page).to_have_url(re.compile("/arbeid/$"))
    upload(page, document)
    preview_and_publish(page)
    table_with_filter(page)
    measure(page)
    correct_and_undo(page)
    status(page)
    source(page)

    context.clear_cookies()
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Lenkja gjeld ikkje")
    log_in(page)


def log_in(page: Page) -> None:
    page.goto("/arbeid/")
    page.locator("input[name=login]").fill(SECRETARY["email"])
    page.locator("input[type=password]").fill(SECRETARY["password"])
    page.get_by_role("button", name="Logg inn").click()
    expect(page).to_have_url(re.compile("/arbeid/$"))


def upload(page: Page, document: Path) -> None:
    page.goto("/arbeid/last-opp/")
    page.get_by_label("Filer").set_input_files(document)
    page.get_by_role("button", name="Les planen").click()
    # read in the background: the page that tells how far it is comes in between
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Handlingsplan 2024", timeout=60_000)


def preview_and_publish(page: Page) -> None:
    expect(page.get_by_text("Gjestene skal koma heile året.").first).to_be_visible()
    page.get_by_role("link", name="Ta over", exact=True).click()
    page.get_by_role("button", name="Ta over og legg ut").click()
    # what is public is public for everybody
    page.goto("/plan/handlingsplan-2024/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Handlingsplan 2024")
    expect(page.get_by_text("350 000 kr").first).to_be_visible()


def table_with_filter(page: Page) -> None:
    page.goto("/plan/handlingsplan-2024/tabell/")
    main = page.get_by_role("main")
    expect(main).to_contain_text(TRAILS)
    page.get_by_label("Ansvar").select_option(label="Båtlaget")
    page.get_by_role("button", name="Vis").click()
    expect(main).to_contain_text(BOAT)
    expect(main.locator("tbody")).not_to_contain_text([TRAILS])
    expect(main).to_contain_text("250 000 kr")


def measure(page: Page) -> None:
    page.get_by_role("link", name=BOAT).first.click()
    assert re.search(r"/p/\w+/$", page.url)
    expect(page.get_by_role("heading", level=1)).to_contain_text(BOAT)
    expect(page.get_by_role("main")).to_contain_text("Ingen status er meld enno")


def correct_and_undo(page: Page) -> None:
    here = page.url
    code = here.rstrip("/").rpartition("/")[2]
    page.goto(f"/arbeid/p/{code}/")
    field = page.locator("textarea").first
    assert BOAT in field.input_value()
    field.fill("Støtta ei heilårsrute med båt mellom alle bygdene.")
    page.get_by_role("button", name="Lagre", exact=True).click()
    page.goto(here)
    expect(page.get_by_role("heading", level=1)).to_contain_text("mellom alle bygdene")
    page.goto("/arbeid/logg/")
    page.get_by_role("button", name=re.compile("Angre")).first.click()
    page.goto(here)
    expect(page.get_by_role("heading", level=1)).to_contain_text(BOAT)


def status(page: Page) -> None:
    here = page.url
    page.goto(here.replace("/p/", "/arbeid/p/") + "status/")
    page.get_by_label("Fare for avvik").check()
    page.get_by_label("I gang", exact=True).check()
    page.get_by_label("Éi setning om korleis det går").fill("Båtlaget ventar på svar frå fylket.")
    page.get_by_role("button", name="Lagre status").click()
    page.goto(here)
    main = page.get_by_role("main")
    expect(main).to_contain_text("Fare for avvik")
    expect(main).to_contain_text("Båtlaget ventar på svar frå fylket.")


def source(page: Page) -> None:
    page.locator('main a[href*="/kjelde/"]').first.click()
    expect(page.locator("mark", has_text="heilårsrute med båt").first).to_be_visible()
