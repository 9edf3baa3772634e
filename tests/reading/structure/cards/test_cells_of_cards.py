"""Cards that are the cells of a table, or tables of one cell each."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of
from tests.reading.structure.cards.card_plans import (
    WORDS,
    Part,
    Words,
    cards_of,
    expected,
    lines_of,
    numbers,
    read,
    text_plan,
    word_plan,
)
from tiltak.reading import read_document

LANGUAGES = sorted(WORDS)


def in_cells(words: Words, *, titled: bool, boxed: bool, level_word: bool = True) -> list[Part]:
    """The plan with a band over the page for each area, and its cards two side by side or in a box
    each."""
    parts: list[Part] = [[[[words.title]]], ("", "2026 blir eit godt år for dei som badar.")]
    for index, (area, goal, _) in enumerate(words.plan):
        parts.append([[[f"{words.area}: {area}" if level_word else area]]])
        parts += [("", words.goal), ("List Bullet", goal)]
        cells = [lines_of(card) for card in cards_of(words, index, titled=titled)]
        if boxed:
            parts += [[[cell]] for cell in cells]
        else:
            cells += [[""]] * (len(cells) % 2)
            parts.append([cells[at : at + 2] for at in range(0, len(cells), 2)])
    return parts


@pytest.mark.parametrize("boxed", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_that_is_only_counted_says_its_measure_itself(language: str, *, boxed: bool) -> None:
    plan = word_plan(in_cells(WORDS[language], titled=False, boxed=boxed))
    assert read(plan) == expected(WORDS[language])
    assert numbers(plan) == ["1", "2", "3"]
    assert plan.document.title == WORDS[language].title
    assert plan.tables == ()


@pytest.mark.parametrize("boxed", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_line_of_a_card_in_words_is_the_measure(language: str, *, boxed: bool) -> None:
    plan = word_plan(in_cells(WORDS[language], titled=True, boxed=boxed))
    assert read(plan) == expected(WORDS[language])


@pytest.mark.parametrize("titled", [False, True])
def test_bands_without_a_level_word_are_areas_too(*, titled: bool) -> None:
    words = WORDS["nb"]
    plan = word_plan(in_cells(words, titled=titled, boxed=False, level_word=False))
    assert read(plan) == expected(words)


@pytest.mark.parametrize("titled", [False, True])
def test_cells_of_a_page_have_lines_that_go_on(*, titled: bool) -> None:
    words, name = WORDS["nn"], "Ny trapp ned til Sandvika"
    cells = [lines_of(c) for i in range(2) for c in cards_of(words, i, titled=titled)]
    markup = "".join(
        "[" + r" \ ".join(line.replace("#", r"\#") for line in cell) + "]," for cell in cells
    )
    plan = read_document(
        pdf_of(
            f"#text(size: 20pt)[*{words.title}*]\n\n= Fokusområde: Strender\n"
            f"#table(columns: (5cm, 5cm), {markup} [])\n"
        ),
        "plan.pdf",
    )
    texts = [text for _, _, measures in read(plan) for text, *_ in measures]
    assert texts == [name, "Stupetårn på Odden", "Bøyer ved alle bryggene"]


def test_one_such_cell_is_no_card() -> None:
    box = ["Om planen", "Ansvarleg: Kommunedirektøren", "Frist: 2026"]
    words = WORDS["nn"]
    parts: list[Part] = [
        ("Title", words.title),
        ("Heading 1", "Strender"),
        ("", "Tiltak"),
        ("List Bullet", "Ny trapp ned til Sandvika"),
        [[box]],
    ]
    assert [m for _, _, measures in read(word_plan(parts)) for m in measures] == [
        ("Ny trapp ned til Sandvika", (), (), False)
    ]


def test_all_text_is_placed_or_said_not_to_be() -> None:
    plan = word_plan(in_cells(WORDS["sv"], titled=True, boxed=False))
    placed = "".join(text.text for text in plan.unplaced)
    for told in ("Den gamla trappan är rutten.", "Tekniska kontoret", "280 000 kr"):
        assert told not in placed


def test_lines_of_unknown_names_are_facts_of_their_own() -> None:
    words = WORDS["nn"]
    cell = ["Ny trapp", "Kva: Den gamle er roten.", "Kven: Teknisk etat", "Utslepp: Små"]
    other = ["Stupetårn", "Kva: Det blir høgt.", "Kven: Idrettsrådet", "Utslepp: Ingen"]
    parts: list[Part] = [("Title", words.title), ("Heading 1", "Strender"), [[cell, other]]]
    assert [m for _, _, measures in read(word_plan(parts)) for m in measures] == [
        ("Ny trapp", ("Teknisk etat",), (), False),
        ("Stupetårn", ("Idrettsrådet",), (), False),
    ]


def test_a_text_without_such_tables_is_as_it_was() -> None:
    plan = text_plan("Plan for Nes 2026–2028", "", "1 Strender", "Tiltak", "- Ny trapp")
    assert [m[0] for _, _, measures in read(plan) for m in measures] == ["Ny trapp"]
