"""What a document says about itself: title, years, status, body, date."""

import re
from collections.abc import Sequence

from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.document.act import read_act, read_closing
from tiltak.reading.structure.document.cover import Cover, read_cover
from tiltak.reading.structure.document.decision import NO_BLOCK, facts_tables, read_status
from tiltak.reading.structure.document.document_facts import DocumentFacts, names_plan
from tiltak.reading.structure.document.letter_head import read_letter_head
from tiltak.reading.structure.document.meeting_table import Meeting, last_meeting
from tiltak.reading.structure.document.plan_title import has_title, read_title
from tiltak.reading.structure.document.texts_at_top import (
    sheet_with_title_first,
    texts_at_top,
)
from tiltak.reading.values.times import find_years, is_time, years_said
from tiltak.reading.vocabulary import Vocabulary, alternatives

_TOP = 14


def read_facts(blocks: Sequence[Block], name: str, vocabulary: Vocabulary) -> DocumentFacts:
    """Read the facts from the top of a document. `name` is the file's name, the last resort."""
    facts = DocumentFacts()
    letter = read_letter_head(blocks[:_TOP], vocabulary)
    facts.used |= letter.used
    top = [one for one in texts_at_top(blocks, vocabulary) if one[0] not in letter.used]
    cover = read_cover(blocks[:_TOP], [one for one in top if one[0] < _TOP], vocabulary)
    top = [(index, block) for index, block in top if index not in cover.used]
    _take_cover(facts, cover)
    if facts.status == "ukjend":
        read_status(facts, top, vocabulary)
    if facts.status != "vedteke":
        read_act(facts, top, vocabulary)
    if facts.status == "ukjend":
        read_status(facts, list(facts_tables(blocks[:_TOP])), vocabulary)
        facts.used.discard(NO_BLOCK)
    if facts.status == "ukjend":
        read_closing(facts, blocks, vocabulary)
    _take_meeting(facts, last_meeting(blocks[:_TOP], vocabulary))
    facts.date, facts.body = facts.date or cover.date, facts.body or cover.body
    if cover.title and not has_title(top, vocabulary):
        facts.title = cover.title
    elif letter.about and not has_title(top, vocabulary):
        facts.title = letter.about
    else:
        read_title(facts, sheet_with_title_first(blocks, top, vocabulary), vocabulary)
    if not facts.title:
        facts.title = re.sub(r"\.\w{2,4}$", "", name).replace("_", " ") or name
    facts.years = _plan_years(facts, cover.years, top, vocabulary)
    facts.body = facts.body or _named_above(facts, top, vocabulary)
    _take_owner(facts, top, vocabulary)
    facts.body = facts.body or _owner(facts.title, vocabulary)
    facts.body = facts.body or _owner(facts.status_text or "", vocabulary)
    facts.used |= _said_again(blocks, facts.used)
    facts.passages = tuple(
        passage for index in sorted(facts.used) for passage in blocks[index].passages
    )
    return facts


def _take_cover(facts: DocumentFacts, cover: Cover) -> None:
    """What pairs at the top say of the decision."""
    facts.used |= cover.used
    facts.case_number = cover.case_number
    if cover.status != "ukjend":
        facts.status, facts.status_text = cover.status, cover.status_text
        facts.body, facts.date = cover.body, cover.date


def _take_meeting(facts: DocumentFacts, meeting: Meeting | None) -> None:
    """What a table of meetings says, where no sentence says who decided and when."""
    if meeting is None or facts.body or facts.date:
        return
    facts.body, facts.date = meeting.body, meeting.date
    facts.case_number = facts.case_number or meeting.case_number


def _said_again(blocks: Sequence[Block], used: set[int]) -> set[int]:
    """The same lines further down: every sheet of a workbook begins with the plan's title and
    who adopted it."""
    said = {block.text for i in used if isinstance(block := blocks[i], TextBlock)}
    return {i for i, b in enumerate(blocks) if isinstance(b, TextBlock) and b.text in said}


def read_facts_of_all(
    parts: Sequence[Sequence[Block]],
    name: str,
    vocabulary: Vocabulary,
    edges: Sequence[TextBlock] = (),
) -> tuple[DocumentFacts, list[set[int]]]:
    """The facts of several documents that are one plan, and the blocks used in each. `edges`: the
    texts above and below their pages.

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
    if facts.status == "ukjend":
        _read_edges(facts, edges, vocabulary)
    return facts, used


def _read_edges(facts: DocumentFacts, edges: Sequence[TextBlock], vocabulary: Vocabulary) -> None:
    """Who decided, where only a header or footer says so: "Vedteken av rådet 12.12.2025, s. 3"."""
    for text in edges:
        said = DocumentFacts()
        read_status(said, [(NO_BLOCK, text)], vocabulary)
        if said.status != "ukjend":
            facts.status, facts.status_text = said.status, said.status_text
            facts.date, facts.case_number = said.date, said.case_number
            facts.body = said.body or facts.body
            facts.passages += text.passages
            return


def _is_about_document(block: Block, vocabulary: Vocabulary) -> bool:
    if not isinstance(block, TextBlock):
        return False
    return block.level == 0 or names_plan(block.text, vocabulary) or bool(find_years(block.text))


def _years_of_actions(title: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The years of the part with the measures, where a title names two periods: "Kommunedelplan
    2024–2035 med handlingsdel 2024–2027"."""
    words = alternatives(vocabulary.list_of("facts", "action_parts"))
    before, *parts = re.split(rf"\b\w*(?:{words})\b", title, flags=re.IGNORECASE)
    return find_years(parts[-1]) if parts and find_years(before) else ()


def _plan_years(
    facts: DocumentFacts,
    said: tuple[int, ...],
    top: list[tuple[int, TextBlock]],
    vocabulary: Vocabulary,
) -> tuple[int, ...]:
    """The years of the title; else those `said` beside a name; else a range at the top; else a year
    beside the status, not its date."""
    if years := _years_of_actions(facts.title, vocabulary) or find_years(facts.title) or said:
        return years
    for _, block in top:
        span = is_time(block.text, vocabulary)  # "April 2025 – March 2028"
        years = years_said(block.text, vocabulary) if span else find_years(block.text)
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
