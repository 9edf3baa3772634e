"""Goals of two levels that count on: "Hovudmål 1 …", and below it "Delmål 1.1 …"."""

from tiltak.reading import read_document

PLAN = """Plan for kyrkjemusikk i Åsen 2026–2029

{area}{first} Alle kyrkjer skal ha eit orgel som verkar
Orgla er gamle.

Delmål 1.1 Orgla skal stemmast kvart år
Tiltak 1.1.1 Leiga orgelbyggjar
Ansvar: Fellesrådet Kostnad: kr 250 000,Tiltak 1.1.2 Kjøpa stemmeverktøy
Ansvar: Kantoren Kostnad: kr 9 000

Hovudmål 2 Fleire skal syngja
Delmål 2.1 Kvart sokn skal ha eit kor
Tiltak 2.1.1 Halda korkurs
Ansvar: Kantoren Kostnad: kr 40 000
"""

GOALS = [
    "Alle kyrkjer skal ha eit orgel som verkar",
    "Orgla skal stemmast kvart år",
    "Fleire skal syngja",
    "Kvart sokn skal ha eit kor",
]


def read(text: str) -> list[tuple[str, list[str], list[tuple[str, int | None]]]]:
    """Title, goals, and text and amount of the measures, of each area."""
    plan = read_document(text.encode(), "plan.txt")
    return [
        (
            area.title,
            [goal.text for goal in area.sub_goals],
            [(one.text, one.budget.amount if one.budget else None) for one in area.measures],
        )
        for area in plan.focus_areas
    ]


def test_the_upper_goals_are_the_areas_where_nothing_else_is() -> None:
    assert read(PLAN.format(first="Hovudmål 1", area="")) == [
        (
            "Alle kyrkjer skal ha eit orgel som verkar",
            ["Orgla skal stemmast kvart år"],
            [("Leiga orgelbyggjar", 250_000), ("Kjøpa stemmeverktøy", 9_000)],
        ),
        (
            "Fleire skal syngja",
            ["Kvart sokn skal ha eit kor"],
            [("Halda korkurs", 40_000)],
        ),
    ]


def test_they_are_goals_where_the_plan_has_areas() -> None:
    read_areas = read(PLAN.format(first="Hovudmål 1", area="Satsingsområde 1: Orgel\n\n"))
    assert [(area, goals) for area, goals, _ in read_areas] == [("Orgel", GOALS)]


def test_they_are_goals_where_the_numbers_do_not_count_on() -> None:
    areas = read(PLAN.format(first="Hovudmål 3", area=""))
    assert [goals for _, goals, _ in areas] == [GOALS]
