"""A piece of a text around what was found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tiltak.domain.search.stems import WORD, Term, index_stems, words

# letters shown before and after the first hit
BEFORE, AFTER = 60, 160
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text, marked or not. Plain text: the page escapes it."""

    text: str
    is_hit: bool = False


def marked(text: str, terms: Sequence[Term]) -> tuple[Segment, ...]:
    """The whole text, the words that were looked for marked."""
    return _segments(text, _hits(text, terms), 0, len(text))


def snippet(text: str, terms: Sequence[Term]) -> tuple[Segment, ...]:
    """The first line with a hit, around that hit: cut between words, and with … where something
    is left out; nothing when no word of the text was looked for."""
    text = next((line for line in text.splitlines() if _hits(line, terms)), "")
    hits = _hits(text, terms)
    if not hits:
        return ()
    start, end = _window(text, hits[0][0])
    inside = [(a, b) for a, b in hits if start <= a and b <= end]
    segments = _segments(text, inside, start, end)
    before = (Segment(f"{ELLIPSIS} "),) if start else ()
    after = (Segment(f" {ELLIPSIS}"),) if end < len(text) else ()
    return (*before, *segments, *after)


def to_mark(texts: Sequence[str], terms: Sequence[Term]) -> list[Term]:
    """The terms as they are marked in some texts that belong together: the parts of a compound
    only where none of the texts has the compound itself."""
    found = [stems for text in texts for stems in map(_stems, WORD.findall(text))]
    return [
        replace(term, parts=()) if any(term.matches(stems) for stems in found) else term
        for term in terms
    ]


def _hits(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    return [
        word.span()
        for word in WORD.finditer(text)
        if any(
            term.matches(stems) or not stems.isdisjoint(term.parts)
            for stems in (_stems(word[0]),)
            for term in terms
        )
    ]


def _stems(word: str) -> frozenset[str]:
    return frozenset(stem for part in words(word) for stem in index_stems(part))


def _window(text: str, hit: int) -> tuple[int, int]:
    start, end = max(0, hit - BEFORE), min(len(text), hit + AFTER)
    if start:
        space = text.find(" ", start, hit)
        start = hit if space < 0 else space + 1
    if end < len(text):
        space = text.rfind(" ", hit, end)
        end = end if space < 0 else space
    return start, end


def _segments(
    text: str, hits: Sequence[tuple[int, int]], start: int, end: int
) -> tuple[Segment, ...]:
    segments = []
    at = start
    for first, last in hits:
        segments.append(Segment(text[at:first]))
        segments.append(Segment(text[first:last], is_hit=True))
        at = last
    segments.append(Segment(text[at:end]))
    return tuple(segment for segment in segments if segment.text)
