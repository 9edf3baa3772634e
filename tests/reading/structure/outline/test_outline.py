"""What a line is, told by how it is set beside the others."""

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Look, TextBlock
from tiltak.reading.structure.outline.outline import outline
from tiltak.reading.vocabulary import Vocabulary


def line(text: str, size: float) -> TextBlock:
    return TextBlock(text, (Passage(0, len(text)),), look=Look(size=size))


def test_facts_set_small_do_not_make_headings_of_the_text() -> None:
    """As many small lines as others: "Ansvar", "Frist" and "Kostnad" below each measure."""
    facts = [line(text, 9.0) for text in ("Ansvar: Turlaget", "Frist: 2026", "Kostnad: 5 000 kr")]
    goal = line("Mål: Talet på gjester utanom juli skal dobla seg innan 2028.", 10.0)
    blocks = [
        line("Satsingsområde 1: Reiseliv", 15.0),
        goal,
        line("Merka leia til fyret", 11.0),
        *facts,
        line("Felles bookingløysing", 11.0),
        *facts,
    ]
    kinds = [entry.kind for entry in outline(blocks, Vocabulary.default())]
    measure = ["heading", "attribute", "attribute", "attribute"]
    assert kinds == ["heading", "labelled", *measure, *measure]
