"""Pictures of the main pages at the width of a phone and of a screen, for docs/images.

A demo council is made in a temporary folder, served, looked at in Chromium and thrown away. Ages
of statuses are counted from today, so two runs do not give the same bytes: run it when a page has
changed, look at every picture, and commit them.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs/images"
TILTAK = ROOT / ".venv/bin/tiltak"
PLAN = "/plan/handlingsplan-2018"
PAGES = {
    "front": "/",
    "text": f"{PLAN}/tekst/",
    "table": f"{PLAN}/tabell/",
    "timeline": f"{PLAN}/tidslinje/",
    "budget": f"{PLAN}/budsjett/",
}
UPLOAD = "/arbeid/last-opp/"
# what is handed in and looked over: the demo's own plan, as the program writes it
DOCUMENT = "handlingsplan-2018"
READ_MS = 60_000
WIDTHS = (390, 1280)
# pixels of a page that are kept: a reader of the documentation wants the top, not all 40 rows
TALLEST = 2000
# MAXCOVERAGE keeps the few dots of red and amber that a palette by frequency would lose
COLOURS = 128
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PASSWORD = "fjord-og-fjell-i-sogn"  # noqa: S105 of a council that is gone when the script ends


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo: its address, the link of the first login, a document to hand in."""

    address: str
    first_login: str
    document: Path


@contextmanager
def demo(folder: str) -> Iterator[Demo]:
    """The demo council of a data folder of its own, served until the block ends."""
    settings = {**environ, "TILTAK_DATA": folder}
    subprocess.run([TILTAK, "demo"], env=settings, check=True, stdout=sys.stderr)
    document = Path(folder) / f"{DOCUMENT}.pdf"
    export: list[str | Path] = [TILTAK, "export", DOCUMENT, "--format", "pdf", "--out", document]
    subprocess.run(export, env=settings, check=True, stdout=sys.stderr)
    server = subprocess.Popen(
        [TILTAK, "serve", "--port", "8790"], env=settings, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Demo(*_said_by(server), document)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _said_by(server: subprocess.Popen[str]) -> tuple[str, str]:
    """The two addresses that a first start prints."""
    printed = ""
    for line in server.stdout or ():
        printed += line
        found = re.findall(r"http://\S+", printed)
        if len(found) > 1:
            return found[0].rstrip("/"), found[1]
    sys.exit(f"screenshots: the server did not start\n{printed}")


def take(page: Page, address: str, name: str) -> None:
    """One picture, cut at TALLEST and with a palette, which makes it a third as large."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    width = page.viewport_size["width"] if page.viewport_size else WIDTHS[-1]
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    cut = whole.crop((0, 0, whole.width, min(whole.height, TALLEST)))
    target = IMAGES / f"{name}-{width}.png"
    cut.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        target, optimize=True
    )
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1024} kB")


def log_in(page: Page, link: str) -> None:
    """Become the administrator of the demo."""
    page.goto(link)
    page.locator("input[type=email]").fill("sekretar@sogn.example")
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main input[name=name]").fill("Sekretær")
    page.locator("main button[type=submit]").click()


def take_all(browser: Browser, at: Demo) -> None:
    """Every page at every width: as a visitor, then the upload as the secretary."""
    context = browser.new_context(base_url=at.address, locale="nn-NO")
    page = context.new_page()
    page.goto("/")
    # the first thing that needs attention has a status, a row of the table and a source
    measure = page.locator("#merksemd + ul a").first.get_attribute("href") or "/"
    for width in WIDTHS:
        page.set_viewport_size(ViewportSize(width=width, height=900))
        for name, address in {**PAGES, "measure": measure}.items():
            take(page, address, name)
    log_in(page, at.first_login)
    review = hand_in(page, at.document)
    for width in WIDTHS:
        page.set_viewport_size(ViewportSize(width=width, height=900))
        take(page, UPLOAD, "upload")
        take(page, review, "review")
        take(page, f"{review}ta-over/", "take-over")
    context.close()


def hand_in(page: Page, document: Path) -> str:
    """Hand the document in and wait until it is read: the path of its review."""
    page.goto(UPLOAD)
    page.locator("input[type=file]").set_input_files(document)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(re.compile(r"/arbeid/import/\d+/"), timeout=READ_MS)
    return urlsplit(page.url).path


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        demo(folder) as running,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        take_all(browser, running)
        browser.close()


if __name__ == "__main__":
    main()
