"""The title of a plan, over one line or several."""

import re
from collections.abc import Sequence

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.document.decision import case_named
from tiltak.reading.structure.document.document_facts import (
    DocumentFacts,
    is_title,
    names_plan,
)
from tiltak.reading.structure.titles import introduces, without_unit
from tiltak.reading.values.dates import find_dates
from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary, whole_words

_LONGEST_TITLE = 160
_NEAR = 4
_BEGINS_WITH_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d\s")
# "Sak 17/24 Handlingsplan 2025": the number of the case in front
_CASE = re.compile(
    r"^(?:sak|saksnr\.?|case|ärende|dnr)\s+\d+/\d+[:,]?\s+(?=[A-ZÆØÅÄÖ])", re.IGNORECASE
)
_ONLY_YEARS = re.compile(r"^[\d\s–—/-]+$")


def read_title(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> None:
    """The title: what the document has as one, else the first short text that names a plan."""
    _find_title(facts, top, vocabulary)
    if _CASE.match(facts.title):
        facts.case_number = facts.case_number or case_named(facts.title)
    title = _CASE.sub("", without_unit(facts.title, vocabulary))
    facts.title = _without_decision(title, vocabulary)


def _without_decision(title: str, vocabulary: Vocabulary) -> str:
    """ "Handlingsplan 2025 (vedteken i rådet 12.12.2024)", "… – vedteken 12.12.2024": who decided,
    and the day, on the line of the title."""
    decided = "|".join(vocabulary.list_of("status", "vedteke"))
    places = "|".join(vocabulary.list_of("body", "places"))
    joint = r"\s*\(|\s+[–—|-]\s+|,\s+|\.\s+"
    said = re.compile(
        rf"(?:{joint})(?=(?:{decided})\s+(?:(?:{places})\s|(?:den\s)?\d))", re.IGNORECASE
    )
    before, *after = said.split(title, maxsplit=1)
    return before if before and after and find_dates(after[0], vocabulary) else title


def has_title(top: list[tuple[int, TextBlock]], vocabulary: Vocabulary) -> bool:
    """Whether a text is set as the title, or is short and names a plan."""
    return any(
        block.level == 0
        or (not block.level and len(block.text) <= _LONGEST_TITLE and _may_name(block, vocabulary))
        for _, block in top
    )


def _may_name(block: TextBlock, vocabulary: Vocabulary) -> bool:
    named = names_plan(block.text, vocabulary) and block.text[-1] not in ".;:"
    return named and not _tells_about_plan(block, vocabulary)


def _find_title(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> None:
    candidates = [
        (i, b)
        for i, b in top
        if i not in facts.used and len(b.text) <= _LONGEST_TITLE and b.text[-1] not in ".;:"
        # a chapter's heading is the title only when it says so
        if not b.level or names_plan(b.text, vocabulary) or find_years(b.text)
        if not _tells_about_plan(b, vocabulary) and not introduces(b.text, vocabulary)
    ]
    if not candidates:
        return
    styled = [c for c in candidates if c[1].level == 0]
    named = [c for c in candidates if names_plan(c[1].text, vocabulary)]
    named = [c for c in named if not _is_repeated_below(c[1], named)] or named
    begun = {c[0] for c in named if _is_begun_below(c, named)}
    named = [c for c in named if c[0] not in begun] or named
    largest = _named_in_box(candidates, _largest(candidates), vocabulary)
    index, block = _first_that_names(styled or largest or named or candidates, named)
    facts.title = block.text
    facts.used |= {index, *(begun if index not in begun else ())}
    above = next(((i, b) for i, b in candidates if i == index - 1), None)
    if above and _goes_over_lines(above[1], block, vocabulary):
        facts.title = f"{above[1].text} {facts.title}"
        facts.used.add(above[0])
    _take_lines_below(facts, (index, block), top, vocabulary)


def _take_lines_below(
    facts: DocumentFacts,
    title: tuple[int, TextBlock],
    top: list[tuple[int, TextBlock]],
    vocabulary: Vocabulary,
) -> None:
    """The years, or the rest of the name, that stand on lines of their own below the title; more
    than one where it is in capitals: "PLAN", "FOR DALEN REGIONRÅD", "2025-2028"."""
    at, block = title
    below = {i: b for i, b in top if i not in facts.used}
    while (line := below.get(at + 1)) is not None:
        in_capitals = _goes_on_in_capitals(block, line, vocabulary)
        if not (in_capitals or _ends_title(line.text) or _has_the_years(block, line, vocabulary)):
            return
        joint = "" if facts.title[-1] in "-–—" and line.text[0].isdigit() else " "
        facts.title = f"{facts.title}{joint}{line.text}"
        facts.used.add(at + 1)
        if not in_capitals:
            return
        at += 1


def _goes_on_in_capitals(title: TextBlock, below: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "HANDLINGSPLAN" over "FOR DALEN REGIONRÅD"."""
    first = below.text.split()[0].casefold()
    capitals = title.text.isupper() and below.text.isupper() and _set_alike(title, below)
    return capitals and first in vocabulary.list_of("unfinished", "words")


def _first_that_names(
    titles: list[tuple[int, TextBlock]], named: list[tuple[int, TextBlock]]
) -> tuple[int, TextBlock]:
    """The first title, or the one right below it that names the plan where the first does not: the
    council's name often stands above, in the same type."""
    first = titles[0]
    below = next((one for one in titles[1:2] if one[0] == first[0] + 1), None)
    return below if below in named and first not in named and below is not None else first


def _tells_about_plan(block: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "Om handlingsplanen", "About this plan" above a chapter that tells about it."""
    about = whole_words(vocabulary.list_of("facts", "about")).match(block.text)
    return about is not None and block.level != 0 and not find_years(block.text)


def _has_the_years(title: TextBlock, below: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "… for Indre" over "Hardang 2026–2028": the years end the title. "Planperiode: 2025–2028"
    and "Gäller 2025–2028" only tell them."""
    years = find_years(below.text)
    if whole_words(vocabulary.list_of("cover", "years")).match(below.text):
        return False
    ends = bool(years) and below.text.rstrip()[-2:].isdigit() and len(below.text) < len(title.text)
    return ends and not below.gap and not find_years(title.text) and _set_alike(title, below)


def _goes_over_lines(above: TextBlock, title: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "Tidewater Children and Young People’s" over "Plan 2025–2028"."""
    if _stops_before_name(above, vocabulary):
        return True
    owner = "|".join(vocabulary.list_of("body", "owners"))
    is_owner = re.search(rf"(?:{owner})$", above.text, re.IGNORECASE) is not None
    longer = len(above.text) > len(title.text) or _ends_name(above, title, vocabulary)
    longer = longer or _is_kind_alone(title, vocabulary)
    goes_on = longer and not find_years(above.text)
    return goes_on and not title.gap and not is_owner and _set_alike(above, title)


def _stops_before_name(above: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "Handlingsprogram for", in smaller type or further up than the name of the plan it follows: a
    line that ends so is no title yet."""
    last = above.text.split()[-1].casefold()
    stops = last in vocabulary.list_of("unfinished", "words") and not above.level
    return stops and names_plan(above.text, vocabulary) and not find_years(above.text)


def _is_kind_alone(title: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "Action Plan 2025–2028": in English what the plan is about comes first, "Green Travel"."""
    kind = title.text.casefold().rstrip(" 0123456789-–/")
    return kind in vocabulary.list_of("facts", "kinds_after_subject")


def _ends_name(above: TextBlock, title: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "Northdale Fire and Rescue" over "Authority Action Plan": the council's name goes on."""
    first, *more = title.text.casefold().split()
    ends = vocabulary.list_of("body", "name_ends")
    return bool(more) and first in ends and above.text.split()[-1][0].isupper()


def _set_alike(one: TextBlock, other: TextBlock) -> bool:
    """Lines of a plain text, or of one size."""
    return one.look == other.look and one.level == other.level


def _is_repeated_below(block: TextBlock, named: Sequence[tuple[int, TextBlock]]) -> bool:
    """Whether a line holds the words of another and more: a running head on the first page."""
    return any(len(b.text) < len(block.text) and block.text.endswith(b.text) for _, b in named)


def _is_begun_below(one: tuple[int, TextBlock], named: Sequence[tuple[int, TextBlock]]) -> bool:
    """Whether a word alone, "Handlingsplan" on top of the page, begins the title close below."""
    at, word = one[0], one[1].text
    return " " not in word and any(
        at < i <= at + _NEAR and b.text.startswith(f"{word} ") for i, b in named
    )


def _ends_title(text: str) -> bool:
    """ "2024-2027", or "med handlingsplan": a line below a title that goes on with it."""
    return bool(_ONLY_YEARS.match(text)) or (
        (text[:1].islower() or _BEGINS_WITH_YEARS.match(text) is not None)
        and len(text) <= _LONGEST_TITLE // 2
        and text[-1] not in ".;:"
    )


def _named_in_box(
    candidates: list[tuple[int, TextBlock]],
    largest: list[tuple[int, TextBlock]],
    vocabulary: Vocabulary,
) -> list[tuple[int, TextBlock]]:
    """What stands in a box has no size that is known: the plan's name and years there are the title
    where nothing larger has both."""
    if not largest or any(is_title(block.text, vocabulary) for _, block in largest):
        return largest
    boxed = [c for c in candidates if c[1].look.size is None and is_title(c[1].text, vocabulary)]
    return [c for c in boxed if c[0] < largest[0][0]] or largest


def _largest(candidates: list[tuple[int, TextBlock]]) -> list[tuple[int, TextBlock]]:
    sizes = [block.look.size or 0.0 for _, block in candidates]
    largest = max(sizes)
    if not largest or sizes.count(largest) == len(sizes) > 1:
        return []
    return [c for c, size in zip(candidates, sizes, strict=True) if size == largest]
