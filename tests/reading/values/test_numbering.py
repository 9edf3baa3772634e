"""Numbers in front of headings and list items."""

import pytest

from tiltak.reading.values.numbering import read_lettered, read_number, roman_value


@pytest.mark.parametrize(
    ("text", "kind", "raw", "rest"),
    [
        ("1 Næring", "decimal", "1", "Næring"),
        ("1.2 Reiseliv", "decimal", "1.2", "Reiseliv"),
        ("3. Bygg", "decimal", "3", "Bygg"),
        ("1.3a Benker", "decimal", "1.3a", "Benker"),
        ("1a.2 Benker", "decimal", "1a.2", "Benker"),
        ("10.Bygg", "decimal", "10", "Bygg"),
        ("2 – Bygg", "decimal", "2", "Bygg"),
        ("2: Bygg", "decimal", "2", "Bygg"),
        ("2.1 - Bygg", "decimal", "2.1", "Bygg"),
        ("B – Bygg", "capital", "B", "Bygg"),
        ("B: Bygg", "capital", "B", "Bygg"),
        ("I – Bygg", "roman", "I", "Bygg"),
        ("II: Bygg", "roman", "II", "Bygg"),
        ("1:1  Bygg ut", "decimal", "1:1", "Bygg ut"),
        ("2:12. Bygg ut", "decimal", "2:12", "Bygg ut"),
        ("2) Laga ein katalog", "bracket", "2", "Laga ein katalog"),
        ("(4) Laga", "bracket", "4", "Laga"),
        ("a) Laga", "bracket", "a", "Laga"),
        ("b. Gje", "letter", "b", "Gje"),
        ("A. Barn", "capital", "A", "Barn"),
        ("B Barn og unge", "capital", "B", "Barn og unge"),
        ("IV. Kultur", "roman", "IV", "Kultur"),
        ("Kap. 3 Kultur", "chapter", "3", "Kultur"),
        ("Vedlegg A Fysiske tiltak", "appendix", "A", "Fysiske tiltak"),
    ],
)
def test_numbers(text: str, kind: str, raw: str, rest: str) -> None:
    found = read_number(text)
    assert found is not None
    assert (found.kind, found.raw, found.rest) == (kind, raw, rest)


@pytest.mark.parametrize(
    "text",
    [
        "I dag skal me",
        "Å skapa",
        "2018 er eit år",
        "12.2026",
        "2.1a etasje",
        "",
        "Veg",
        "1,5 mill.",
    ],
)
def test_words_are_no_numbers(text: str) -> None:
    assert read_number(text) is None


def test_roman() -> None:
    assert [roman_value(raw) for raw in ("I", "IV", "IX", "XIV")] == [1, 4, 9, 14]


def test_an_item_counted_within_a_lettered_area() -> None:
    found = read_lettered("A.12 Sikrare skuleveg")
    assert found is not None
    assert (found.raw, found.order, found.depth, found.rest) == ("A.12", 12, 2, "Sikrare skuleveg")


@pytest.mark.parametrize("text", ["E39 Rassikring", "A. Barn", "A.1", "Rv. 7 Bru"])
def test_roads_and_letters_alone_are_no_such_count(text: str) -> None:
    assert read_lettered(text) is None


@pytest.mark.parametrize(
    "text", ["9:30 Kaffe", "14:15 Møte", "1:1000 Kart", "08:10 Ope", "2:1 mot"]
)
def test_hours_scales_and_shares_number_nothing(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "parent"),
    [("1.2 Bygg", "1"), ("1:2 Bygg", "1"), ("1.2.3 Bygg", "1.2"), ("3 Bygg", ""), ("A. Bygg", "")],
)
def test_the_number_that_one_counts_on_from(text: str, parent: str) -> None:
    found = read_number(text)
    assert found is not None
    assert found.parent == parent
