"""Brackets behind measures whose parts are in the same order."""

import pytest

from tiltak.reading import read_document

Said = tuple[str, tuple[str, ...], tuple[int, ...], int | None, str | None]


def said(*measures: str) -> list[Said]:
    listed = "".join(f"{at}) {text}\n" for at, text in enumerate(measures, start=1))
    text = f"Tiltaksplan 2025-2027\n\nJORD OG BEITE\n\nTiltak:\n{listed}"
    plan = read_document(text.encode(), "plan.txt")
    return [
        (
            measure.text,
            measure.responsible.parties if measure.responsible else (),
            measure.time.years if measure.time else (),
            measure.budget.amount if measure.budget else None,
            measure.budget.basis if measure.budget else None,
        )
        for area in plan.focus_areas
        for measure in area.measures
    ]


@pytest.mark.parametrize("mark", ["; ", ", "])
def test_the_place_of_a_part_tells_what_it_is(mark: str) -> None:
    brackets = [
        ("landbrukssjefen", "hausten 2025", "kr 50 000"),
        ("bondelaget og kommunen", "2025-2026", "innanfor ramma"),
        ("næringssjefen/Vik Kjøt SA", "innan utgangen av 2026", "kr 1,1 mill."),
    ]
    named = ("Danna beitelag i fjella", "Leiga ut jord", "Kjøpa slakteeining")
    texts = [f"{name} ({mark.join(parts)})" for name, parts in zip(named, brackets, strict=True)]
    assert said(*texts) == [
        (named[0], ("landbrukssjefen",), (2025,), 50_000, "amount"),
        (named[1], ("bondelaget", "kommunen"), (2025, 2026), None, "within_frame"),
        (named[2], ("næringssjefen", "Vik Kjøt SA"), (2026,), 1_100_000, "amount"),
    ]


def test_the_order_is_that_of_the_plan() -> None:
    assert said(
        "Danna beitelag i fjella (2025; landbrukssjefen)",
        "Leiga ut jord (våren 2026; bondelaget)",
        "Kjøpa slakteeining (2027; næringssjefen)",
    ) == [
        ("Danna beitelag i fjella", ("landbrukssjefen",), (2025,), None, None),
        ("Leiga ut jord", ("bondelaget",), (2026,), None, None),
        ("Kjøpa slakteeining", ("næringssjefen",), (2027,), None, None),
    ]


def test_brackets_that_tell_of_papers_or_things_are_part_of_the_text() -> None:
    texts = (
        "Følgja opp meldinga om jord (stortinget; 2012)",
        "Følgja opp meldinga om skog (regjeringa; 2014)",
        "Følgja opp meldinga om vatn (direktoratet; 2016)",
        "Lysa opp vegane (buss; båt)",
    )
    assert said(*texts) == [(text, (), (), None, None) for text in texts]
