"""What number formats say that values do not."""

import datetime as dt

import pytest

from tiltak.reading.formats.workbook.number_formats import number_as_seen, number_format

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("code", "value", "seen"),
    [
        ("0%", 0.25, "25%"),
        ("0.0 %", 0.256, "25,6 %"),
        ("0.00", 1.1, "1.10"),
        ("0.00", 1.0, None),
        ("000", 7, "007"),
        ("#,##0,", 1_500_000, "1500"),
        ('0.0" mill. kr"', 1.5, "1,5 mill. kr"),
        ('0.0" mill. kr"', -2, "-2,0 mill. kr"),
        ('"Prio "0', 3, "Prio 3"),
        ("\\T0", 5, "T5"),
        ("#,##0;-#,##0;", 0, ""),
        ("#,##0;-#,##0;", 4, None),
        ('"Ja";;"Nei"', 1, "Ja"),
        ('"Ja";;"Nei"', 0, "Nei"),
        ("yyyy", DAY, "2026"),
        (";;;", 5, None),
        ('"Prio "0', "tekst", None),
        ('"Prio "0', True, None),
        ('"Prio "0', DAY, None),
    ],
)
def test_what_is_seen(code: str, value: object, seen: str | None) -> None:
    shape = number_format(code)
    assert shape is not None
    assert shape.shown(value) == seen


@pytest.mark.parametrize(
    "code",
    [
        "",
        "General",
        "@",
        "0",
        "[Red]0",
        "#,##0.00",
        '#,##0 "kr"',
        "[$kr-414] #,##0",
        '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-',
        '[>=1000]0.0,"k";0',
        "# ?/?",
        "0.00E+00",
        "mmm yyyy",
        "d. mmmm yyyy",
        "[h]:mm",
    ],
)
def test_formats_that_show_the_value(code: str) -> None:
    assert number_format(code) is None


@pytest.mark.parametrize(
    ("value", "text", "seen"),
    [
        (1.1, "1,10", "1.10"),
        (1.1, "1,1", 1.1),
        (1_500_000.0, "kr 1 500 000,00", 1_500_000.0),
        (1_500_000.0, "1 500", "1 500"),
        (1234.0, "1.234,-", 1234.0),
        (3100.5, "3 101", 3100.5),
        (3100.5, "3 100", 3100.5),
        (0.05, "0,05", "0.05"),
        (1.5, "1,5 mill. kr", "1,5 mill. kr"),
        (0.0, "-", 0.0),
        (0.0, "", ""),
        (7.0, "007", "007"),
        (3.0, "Prio 3", "Prio 3"),
        (0.5, "50 %", "50 %"),
        (-5.0, "−5,00", -5.0),
    ],
)
def test_a_value_and_the_text_it_is_shown_as(value: float, text: str, seen: object) -> None:
    assert number_as_seen(value, text) == seen
