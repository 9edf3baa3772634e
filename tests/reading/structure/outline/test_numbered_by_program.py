"""Plans that one numbered list of the program runs through."""

from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary
from tiltak.reading.blocks import Block, TextBlock
from tiltak.reading.structure.outline.numbered_by_program import type_numbers

WORDS = Vocabulary.default()


def item(mark: str, text: str) -> TextBlock:
    level = mark.count(".")
    place = (Passage(0, len(text)),)
    return TextBlock(text, place, mark=mark, is_list_item=True, list_level=level)


def line(text: str, level: int | None = None) -> TextBlock:
    return TextBlock(text, (Passage(0, len(text)),), level=level)


def texts(*blocks: Block) -> list[str]:
    """The texts, a mark that is still one in brackets before."""
    found = [block for block in type_numbers(blocks, WORDS) if isinstance(block, TextBlock)]
    return [f"[{one.mark}] {one.text}" if one.mark else one.text for one in found]


def test_the_headings_and_measures_of_a_plan_in_one_list() -> None:
    assert texts(
        item("1", "Bustad"),
        line("Mål: Alle skal ha ein bustad."),
        item("1.1", "Laga bustadportal"),
        item("1.2", "Byggja hus"),
        TextBlock("ti i året", (Passage(0, 1),), mark="–", is_list_item=True, list_level=2),
        item("2", "Ungdom"),
        line("Mål: Fleire skal bli."),
        item("2.1", "Skipa ungdomsråd"),
    ) == [
        "1 Bustad",
        "Mål: Alle skal ha ein bustad.",
        "1.1 Laga bustadportal",
        "1.2 Byggja hus",
        "[–] ti i året",
        "2 Ungdom",
        "Mål: Fleire skal bli.",
        "2.1 Skipa ungdomsråd",
    ]


def test_a_list_of_measures_with_their_parts_stays_a_list() -> None:
    listed = [item("1", "Byggja bru"), item("1.1", "Teikna"), item("2", "Rydda stiar")]
    assert texts(line("Tiltak"), *listed, line("Mål: Alle skal fram.")) == [
        "Tiltak",
        "[1] Byggja bru",
        "[1.1] Teikna",
        "[2] Rydda stiar",
        "Mål: Alle skal fram.",
    ]


def test_a_plan_with_styled_headings_says_itself_which_they_are() -> None:
    blocks = [
        line("Bustad", 1),
        item("1", "Bygging"),
        line("Mål: Alle skal ha ein bustad."),
        item("1.1", "Laga bustadportal"),
        item("2", "Leige"),
        line("Mål: Leiga skal ned."),
    ]
    assert type_numbers(blocks, WORDS) == blocks
