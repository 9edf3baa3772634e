"""What a document says about itself: title, years, status, body, date."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tiltak.planfile.model import Passage, PlanStatus
from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.values.dates import find_dates
from tiltak.reading.values.numbering import read_number
from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary, alternatives, whole_words

_TOP = 14
_LONGEST_TITLE = 160
_LONGEST_STATUS = 220
_BEGINS_WITH_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d\s")
_ONLY_YEARS = re.compile(r"^[\d\s–—/-]+$")
_SENTENCES = re.compile(r"(?<=[a-zæøåäö)\d])\.\s+(?=[A-ZÆØÅ])")
_CASE = re.compile(
    r"\b(?:sak|saksnr\.?|sak nr\.?|case|ärende|dnr)\s+([\w-]*\d+/\d+)", re.IGNORECASE
)
_AFTER_DECIDED = frozenset(
    [
        "av",
        "i",
        "den",
        "d",
        "dato",
        "på",
        "ved",
        "sak",
        "under",
        "in",
        "by",
        "on",
        "at",
        "af",
        "vid",
    ]
)
_NO_BLOCK = -1
_STATUSES: tuple[PlanStatus, ...] = ("vedteke", "høyring", "framlegg")


@dataclass(slots=True)
class DocumentFacts:
    """The facts, and the blocks (by index) they were read from."""

    title: str = ""
    years: tuple[int, ...] = ()
    status: PlanStatus = "ukjend"
    status_text: str | None = None
    body: str | None = None
    date: dt.date | None = None
    case_number: str | None = None
    used: set[int] = field(default_factory=set)
    passages: tuple[Passage, ...] = ()


def read_facts(blocks: Sequence[Block], name: str, vocabulary: Vocabulary) -> DocumentFacts:
    """Read the facts from the top of a document. `name` is the file's name, the last resort."""
    facts = DocumentFacts()
    top = [(i, b) for i, b in enumerate(blocks[:_TOP]) if isinstance(b, TextBlock)]
    top = _before_plan(top, vocabulary)
    _read_status(facts, top, vocabulary)
    if facts.status == "ukjend":
        _read_status(facts, list(_facts_tables(blocks[:_TOP])), vocabulary)
        facts.used.discard(_NO_BLOCK)
    _read_title(facts, top, vocabulary)
    if not facts.title:
        facts.title = re.sub(r"\.\w{2,4}$", "", name).replace("_", " ") or name
    facts.years = _plan_years(facts, top, vocabulary)
    facts.body = facts.body or _named_above(facts, top, vocabulary)
    _take_owner(facts, top, vocabulary)
    facts.body = facts.body or _owner(facts.title, vocabulary)
    facts.body = facts.body or _owner(facts.status_text or "", vocabulary)
    facts.used |= _said_again(blocks, facts.used)
    facts.passages = tuple(
        p for i in sorted(facts.used) if isinstance(b := blocks[i], TextBlock) for p in b.passages
    )
    return facts


def _said_again(blocks: Sequence[Block], used: set[int]) -> set[int]:
    """The same lines further down: every sheet of a workbook begins with the plan's title and
    who adopted it."""
    said = {block.text for i in used if isinstance(block := blocks[i], TextBlock)}
    return {i for i, b in enumerate(blocks) if isinstance(b, TextBlock) and b.text in said}


def read_facts_of_all(
    parts: Sequence[Sequence[Block]], name: str, vocabulary: Vocabulary
) -> tuple[DocumentFacts, list[set[int]]]:
    """The facts of several documents that are one plan, and the blocks used in each.

    The first one speaks for all. What it does not say of years and decision the others may say;
    of them only a line that names a plan or its years is about the document, not of the plan.
    """
    facts = read_facts(parts[0], name, vocabulary)
    used = [facts.used]
    for blocks in parts[1:]:
        own = read_facts(blocks, "", vocabulary)
        used.append({index for index in own.used if _is_about_document(blocks[index], vocabulary)})
        facts.passages += tuple(p for i in sorted(used[-1]) for p in blocks[i].passages)
        facts.years = facts.years or own.years
        if facts.status == "ukjend" and own.status != "ukjend":
            facts.status, facts.status_text = own.status, own.status_text
            facts.date, facts.case_number = own.date, own.case_number
            facts.body = facts.body or own.body
    return facts, used


def _is_about_document(block: Block, vocabulary: Vocabulary) -> bool:
    if not isinstance(block, TextBlock):
        return False
    return block.level == 0 or _names_plan(block.text, vocabulary) or bool(find_years(block.text))


def _before_plan(
    top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> list[tuple[int, TextBlock]]:
    """The blocks before the first level word or the first numbered heading."""
    found = []
    for index, block in top:
        number = read_number(block.text)
        starts = block.text[:1].isupper() and vocabulary.label(block.text) is not None
        numbered = number is not None and number.kind == "decimal" and number.order < 20
        opens = (starts and not _is_title(block.text, vocabulary)) or numbered
        if (opens or block.is_list_item) and block.level != 0:
            break
        found.append((index, block))
    return found


def _read_status(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> None:
    """The first text with a status word; "vedteken" before "framlegg" where both occur."""
    for status in _STATUSES:
        pattern = whole_words(vocabulary.list_of("status", status))
        for index, block in top:
            text = block.text
            if len(text) > _LONGEST_STATUS or not pattern.search(text):
                continue
            if status == "vedteke" and not _is_decided(text, pattern):
                continue
            facts.status = status
            facts.status_text = _status_sentences(text, pattern)
            _read_decision(facts, facts.status_text, pattern, vocabulary)
            if facts.date is None and facts.body is None:
                _read_minutes(facts, text[: text.find(facts.status_text)], vocabulary)
            if block.level != 0 and not _is_title(text, vocabulary):
                facts.used.add(index)
            return


def _facts_tables(blocks: Sequence[Block]) -> Iterator[tuple[int, TextBlock]]:
    """The rows of a small table about the document ("Beslutad av | Kommunstyrelsen 2025-01-20")
    as lines. They are no blocks of their own: their index is none of theirs."""
    for block in blocks:
        if isinstance(block, TextBlock) or len(block.rows) > _TOP:
            continue
        for row in block.rows:
            texts = [cell.text.strip(" :") for cell in row.cells if cell.text]
            if len(texts) == 2:
                yield _NO_BLOCK, TextBlock(" ".join(texts), ())


def _is_decided(text: str, pattern: re.Pattern[str]) -> bool:
    """ "Vedteken av … 13.12.2023" decides; "til vedtak" and "vedteken strategi" do not."""
    match = pattern.search(text)
    before = text[: match.start()].casefold().split() if match else []
    if before and before[-1] in ("til", "for", "ikkje", "ikke", "før"):
        return False
    # "byggjer på vedtekne fagplanar": a word that goes with a noun decides nothing
    after = re.match(r"\s+([^\W\d_]+)\b", text[match.end() :]) if match else None
    return not before or after is None or after[1][0].isupper() or after[1] in _AFTER_DECIDED


def _status_sentences(text: str, pattern: re.Pattern[str]) -> str:
    """The sentence with the status word, and the one after it where it is the last but one."""
    sentences = _SENTENCES.split(text)
    first = next(i for i, sentence in enumerate(sentences) if pattern.search(sentence))
    found = sentences[first:]
    for part in re.split(r"\s+[–—]\s+", found[0]):
        if pattern.search(part):
            found[0] = part
    return ". ".join(found).strip()


def _read_decision(
    facts: DocumentFacts, text: str, pattern: re.Pattern[str], vocabulary: Vocabulary
) -> None:
    """Date and body of "Vedteken av Åsvik kommunestyre 13.12.2023, sak 88/23"."""
    match = pattern.search(text)
    rest = text[match.end() :] if match else text
    deadline = whole_words(vocabulary.list_of("status", "deadline")).search(rest)
    said = rest[: deadline.start()] if deadline else rest
    dates = find_dates(said, vocabulary)
    facts.date = dates[0] if dates else None
    facts.body = _body(said, vocabulary)
    case = _CASE.search(rest)
    facts.case_number = case[1] if case else None


def _read_minutes(facts: DocumentFacts, before: str, vocabulary: Vocabulary) -> None:
    """Date and body of minutes: "Saksprotokoll i Fjellet regionråd 13.06.2025. Vedtak: …"."""
    dates = find_dates(before, vocabulary)
    places = "|".join(vocabulary.list_of("body", "places"))
    place = re.search(rf"\b(?:{places})\s+(?=[A-ZÆØÅÄÖ])", before)
    facts.date = dates[-1] if dates else None
    facts.body = _body(before[place.start() :], vocabulary) if place else None


def _body(text: str, vocabulary: Vocabulary) -> str | None:
    places = "|".join(vocabulary.list_of("body", "places"))
    bodies = "|".join(sorted(vocabulary.list_of("body", "words"), key=len, reverse=True))
    # the name stops at a date, a comma or the end
    pattern = (
        rf"^\W*(?:{places})\s+(?:the\s+)?((?:(?!\d|,).){{0,70}}?\w*(?:{bodies})(?:\s(?:{bodies}))?)\b"
        # "utval for kultur og miljø"
        rf"(\s+for\s+[^\W\d]+(?:,?\s(?:og\s|och\s|and\s)?(?!den\b|dato\b|sak\b)[^\W\d]+){{0,4}})?"
    )
    match = re.match(pattern, text, re.IGNORECASE)
    if match is None:
        return None
    # "til behandling i Innherred regionråd": a name begins with a capital or is the word itself
    inner = re.search(rf"\s(?:{places})\s+(?=(?-i:[A-ZÆØÅÄÖ]))", match[1], re.IGNORECASE)
    if inner and match[1][0].islower() and not re.match(rf"\w*(?:{bodies})\b", match[1]):
        return f"{match[1][inner.end() :]}{match[2] or ''}".strip()
    return f"{match[1]}{match[2] or ''}".strip()


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    words = vocabulary.list_of("facts", "titles")
    return any(word in text.casefold() for word in words) and bool(find_years(text))


def _read_title(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> None:
    """The title: what the document has as one, else the first short text that names a plan."""
    candidates = [
        (i, b)
        for i, b in top
        if i not in facts.used and len(b.text) <= _LONGEST_TITLE and b.text[-1] not in ".;:"
        # a chapter's heading is the title only when it says so
        if not b.level or _names_plan(b.text, vocabulary) or find_years(b.text)
    ]
    if not candidates:
        return
    styled = [c for c in candidates if c[1].level == 0]
    named = [c for c in candidates if _names_plan(c[1].text, vocabulary)]
    named = [c for c in named if not _is_repeated_below(c[1], named)] or named
    index, block = (styled or _largest(candidates) or named or candidates)[0]
    facts.title = block.text
    facts.used.add(index)
    above = next(((i, b) for i, b in candidates if i == index - 1), None)
    if above and _goes_over_lines(above[1], block, vocabulary):
        facts.title = f"{above[1].text} {facts.title}"
        facts.used.add(above[0])
    following = next(((i, b) for i, b in top if i == index + 1), None)
    if (
        following
        and (_ends_title(following[1].text) or _has_the_years(block, following[1]))
        and following[0] not in facts.used
    ):
        # the years, or the rest of the name, stand on a line of their own below the title
        joint = "" if facts.title[-1] in "-–—" and following[1].text[0].isdigit() else " "
        facts.title = f"{facts.title}{joint}{following[1].text}"
        facts.used.add(following[0])


def _has_the_years(title: TextBlock, below: TextBlock) -> bool:
    """ "… for Indre" over "Hardang 2026–2028": the years end the title."""
    years = find_years(below.text)
    ends = bool(years) and below.text.rstrip()[-2:].isdigit() and len(below.text) < len(title.text)
    return ends and not below.gap and not find_years(title.text) and _set_alike(title, below)


def _goes_over_lines(above: TextBlock, title: TextBlock, vocabulary: Vocabulary) -> bool:
    """ "Tidewater Children and Young People’s" over "Plan 2025–2028"."""
    owner = "|".join(vocabulary.list_of("body", "owners"))
    is_owner = re.search(rf"(?:{owner})$", above.text, re.IGNORECASE) is not None
    longer = len(above.text) > len(title.text) and not find_years(above.text)
    return longer and not title.gap and not is_owner and _set_alike(above, title)


def _set_alike(one: TextBlock, other: TextBlock) -> bool:
    """Lines of a plain text, or of one size."""
    return one.look == other.look and one.level == other.level


def _is_repeated_below(block: TextBlock, named: Sequence[tuple[int, TextBlock]]) -> bool:
    """Whether a line holds the words of another and more: a running head on the first page."""
    return any(len(b.text) < len(block.text) and block.text.endswith(b.text) for _, b in named)


def _ends_title(text: str) -> bool:
    """ "2024-2027", or "med handlingsplan": a line below a title that goes on with it."""
    return bool(_ONLY_YEARS.match(text)) or (
        (text[:1].islower() or _BEGINS_WITH_YEARS.match(text) is not None)
        and len(text) <= _LONGEST_TITLE // 2
        and text[-1] not in ".;:"
    )


def _largest(candidates: list[tuple[int, TextBlock]]) -> list[tuple[int, TextBlock]]:
    sizes = [block.look.size or 0.0 for _, block in candidates]
    largest = max(sizes)
    if not largest or sizes.count(largest) == len(sizes) > 1:
        return []
    return [c for c, size in zip(candidates, sizes, strict=True) if size == largest]


def _names_plan(text: str, vocabulary: Vocabulary) -> bool:
    folded = text.casefold()
    return any(word in folded for word in vocabulary.list_of("facts", "titles"))


def _years_of_actions(title: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The years of the part with the measures, where a title names two periods: "Kommunedelplan
    2024–2035 med handlingsdel 2024–2027"."""
    words = alternatives(vocabulary.list_of("facts", "action_parts"))
    before, *parts = re.split(rf"\b\w*(?:{words})\b", title, flags=re.IGNORECASE)
    return find_years(parts[-1]) if parts and find_years(before) else ()


def _plan_years(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> tuple[int, ...]:
    """The years of the title; else a range at the top; else a year beside the status, not its date."""
    if years := _years_of_actions(facts.title, vocabulary) or find_years(facts.title):
        return years
    for _, block in top:
        years = find_years(block.text)
        if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
            return years
    status = re.sub(r"\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?(?:19|20)\d\d", "", facts.status_text or "")
    return find_years(status)


def _named_above(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> str | None:
    """A council's name alone on a line, as papers have it above the title."""
    bodies = "|".join(sorted(vocabulary.list_of("body", "words"), key=len, reverse=True))
    for index, block in top:
        text = block.text.rsplit(": ", 1)[-1]
        named = re.fullmatch(rf"[A-ZÆØÅ][^.,:\d]{{2,50}}\w*(?:{bodies})", text, re.IGNORECASE)
        if named and index not in facts.used and facts.status != "ukjend":
            facts.used.add(index)
            return text
    return None


def _take_owner(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> None:
    """The council's name alone on a line at the top says whose plan it is; it heads nothing."""
    owners = "|".join(vocabulary.list_of("body", "owners"))
    name = re.compile(rf"[A-ZÆØÅÄÖ][^.,:;\d]{{1,50}}\s(?:{owners})", re.IGNORECASE)
    for index, block in top:
        if index not in facts.used and not block.level and name.fullmatch(block.text):
            facts.used.add(index)
            facts.body = facts.body or block.text
            return
        signs = r"\s+[–—|]\s+|,\s+" if block.text == facts.status_text else r"\s+[–—|]\s+"
        for part in re.split(signs, block.text)[:2] if facts.body is None else ():
            if len(part) < len(block.text) and name.fullmatch(part):
                # "Øyane kommune – høyringsutkast"
                facts.body = part


def _owner(title: str, vocabulary: Vocabulary) -> str | None:
    """ "… for Elvesund kommune": whose plan it is, where no body is said to have decided."""
    owners = "|".join(vocabulary.list_of("body", "owners"))
    match = re.search(
        rf"\b(?:for|av|i|fra|frå|från|from|til)\s+([A-ZÆØÅ][\w -]*?(?:{owners}))\b", title
    )
    if match:
        return match[1]
    region = re.search(r"\b(?:för|for)\s+(region\s+[^\W\d_]+)", title, re.IGNORECASE)
    if region is None:
        return None
    return region[1].title() if region[1].isupper() else region[1]
