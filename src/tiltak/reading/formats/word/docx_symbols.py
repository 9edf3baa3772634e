"""Characters of symbol fonts, as signs that every font has.

A symbol in Word is a font and a code (`w:sym`); the codes of the symbol fonts are their own.
"""

# Wingdings: https://www.unicode.org/L2/L2011/11052-wingdings-map.pdf; the signs that texts are set with
_WINGDINGS = {
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
# Symbol: https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt
_SYMBOL = {
    0x2D: "−",
    0x44: "Δ",
    0x53: "Σ",
    0x57: "Ω",
    0x61: "α",
    0x62: "β",
    0x64: "δ",
    0x6D: "μ",
    0x70: "π",
    0x73: "σ",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBE: "—",
    0xDE: "⇒",
    0xE5: "∑",
}
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_PRIVATE = 0xF000
_LAST = 0xFFFF


def sign_of(font: str, code: str) -> str:
    """The sign for a code (hexadecimal) of a font.

    Of other fonts it is a character; what no font but the symbol font has stays private.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.casefold(), {})
    if sign := known.get(number & 0xFF if number >= _PRIVATE or number <= 0xFF else number):
        return sign
    if not 0x20 <= number <= _LAST or 0xD800 <= number < 0xE000:
        return ""
    return chr(number | _PRIVATE) if known and number <= 0xFF else chr(number)
