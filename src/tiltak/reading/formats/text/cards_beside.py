"""Cards set side by side with spaces: one is read after the other.

A program that keeps the layout writes two cards on the same lines: "Kva: Ny bru      Kva: Skilt". A
line that has the same name before a value two times or more tells where each card begins; they reach
up to their titles and down to where the next ones begin.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tiltak.reading.formats.text.heads import runs
from tiltak.reading.formats.text.lines import Line
from tiltak.reading.vocabulary import FACT_ROLES, Vocabulary

_NAME = re.compile(r"([^\W\d_][^:]{1,30}?)\s*:(?:\s|$)")
_FEWEST_FACTS = 2
_MOST_TITLE_LINES = 3


def cards_in_turn(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The lines, those of cards side by side card by card, with a blank line between."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        places = _places(lines[at], vocabulary)
        end = _end(lines, at, places, vocabulary) if places else at
        if not places or not _are_cards(lines[at:end], places, vocabulary):
            found.append(lines[at])
            at += 1
            continue
        above = _titles_above(found, places, vocabulary)
        card_lines = [*found[len(found) - above :], *lines[at:end]]
        del found[len(found) - above :]
        for begin, stop in pairwise((0, *places[1:], None)):
            found += [_slice(line, begin or 0, stop) for line in card_lines]
            found.append(replace(lines[end - 1], text=""))
        at = end
    return found


def _are_cards(lines: Sequence[Line], places: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether there are several facts at each place: values of one may take more lines."""
    begins = [begin for line in lines for begin, _ in _names(line, vocabulary)]
    return min(begins.count(place) for place in places) >= _FEWEST_FACTS


def _names(line: Line, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Where the pieces of a line begin that have the name of a fact in front, with the name."""
    found = []
    for begin, end in runs(line.text):
        match = _NAME.match(line.text[begin:end])
        role = vocabulary.column_role(match[1]) if match else None
        if match and role in ("measure", "note", *FACT_ROLES):
            found.append((begin, match[1].casefold()))
    return found


def _places(line: Line, vocabulary: Vocabulary) -> list[int]:
    """Where the cards of a line begin, whose pieces all have the same name in front."""
    if "  " not in line.text.strip() or ":" not in line.text:
        return []
    names = _names(line, vocabulary)
    same = len(names) > 1 and len({name for _, name in names}) == 1
    return [begin for begin, _ in names] if same and len(runs(line.text)) == len(names) else []


def _end(lines: Sequence[Line], at: int, places: Sequence[int], vocabulary: Vocabulary) -> int:
    """The line after the last one of the cards: a blank one, one that crosses the white between
    them, or the title of the next ones."""
    first = _names(lines[at], vocabulary)[0][1]
    end = at + 1
    while end < len(lines) and _may_be_of(lines[end], lines[at], places):
        names = _names(lines[end], vocabulary)
        if names and names[0][1] == first:
            break
        below = _names(lines[end + 1], vocabulary) if end + 1 < len(lines) else []
        if not names and below and below[0][1] == first:
            break
        end += 1
    return end


def _titles_above(found: Sequence[Line], places: Sequence[int], vocabulary: Vocabulary) -> int:
    """How many lines above are the titles of the cards: one at least has a piece where the second
    card begins."""
    count, has_second = 0, False
    for line in reversed(found[-_MOST_TITLE_LINES:]):
        if not _may_be_of(line, line, places) or _names(line, vocabulary):
            break
        second = any(begin == places[1] for begin, _ in runs(line.text))
        if has_second and not second:
            break
        has_second |= second
        count += 1
    return count if has_second else 0


def _may_be_of(line: Line, first: Line, places: Sequence[int]) -> bool:
    """Whether a line has text, and none in the white before each card but the first."""
    if not line.text.strip() or line.page != first.page:
        return False
    return not any(line.text[place - 2 : place].strip() for place in places[1:])


def _slice(line: Line, begin: int, end: int | None) -> Line:
    text = line.text[begin:end]
    return replace(line, text=text if text.strip() else "", start=line.start + begin)
