"""What a body did: "Kommunestyret vedtok planen 12.12.2025, sak 88/25".

Habits read: the line about the decision has the body for its subject, in a sentence alone, since
one among other sentences may be about another plan; or it stands last in the document.
"""

import re
from collections.abc import Sequence

from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.document.decision import body_named, case_named
from tiltak.reading.structure.document.document_facts import DocumentFacts, names_plan
from tiltak.reading.values.dates import find_dates
from tiltak.reading.vocabulary import Vocabulary, alternatives, whole_words

_LONGEST = 160
_LAST = 4
_THIS_PLAN = r"(?:(?:denne|dette|the|this|den här|den)\s+)?(?:\w*(?:{titles})\w*)\s"
_SENTENCE_ENDS = re.compile(r"[a-zæøåäö)\d]\.\s+[A-ZÆØÅÄÖ]")


def read_act(
    facts: DocumentFacts, top: Sequence[tuple[int, TextBlock]], vocabulary: Vocabulary
) -> None:
    """Body, date and case of the first sentence at the top that says what a body did."""
    verbs = whole_words(vocabulary.list_of("status", "decided"))
    for index, block in top:
        text = block.text
        verb = verbs.search(text) if len(text) <= _LONGEST else None
        if verb is None or _SENTENCE_ENDS.search(text):
            continue
        subject = re.sub(r"^the\s+", "", text[: verb.start()].strip(), flags=re.IGNORECASE)
        rest = text[verb.end() :]
        dates = find_dates(rest, vocabulary)
        if dates and names_plan(rest, vocabulary) and body_named(subject, vocabulary) == subject:
            facts.status, facts.status_text = "vedteke", text
            facts.body, facts.date, facts.case_number = subject, dates[0], case_named(rest)
            facts.used.add(index)
            return


def read_closing(facts: DocumentFacts, blocks: Sequence[Block], vocabulary: Vocabulary) -> None:
    """Body, date and case of a last sentence about the plan itself: "Planen er vedteken av
    kommunestyret 12.12.2025"."""
    adopted = whole_words(vocabulary.list_of("status", "vedteke"))
    titles = alternatives(vocabulary.list_of("facts", "titles"))
    about = re.compile(_THIS_PLAN.format(titles=titles), re.IGNORECASE)
    for index in range(max(0, len(blocks) - _LAST), len(blocks)):
        block = blocks[index]
        if not isinstance(block, TextBlock) or len(block.text) > _LONGEST:
            continue
        said = adopted.search(block.text) if about.match(block.text) else None
        rest = block.text[said.end() :] if said else ""
        body, dates = body_named(rest, vocabulary), find_dates(rest, vocabulary)
        if body and dates:
            facts.status, facts.status_text = "vedteke", block.text
            facts.body, facts.date, facts.case_number = body, dates[0], case_named(rest)
            facts.used.add(index)
            return
