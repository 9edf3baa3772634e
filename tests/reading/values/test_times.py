"""Times as plans write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.reading import Vocabulary
from tiltak.reading.values.times import find_years, is_time, parse_time

WORDS = Vocabulary.default()


def years(raw: str, *plan: int) -> list[int]:
    return list(parse_time(raw, vocabulary=WORDS, plan_years=plan).years)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2018", [2018]),
        ("2018-2019", [2018, 2019]),
        ("2015–2017", [2015, 2016, 2017]),
        ("2015-17", [2015, 2016, 2017]),
        ("24-27", [2024, 2025, 2026, 2027]),
        ("haust 2018", [2018]),
        ("1. tertial 2012", [2012]),
        ("Q4 2025/26", [2025, 2026]),
        ("Skoleåret 2016/17", [2016, 2017]),
        ("1.9.2016", [2016]),
        ("31.12.2021", [2021]),
        ("Fra høsten 2015", [2015]),
        ("Innen utgangen av 2016", [2016]),
        ("veke 36 2019", [2019]),
        ("H-18", [2018]),
        ("V19", [2019]),
        ("H18/V19", [2018, 2019]),
        ("haust '26", [2026]),
        ("våren -26", [2026]),
        ("Q3-26", [2026]),
        ("'26-'28", [2026, 2027, 2028]),
        ("01.07.26", [2026]),
        ("Innan 31.12.26", [2026]),
        ("1/7-2026", [2026]),
        ("Skuleåret 18/19", [2018, 2019]),
        ("090902", [2002]),
        ("130925", [2025]),
        ("haust 2026 – vår 2028", [2026, 2027, 2028]),
        ("1.8.2026–31.7.2028", [2026, 2027, 2028]),
        ("Oppstart 2026, ferdig 2028", [2026, 2027, 2028]),
        ("Mars 2026 og september 2028", [2026, 2028]),
        ("1/1-25 – 31/12-27", [2025, 2026, 2027]),
        ("20251231", [2025]),
        ("1. februar 2024 – 31. december 2025", [2024, 2025]),
        ("1 February 2024 – 31 December 2025", [2024, 2025]),
        ("1. mars 2024–30. juni 2026", [2024, 2025, 2026]),
        ("15 feb. 2024 - 31 okt. 2024", [2024]),
        ("1. feb. 2024 til 31. des. 2025", [2024, 2025]),
        ("från 1 mars 2024 till 30 juni 2026", [2024, 2025, 2026]),
        ("2024 – 31. desember 2026", [2024, 2025, 2026]),
        ("Skuleåret 2025/26 mai", [2025, 2026]),
        ("2015-17. Desse åra", [2015, 2016, 2017]),
        ("31/3/2026", [2026]),
        ("March 31, 2026", [2026]),
        ("Q3'25", [2025]),
        ("2025−2027", [2025, 2026, 2027]),
        ("2025‑2027", [2025, 2026, 2027]),
        ("2025 → 2027", [2025, 2026, 2027]),
        ("2025 t o m 2027", [2025, 2026, 2027]),
        ("Mellom 2025 og 2027", [2025, 2026, 2027]),
        ("between 2025 and 2027", [2025, 2026, 2027]),
        ("2025 (oppstart) – 2027", [2025, 2026, 2027]),
        ("2026 + 2028", [2026, 2028]),
        ("Skuleåret 25-26", [2025, 2026]),
        ("Skuleåret 25/26 og 26/27", [2025, 2026, 2027]),
        ("08/15", []),
        ("sak 17/18", []),
        ("veke 36", []),
        ("Uke 40-42 2026", [2026]),
        ("", []),
        ("snarast", []),
    ],
)
def test_years(raw: str, expected: list[int]) -> None:
    assert years(raw) == expected


def test_ongoing_has_no_years_of_its_own() -> None:
    for raw in (
        "Løpande",
        "Årlig",
        "Årlig i november",
        "ongoing",
        "Kvar sommar",
        "Annakvart år",
        "to ganger i året",
        "Två gånger per år",
        "twice a year",
        "Heile planperioden",
        "Dagleg",
        "Pågår",
        "Igangværende",
        "On-going",
        "Twice yearly",
        "Lifetime of the plan",
        "Mandatperioden",
        "x2 pr. år",
        "Etter behov",
    ):
        found = parse_time(raw, vocabulary=WORDS, plan_years=(2020, 2021))
        assert (found.ongoing, found.years) == (True, ())


def test_a_season_is_in_the_plan_s_year_when_it_has_one() -> None:
    found = parse_time("1. tertial", vocabulary=WORDS, plan_years=(2018,))
    assert (found.years, found.years_inferred) == ((2018,), True)
    assert years("1. tertial", 2018, 2019) == []


@pytest.mark.parametrize(
    "raw",
    [
        *(
            "2019 og utover",
            "2019 –",
            "2019 ff.",
            "2019 flg.",
            "2019 →",
            "2019 –>",
            "2019 ⇒",
            "2019+",
        ),
        *(
            "2019 og frem",
            "2019 og fremefter",
            "2019 och framåt",
            "2019 onward",
            "From 2019 onwards",
        ),
    ],
)
def test_an_open_end_lasts_as_long_as_the_plan(raw: str) -> None:
    assert years(raw, 2018, 2019, 2020, 2021) == [2019, 2020, 2021]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("År 1", [2026]),
        ("År 1-3", [2026, 2027, 2028]),
        ("Year 2", [2027]),
        ("Years 1 to 3", [2026, 2027, 2028]),
        ("Yrs 1-2", [2026, 2027]),
        ("Y1, Y2", [2026, 2027]),
        ("År 1 og 3", [2026, 2028]),
        ("1. år i planperioden", [2026]),
        ("År 7", []),
        ("2 år", []),
    ],
)
def test_years_can_be_counted_from_the_plan_s_first(raw: str, expected: list[int]) -> None:
    found = parse_time(raw, vocabulary=WORDS, plan_years=(2026, 2027, 2028, 2029))
    assert (list(found.years), found.years_inferred) == (expected, bool(expected))


def test_two_digits_are_a_year_where_they_are_near_the_plan_s() -> None:
    assert years("des. 26", 2026, 2027) == [2026]
    assert years("des. 26", 2012, 2013) == []
    assert years("26/27", 2026, 2027) == [2026, 2027]
    assert years("26/27", 2018) == []
    assert years("26", 2026, 2027) == [2026]
    assert years("26, 27 og 29", 2026, 2027, 2028, 2029) == [2026, 2027, 2029]
    assert years("26", 2018, 2019) == []
    assert years("251231", 2025, 2026) == [2025]


@pytest.mark.parametrize(
    "raw",
    [
        *("H1 26", "HT26", "vt -26", "Q3/26", "3.kv.26", "jan.26", "FY26", "medio 26", "v.12/26"),
        *("Tertial 2 26", "mid 26"),
    ],
)
def test_terms_and_weeks_have_years_in_two_digits(raw: str) -> None:
    assert years(raw, 2025, 2026, 2027) == [2026]


@pytest.mark.parametrize("raw", ["26 timar", "26 %", "veke 26", "12. juni", "juli 12-15", "v. 26"])
def test_other_numbers_are_no_years(raw: str) -> None:
    assert years(raw, 2025, 2026, 2027) == []


@pytest.mark.parametrize(
    "raw",
    [
        *("innan 15. mars 2022", "15/03/2022", "15-3-2022", "15/3-22", "15/3 2022", "15.03.22"),
        *("15th March 2022", "March 15, 2022", "2022-03-15", "20220315"),
    ],
)
def test_a_whole_date_is_kept(raw: str) -> None:
    assert parse_time(raw, vocabulary=WORDS).end_date == "2022-03-15"


@given(st.integers(1900, 2060), st.integers(0, 39), st.sampled_from(["-", "–", " - ", "/"]))
def test_a_range_is_every_year_of_it(first: int, length: int, sign: str) -> None:
    last = min(first + length, 2099)
    assert years(f"{first}{sign}{last}") == list(range(first, last + 1))


_PIECES = st.sampled_from(
    [
        *"0123456789",
        "20",
        "25",
        "19",
        " ",
        "/",
        "-",
        "–",
        ".",
        ",",
        "→",
        "'",
        "Q",
        "veke ",
        "haust ",
    ]
)


@given(st.lists(_PIECES, max_size=14).map("".join), st.integers(1990, 2060), st.integers(1, 9))
def test_years_are_years_whatever_is_written(raw: str, first: int, length: int) -> None:
    plan = tuple(range(first, first + length))
    found = parse_time(raw, vocabulary=WORDS, plan_years=plan)
    assert list(found.years) == sorted(set(found.years))
    assert all(1900 <= year <= 2139 for year in found.years)
    if not any(char.isdigit() for char in raw):
        assert found.years in ((), plan if length == 1 else ())


@given(st.text(max_size=40))
def test_years_ascend_whatever_the_text(raw: str) -> None:
    found = find_years(raw)
    assert list(found) == sorted(set(found))


def test_what_a_time_is() -> None:
    assert [
        is_time(t, WORDS)
        for t in ("2018", "Haust 2018", "løpande", "Byggje eit hus i 2018 og selja det i 2020"[:61])
    ] == [True, True, True, False]
