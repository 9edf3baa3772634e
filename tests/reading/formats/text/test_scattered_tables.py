"""Tables a text holds in pieces: what was read from them is doubtful, and said to be."""

from tiltak.planfile.walk import readings
from tiltak.reading import read_document
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.formats.text.scattered_tables import SCATTERED
from tiltak.reading.structure.reasons import TABLE_SCATTERED
from tiltak.reading.vocabulary import Vocabulary

TORN = """Kulturplan 2026–2029
Vedteken av kommunestyret 12.03.2026

Bibliotek
Tilbodet er mykje brukt, og planen er laga saman med brukarane i heile kommunen.

Tiltak
Utvida
meirope til
alle dagar
Innføra
lånekort

2026
X

2027
X

2028

2029
X

X

Kulturskule
Mål: Alle born får plass på kulturskulen.
"""


def scattered(text: str) -> list[str]:
    document = blocks_of_text(text, Vocabulary.default())
    return [document.text[passage.start : passage.end] for passage in document.scattered]


def test_crosses_and_years_alone_on_their_lines() -> None:
    found = scattered(TORN)
    assert {"Innføra", "lånekort", "2026", "X", "2029"} <= set(found)
    assert "Mål: Alle born får plass på kulturskulen." not in found
    assert SCATTERED in blocks_of_text(TORN, Vocabulary.default()).warnings


def test_what_was_read_from_them_is_a_guess_and_says_why() -> None:
    plan = read_document(TORN.encode(), "plan.txt")
    torn = TORN.index("Utvida"), TORN.index("Kulturskule")
    inside = [
        reading
        for reading in readings(plan)
        if any(torn[0] <= passage.start < torn[1] for passage in reading.passages)
    ]
    assert inside
    assert {(one.confidence, one.reason) for one in inside} == {
        (TABLE_SCATTERED.confidence, TABLE_SCATTERED.reason)
    }
    assert SCATTERED in plan.warnings
    goal = next(g for area in plan.focus_areas for g in area.sub_goals)
    assert goal.reading.confidence > TABLE_SCATTERED.confidence


def test_facts_and_years_of_running_text_are_no_pieces() -> None:
    text = (
        "Handlingsplan\n2026-2029\n\nTiltak 1: Byggja bru\nAnsvar: Teknisk\nFrist: 2026\n"
        "Kostnad: 100 000 kr\n\nTiltak 2: Måla hus\nAnsvar: Eigedom\nFrist: 2027\nKostnad: 50 000 kr\n"
    )
    assert scattered(text) == []


def test_a_table_whose_values_could_not_be_paired_is_doubtful() -> None:
    text = (
        "Tiltak\n1) Kjøpa buss\n2) Halda kurs\n3) Leiga bane\n\n"
        "Frist\n2025\n2026\n2027\n\nKostnad\n40 000\n60 000\n"
    )
    assert "1) Kjøpa buss" in scattered(text)


def test_a_cell_of_very_many_lines_is_doubtful() -> None:
    lines = "\n".join(f"og vidare til stad nummer {n}" for n in range(9))
    text = f"Tiltak\nByggja veg\n{lines}\n\nFrist\n2025\n\nAnsvar\nTeknisk\n"
    assert "Byggja veg" in scattered(text)
    assert scattered("Tiltak\nByggja veg\ntil Nes\n\nFrist\n2025\n\nAnsvar\nTeknisk\n") == []
