"""Bytes → text, whatever encoding the text was saved in."""

import re

from tiltak.reading.formats.unseen import without_unseen
from tiltak.reading.problems import Problem, UnreadableDocument

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Tried in this order when the bytes are no Unicode: Windows, DOS (Nordic), old Macintosh.
_SINGLE_BYTE = ("cp1252", "cp865", "mac_roman")
_NORDIC = re.compile(r"[æøåÆØÅäöÄÖéÉòôüèàóê–—’“”«»•·§°½­]")
_ODD = re.compile(r"[^\x09\x0a\x0c\x0d\x20-\x7eæøåÆØÅäöÄÖéÉòôüèàóê–—’‘“”«»•·§°½£€…\xa0\xad]")
# what other programs end lines with: Word's own line ends, and those of Unicode
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x85\u2028\u2029]")
_PADDING = "\x00\x1a"  # ends of files of old programs
_NO_UTF8 = re.compile("[\udc80-\udcff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decode(data: bytes) -> str:
    """The text of a file, with "\\n" for line ends and nothing that is never seen.

    Raises UnreadableDocument(NOT_TEXT) for bytes that are text in no encoding we know.
    """
    text = _decoded(data)
    text = without_unseen(_LINE_ENDS.sub("\n", text.rstrip(_PADDING)))
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > max(2, len(text) // 1000):
        raise UnreadableDocument(Problem.NOT_TEXT, f"{controls} control characters")
    return text


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    if (guess := _utf16_without_mark(data)) is not None:
        return _strict(data, guess)
    mixed = _mostly_utf8(data)
    return mixed if mixed is not None else _single_byte(data)


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8, where a file was put together of several also with pieces of another encoding: no text
    of single bytes has as many letters of UTF-8 as others."""
    text = data.decode("utf-8", "surrogateescape")
    others = len(_NO_UTF8.findall(text))
    if not others:
        return text
    if sum(not sign.isascii() for sign in text) - others <= others:
        return None
    return _NO_UTF8.sub(_of_windows, text)


def _of_windows(sign: re.Match[str]) -> str:
    return bytes([ord(sign[0]) & 0xFF]).decode("cp1252", "replace")


def _strict(data: bytes, encoding: str) -> str:
    if encoding.startswith("utf-16"):
        data = data[: len(data) // 2 * 2]  # half a character at the end of a file that was cut
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(Problem.NOT_TEXT, str(error)) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of European text has a zero in nearly every other byte."""
    sample = data[:4096]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _single_byte(data: bytes) -> str:
    """The single-byte encoding that gives most Nordic letters and fewest odd signs."""
    best, best_score = data.decode("latin-1"), None
    for encoding in _SINGLE_BYTE:
        text = data.decode(encoding, "replace")
        score = len(_NORDIC.findall(text)) - 2 * len(_ODD.findall(text))
        if best_score is None or score > best_score:
            best, best_score = text, score
    return best
