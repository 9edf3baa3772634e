"""Rows that name the areas of a table, with a number, a letter or a word before the name."""

import pytest

from tests.reading.structure.rows.word_tables import read_table

NAMES = ["Levande sentrum", "Energi og vatn", "God helse"]


def read(bar: str, row: str, names: list[str] = NAMES) -> list[tuple[str | None, str, int]]:
    """Number, title and number of measures of each area; `bar` says how its row is written."""
    rows = ["Nr|Tiltak|Ansvar|Frist"]
    for at, name in enumerate(names, start=1):
        letter, roman = "ABC"[at - 1], ("I", "II", "III")[at - 1]
        rows.append(row.format(bar.format(at=at, letter=letter, roman=roman, name=name)))
        rows += [f"{at}.1|Laga ein plan|Teknisk|2026", f"{at}.2|Byggja bru|Fylket|2027"]
    plan = read_table(*rows, title="Handlingsplan 2026–2029")
    return [(area.number, area.title, len(area.measures)) for area in plan.focus_areas]


ROWS = ["{}|<|<|<", "{}|||"]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("between", [": ", " – ", " — ", " - ", ". ", ") ", " • "])
@pytest.mark.parametrize(
    "head",
    [
        "{at}",
        "{letter}",
        "{roman}",
        "Perspektiv {at}",
        "Pillar {at}",
        "Område {letter}",
        "Spor {roman}",
    ],
)
def test_what_counts_them_is_their_number(head: str, between: str, row: str) -> None:
    found = read(head + between + "{name}", row)
    kind = head[head.index("{") + 1 : -1]
    numbers = {"at": "123", "letter": "ABC", "roman": ("I", "II", "III")}[kind]
    assert found == [(number, name, 2) for number, name in zip(numbers, NAMES, strict=True)]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize(
    "bar",
    [
        "{at}. {name}",
        "{at} {name}",
        "({letter}) {name}",
        "Kap. {at} {name}",
        "Satsingsområde {at}: {name}",
        "Fokusområde {letter} – {name}",
        "Theme {at} — {name}",
        "Tema {at}. {name}",
        "Delområde {at}: {name}",
    ],
)
def test_words_for_areas_and_themes(bar: str, row: str) -> None:
    assert [(title, count) for _, title, count in read(bar, row)] == [(name, 2) for name in NAMES]


@pytest.mark.parametrize("row", ROWS)
def test_names_that_are_not_counted_stay_whole(row: str) -> None:
    names = ["Rute 5 – Sentrum", "Rute 12 – Vika", "E39 – Bru"]
    assert read("{name}", row, names) == [(None, name, 2) for name in names]
