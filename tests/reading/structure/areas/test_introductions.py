"""Introductions are no areas, and what tells of a table or list is no measure."""

import pytest

from tiltak.planfile.model import Passage, Plan, Source
from tiltak.reading import Vocabulary, read_document
from tiltak.reading.blocks import BlockDocument, TextBlock
from tiltak.reading.structure.build import build_plan

TITLE = "Handlingsplan 2026–2029"
TOP = f"{TITLE}\nVedteken av Åsen regionråd 3. desember 2025\n\n"


def read(text: str) -> Plan:
    return read_document(f"{TOP}{text}".encode(), "plan.txt")


def areas(plan: Plan) -> list[tuple[str, list[str], list[str]]]:
    """Title, goals and measures of each area."""
    return [
        (area.title, [goal.text for goal in area.sub_goals], [one.text for one in area.measures])
        for area in plan.focus_areas
    ]


@pytest.mark.parametrize(
    "title",
    ["Innleiing", "INNLEDNING", "Inledning", "Bakgrunn og formål", "Om planen", "1 Føreord"],
)
def test_goals_and_measures_below_an_introduction_are_the_plan_s(title: str) -> None:
    plan = read(
        f"{title}\nPlanen gjeld fire kommunar som har samarbeidd lenge om slike spørsmål.\n\n"
        "Mål\n- Alle skal koma fram\n\nTiltak\n- Byggja bru\n- Rydda stiar\n"
    )
    assert areas(plan) == [(TITLE, ["Alle skal koma fram"], ["Byggja bru", "Rydda stiar"])]
    assert plan.paragraphs[0].text.upper() == title.removeprefix("1 ").upper()


def styled(*lines: tuple[str, int | None]) -> Plan:
    """A plan of texts, each with the level its style gives it."""
    text, blocks = "", []
    for line, level in lines:
        blocks.append(TextBlock(line, (Passage(len(text), len(text) + len(line)),), level=level))
        text += f"{line}\n"
    document = BlockDocument(text, "text/plain", tuple(blocks))
    source = Source("plan.docx", "text/plain", "0" * 64, text)
    return build_plan(document, source, Vocabulary.default())


def test_a_word_for_measures_in_the_introduction_s_style_ends_all_below_it() -> None:
    plan = styled(
        (TITLE, 0),
        ("Inledning", 1),
        ("Planen gäller fyra kommuner.", None),
        ("Våra ledord", 2),
        ("Vi är nära varandra.", None),
        ("Åtgärder", 1),
        ("Bygga en bro", None),
        ("Röja stigar", None),
    )
    assert areas(plan) == [(TITLE, [], ["Bygga en bro", "Röja stigar"])]


TABLE = """
Tiltak               Ansvar      Frist
Byggja bru           Fylket      2026
Rydda stiar          Turlaget    2027
"""


@pytest.mark.parametrize("heading", ["Tiltak", "2 Tiltak"])
@pytest.mark.parametrize(
    ("sentence", "below"),
    [
        ("Tabellen viser tiltaka. Beløpa er i tusen kroner.\n", TABLE),
        ("Kommunane har vorte samde om fire tiltak.\n", TABLE),
        ("Prioritet: 1 = skal gjerast, 2 = bør gjerast\n", TABLE),
        ("Under står tiltaka i prioritert rekkjefølgje.\n", "\n- Byggja bru\n- Rydda stiar\n"),
        ("Regionrådet skal gjennomføra desse tiltaka.\n", "\n- Byggja bru\n- Rydda stiar\n"),
    ],
)
def test_what_tells_of_a_table_or_list_is_no_measure(
    heading: str, sentence: str, below: str
) -> None:
    plan = read(f"1 Innleiing\nPlanen gjeld fire kommunar.\n\n{heading}\n{sentence}{below}")
    assert areas(plan) == [(TITLE, [], ["Byggja bru", "Rydda stiar"])]


def test_measures_in_sentences_with_their_parts_stay() -> None:
    plan = read("Tiltak\nByggja ut breiband i:\n- Dalen\n- Fjorden\nRydda stiar\n")
    (area,) = plan.focus_areas
    assert [(one.text, len(one.children)) for one in area.measures] == [
        ("Byggja ut breiband i:", 2),
        ("Rydda stiar", 0),
    ]


@pytest.mark.parametrize(
    "title", ["Innsatsområde og tiltak", "Mål og tiltak", "Satsingsområder, mål og tiltak"]
)
def test_what_tells_of_the_chapter_of_all_areas_is_no_measure(title: str) -> None:
    about = "Planen har to område. For kvart av dei er det sett mål, og tiltaka står i ein tabell."
    plan = styled(
        (TITLE, 0),
        ("1 Innleiing", 1),
        ("Planen gjeld fire kommunar.", None),
        (f"2 {title}", 1),
        (about, None),
        ("2.1 Sjø", 2),
        ("Mål", None),
        ("Sjøen skal vera rein", None),
        ("Tiltak", None),
        ("Rydda strender", None),
        ("2.2 Skog", 2),
        ("Mål", None),
        ("Fleire skal gå tur", None),
        ("Tiltak", None),
        ("Merka stiar", None),
    )
    assert areas(plan) == [
        ("Sjø", ["Sjøen skal vera rein"], ["Rydda strender"]),
        ("Skog", ["Fleire skal gå tur"], ["Merka stiar"]),
    ]
