"""Cards whose first row stands alone at the foot of a page."""

from tests.reading.formats.pdf.drawn import pdf_of
from tests.reading.structure.cards.card_plans import read
from tiltak.reading import read_document

FACTS = (("Kven", "Teknisk etat"), ("Når", "2026"), ("Kostnad", "80 000 kr"))


def ruled(*rows: tuple[str, ...]) -> str:
    cells = [
        f"table.cell(colspan: 2)[{row[0]}]" if len(row) == 1 else ", ".join(f"[{t}]" for t in row)
        for row in rows
    ]
    return f"#table(columns: (3cm, 9cm), stroke: 0.5pt, {', '.join(cells)})\n\n"


def texts(*parts: str) -> list[str]:
    markup = "= Plan for Nes kommune 2026–2028\n\n== Fokusområde: Strender\nMål: Alle badar\n\n"
    found = read(read_document(pdf_of(markup + "".join(parts)), "plan.pdf"))
    return [text for _, _, measures in found for text, *_ in measures]


def counted(number: int, text: str, *, cut: bool = False) -> str:
    first = ruled(("Kva", text))
    whole = ruled(("Kva", text), *FACTS)
    below = first + "#pagebreak()\n" + ruled(*FACTS) if cut else whole
    return f"#text(size: 11pt)[*Tiltak {number}*]\n\n{below}"


def titled(name: str, *, cut: bool = False) -> str:
    facts = (("Kva", "Den gamle er roten."), *FACTS)
    if cut:
        return ruled((name,)) + "#pagebreak()\n" + ruled(*facts)
    return ruled((name,), *facts)


def test_the_first_fact_alone() -> None:
    assert texts(
        counted(1, "Ny trapp"), counted(2, "Stupetårn", cut=True), counted(3, "Bøyer")
    ) == ["Ny trapp", "Stupetårn", "Bøyer"]


def test_the_title_alone() -> None:
    assert texts(titled("Ny trapp"), titled("Stupetårn"), titled("Bøyer", cut=True)) == [
        "Ny trapp",
        "Stupetårn",
        "Bøyer",
    ]


def test_a_card_with_its_number_in_the_first_row_begins_a_page() -> None:
    cards = [
        ruled((f"1.{at}", name), *FACTS)
        for at, name in enumerate(("Ny trapp", "Stupetårn"), start=1)
    ]
    assert texts(cards[0], "#pagebreak()\n", cards[1]) == ["Ny trapp", "Stupetårn"]
