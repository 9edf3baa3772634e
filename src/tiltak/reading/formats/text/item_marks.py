"""What an item of a list begins with: a sign ("-", "•", "o"), a number, or a code."""

import re

from tiltak.reading.list_signs import LIST_SIGNS
from tiltak.reading.values.numbering import read_code, read_number

_BULLETS = rf"\-–—*·»{LIST_SIGNS}"
_MARK = re.compile(rf"([{_BULLETS}])(?=[^\d{_BULLETS}])\s*|(o)\s+(?=[A-ZÆØÅÄÖa-zæøåäö])")
_DIGIT_MARK = re.compile(rf"([{_BULLETS}])\s+")
_LONE_MARK = re.compile(rf"([{_BULLETS}]|o|\(?(?:[a-zæøå]|[ivx]{{1,3}}|\d{{1,2}})[.)])$")


def split_mark(text: str) -> tuple[str | None, str]:
    """The list mark a text begins with ("-", "•", "o") and the text after it."""
    match = _MARK.match(text) or _DIGIT_MARK.match(text)
    if match is None:
        return None, text
    return match.group(match.lastindex or 1), text[match.end() :]


def starts_item(text: str) -> bool:
    """Whether a text begins with a list mark or a number."""
    if _MARK.match(text):
        return True
    number = read_number(text)
    if number is None:
        return False
    return number.closed or number.depth > 1 or number.rest[:1].isupper() or not number.rest


def text_begins(line: str) -> int:
    """Where the text behind a mark, number or code begins; 0 where a line has none."""
    text = line.strip()
    mark, rest = split_mark(text)
    if mark is None:
        number, code = read_number(text), read_code(text)
        rest = number.rest if number else (code[1] if code else text)
    return len(line.rstrip()) - len(rest) if len(rest) < len(text) else 0


def is_lone_mark(text: str) -> bool:
    """Whether a text is a mark and nothing more, as where a program sets the marks apart."""
    return _LONE_MARK.match(text) is not None
