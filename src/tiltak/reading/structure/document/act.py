"""What a body did: "Kommunestyret vedtok planen 12.12.2025, sak 88/25".

Habit read: the line about the decision has the body for its subject, in a sentence alone. One
among other sentences may be about another plan.
"""

import re
from collections.abc import Sequence

from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.document.decision import body_named, case_named
from tiltak.reading.structure.document.document_facts import DocumentFacts, names_plan
from tiltak.reading.values.dates import find_dates
from tiltak.reading.vocabulary import Vocabulary, whole_words

_LONGEST = 160
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
