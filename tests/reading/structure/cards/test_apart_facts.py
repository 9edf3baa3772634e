"""Cards of a text taken from a PDF: a title, names of facts, and their values below or after them."""

from tiltak.reading import read_document

PLAN = """Plan for kyrkjemusikk i Åsen 2026–2029

Orgel
Mål: Alle kyrkjer skal ha eit orgel som verkar
Leiga orgelbyggjar til alle kyrkjene
Ansvarleg
Kantoren
Frist
Hausten 2026
Kostnad
kr 450 000
Status
Ferdig
Kjøpa stemmeverktøy
Ansvarleg
Kantoren
Samarbeid
Frist
2027
Kostnad
kr 96 000
Status
Ikkje starta

Song
Mål: Fleire skal syngja i kor
Halda korkurs
Ansvarleg
Samarbeid
Frist
Kostnad
Status

Musikkrådet
2028
kr 3 000
Starta
"""


def test_titles_with_facts_below_are_measures_with_their_facts() -> None:
    plan = read_document(PLAN.encode(), "plan.txt")
    assert [
        (
            area.title,
            [
                (
                    one.text,
                    one.responsible.parties if one.responsible else (),
                    one.time.years if one.time else (),
                    one.budget.amount if one.budget else None,
                    one.state,
                )
                for one in area.measures
            ],
        )
        for area in plan.focus_areas
    ] == [
        (
            "Orgel",
            [
                (
                    "Leiga orgelbyggjar til alle kyrkjene",
                    ("Kantoren",),
                    (2026,),
                    450_000,
                    "Ferdig",
                ),
                ("Kjøpa stemmeverktøy", ("Kantoren",), (2027,), 96_000, "Ikkje starta"),
            ],
        ),
        ("Song", [("Halda korkurs", ("Musikkrådet",), (2028,), 3_000, "Starta")]),
    ]


def test_a_lone_text_with_facts_is_not_enough() -> None:
    text = (
        "Plan for kyrkjemusikk i Åsen 2026–2029\n\nOrgel\nMål: Alle kyrkjer skal ha eit orgel\n"
        "Om arbeidet med planen\nAnsvarleg\nKantoren\nFrist\n2026\n"
    )
    plan = read_document(text.encode(), "plan.txt")
    assert [area.measures for area in plan.focus_areas] == [()]
