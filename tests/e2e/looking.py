"""Looking at a page as a reader: does it fit, does axe find anything."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (390, 1280)
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def problems(page: Page) -> list[str]:
    """What axe finds, one line each: rule, what is wrong, where."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": LEVELS}})
    return [
        f"{violation['id']}: {violation['help']} — {node['html'][:160]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def is_too_wide(page: Page) -> bool:
    """Whether the reader has to scroll sideways."""
    wide, fits = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return bool(wide > fits)


CUT_OFF = """() => {
  const found = [];
  for (const node of document.querySelectorAll("body *:not(.ds-sr-only, svg *)")) {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    // hidden from the eye on purpose, or of no size
    if (!box.width || !box.height || style.position === "absolute" || style.clipPath !== "none") continue;
    // what is typed into a field moves under the cursor
    if (node.closest(".ds-sr-only, thead, input, select, textarea")) continue;
    const clips = ["hidden", "clip"].includes(style.overflowX);
    const text = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    if (clips && node.scrollWidth > node.clientWidth + 1) found.push(node.outerHTML.slice(0, 120));
    if (text && (box.right > innerWidth + 1 || box.left < -1)) found.push(node.outerHTML.slice(0, 120));
  }
  return found;
}"""


def cut_off(page: Page) -> list[str]:
    """The elements whose text a reader cannot see to its end: clipped, or beside the window."""
    return list(page.evaluate(CUT_OFF))


BROKEN = """() => {
  const found = [];
  for (const cell of document.querySelectorAll(".num")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      // a hard space holds a number and its unit together
      for (const word of texts.currentNode.data.matchAll(/[^ \\n]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
        if (lines.size > 1) found.push(word[0]);
      }
    }
  }
  return found;
}"""


def broken_numbers(page: Page) -> list[str]:
    """The numbers in tables that do not stand on one line."""
    return list(page.evaluate(BROKEN))
