"""Which characters the fonts of a PDF have: PDF/UA-1 allows none that cannot be shown."""

import re
from functools import lru_cache

import typst

FONTS = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern Math")
REPLACEMENT = "□"
# the fonts have all of Latin with its extensions A and B
CERTAIN = (range(0x20, 0x7F), range(0xA0, 0x250))
# and much of these: scripts of Europe, punctuation, arrows, signs, ligatures, mathematics.
# Of all else (East Asia, emoji, the private use of some old font) they have nothing to rely on.
PROBABLE = (
    range(0x250, 0x2E80),
    range(0xFB00, 0xFB07),
    range(0xFE20, 0xFE30),
    range(0x1D400, 0x1D800),
)
# behind an end of line that is not `\n`, typst refuses what a font has no picture of: a tab, a
# soft hyphen, a space of no width
OTHER_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")

_PROBED = 400

_PROBE = (
    b'#set document(title: "-")\n#set text(font: sys.inputs.fonts.split(","))\n#sys.inputs.text'
)


@lru_cache(maxsize=1)
def bundled_fonts() -> typst.Fonts:
    """The fonts that come with typst, loaded once; none of the machine's own."""
    return typst.Fonts(include_system_fonts=False)


def without_missing_glyphs(text: str) -> str:
    """The text with `REPLACEMENT` for characters no font has, and without control characters.

    A tab becomes a space: a font has no picture of it, and the words around it would run together.
    Every end of a line becomes `\\n`.
    """
    text = OTHER_LINE_ENDS.sub("\n", text)
    return text.translate({ord(c): _shown(c) for c in set(text)})


def _shown(character: str) -> str:
    point = ord(character)
    if character == "\t":
        return " "
    if character == "\n" or _is_in(point, CERTAIN):
        return character
    if point < 0xA0:
        return ""
    return character if _is_in(point, PROBABLE) and _can_show(character) else REPLACEMENT


def _is_in(point: int, ranges: tuple[range, ...]) -> bool:
    return any(point in one for one in ranges)


@lru_cache(maxsize=4096)
def _can_show(character: str) -> bool:
    try:
        typst.compile(
            _PROBE,
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=bundled_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"text": character, "fonts": ",".join(FONTS)},
        )
    except typst.TypstError:
        return False
    return True
