"""Numbers, dates and terms in three languages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tiltak import wording
from tiltak.wording import Language, words

TODAY = date(2018, 6, 18)


@pytest.mark.parametrize(
    ("amount", "language", "currency", "said"),
    [
        (1_140_000, "nn", None, "1\u00a0140\u00a0000\u00a0kr"),
        (0, "nb", None, "0\u00a0kr"),
        (-2_500, "nn", None, "\u22122\u00a0500\u00a0kr"),
        (1_140_000, "en", None, "NOK\u00a01,140,000"),
        (500, "nn", "EUR", "500\u00a0€"),
        (500, "en", "EUR", "EUR\u00a0500"),
    ],
)
def test_amounts_never_break_over_a_line(
    amount: int, language: Language, currency: str | None, said: str
) -> None:
    assert wording.kroner(amount, language, currency) == said
    assert words(language).kroner(amount, currency) == said


def test_percent_and_dates() -> None:
    day = date(2017, 12, 8)
    assert wording.percent(0.15, "nn") == "15\u00a0%"
    assert [wording.long_date(day, code) for code in ("nn", "nb", "en")] == [
        "8. desember 2017",
        "8. desember 2017",
        "8 December 2017",
    ]
    assert [wording.short_date(day, code) for code in ("nn", "en")] == ["08.12.2017", "08/12/2017"]
    at = datetime(2017, 12, 8, 9, 5, tzinfo=UTC)
    assert [words(code).short_moment(at) for code in ("nn", "nb", "en")] == [
        "08.12.2017 09:05",
        "08.12.2017 09:05",
        "08/12/2017 09:05",
    ]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((), ""),
        ((2018,), "2018"),
        ((2018, 2019), "2018–2019"),
        ((2018, 2019, 2020), "2018–2020"),
        ((2018, 2020), "2018, 2020"),
    ],
)
def test_years(years: tuple[int, ...], said: str) -> None:
    assert wording.spoken_years(years) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "i dag"),
        (0, "i dag"),
        (1, "i går"),
        (2, "for 2 dagar sidan"),
        (43, "for 43 dagar sidan"),
        (89, "for 89 dagar sidan"),
        (90, "for 3 månader sidan"),
        (729, "for 24 månader sidan"),
        (730, "for 2 år sidan"),
    ],
)
def test_age_in_the_unit_a_person_would_choose(days: int, said: str) -> None:
    assert words("nn").age(TODAY - timedelta(days=days), TODAY) == said


@pytest.mark.parametrize(
    ("code", "language"),
    [("nn", "nn"), ("nn-NO", "nn"), ("en_GB", "en"), ("nb", "nb"), ("de", "nn"), (None, "nn")],
)
def test_every_code_has_a_language(code: str | None, language: Language) -> None:
    assert wording.language_of(code) == language
