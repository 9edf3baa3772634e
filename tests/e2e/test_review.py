"""A document reviewed from the upload to a draft that only its council sees, in Chromium."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.reviewing import Review, upload
from tests.e2e.site import Site


@dataclass(frozen=True, slots=True)
class Story:
    """What is done with a document: texts of it, and where they go."""

    title: str
    correct: tuple[str, str]
    move: tuple[str, str]
    join: tuple[str, str]
    exclude: str
    assign: tuple[str, str]


OWN = Story(
    title="Handlingsplan 2026",
    correct=("Laga felles materiell til messene.", "Laga felles plakatar til messene."),
    move=("Gje råd til huseigarar som vil leiga ut.", "2.1 Tilflytting"),
    join=("Laga ei felles oversikt over ledige kontor", "Halda kontakt med fylkeskommunen"),
    exclude="Avstandane er lange, og mange pendlar over fjorden kvar dag.",
    assign=("Sum Samferdsle", "3 Samferdsle"),
)
OPEN = Story(
    title="Handlingsplan 2018 – Nordnes i omstilling",
    correct=("Pilot på nordlysturer fra gamle Nordnes fyr", "Pilot på nordlysturer fra fyret"),
    move=("Fagbrev på jobb for voksne i samarbeid med videregående skole", "3.2 Opplevelser"),
    join=("Forprosjekt for felles restråstoffanlegg", "Bedriftsutviklingsprogram for fem mindre"),
    exclude="Rammebudsjett",
    assign=("Sum strategi A", "3.1 Sjømat"),
)


def test_a_paper_of_our_own(page: Page, browser: Browser, site: Site, paper: Path) -> None:
    upload(page, paper)
    review = Review(page)
    expect(page.get_by_text("Sjå på dette: 1 av")).to_be_visible()
    review.accept()
    walk(review, OWN)
    # two that stand on the same page
    review.choose("Vera pådrivar for betre ruter utanom sesongen.")
    choose_in_the_picture(review, "Styrka reisemålsselskapet som felles verktøy for kommunane.")
    draft(review, browser, site, OWN)


def test_a_plan_of_another_program(page: Page, browser: Browser, site: Site, shared: Path) -> None:
    upload(page, shared / "plans/open/O04.pdf")
    review = Review(page)
    # what the reader is sure of, nobody has to accept
    while page.get_by_role("button", name="Det stemmer").count():
        review.accept()
    walk(review, OPEN)
    draft(review, browser, site, OPEN)


def test_without_a_script(
    logged_in: BrowserContext, browser: Browser, site: Site, paper: Path
) -> None:
    plain_page = logged_in.new_page()
    upload(plain_page, paper)
    review = Review(plain_page, has_script=False)
    review.accept()
    walk(review, OWN)
    draft(review, browser, site, OWN)


def walk(review: Review, story: Story) -> None:
    expect(review.page.get_by_role("heading", level=1)).to_have_text(story.title)
    review.correct(*story.correct)
    move(review, *story.move)
    join_and_split(review, *story.join)
    review.exclude(story.exclude)
    excluded = review.done.inner_text()
    assign(review, *story.assign)
    review.undo([excluded])
    expect(review.unplaced).to_contain_text(story.assign[0])


def move(review: Review, text: str, below: str) -> None:
    review.choose(text)
    review.open("Flytt")
    review.place("Tiltak", below)
    title = re.sub(r"^[0-9.]+ ", "", below)
    review.send("Flytt hit", f"«{text}» er flytta til «{title}» og er no: tiltak")


def join_and_split(review: Review, first: str, second: str) -> None:
    review.choose(first)
    whole = review.current.inner_text()
    review.open("Slå saman")
    review.send("Med den etter", f"«{whole}» er slege saman med ein annan tekst")
    joined = review.current.inner_text()
    assert whole in joined
    assert second in joined
    review.open("Del")
    box = review.form.get_by_label("Set inn ei tom linje der teksten skal delast")
    box.fill(joined.replace(second, f"\n\n{second}"))
    # a long text is named by its beginning
    review.send("Del ved tomme linjer", re.compile(f"^«{joined[:60]}.*» er delt$"))
    expect(review.current).to_have_text(whole)
    expect(review.plan.get_by_role("link", name=second)).to_be_visible()


def assign(review: Review, text: str, below: str) -> None:
    review.choose(text, review.unplaced)
    review.open("Gje han plass i planen")
    review.place("Avsnitt", below)
    review.form.get_by_role("button", name="Legg inn her").click()
    expect(review.done).to_contain_text("har fått plass i planen")
    expect(review.plan).to_contain_text(text)
    expect(review.unplaced).not_to_contain_text(text)
    review.settle()


def choose_in_the_picture(review: Review, text: str) -> None:
    marked = review.page.locator(".sheet svg:visible a.other", has_text=text).first
    marked.locator("rect").first.click()
    expect(review.current).to_have_text(text)
    expect(review.page.locator(".sheet svg:visible rect.marked").first).to_be_visible()
    review.settle()


def draft(review: Review, browser: Browser, site: Site, story: Story) -> None:
    """It is in the desk, with what was corrected, and nobody else sees it."""
    review.take_over_as_draft()
    page = review.page
    expect(page.get_by_role("heading", level=1)).to_contain_text(story.title)
    expect(page.get_by_text("berre du ser han").first).to_be_visible()
    ref = re.search(r"/arbeid/plan/([^/]+)/", page.url)
    assert ref, page.url
    public = f"/plan/{ref[1]}/"
    visitor = browser.new_context(base_url=site.address).new_page()
    answer = visitor.goto(public)
    assert answer is not None
    assert answer.status == 404
    visitor.context.close()
    page.goto(f"{public}tekst/")
    expect(page.get_by_role("main")).to_contain_text(story.correct[1])
