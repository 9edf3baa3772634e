"""Goals of the areas in a chapter of their own, or below the area's name said once more."""

import pytest

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

Areas = list[tuple[str, list[str], list[str]]]
BATHS = ["Fleire skal læra å symja.", "Alle skal kunna delta."]
HOMES = ["Eldre skal kunna bu trygt heime."]


def areas(text: str) -> Areas:
    plan: Plan = read_document(text.encode(), "plan.txt")
    return [
        (area.title, [goal.text for goal in area.sub_goals], [m.text for m in area.measures])
        for area in plan.focus_areas
    ]


def listed(lead: str, goals: list[str]) -> str:
    return lead + "\n" + "".join(f"- {goal}\n" for goal in goals)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mål for oppvekst (vedlegg A):", "Mål for eldre (vedlegg B):"),
        ("Mål for oppvekst:", "Mål for eldre:"),
        ("Delmål innan oppvekst", "Delmål innan eldre"),
        ("2.1 Mål for oppvekst", "2.2 Mål for eldre"),
    ],
)
def test_goals_in_a_chapter_of_their_own_are_those_of_the_areas(first: str, second: str) -> None:
    text = f"""Plan for folkehelse 2023–2026

1 Innleiing
Planen er laga av folk frå heile kommunen.

2 Kva me vil oppnå
Kommunen har valt ut to tema.

{listed(first, BATHS)}
{listed(second, HOMES)}
3 Oppfølging
Sekretariatet rapporterer kvar haust.

Vedlegg A Oppvekst

Tiltak
- Opna symjehallen i helgane. Ansvar: Kultur

Vedlegg B Eldre

Tiltak
- Vitja alle over 80 år. Ansvar: Helse
"""
    assert areas(text) == [
        ("Oppvekst", BATHS, ["Opna symjehallen i helgane."]),
        ("Eldre", HOMES, ["Vitja alle over 80 år."]),
    ]


@pytest.mark.parametrize("lead", ["Mål for oppvekst", "Mål for oppvekst:", "1.1 Mål for oppvekst"])
def test_the_name_of_the_area_said_once_more_adds_nothing_to_the_word(lead: str) -> None:
    text = f"""Plan for folkehelse 2023–2026

1 Oppvekst
{listed(lead, BATHS)}
Tiltak
- Opna symjehallen i helgane. Ansvar: Kultur

2 Eldre
Tiltak
- Vitja alle over 80 år. Ansvar: Helse
"""
    assert areas(text) == [
        ("Oppvekst", BATHS, ["Opna symjehallen i helgane."]),
        ("Eldre", [], ["Vitja alle over 80 år."]),
    ]
