"""Who adopted or proposed a plan, and when: "Vedteken av Åsvik kommunestyre 13.12.2023, sak 88/23"."""

import re
from collections.abc import Iterator, Sequence

from tiltak.planfile.model import PlanStatus
from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.document.document_facts import DocumentFacts, is_title
from tiltak.reading.values.dates import find_dates
from tiltak.reading.vocabulary import Vocabulary, whole_words

_LONGEST_STATUS = 220
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
_OF_ANOTHER = frozenset(["som", "der", "which", "that"])
_NEAR = 3
_DASH = re.compile(r"\s+[–—]\s+")
_BESIDE = re.compile(r"[,:;()–—]\s*|\s-\s")
# the date of "formannskapet den 3. mai 2027", the number of "kommunestyret 12/27"
_FIGURES_LAST = re.compile(r"\s+(?:(?:den|d\.)\s+)?\d.*$")
_LONGEST_BODY = 5
# whose body it is: "styret i Helse Fjellet RHF", "styret ved Høgskulen i Nord"; a name has capitals,
# and no date, case or meeting
_CAPITAL = r"(?!(?:sak|case|{months})\b)(?-i:[A-ZÆØÅÄÖ])[\w’'-]*"
_WHOSE = rf"\s(?:i|av|af|of|for|för|ved|vid|hos|hjå)\s(?:the\s)?{_CAPITAL}"
_GOES_ON = rf"(?:\s(?:(?:og|och|and|i|of)\s)?{_CAPITAL})*(?:\s(?:{{owners}})\b)?"
# a name of a few words, and the date or case behind it
_BY_NAME = re.compile(
    r"\s+(?:av|af|by|i|in)\s+(?:the\s+)?([A-ZÆØÅÄÖ][\w’'&-]*(?:\s[^\W\d][\w’'&-]*){0,4}?)"
    r"(?:\s+(?:den|d\.|på|on|i|in)(?:\s[a-zæøåäö]+)?)?(?:,|\s+(?:sak\s+)?\d)"
)
NO_BLOCK = -1
_MOST_ROWS = 14
STATUSES: tuple[PlanStatus, ...] = ("vedteke", "høyring", "framlegg")


def read_status(
    facts: DocumentFacts, top: list[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> None:
    """The first text with a status word; "vedteken" before "framlegg" where both occur."""
    for status in STATUSES:
        pattern = whole_words(vocabulary.list_of("status", status))
        for index, block in top:
            text = block.text
            if len(text) > _LONGEST_STATUS or not pattern.search(text):
                continue
            if status == "vedteke" and not _is_decided(text, pattern):
                continue
            if status == "vedteke" and _is_recommended(text, pattern, vocabulary):
                continue
            facts.status = status
            facts.status_text = _status_sentences(text, pattern, vocabulary)
            _read_decision(facts, facts.status_text, pattern, vocabulary)
            if status == "vedteke" and facts.body is None:
                facts.body = _association(facts.status_text, pattern, vocabulary)
            if facts.date is None and facts.body is None:
                _read_minutes(facts, text[: text.find(facts.status_text)], vocabulary)
            if block.level != 0 and not is_title(text, vocabulary):
                facts.used.add(index)
            return


def facts_tables(blocks: Sequence[Block]) -> Iterator[tuple[int, TextBlock]]:
    """The rows of a small table about the document ("Beslutad av | Kommunstyrelsen 2025-01-20")
    as lines. They are no blocks of their own: their index is none of theirs."""
    for block in blocks:
        if isinstance(block, TextBlock) or len(block.rows) > _MOST_ROWS:
            continue
        for row in block.rows:
            texts = [cell.text.strip(" :") for cell in row.filled]
            if len(texts) == 2:
                yield NO_BLOCK, TextBlock(" ".join(texts), ())


def _is_decided(text: str, pattern: re.Pattern[str]) -> bool:
    """ "Vedteken av … 13.12.2023" decides; "til vedtak" and "vedteken strategi" do not."""
    match = pattern.search(text)
    before = text[: match.start()].casefold().split() if match else []
    if before and before[-1] in ("til", "for", "ikkje", "ikke", "før"):
        return False
    # "den regionale strategien som vart vedteken i 2023" is about another one
    year_only = re.match(r"\s+(?:i|in)\s+(?:19|20)\d\d\b", text[match.end() :]) if match else None
    if year_only and any(word in _OF_ANOTHER for word in before[-_NEAR:]):
        return False
    # "byggjer på vedtekne fagplanar": a word that goes with a noun decides nothing
    after = re.match(r"\s+([^\W\d_]+)\b", text[match.end() :]) if match else None
    return not before or after is None or after[1][0].isupper() or after[1] in _AFTER_DECIDED


def _is_recommended(text: str, pattern: re.Pattern[str], vocabulary: Vocabulary) -> bool:
    """ "Tilråding: Planen vert vedteken": what somebody asks a body to decide."""
    match = pattern.search(text)
    words = whole_words(vocabulary.list_of("status", "recommended"))
    return match is not None and words.search(text, 0, match.end()) is not None


def _status_sentences(text: str, pattern: re.Pattern[str], vocabulary: Vocabulary) -> str:
    """The sentence with the status word, and the one after it where it is the last but one."""
    sentences = _SENTENCES.split(text)
    first = next(i for i, sentence in enumerate(sentences) if pattern.search(sentence))
    found = sentences[first:]
    if match := pattern.search(found[0]):
        begin = max((dash.end() for dash in _DASH.finditer(found[0], 0, match.start())), default=0)
        dash = _DASH.search(found[0], match.end())
        # "Høyringsutkast – formannskapet 3. mai 2027" goes on behind its dash
        beside = dash and _body_beside(found[0][dash.start() :], vocabulary)
        found[0] = found[0][begin : dash.start() if dash and not beside else None]
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
    facts.body = _body(said, vocabulary) or _body_beside(said, vocabulary)
    facts.case_number = case_named(rest)


def case_named(text: str) -> str | None:
    """The number after the word for it: "88/23" of "Kommunestyret, sak 88/23"."""
    case = _CASE.search(text)
    return case[1] if case else None


def body_named(text: str, vocabulary: Vocabulary) -> str | None:
    """The body a text begins with, as said alone: "Kommunestyret 12.12.2023"."""
    first, *_ = vocabulary.list_of("body", "places")
    return _body(text, vocabulary) or _body(f"{first} {text}", vocabulary)


def _body_beside(said: str, vocabulary: Vocabulary) -> str | None:
    """A body beside the word, no word between them but for what it did with the draft, and perhaps
    the date behind it: "Høyringsutkast, handsama i formannskapet 3. mai 2027"."""
    handled = "|".join(vocabulary.list_of("status", "handled"))
    places = "|".join(vocabulary.list_of("body", "places"))
    did = re.compile(rf"(?:{handled})\s+(?:{places})\s+(?=\S)", re.IGNORECASE)
    for part in _BESIDE.split(said)[1:]:
        name = did.sub("", _FIGURES_LAST.sub("", part).strip(" ."), count=1)
        body = body_named(name, vocabulary)
        if body == name and len(name.split()) <= _LONGEST_BODY:
            return body
    return None


def _association(text: str, pattern: re.Pattern[str], vocabulary: Vocabulary) -> str | None:
    """Who decided a plan that is no council's: a name right before the date, "Vedteken av Utvær
    grendelag 9. mars 2025". A person's name has capitals only, and no word for a group."""
    match = pattern.search(text)
    found = _BY_NAME.match(text[match.end() :]) if match else None
    if found is None:
        return None
    *first, last = found[1].split()
    named = last.casefold().endswith(vocabulary.list_of("body", "associations"))
    return found[1] if named or (first and last[0].islower()) else None


def _read_minutes(facts: DocumentFacts, before: str, vocabulary: Vocabulary) -> None:
    """Date and body of minutes: "Saksprotokoll i Fjellet regionråd 13.06.2025. Vedtak: …"."""
    dates = find_dates(before, vocabulary)
    places = "|".join(vocabulary.list_of("body", "places"))
    place = re.search(rf"\b(?:{places})\s+(?=[A-ZÆØÅÄÖ])", before)
    facts.date = dates[-1] if dates else None
    facts.body = _body(before[place.start() :], vocabulary) if place else None


def _whose(vocabulary: Vocabulary) -> str:
    """A pattern for the name of whose body it is, behind the body."""
    months = _months(vocabulary)
    associations = "|".join(vocabulary.list_of("body", "associations"))
    owners = "|".join((*vocabulary.list_of("body", "owners"), rf"\w*(?:{associations})"))
    return (_WHOSE + _GOES_ON).format(months=months, owners=owners)


def _months(vocabulary: Vocabulary) -> str:
    """A pattern for the name of a month."""
    return "|".join(name for names in vocabulary.list_of("time", "months") for name in names)


def _meeting_of(vocabulary: Vocabulary) -> str:
    """A pattern for what may stand before the body whose meeting it was: "the plenary meeting of"."""
    meetings = "|".join(vocabulary.list_of("body", "meetings"))
    places = "|".join((*vocabulary.list_of("body", "places"), *vocabulary.list_of("body", "whose")))
    return rf"(?:(?:(?:an?|et|eit|ett|its)\s)?(?:[^\W\d]+\s){{0,2}}?(?:{meetings})\s(?:{places})\s(?:the\s)?)?"


def _body(text: str, vocabulary: Vocabulary) -> str | None:
    places = "|".join(vocabulary.list_of("body", "places"))
    bodies = "|".join(sorted(vocabulary.list_of("body", "words"), key=len, reverse=True))
    meetings = "|".join(vocabulary.list_of("body", "meetings"))
    months = _months(vocabulary)
    # the name stops at a date, a comma or the end
    pattern = (
        rf"\W*(?:{places})\s+(?:the\s+)?{_meeting_of(vocabulary)}((?:(?!\d|,).){{0,70}}?\w*(?:{bodies})(?:s?\s\w*(?:{bodies}))?)"
        rf"(?:['’]?s(?=\s(?:{meetings})\b))?\b"
        # "utval for kultur og miljø"
        rf"(\s(?:for|för)\s+[^\W\d]+(?:,?\s(?:og\s|och\s|and\s)?(?!(?:den|dato|sak|{months})\b)[^\W\d]+){{0,4}}"
        # "Kommunekontaktrådet Fyn"
        r"|(?<=rådet)(?-i:\s[A-ZÆØÅ][^\W\d]+)"
        rf"|{_whose(vocabulary)})?"
    )
    match = re.match(pattern, text, re.IGNORECASE)
    if match is None:
        # "vedteken 9. november 2021 av regionrådet"
        dated = re.match(rf".{{0,30}}?(?:19|20)\d\d[-.\d]*,?\s+(?=(?:{places})\s)", text)
        match = re.match(pattern, text[dated.end() :], re.IGNORECASE) if dated else None
    if match is None:
        return None
    # "til behandling i Innherred regionråd": a name begins with a capital or is the word itself
    inner = re.search(rf"\s(?:{places})\s+(?=(?-i:[A-ZÆØÅÄÖ]))", match[1], re.IGNORECASE)
    if inner and match[1][0].islower() and not re.match(rf"\w*(?:{bodies})\b", match[1]):
        return f"{match[1][inner.end() :]}{match[2] or ''}".strip()
    return f"{match[1]}{match[2] or ''}".strip()
