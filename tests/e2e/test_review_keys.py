"""The review with the keyboard alone, in Chromium."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.reviewing import Review, upload

TOGETHER = ("Delta på tre utdanningsmesser for studentar.", "Laga felles materiell til messene.")
# the page asks the server for nothing before it is let go. In the page itself: what listens from
# outside is not told of a request in any sure order
HOLD = """() => {
  window.held = [];
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (body) { held.push(() => send.call(this, body)); };
}"""
LEGEND = "Avstandane er lange, og mange pendlar over fjorden kvar dag."


def test_with_the_keyboard_alone(page: Page, paper: Path) -> None:
    upload(page, paper)
    review, keys = Review(page), page.keyboard
    walk(review)
    accept(review)
    correct(review)
    move(review)
    join_and_split(review)
    exclude_and_assign(review)
    turn_off_and_on(review)
    # what has focus is what Enter presses
    page.get_by_role("link", name="Ta over", exact=True).focus()
    keys.press("Enter")
    page.get_by_role("button", name="Ta over som utkast").focus()
    keys.press("Enter")
    expect(page.get_by_text(re.compile("er tekne? over frå dokumentet"))).to_be_visible()


def test_a_key_pressed_while_a_step_is_under_way_is_no_step(page: Page, paper: Path) -> None:
    """What comes next was not seen yet when the key was pressed."""
    upload(page, paper)
    review = Review(page)
    page.evaluate(HOLD)
    page.keyboard.press("a")
    page.wait_for_function("held.length === 1")
    page.keyboard.press("a")
    page.keyboard.press("x")
    page.evaluate("held[0]()")
    expect(review.done).to_contain_text("er godkjent")
    review.settle()
    expect(page.get_by_text("Sjå på dette: 1 av")).to_be_visible()
    assert page.evaluate("held.length") == 1


def press(review: Review, key: str) -> None:
    review.page.keyboard.press(key)
    review.settle()


def go_to(review: Review, text: str) -> None:
    """By Enter on its link, as one who walks with Tab does."""
    review.plan.get_by_role("link", name=text).first.focus()
    review.page.keyboard.press("Enter")
    expect(review.current).to_have_text(text)
    # a reader of the screen is told what the current one is now
    expect(review.current).to_be_focused()
    review.settle()


def walk(review: Review) -> None:
    """J and K go on and back, N to the next doubtful one."""
    here = review.current.inner_text()
    press(review, "j")
    expect(review.current).not_to_have_text(here)
    expect(review.current).to_be_focused()
    press(review, "k")
    expect(review.current).to_have_text(here)
    expect(review.page.get_by_text("Sjå på dette: 1 av")).to_be_visible()
    press(review, "n")
    expect(review.page.get_by_text("Sjå på dette: 2 av")).to_be_visible()


def accept(review: Review) -> None:
    text = review.current.inner_text()
    press(review, "a")
    expect(review.done).to_contain_text("er godkjent")
    expect(review.current).not_to_have_text(text)


def correct(review: Review) -> None:
    go_to(review, "Syna fram bygdene som stader å bu og arbeida.")
    press(review, "e")
    field = review.form.get_by_label("Tekst")
    expect(field).to_be_focused()
    # a letter in a field is a letter, and nothing that was written is lost by a key
    review.page.keyboard.press("Control+a")
    review.page.keyboard.type("Jamleg syna fram bygdene.")
    review.page.keyboard.press("Escape")
    expect(field).to_have_value("Jamleg syna fram bygdene.")
    review.form.get_by_role("button", name="Lagre").focus()
    press(review, "Enter")
    expect(review.plan.get_by_role("link", name="Jamleg syna fram bygdene.")).to_be_visible()


def move(review: Review) -> None:
    """Escape closes a form; a choice in one shows the places there, and nothing moves yet."""
    go_to(review, "Gje råd til huseigarar som vil leiga ut.")
    press(review, "m")
    expect(review.form).to_be_visible()
    press(review, "Escape")
    expect(review.form).to_have_count(0)
    press(review, "m")
    review.form.get_by_label("Det står under").focus()
    press(review, "ArrowUp")
    place = review.form.get_by_label("Det står under").locator("option:checked")
    expect(place).to_have_text("– 2.1 Tilflytting")
    review.form.get_by_role("button", name="Flytt hit").focus()
    press(review, "Enter")
    expect(review.done).to_contain_text("er flytta til «Tilflytting»")


def join_and_split(review: Review) -> None:
    first, second = TOGETHER
    go_to(review, first)
    press(review, "s")
    review.form.get_by_role("button", name="Med den etter").focus()
    press(review, "Enter")
    expect(review.current).to_contain_text(second)
    press(review, "d")
    review.form.get_by_role("button", name="Del her").first.focus()
    press(review, "Enter")
    expect(review.current).to_have_text(first)
    press(review, "u")
    press(review, "u")
    expect(review.plan.get_by_role("link", name=second, exact=True)).to_be_visible()


def exclude_and_assign(review: Review) -> None:
    go_to(review, LEGEND)
    press(review, "x")
    expect(review.unplaced).to_contain_text(LEGEND)
    review.unplaced.get_by_role("link", name=LEGEND).focus()
    review.page.keyboard.press("Enter")
    expect(review.current).to_have_text(LEGEND)
    review.settle()
    press(review, "m")
    review.form.get_by_role("button", name="Legg inn her").focus()
    press(review, "Enter")
    expect(review.done).to_have_text(f"«{LEGEND}» har fått plass i planen")
    expect(review.unplaced).not_to_contain_text(LEGEND)


def turn_off_and_on(review: Review) -> None:
    """Who dictates, or has other keys of their own, turns them off (WCAG 2.1.4)."""
    here = review.current.inner_text()
    switch = review.page.get_by_role("button", name=re.compile("snarvegane"))
    switch.focus()
    review.page.keyboard.press("Enter")
    expect(switch).to_have_text("Slå på snarvegane")
    press(review, "k")
    expect(review.current).to_have_text(here)
    review.page.keyboard.press("Enter")
    expect(switch).to_have_text("Slå av snarvegane")
