"""The name of the plan on top of every page, above its title on the first one."""

from tiltak.reading.formats.text.furniture import RUNNING_HEAD, find_furniture
from tiltak.reading.formats.text.lines import split_lines
from tiltak.reading.vocabulary import Vocabulary


def running_heads(text: str) -> list[int]:
    """The pages whose first line is a running head."""
    lines = split_lines(text)
    found = find_furniture(lines, Vocabulary.default())
    return [lines[at].page or 0 for at, why in sorted(found.items()) if why == RUNNING_HEAD]


OVER_TITLE = """Næringsstrategi 2025–2028



Strategi for næring og handel
i Fjordane 2025–2028
Vedteken 3. mars 2025
\fNæringsstrategi 2025–2028



Handelen veks.
"""


def test_a_running_head_over_the_title_it_is_short_for_is_no_title() -> None:
    assert running_heads(OVER_TITLE) == [1, 2]


def test_a_running_head_close_above_the_text_is_the_title() -> None:
    assert running_heads(OVER_TITLE.replace("\n\n\n\n", "\n")) == [2]


def test_a_running_head_over_other_words_is_the_title() -> None:
    assert running_heads(OVER_TITLE.replace("Strategi for næring", "Plan for industri")) == [2]


TWO_PIECES = """Fjellheimen mållag

Årsplan

Årsplan for Fjellheimen mållag
2026–2028
Vedteken av årsmøtet 3. mars 2026
\fFjellheimen mållag

Årsplan

Tiltak
"""


def test_two_pieces_that_all_pages_begin_with_are_no_title_where_it_says_them_again() -> None:
    assert running_heads(TWO_PIECES) == [1, 1, 2, 2]


def test_two_lines_that_all_pages_begin_with_are_the_title_where_nothing_says_them_again() -> None:
    assert 1 not in running_heads(TWO_PIECES.replace("Årsplan for Fjellheimen mållag\n", ""))


def test_pages_without_form_feeds_are_told_by_the_lines_that_count_them() -> None:
    foot = "Plan for kysten 2026–2029          "
    words = iter(
        [
            "land",
            "strand",
            "vik",
            "nes",
            "holme",
            "skjer",
            "båe",
            "sund",
            "fjord",
            "våg",
            "hamn",
            "kai",
        ]
    )
    text = "".join(
        "".join(f"{next(words)} skal ryddast\n\n" for _ in range(4)) + f"\n{foot}{page}\n"
        for page in (1, 2, 3)
    )
    lines = split_lines(text)
    found = find_furniture(lines, Vocabulary.default())
    assert [lines[at].text for at in sorted(found)] == [f"{foot}{page}" for page in (1, 2, 3)]


def test_lines_that_end_in_figures_are_no_feet_of_pages() -> None:
    table = "".join(f"Innbyggjarar i sone         {at}\n" for at in (3, 4, 5))
    assert find_furniture(split_lines(f"Plan\n{table}Slutt\n"), Vocabulary.default()) == {}


def test_the_first_lines_again_below_a_page_number_are_a_running_head() -> None:
    text = TWO_PIECES.replace("\f", "\n1 (2)\n\n") + "\n2 (2)\n"
    lines = split_lines(text)
    found = find_furniture(lines, Vocabulary.default())
    heads = [lines[at].text for at, why in sorted(found.items()) if why == RUNNING_HEAD]
    assert heads == ["Fjellheimen mållag", "Årsplan"] * 2
