"""What corrections teach, and what they do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.planfile.editing.random_edits import edits
from tiltak.planfile.editing import (
    Assign,
    Correct,
    Edit,
    Exclude,
    ImpossibleEdit,
    Move,
    apply_edit,
    apply_edits,
)
from tiltak.planfile.elements import elements
from tiltak.planfile.model import Column, Plan
from tiltak.reading import Vocabulary, read_document
from tiltak.reading.lessons import Lesson, lessons
from tiltak.reading.lessons.lesson import LEAST

WORDS = Vocabulary.default()
TEXT = """Handlingsplan 2026

1 Arbeid
Delmål
Fleire skal ha arbeid.
Hovudgrep 1: Samla kreftene om næringsutvikling i bygdene.
Hovudgrep 2: Styrka rettleiinga til gründerane i kommunane.
Tiltak
- Laga ei oversikt over ledige kontor.
- Byggja ut breiband.

2 Veg
Storverk
- Byggja gangveg til skulen
- Byggja bru over elva
Tiltak
- Rydda grøfter
"""
TABLE = """Handlingsplan 2026

1 Arbeid

Tiltak\tUtførande eining\tFrist\tEtappe\tSum i kr
Laga oversikt over ledige kontor\tNordvik kommune\t2026\t2027-2028\t100 000
Byggja ut breiband i bygdene\tSørvåg kommune / NAV\t2027\t2028\t50 000
Rydda grøftene langs vegen\tVegvesenet\t2026\t2026\t
"""


def read(text: str, words: Vocabulary = WORDS) -> Plan:
    return read_document(text.encode(), "plan.txt", vocabulary=words)


def taught(text: str, *changes: Edit) -> list[Lesson]:
    """What the changes of one review teach."""
    plan = read(text)
    return list(lessons(plan, apply_edits(plan, changes), WORDS))


def kinds(plan: Plan) -> dict[str, str]:
    return {one.text: one.kind for one in elements(plan)}


GRIPS = (Move("1.d2", "strategy", "1"), Move("1.d3", "strategy", "1"))
WORKS = (Move("2.p2", "strategy", "2"), Move("2.p3", "strategy", "2"))


def test_a_word_in_front_of_a_number() -> None:
    assert taught(TEXT, *GRIPS) == [Lesson("level", "strategy", "hovudgrep", 2)]


def test_a_word_on_a_line_above() -> None:
    assert taught(TEXT, *WORKS, Exclude("2.p1")) == [Lesson("level", "strategy", "storverk", 2)]
    assert taught(TEXT, *WORKS) == [Lesson("level", "strategy", "storverk", 2)]


def test_text_that_had_no_place() -> None:
    plan = apply_edits(read(TEXT), [Exclude("1.d2"), Exclude("1.d3")])
    places = [one.passage for one in plan.unplaced]
    gathered = [
        Assign(0, start, end, "strategy", "1")
        for one in places
        for start, end in lines_in(TEXT, one.start, one.end)
    ]
    after = apply_edits(plan, gathered)
    assert lessons(plan, after, WORDS) == (Lesson("level", "strategy", "hovudgrep", 2),)


def lines_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines between two characters."""
    found, at = [], start
    for line in text[start:end].split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def test_the_next_document_is_read_as_the_person_said() -> None:
    learnt = {one.word for one in taught(TEXT, *GRIPS, *WORKS)}
    words = WORDS.with_words(levels={"strategy": learnt})
    found = kinds(read(TEXT, words))
    assert [text for text, kind in found.items() if kind == "strategy"] == [
        "Samla kreftene om næringsutvikling i bygdene.",
        "Styrka rettleiinga til gründerane i kommunane.",
        "Byggja gangveg til skulen",
        "Byggja bru over elva",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        (),
        GRIPS[:1],
        (GRIPS[0], Move("1.d3", "measure", "1")),
        (Move("1.d2", "paragraph", "1"), Move("1.d3", "paragraph", "1")),
        # the title of an area is no word for what stands below
        (Move("1.m1", "strategy", "1"), Move("2.m1", "strategy", "2")),
    ],
    ids=["nothing", "once", "differently", "no level", "under other words"],
)
def test_what_teaches_nothing(changes: tuple[Edit, ...]) -> None:
    assert taught(TEXT, *changes) == []


def test_a_word_that_is_left_elsewhere_is_no_lesson() -> None:
    text = TEXT.replace("2 Veg", "Hovudgrep 3: Halda ved like det som er bygt i regionen.\n\n2 Veg")
    plan = read(text)
    assert sum(one.text.startswith("Hovudgrep") for one in elements(plan)) == 3
    assert taught(text, *GRIPS) == []


def test_a_word_that_is_known_is_no_lesson() -> None:
    known = WORDS.with_words(levels={"strategy": ["Hovudgrep"]})
    plan = read(TEXT)
    assert lessons(plan, apply_edits(plan, GRIPS), known) == ()


def parties(row: str, *names: str) -> Correct:
    return Correct(f"row:{row}", "responsible", list(names))


def test_a_column_whose_cells_were_typed_into_a_field() -> None:
    assert taught(TABLE, parties("R1", "Nordvik kommune"), parties("R2", "NAV", "Sørvåg kommune")) == [
        Lesson("column", "responsible", "utførande eining", 2)
    ]  # fmt: skip


def test_the_next_table_is_read_as_the_person_said() -> None:
    words = WORDS.with_words(columns={"responsible": ["utførande eining"]})
    rows = read(TABLE, words).tables[0].rows
    assert [row.responsible.parties if row.responsible else None for row in rows] == [
        ("Nordvik kommune",),
        ("Sørvåg kommune", "NAV"),
        ("Vegvesenet",),
    ]


@pytest.mark.parametrize(
    ("changes", "learnt"),
    [
        (
            [
                Correct("row:R1", "time", {"raw": "2027–2028", "years": [2027, 2028]}),
                Correct("row:R2", "time", {"raw": "i 2028", "years": [2028]}),
            ],
            [Lesson("column", "time", "etappe", 2)],
        ),
        (
            [
                Correct("1.m1", "state", "Nordvik kommune"),
                Correct("1.m3", "state", "Vegvesenet"),
            ],
            [Lesson("column", "state", "utførande eining", 2)],
        ),
        ([parties("R1", "Nordvik kommune")], []),
        ([parties("R1", "Nordvik kommune"), parties("R2", "Fylket")], []),
        (
            [
                parties("R1", "Nordvik kommune"),
                parties("R3", "Vegvesenet"),
                Correct("row:R1", "partners", ["Nordvik kommune"]),
            ],
            [],
        ),
    ],
    ids=["time", "of the measures", "once", "other words", "in two fields"],
)
def test_columns(changes: list[Edit], learnt: list[Lesson]) -> None:
    assert taught(TABLE, *changes) == learnt


MISREAD = """Handlingsplan 2026

1 Arbeid

Tiltak\tAnsvarleg\tFrist
Laga oversikt over ledige kontor\tNordvik kommune\t2026
Byggja ut breiband i bygdene\tSørvåg kommune / NAV\t2027
Rydda grøftene langs vegen\tVegvesenet\t2026
"""


def moved(row: str, *names: str, emptied: bool = True) -> list[Edit]:
    """What stood as responsible is typed in as partners."""
    edits: list[Edit] = [Correct(f"row:{row}", "partners", list(names))]
    return [*edits, Correct(f"row:{row}", "responsible", [])] if emptied else edits


@pytest.mark.parametrize(
    ("changes", "learnt"),
    [
        (
            [*moved("R1", "Nordvik kommune"), *moved("R2", "NAV", "Sørvåg kommune")],
            [Lesson("column", "partners", "ansvarleg", 2)],
        ),
        (moved("R1", "Nordvik kommune"), []),
        (
            [
                *moved("R1", "Nordvik kommune", emptied=False),
                *moved("R2", "NAV", "Sørvåg kommune", emptied=False),
            ],
            [],
        ),
        ([*moved("R1", "Fylket"), *moved("R2", "Fylket")], []),
        (
            [Correct("row:R1", "responsible", []), Correct("row:R2", "responsible", [])],
            [],
        ),
    ],
    ids=["moved", "once", "in both", "others", "emptied only"],
)
def test_a_column_that_was_misunderstood(changes: list[Edit], learnt: list[Lesson]) -> None:
    assert taught(MISREAD, *changes) == learnt


def test_of_two_columns_of_one_role_nothing_is_said() -> None:
    plan = read(MISREAD)
    table = plan.tables[0]
    twice = replace(table, columns=(*table.columns, Column("Ansvar", "responsible")))
    plan = replace(plan, tables=(twice,))
    changes = [*moved("R1", "Nordvik kommune"), *moved("R2", "NAV", "Sørvåg kommune")]
    assert lessons(plan, apply_edits(plan, changes), WORDS) == ()


def test_a_misunderstood_column_is_read_as_the_person_said() -> None:
    words = WORDS.with_words(columns={"partners": ["ansvarleg"]})
    rows = read(MISREAD, words).tables[0].rows
    assert [(row.responsible, row.partners and row.partners.parties) for row in rows] == [
        (None, ("Nordvik kommune",)),
        (None, ("Sørvåg kommune", "NAV")),
        (None, ("Vegvesenet",)),
    ]


@given(st.data(), st.sampled_from([TEXT, TABLE, MISREAD]))
@settings(max_examples=60, deadline=None)
def test_any_review(data: st.DataObject, text: str) -> None:
    plan = after = read(text)
    for _ in range(5):
        try:
            after = apply_edit(after, data.draw(edits(after)))
        except ImpossibleEdit:
            continue
    found = lessons(plan, after, WORDS)
    assert all(one.times >= LEAST and one.word == one.word.casefold().strip() for one in found)
    assert len({(one.use, one.word) for one in found}) == len(found)
