"""Which characters the fonts of a PDF have: PDF/UA-1 allows none that cannot be shown."""

from functools import lru_cache

import typst

FONTS = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern Math")
REPLACEMENT = "□"
# the fonts have all of Latin with its extensions A and B
FIRST_DOUBTFUL = 0x250
MOST_PROBED = 400

_PROBE = (
    b'#set document(title: "-")\n#set text(font: sys.inputs.fonts.split(","))\n#sys.inputs.text'
)


@lru_cache(maxsize=1)
def bundled_fonts() -> typst.Fonts:
    """The fonts that come with typst, loaded once; none of the machine's own."""
    return typst.Fonts(include_system_fonts=False)


def without_missing_glyphs(text: str) -> str:
    """The text with `REPLACEMENT` for characters no font has: private-use bullets, emoji."""
    doubtful = {c for c in text if ord(c) >= FIRST_DOUBTFUL or (ord(c) < 32 and c not in "\t\n\r")}
    few = sorted(doubtful)[:MOST_PROBED]
    missing = {c for c in few if not _can_show(c)} | doubtful.difference(few)
    return text.translate({ord(c): REPLACEMENT for c in missing})


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
