"""Pairs at the top of a document that say what it is: "Tittel | …", "Gjeld for | 2024–2027".

Habits read: a small table of names and values before the plan begins, two or four to a row; the
same as lines with a colon, or as lines that begin with the name where one names the title. A
table about one measure has such names too: one pair at least is of documents alone.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tiltak.planfile.model import PlanStatus
from tiltak.reading.blocks import Block, TableBlock, TextBlock
from tiltak.reading.structure.document.decision import STATUSES, body_named, case_named
from tiltak.reading.structure.document.document_facts import names_plan
from tiltak.reading.values.dates import find_dates
from tiltak.reading.values.times import find_years
from tiltak.reading.vocabulary import Vocabulary, alternatives, whole_words

_PARTS = (
    *("title", "years", "from", "to", "status", "decided"),
    *("decided_on", "body", "case", "handled", "dated", "named", "other"),
)
# what no measure is said to have
_OF_DOCUMENTS = frozenset(("decided", "decided_on", "body", "case"))
_FEWEST, _MOST_ROWS = 2, 14
_LONGEST_LABEL, _LONGEST_VALUE = 40, 200
_AROUND = " :.\u00a0"


@dataclass(frozen=True, slots=True)
class Pair:
    """What a pair is about (a list of names in the vocabulary), its name and value as printed."""

    part: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What the pairs say, and the blocks (by index) they stand in."""

    title: str = ""
    years: tuple[int, ...] = ()
    status: PlanStatus = "ukjend"
    status_text: str | None = None
    body: str | None = None
    date: dt.date | None = None
    case_number: str | None = None
    used: frozenset[int] = frozenset()


def read_cover(
    blocks: Sequence[Block], top: Sequence[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> Cover:
    """The first such pairs. `top`: the texts before the plan begins, with their indexes."""
    until = top[-1][0] + 1 if top else 0
    for index, block in enumerate(blocks[: until + 1]):
        if isinstance(block, TableBlock):
            pairs = _pairs_of_table(block, vocabulary)
            if pairs and _is_about_document(pairs, vocabulary):
                return _cover(pairs, frozenset((index,)), vocabulary)
    lines = _pairs_of_lines(top, vocabulary)
    pairs = list(lines.values())
    if pairs and _is_about_document(pairs, vocabulary):
        return _cover(pairs, frozenset(lines), vocabulary)
    return Cover()


def _pairs_of_table(table: TableBlock, vocabulary: Vocabulary) -> list[Pair]:
    """The pairs of a table whose rows are nothing else; a row of one text is its title."""
    if len(table.rows) > _MOST_ROWS:
        return []
    found = []
    for row in table.rows:
        texts = [cell.text for cell in row.cells]
        if sum(map(bool, texts)) < _FEWEST:
            continue
        if len(texts) % 2:
            return []
        for label, value in zip(texts[::2], texts[1::2], strict=True):
            part = _part(label, vocabulary)
            if label and part is None:
                part = "other"
                if vocabulary.level_of(label.strip(_AROUND)) is not None:
                    return []
            if part is not None:
                found.append(Pair(part, label.strip(_AROUND), value.strip()))
    known = sum(_part(pair.label, vocabulary) is not None for pair in found)
    return found if 2 * known >= len(found) else []


def _pairs_of_lines(
    top: Sequence[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> dict[int, Pair]:
    """The pairs of the lines at the top, by the index of their block."""
    labels = alternatives(word for part in _PARTS for word in vocabulary.list_of("cover", part))
    pattern = re.compile(rf"({labels})(\s*:\s*|\s+)(\S.*)", re.IGNORECASE)
    matches = {i: match for i, b in top if (match := pattern.fullmatch(b.text))}
    # "Plan for …" begins with no name of a value
    matches = {i: m for i, m in matches.items() if ":" in m[2] or not m[3][0].islower()}
    named = any(
        _part(m[1], vocabulary) == "title" and names_plan(m[3], vocabulary)
        for m in matches.values()
    )
    return {
        index: Pair(_part(match[1], vocabulary) or "other", match[1], match[3])
        for index, match in matches.items()
        if ":" in match[2] or named
    }


def _part(label: str, vocabulary: Vocabulary) -> str | None:
    name = " ".join(label.casefold().split()).strip(_AROUND)
    if not name or len(name) > _LONGEST_LABEL:
        return None
    return next((part for part in _PARTS if name in vocabulary.list_of("cover", part)), None)


def _is_about_document(pairs: Sequence[Pair], vocabulary: Vocabulary) -> bool:
    said = [pair for pair in pairs if pair.value and len(pair.value) <= _LONGEST_VALUE]
    if len(pairs) < _FEWEST or not said:
        return False
    return any(
        pair.part in _OF_DOCUMENTS
        or (pair.part in ("title", "named") and names_plan(pair.value, vocabulary))
        or (pair.part == "years" and bool(find_years(pair.value)) and _says_plan(pairs, vocabulary))
        for pair in said
    )


def _says_plan(pairs: Sequence[Pair], vocabulary: Vocabulary) -> bool:
    """Whether a name or value beside the years names a plan: "Plantype | Handlingsplan"."""
    return any(
        names_plan(text, vocabulary)
        for pair in pairs
        if pair.part in ("title", "other")
        for text in (pair.label, pair.value)
    )


def _cover(pairs: Sequence[Pair], used: frozenset[int], vocabulary: Vocabulary) -> Cover:
    said = {pair.part: pair for pair in reversed(pairs) if pair.value}
    _take_handled(said, vocabulary)
    status, told = _status(said, vocabulary)
    decided = said.get("decided")
    on, body, case = (
        said[part].value if part in said else "" for part in ("decided_on", "body", "case")
    )
    by = decided.value if decided is not None else ""
    dates = find_dates(on, vocabulary) or find_dates(by, vocabulary)
    return Cover(
        title=_title(said, vocabulary),
        years=_years(said),
        status=status,
        status_text=f"{told.label}: {told.value}" if told else None,
        body=body_named(by, vocabulary) or body or None,
        date=dates[0] if dates else None,
        case_number=case or case_named(by),
        used=used,
    )


def _take_handled(said: dict[str, Pair], vocabulary: Vocabulary) -> None:
    """ "Behandla | Kommunestyret 12.12.2025" beside "Status | Vedteken" is the decision; "Dato" is
    its day, or that of the draft, where a status or who decided is said, and no other day is."""
    status = said.get("status")
    adopted = whole_words(vocabulary.list_of("status", "vedteke"))
    if "handled" in said and "decided" not in said and status and adopted.search(status.value):
        said["decided"] = said["handled"]
    decided = said.get("decided")
    is_said = status is not None and any(
        whole_words(vocabulary.list_of("status", one)).search(status.value) for one in STATUSES
    )
    dated = find_dates(decided.value, vocabulary) if decided else []
    if (decided or is_said) and not dated and "dated" in said:
        said.setdefault("decided_on", said["dated"])


def _title(said: dict[str, Pair], vocabulary: Vocabulary) -> str:
    """What is called the title; else what the document is called where that names a plan."""
    if "title" in said:
        return said["title"].value
    named = said.get("named")
    return named.value if named and names_plan(named.value, vocabulary) else ""


def _status(said: dict[str, Pair], vocabulary: Vocabulary) -> tuple[PlanStatus, Pair | None]:
    """What the status is said to be; else decided where it is said by whom or when."""
    if (pair := said.get("status")) is not None:
        for status in STATUSES:
            if whole_words(vocabulary.list_of("status", status)).search(pair.value):
                return status, said.get("decided", pair) if status == "vedteke" else pair
    for told in (said.get("decided"), said.get("decided_on")):
        # "Vedteken: Ja" beside "Vedtaksdato: 12.12.2025"
        if told and (find_years(told.value) or body_named(told.value, vocabulary)):
            return "vedteke", told
    return "ukjend", None


def _years(said: dict[str, Pair]) -> tuple[int, ...]:
    """The years said for the plan, or all from the first to the last."""
    if "years" in said and (years := find_years(said["years"].value)):
        return years
    ends = [find_years(said[part].value) for part in ("from", "to") if part in said]
    if len(ends) < _FEWEST or not all(ends) or ends[1][-1] < ends[0][0]:
        return ()
    return tuple(range(ends[0][0], ends[1][-1] + 1))
