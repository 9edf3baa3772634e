"""Lists below goals in plans that never say what their measures are."""

import pytest

from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary, read_document
from tiltak.reading.blocks import TextBlock
from tiltak.reading.structure.outline.outline import outline
from tiltak.reading.structure.outline.unannounced_lists import take_unannounced_lists

WORDS = Vocabulary.default()

TOP = "Handlingsplan 2026–2029\nVedteken av Åsen regionråd 3. desember 2025\n\n"
PLAN = """1 Bustad
{goals}
{0} Laga felles bustadportal (RR)
{1} Byggja ti utleigehus (Kommunane)

2 Ungdom
Mål: Fleire unge skal bli buande.
{2} Skipa ungdomsråd (RR)
{3} Køyra helgebuss (Fylket)
"""


def read(text: str) -> list[tuple[str, list[str], list[tuple[str | None, str]]]]:
    """Title, goals, and number and text of the measures, of each area."""
    plan = read_document(f"{TOP}{text}".encode(), "plan.txt")
    return [
        (
            area.title,
            [goal.text for goal in area.sub_goals],
            [(one.number, one.text) for one in area.measures],
        )
        for area in plan.focus_areas
    ]


@pytest.mark.parametrize(
    "marks",
    [
        ("-", "-", "-", "-"),
        ("a)", "b)", "a)", "b)"),
        ("1.", "2.", "3.", "4."),
        ("1a", "1b", "2a", "2b"),
        ("1.1", "1.2", "2.1", "2.2"),
    ],
)
@pytest.mark.parametrize(
    "goals",
    [
        "Mål: Alle skal ha ein god stad å bu.",
        "Mål: Alle skal ha ein god stad å bu.\nMange hus står tomme, og mange leitar etter eit.",
        "Mål\n* Alle skal ha ein god stad å bu.\n",
    ],
)
def test_items_below_goals_are_measures(goals: str, marks: tuple[str, ...]) -> None:
    signs = [mark.strip(".)") for mark in marks]
    assert read(PLAN.format(*marks, goals=goals)) == [
        (
            "Bustad",
            ["Alle skal ha ein god stad å bu."],
            [(signs[0], "Laga felles bustadportal"), (signs[1], "Byggja ti utleigehus")],
        ),
        (
            "Ungdom",
            ["Fleire unge skal bli buande."],
            [(signs[2], "Skipa ungdomsråd"), (signs[3], "Køyra helgebuss")],
        ),
    ]


def test_lines_without_marks_that_end_in_who_does_it() -> None:
    texts = (
        "1 Bustad",
        "Mål: Alle skal ha ein god stad å bu.",
        "Laga felles bustadportal (Kommunane)",
        "Byggja ti utleigehus (Husbanken)",
        "2 Ungdom",
        "Strategi: Høyra på dei",
        "Køyra helgebuss (Fylket)",
        "Leiga ut hus (og hytter)",
    )
    entries = outline([TextBlock(text, (Passage(0, 1),)) for text in texts], WORDS)
    take_unannounced_lists(entries, WORDS)
    assert [entry.kind for entry in entries] == [
        *("heading", "labelled", "counted", "counted"),
        *("heading", "labelled", "counted", "text"),
    ]


def test_what_a_sentence_leads_in_is_none() -> None:
    goals = "Mål: Alle skal ha ein god stad å bu.\nI dag er det slik:"
    found = read(PLAN.format("-", "-", "-", "-", goals=goals).replace("Skipa", "Opna"))
    assert [measures for _, _, measures in found] == [[], []]


def test_wishes_are_none() -> None:
    text = PLAN.format("-", "-", "-", "-", goals="Mål: Alle skal ha ein god stad å bu.")
    for verb in ("Laga", "Byggja", "Skipa", "Køyra"):
        text = text.replace(f"- {verb}", f"- Alle skal {verb.casefold()}")
    assert [measures for _, _, measures in read(text)] == [[], []]


def test_a_plan_with_a_word_for_measures_has_no_others() -> None:
    text = PLAN.format("-", "-", "-", "-", goals="Mål: Alle skal ha ein god stad å bu.")
    found = read(f"{text}\n3 Veg\nTiltak\n- Byggja bru\n")
    assert [(title, len(measures)) for title, _, measures in found] == [
        ("Bustad", 0),
        ("Ungdom", 0),
        ("Veg", 1),
    ]


def test_measures_counted_behind_the_letter_of_their_area() -> None:
    text = PLAN.format("A1", "A2", "B1", "B2", goals="Mål: Alle skal ha ein god stad å bu.")
    text = text.replace("1 Bustad", "A Bustad").replace("2 Ungdom", "B Ungdom")
    assert [[number for number, _ in measures] for _, _, measures in read(text)] == [
        ["A1", "A2"],
        ["B1", "B2"],
    ]
