"""Lines of facts, and the measures they are about."""

import pytest

from tiltak.reading import read_document

TOP = "Handlingsplan 2026–2029\nVedteken av Åsen regionråd 3. desember 2025\n\n1 Bustad\n"
TILTAK = "Tiltak\n- Laga bustadportal\n- Byggja ti hus\n"


@pytest.mark.parametrize(
    ("above", "who"),
    [
        ("Ansvar: Bustadutvalet\n", ("Bustadutvalet",)),
        ("Mål: Alle skal ha ein bustad.\nAnsvar: Bustadutvalet\n", ("Bustadutvalet",)),
        # one of several goals: not that of all measures
        ("Mål: Alle skal bu.\nMål: Leiga skal ned.\nAnsvar: Bustadutvalet\n", ()),
    ],
)
def test_a_fact_above_the_measures_is_about_all(above: str, who: tuple[str, ...]) -> None:
    plan = read_document(f"{TOP}{above}{TILTAK}".encode(), "plan.txt")
    (area,) = plan.focus_areas
    found = [one.responsible.parties if one.responsible else () for one in area.measures]
    assert found == [who, who]


PARTS = """Handlingsplan for grenda 2026–2029

1. Huset

{0}Rusta opp grendahuset:
    {1}nytt tak
    {2}rampe ved inngangen
  {4}: Husstyret
  {5}: 2027

{3}Skipa songkveld
  {4}: Koret
  {5}: 2026
"""


@pytest.mark.parametrize("signs", ["* - - *", "- o o -", "1) a) b) 2)", "• – – •"])
@pytest.mark.parametrize("words", [("Kven", "Når"), ("Hvem", "Hvornår"), ("Lead", "Timescale")])
def test_facts_below_the_parts_are_about_the_measure(signs: str, words: tuple[str, str]) -> None:
    text = PARTS
    for place, word in enumerate((*(f"{sign} " for sign in signs.split()), *words)):
        text = text.replace(f"{{{place}}}", word)
    (area,) = read_document(text.encode(), "plan.txt").focus_areas
    assert [
        (
            one.text,
            [part.text for part in one.children],
            one.responsible.parties if one.responsible else None,
            one.time.years if one.time else None,
        )
        for one in area.measures
    ] == [
        ("Rusta opp grendahuset:", ["nytt tak", "rampe ved inngangen"], ("Husstyret",), (2027,)),
        ("Skipa songkveld", [], ("Koret",), (2026,)),
    ]


OF_PARTS = """Handlingsplan for grenda 2026–2029

1. Huset

* Rusta opp grendahuset i to steg:
    - nytt tak
      Kven gjer det: Dugnadsgjengen
      Når: 2026
    - ny rampe
      Kven gjer det: Kommunen
      Når: 2027
  Kva kostar det: 300 000 kr

* Skipa songkveld
  Kven gjer det: Koret
"""


def test_facts_deeper_than_their_part_are_about_it_alone() -> None:
    (area,) = read_document(OF_PARTS.encode(), "plan.txt").focus_areas
    found = [
        (
            one.text,
            one.responsible.parties if one.responsible else (),
            one.time.years if one.time else (),
            one.budget.amount if one.budget else None,
        )
        for top in area.measures
        for one in (top, *top.children)
    ]
    assert found == [
        ("Rusta opp grendahuset i to steg:", (), (), 300_000),
        ("nytt tak", ("Dugnadsgjengen",), (2026,), None),
        ("ny rampe", ("Kommunen",), (2027,), None),
        ("Skipa songkveld", ("Koret",), (), None),
    ]


LISTED = """Handlingsplan for grenda 2026–2029

1 Veg

Tiltak

{0}Byggja gangveg
Ansvar: Vegkontoret
Frist: 2026
{3}

{1}Merka stiar
Ansvar: Turlaget
Frist: 2027
Kostnad: 500 000

{2}Rydda utsikta langs vegen
{4}
{5}
"""


@pytest.mark.parametrize("numbers", [("1.1 ", "1.2 ", "1.3 "), ("- ", "- ", "- "), ("", "", "")])
@pytest.mark.parametrize(
    "unsaid",
    [
        ("Kostnad:", "Ansvar:", "Kostnad:"),
        ("Kostnad: –", "Ansvar: –", "Kostnad: -"),
        ("Kostnad: -", "Ansvar: -", "Kostnad: –"),
    ],
)
def test_what_is_not_filled_in_below_a_measure_is_not_taken_from_the_next(
    numbers: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    text = LISTED.format(*numbers, *unsaid)
    (area,) = read_document(text.encode(), "plan.txt").focus_areas
    found = [
        (
            one.text,
            one.responsible.parties if one.responsible else (),
            one.time.years if one.time else (),
            one.budget.amount if one.budget else None,
        )
        for one in area.measures
    ]
    assert found == [
        ("Byggja gangveg", ("Vegkontoret",), (2026,), None),
        ("Merka stiar", ("Turlaget",), (2027,), 500_000),
        ("Rydda utsikta langs vegen", (), (), None),
    ]
