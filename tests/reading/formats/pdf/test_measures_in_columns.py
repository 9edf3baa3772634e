"""Measures with their facts in columns of running text."""

import pytest

from tests.reading.formats.pdf.test_flow import LONG, read, texts

ACTIONS = [
    ("A1", "Plant a hedge of native shrubs along the whole length of the recreation ground"),
    ("A2", "Survey the ponds and ditches of the parish together with the wildlife trust"),
    ("A3", "Replace the lamps at the village hall and the pavilion with ones that use less"),
    ("A4", "Ask Northern Buses and the county council for a later bus home on Fridays"),
    ("A5", "Lend tools, seeds and advice to all who want to grow their own vegetables"),
]


@pytest.mark.parametrize("justified", ["true", "false"])
@pytest.mark.parametrize("gutter", ["1.2em", "2em", "4em"])
def test_measures_with_their_facts_in_two_columns(gutter: str, justified: str) -> None:
    """The facts are set smaller and are short: most lines of a column are."""
    facts = "Lead: Clerk \\ When: 2027 \\ Cost: TBC"
    flow = "\n\n".join(
        f"*{code}* #h(1em) {text}.\n\n#text(size: 8.5pt)[{facts}]" for code, text in ACTIONS
    )
    document = read(
        f'#set text(lang: "en", hyphenate: {justified})\n#set par(justify: {justified})\n'
        f"#columns(2, gutter: {gutter})[{flow} #colbreak() {flow}]"
    )
    read_so = [text for text in texts(document) if text.startswith("A")]
    assert read_so == [f"{code} {text}." for code, text in ACTIONS] * 2


def test_a_page_whose_last_column_is_empty() -> None:
    first, second = f"Først: {LONG} {LONG}", f"Så: {LONG} {LONG}"
    document = read(f"{LONG}\n\n#columns(3)[{first} #colbreak() {second}]")
    assert texts(document) == [LONG, first, second]


def test_a_column_that_goes_on_far_below_the_one_beside_it() -> None:
    flow = "\n\n".join(f"*{code}* {text}.\n\nLead: Clerk \\ When: 2027" for code, text in ACTIONS)
    document = read(f"#columns(2)[{flow} #colbreak() {LONG * 2}]")
    wanted = [f"{code} {text}." for code, text in ACTIONS]
    assert [text for text in texts(document) if not text.startswith(("Lead", "When"))] == [
        *wanted,
        LONG * 2,
    ]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_last_lines_of_a_page_are_of_the_left_column_that_ends_it(count: int) -> None:
    flow = [f"*{code}* {text}.\n\nLead: Clerk \\ When: 2027" for code, text in ACTIONS[:count]]
    beside = "\n\n".join(flow[: count - 1])
    document = read(
        f"#columns(2)[{chr(10).join(f'{one}{chr(10)}' for one in flow)} #colbreak() {beside}]"
    )
    read_so = [text for text in texts(document) if text.startswith("A")]
    assert read_so == [
        f"{code} {text}." for code, text in (*ACTIONS[:count], *ACTIONS[: count - 1])
    ]


def test_bold_words_that_are_most_of_a_narrow_line_begin_their_paragraph() -> None:
    document = read(
        "#box(width: 3.4cm)[*Tiltak 1:* Byggja gangvegar saman med dei andre kommunane.]"
    )
    assert texts(document) == ["Tiltak 1: Byggja gangvegar saman med dei andre kommunane."]
