"""What a number format of a workbook makes of a value, where that says something else than the value.

A person sees "25%", "1,5 mill. kr" and "2026" where the cell holds 0.25, 1.5 and a day; "1.10" is
another code than "1.1"; and "#,##0," shows thousands. How digits are grouped, a currency that follows
amounts, and a month without its day say nothing more. Format codes: ISO/IEC 29500-1, 18.8.31.
"""

import datetime as dt
import re
from dataclasses import dataclass

_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<code>[^\]]*)\]'
    r"|(?P<digits>[0#?][0#?.,]*)|(?P<other>.)",
    re.DOTALL,
)
_DATE_LETTERS = set("ymdhs")
_CURRENCIES = {"", "kr", "nok", "sek", "dkk", "eur", "usd"}
_MOST_DECIMALS = 10
_HALF = 0.5 + 1e-6
_PADDED = re.compile(r"\D*0\d")


@dataclass(frozen=True, slots=True)
class _Section:
    """A format for numbers of one sign. `pad` digits at least; `scale` thousands are left out."""

    before: str
    after: str
    has_digits: bool
    is_percent: bool
    scale: int
    decimals: int
    pad: int
    is_grouped: bool

    @property
    def is_plain(self) -> bool:
        """Whether it shows the number and nothing else that matters."""
        return self.has_digits and not (
            self.is_percent or self.scale or self.before or self.after or self.pad > 1
        )


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format that shows something else than the value: the year of a date alone, or sections for
    positive numbers, negative ones and nought."""

    is_year: bool = False
    sections: tuple[_Section, ...] = ()

    def shown(self, value: object) -> str | None:
        """What is seen of a value; None where that is the value."""
        if isinstance(value, dt.date):
            return str(value.year) if self.is_year else None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not self.sections:
            return None
        if value == 0 and len(self.sections) > 2:
            return _shown(self.sections[2], 0.0)
        if value < 0 and len(self.sections) > 1:
            return _shown(self.sections[1], value)
        return _shown(self.sections[0], value)


def number_format(code: str) -> NumberFormat | None:
    """The format of a code such as `0.0" mill. kr"`; None for one that shows the value."""
    parts = _sections_of(code)
    letters = {match["other"].lower() for match in _PIECE.finditer(parts[0]) if match["other"]}
    if (
        not code.strip()
        or "general" in code.lower()
        or "@" in letters
        or "[<" in code
        or "[>" in code
        or "[=" in code
    ):
        return None
    if letters & _DATE_LETTERS:
        return NumberFormat(is_year=True) if letters & _DATE_LETTERS == {"y"} else None
    if letters & set("e/"):
        return None
    sections = tuple(_section(part) for part in parts[:3])
    same = all(section.is_plain and not _counts_decimals(section) for section in sections)
    return None if same else NumberFormat(sections=sections)


def _sections_of(code: str) -> list[str]:
    """The sections of a format code, empty ones too."""
    sections, at = [], 0
    while True:
        match = _SECTION.match(code, at)
        end = match.end() if match is not None else len(code)
        sections.append(code[at:end])
        if end >= len(code):
            return sections
        at = end + 1


def _section(code: str) -> _Section:
    before, digits, after, percent = "", "", "", False
    for match in _PIECE.finditer(code):
        if match["digits"]:
            digits += match["digits"]
            continue
        text = match["quoted"] or match["escaped"] or match["currency"] or match["other"] or ""
        percent = percent or text == "%"
        if digits:
            after += text
        else:
            before += text
    whole, _, rest = digits.rstrip(",").partition(".")
    return _Section(
        _said(before),
        _said(after),
        has_digits=bool(digits),
        is_percent=percent,
        scale=len(digits) - len(digits.rstrip(",")),
        decimals=min(len(rest), _MOST_DECIMALS),
        pad=len(whole) if whole == "0" * len(whole) else 1,
        is_grouped="," in whole,
    )


def _said(text: str) -> str:
    """The words around a number; a currency and signs alone say nothing of their own."""
    plain = text.casefold().strip(" .,-–—+()€$£")
    return "" if plain in _CURRENCIES else text


def _counts_decimals(section: _Section) -> bool:
    """ "0.00" may be the format of a code: 1.1 in it is shown as 1.10."""
    return section.decimals > 1 and not section.is_grouped


def _shown(section: _Section, value: float) -> str | None:
    if not section.has_digits:
        said = f"{section.before}{section.after}".strip()
        # a nought that is not shown is no amount; other numbers that are hidden are kept
        return said if said or value == 0 else None
    if section.is_plain:
        fixed = _counts_decimals(section) and not float(value).is_integer()
        return f"{value:.{section.decimals}f}" if fixed else None
    number = value * (100 if section.is_percent else 1) / 1000**section.scale
    digits = f"{abs(number):.{section.decimals}f}"
    digits = digits.zfill(section.pad + len(digits) - len(digits.split(".", maxsplit=1)[0]))
    measured = section.is_percent or section.after
    written = ("-" if number < 0 else "") + (digits.replace(".", ",") if measured else digits)
    return f"{section.before}{written}{section.after}".strip()


def number_as_seen(value: float, text: str) -> object:
    """The value of a cell, or the text it is shown as where that says something else.

    For files that hold both: text and value are compared, as their formats are written otherwise.
    """
    digits = "".join(re.findall(r"\d", text))
    words = re.sub(r"[\d\s.,'−]", "", text)
    if _said(words):
        return text
    if not digits:
        # a dash is nought, and nothing at all is no amount
        return value if words else text
    if _PADDED.match(text):
        return text
    for decimals in range(_MOST_DECIMALS + 1):
        # shown to so many decimals, a half rounded up or to the even one
        if abs(abs(value) * 10**decimals - int(digits)) <= _HALF:
            fixed = decimals > 1 and not value.is_integer()
            return f"{value:.{decimals}f}" if fixed else value
    return text
