"""Names in the order of the Norwegian alphabet."""

from tiltak.planfile.alphabet import alphabetical


def test_norwegian_letters_come_last_and_capitals_do_not_matter() -> None:
    names = ["Årdal", "Øygarden", "vik", "Ærøy", "Aurland", "andre", "Östersund", "Luster"]
    assert sorted(names, key=alphabetical) == [
        "andre",
        "Aurland",
        "Luster",
        "vik",
        "Ærøy",
        "Östersund",
        "Øygarden",
        "Årdal",
    ]
