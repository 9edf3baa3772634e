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
        (
            "Styringsgruppa gjorde vedtak om planen 3. mars 2025",
            ("vedteke", "Styringsgruppa", "2025-03-03", None),
        ),
        (
            "Endelig plan etter behandling i formannskapet 3. mars 2025 (sak 9/25)",
            ("vedteke", "formannskapet", "2025-03-03", "9/25"),
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


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "Planen er vedtatt av kommunestyret 24. mars 2026, sak 18/26.",
            ("vedteke", "kommunestyret", "2026-03-24", "18/26"),
        ),
        (
            "Dette handlingsprogrammet vart vedteke av regionrådet 24.3.2026",
            ("vedteke", "regionrådet", "2026-03-24", None),
        ),
        ("Førre plan vart vedteken av kommunestyret 24.3.2020", UNKNOWN),
        ("Planen blir vedteken av kommunestyret til hausten", UNKNOWN),
    ],
)
def test_a_last_line_about_the_plan_itself(line: str, read: tuple[str | None, ...]) -> None:
    more = [TextBlock(f"Avsnitt {number} om turvegane.", ()) for number in range(20)]
    blocks = (TextBlock("Turvegane våre", ()), *more, TextBlock(line, ()))
    facts = read_facts(blocks, "fil.docx", Vocabulary.default())
    date = facts.date.isoformat() if facts.date else None
    assert (facts.status, facts.body, date, facts.case_number) == read
    assert (len(blocks) - 1 in facts.used) is (facts.status == "vedteke")
