"""What is seen of an OpenDocument paragraph, and how it looks."""

from xml.etree.ElementTree import Element

from tiltak.reading.blocks import Look
from tiltak.reading.formats.office_flow import Shown
from tiltak.reading.formats.opendocument.odt_styles import StyleChain, StyleSheet
from tiltak.reading.formats.opendocument.odt_text import runs


def shown_of(paragraph: Element, chain: StyleChain, sheet: StyleSheet) -> Shown:
    """The text of a paragraph, and how the whole of it stands out: bold in every word, its
    largest type."""
    seen: list[str] = []
    hidden: list[str] = []
    bolds, sizes = [], []
    for text, names in runs(paragraph):
        bold, size, is_hidden = bool(chain.bold), chain.size(sheet.usual_size), bool(chain.hidden)
        for name in names:
            style = sheet.text(name)
            bold = bold if style.bold is None else style.bold
            size = style.size(size)
            is_hidden = is_hidden if style.hidden is None else style.hidden
        (hidden if is_hidden else seen).append(text)
        if text.strip() and not is_hidden:
            bolds.append(bold)
            sizes.append(size)
    known = [size for size in sizes if size is not None]
    look = Look(bold=bool(bolds) and all(bolds), size=max(known) if known else None)
    return Shown("".join(seen), "".join(hidden), look)
