"""The line about the decision that has the body for its subject."""

import pytest

from tiltak.reading import Vocabulary
from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.document.facts import read_facts

UNKNOWN = ("ukjend", None, None, None)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "Kommunestyret i Ytre Hamn vedtok planen 11.12.2025, sak 91/25",
            ("vedteke", "Kommunestyret i Ytre Hamn", "2025-12-11", "91/25"),
        ),
        (
            "Regionrådet godkjente handlingsprogrammet 3. mars 2025.",
            ("vedteke", "Regionrådet", "2025-03-03", None),
        ),
        (
            "The Partnership Board approved this plan on 3 March 2025",
            ("vedteke", "Partnership Board", "2025-03-03", None),
        ),
        (
            "Kommunfullmäktige antog planen 2025-03-03",
            ("vedteke", "Kommunfullmäktige", "2025-03-03", None),
        ),
        # in prose it may be another plan; without a date it tells a story; no body did it
        ("Kommunestyret vedtok kulturplanen 1.2.2019. Denne planen byggjer på han.", UNKNOWN),
        ("Kommunestyret vedtok planen etter lang debatt", UNKNOWN),
        ("Arbeidsgruppa til Kari godkjente planen 3. mars 2025", UNKNOWN),
        ("Kommunestyret vedtok budsjettet 3. mars 2025", UNKNOWN),
    ],
)
def test_a_body_that_decided(line: str, read: tuple[str | None, ...]) -> None:
    blocks = (TextBlock("Turvegane våre", ()), TextBlock(line, ()))
    facts = read_facts(blocks, "fil.docx", Vocabulary.default())
    date = facts.date.isoformat() if facts.date else None
    assert (facts.status, facts.body, date, facts.case_number) == read
