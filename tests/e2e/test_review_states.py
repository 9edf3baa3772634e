"""Each state of upload, progress, review and take-over: it fits, and axe finds nothing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.looking import WIDTHS, is_too_wide, problems
from tests.e2e.reviewing import READ_MS, Review, hand_in, upload

# text that the reader needs some seconds for, so that one can see it at work
LONG_PAGES = 3_000
POLL = re.compile(r"/last-opp/\d+/framdrift/")


def look(page: Page) -> None:
    """At both widths nothing sticks out, and axe has nothing to say."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert not is_too_wide(page), f"{page.url} at {width} px"
        assert problems(page) == [], f"{page.url} at {width} px"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def long_text(pages: int) -> str:
    said = ["Handlingsplan 2031\n"]
    for n in range(1, pages + 1):
        said += [f"{n} Satsing {n}\n", "Delmål", f"Mål nummer {n} skal nåast.\n", "Tiltak"]
        said += [
            f"{n}.{i} Laga plan {i} for satsinga, med kart og reknestykke.\n" for i in range(9)
        ]
        said.append("\f")
    return "\n".join(said)


def test_nothing_chosen(page: Page) -> None:
    page.goto("/arbeid/last-opp/")
    look(page)
    # a browser insists on a file; one that does not gets a sentence
    page.locator("form.form").evaluate("form => { form.noValidate = true }")
    page.get_by_role("button", name="Les planen").click()
    expect(page.get_by_text("Vel ei fil først.")).to_be_visible()
    look(page)


def test_under_way_and_cancelled(page: Page, tmp_path: Path) -> None:
    # the page stands as it came, while it is looked at
    page.route(POLL, lambda route: route.abort())
    hand_in(page, write(tmp_path, "lang-plan.txt", long_text(LONG_PAGES)))
    page.wait_for_url(re.compile(r"/last-opp/\d+/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Planen blir lesen")
    expect(page.get_by_role("progressbar")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Avbryt").click()
    expect(page.get_by_text("Opplastinga er avbroten. Ingen plan er endra.")).to_be_visible()
    look(page)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("halv.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "", id="damaged"),
        pytest.param("notat.txt", b"Hugs kaffi.", "Dette ser ikkje ut som ein plan.", id="no plan"),
    ],
)
def test_a_file_is_refused(
    page: Page, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    hand_in(page, path)
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Planen lét seg ikkje lesa", timeout=READ_MS)
    expect(page.locator(".refusal")).to_contain_text(re.compile(said or r"\w+"))
    look(page)
    page.get_by_role("button", name="Legg bort").click()
    expect(page).to_have_url(re.compile(r"/arbeid/$"))


@pytest.fixture(scope="module")
def uploaded() -> dict[str, str]:
    """The addresses of reviews, by the name of the file: nothing is changed in them here."""
    return {}


@pytest.fixture
def review(page: Page, paper: Path, uploaded: dict[str, str]) -> Review:
    if paper.name in uploaded:
        page.goto(uploaded[paper.name])
    else:
        uploaded[paper.name] = upload(page, paper)
    return Review(page)


def test_what_is_current(review: Review) -> None:
    """A doubtful element, one that is sure, an unplaced text."""
    look(review.page)
    review.choose("Regionen skal ha 150 nye arbeidsplassar innan fire år.")
    look(review.page)
    review.choose("Sum Samferdsle", review.unplaced)
    look(review.page)


def test_the_document_and_its_page_made_large(review: Review) -> None:
    review.page.get_by_role("link", name="Om dokumentet").click()
    expect(review.page.locator(".is-document")).to_be_visible()
    review.settle()
    look(review.page)
    review.page.get_by_role("link", name="Større").click()
    expect(review.page.locator(".sheet.large")).to_be_visible()
    review.settle()
    look(review.page)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_passage_is_in_view(review: Review, width: int) -> None:
    """Wherever on the page of the document it stands, and however large that is drawn."""
    page = review.page
    page.set_viewport_size({"width": width, "height": 700})
    marked = page.locator(".sheet svg:visible rect.marked").first
    for text in ("Regionen skal ha 150 nye arbeidsplassar", "Sum Samferdsle", "Henta frå"):
        review.choose(text, review.unplaced if text in review.unplaced.inner_text() else None)
        expect(marked).to_be_in_viewport()
        page.reload()
        expect(marked).to_be_in_viewport()
    page.get_by_role("link", name="Større").click()
    expect(page.locator(".sheet.large")).to_be_visible()
    expect(marked).to_be_in_viewport()


@pytest.mark.parametrize("action", ["Rett", "Flytt", "Slå saman", "Del", "Kople til tabellen"])
def test_a_form(review: Review, action: str) -> None:
    review.choose("Delta på tre utdanningsmesser for studentar.")
    review.open(action)
    look(review.page)


def test_a_form_with_an_error(review: Review) -> None:
    review.choose("Delta på tre utdanningsmesser for studentar.")
    review.open("Rett")
    review.form.get_by_label("Tekst").fill("")
    review.form.evaluate("form => { form.noValidate = true }")
    review.form.get_by_role("button", name="Lagre").click()
    expect(review.form.locator(".ds-validation-message").first).to_be_visible()
    review.settle()
    # the first wrong field is the one to write in, and the page tells of it at its top too
    expect(review.form.get_by_label("Tekst")).to_be_focused()
    expect(review.form.get_by_label("Tekst")).to_be_in_viewport()
    expect(review.page.get_by_role("alert")).to_contain_text("Skjemaet er ikkje lagra.")
    look(review.page)


def test_an_unplaced_text_gets_a_place(review: Review) -> None:
    review.choose("Sum Samferdsle", review.unplaced)
    review.open("Gje han plass i planen")
    look(review.page)
    review.open("Legg han til ein annan tekst")
    look(review.page)


def test_taking_over(review: Review) -> None:
    review.page.get_by_role("link", name="Ta over", exact=True).click()
    expect(review.page.get_by_role("heading", name="Blir ein ny plan")).to_be_visible()
    look(review.page)
    # into a plan that is there: what changes, and what must be answered
    review.page.get_by_label("Gjeld det ein annan plan?").select_option(label="Handlingsplan 2018")
    review.page.get_by_role("button", name="Byt plan").click()
    expect(review.page.get_by_role("heading", name="Dette endrar seg")).to_be_visible()
    look(review.page)


def test_lost_letters(page: Page, tmp_path: Path) -> None:
    upload(page, write(tmp_path, "utan-a.txt", long_text(4).replace("a", "")))
    said = "Skrifta i dokumentet manglar bokstavar. Teksten må lesast over."
    expect(page.locator(".review-head .warning")).to_have_text(said)
    expect(page.locator(".review-head")).not_to_contain_text("sikre")
    expect(page.locator(".current-card.is-document .reason").first).to_have_text(said)
    look(page)


def test_words_without_an_end(page: Page, tmp_path: Path) -> None:
    word = "fylkeskommunalsamarbeidsavtaleforhandlingar" * 6
    address = "https://www.fjord.example/" + "lang-adresse/" * 12
    text = f"Handlingsplan 2030 {word}\n\n1 {word}\n\nTiltak\n1. Laga {word}.\n2. Sjå {address}.\n"
    upload(page, write(tmp_path, f"{word[:80]}.txt", text))
    look(page)
    page.get_by_role("link", name="Ta over", exact=True).click()
    expect(page.get_by_role("heading", name="Blir ein ny plan")).to_be_visible()
    look(page)
