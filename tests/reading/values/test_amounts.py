"""Amounts as plans write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.planfile.model import Budget
from tiltak.reading import Vocabulary
from tiltak.reading.values.amounts import is_amount, parse_budget, unit_factor

WORDS = Vocabulary.default()


def read(raw: str, unit: int | None = None) -> tuple[int | None, str, str | None]:
    found = parse_budget(raw, vocabulary=WORDS, unit=unit)
    return found.amount, found.basis, found.currency


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("1 140 000", 1_140_000),
        ("1\u00a0140\u00a0000 kr", 1_140_000),
        ("1 250000", 1_250_000),
        ("kr 328.000,-", 328_000),
        ("kr 1 900 000,-", 1_900_000),
        ("15.000", 15_000),
        ("0,5 mill.", 500_000),
        ("9,25 mill. kr", 9_250_000),
        ("kr. 74,4 mill", 74_400_000),
        ("1,7 millionar", 1_700_000),
        ("500 tkr", 500_000),
        ("tkr 500", 500_000),
        ("500 t.kr.", 500_000),
        ("1.200 t. kr.", 1_200_000),
        ("116 MKR", 116_000_000),
        ("406,0 mio. kr.", 406_000_000),
        ("2 mrd. kr", 2_000_000_000),
        ("120.000 pr. år", 120_000),
        ("Ingen", 0),
        ("kr328 000", 328_000),
        ("50'", 50_000),
        ("200 kkr", 200_000),
        ("1,9 mnkr", 1_900_000),
        ("300 (1000 kr)", 300_000),
        ("½ mill. kr", 500_000),
        ("1/2 mill.", 500_000),
        ("1 ½ mill.", 1_500_000),
        ("2 x 50 000", 100_000),
        ("3 stk à 20 000", 60_000),
        ("60 000 + 2 × 15 000", 90_000),
        ("1 mill. + 0,5 mill.", 1_500_000),
        ("400 000 1)", 400_000),
        ("400 000 kr *", 400_000),
        ("400 000²", 400_000),
        ("100 000 pr år i 3 år", 100_000),
        ("50 000 kr + eigeninnsats", 50_000),
        ("150 000 x 2", 300_000),
        ("150 000 kr x 3 år", 450_000),
        ("kr 150 000 × 3", 450_000),
        ("4 møte á kr 5 000", 20_000),
        ("300 (tkr)", 300_000),
        ("300 i 1000 kr", 300_000),
        ("2026: 300 000", 300_000),
        ("2026 – 300 000 kr", 300_000),
        ("2025-2027: 300 000 kr", 300_000),
        ("50 % stilling, kr 350 000", 350_000),
        ("10 dagar x 5 000", 50_000),
        ("200 000 (4 x 50 000)", 200_000),
        ("Eigenandel 100 000 av totalt 500 000", 500_000),
        ("kr 100 000 pr. kommune, totalt 900 000", 900_000),
        ("500 000 totalt, eigendel 100 000", 500_000),
        ("500 000 (2025–2027)", 500_000),
        ("500 000 i 2025/26", 500_000),
        ("2025/26 – 500 000", 500_000),
        ("200 000 (1/2)", 200_000),
        ("kr 500 000 (50 % tilskot)", 500_000),
    ],
)
def test_one_amount(raw: str, amount: int) -> None:
    assert read(raw) == (amount, "amount", "NOK")


def test_foreign_money_is_not_kroner() -> None:
    assert read("£28,000") == (28_000, "amount", "GBP")
    assert read("€ 1 200") == (1_200, "amount", "EUR")
    assert read("c£20k") == (20_000, "amount", "GBP")


@pytest.mark.parametrize("raw", ["Ingen kostnad", "Inga utgift", "Ingen udgift", "No cost"])
def test_what_costs_nothing_is_no_unknown_amount(raw: str) -> None:
    assert read(raw) == (0, "amount", "NOK")


@pytest.mark.parametrize(
    ("raw", "basis"),
    [
        ("Innanfor ramma", "within_frame"),
        ("innenfor ramme", "within_frame"),
        ("prosjektmidlar", "within_frame"),
        ("Utenfor rammen", "external"),
        ("Søkje midlar hos fylket", "external"),
        ("Ansöka om medel", "external"),
        ("Søge fonde", "external"),
        ("Uavklart", "unknown"),
        ("Ikkje rekna ut", "unknown"),
        ("0,5 årsverk", "unknown"),
        ("2 dagsverk", "unknown"),
        ("50/50 SR og kommunane", "unknown"),
        ("2025–2027", "unknown"),
        ("kr 100.000/200.000/300.000", "unknown"),
        ("50 % stilling", "unknown"),
        ("Sjå tiltak 3", "unknown"),
        ("Inngår i rad 2", "unknown"),
        ("-", "none"),
        ("", "none"),
    ],
)
def test_words_in_place_of_an_amount(raw: str, basis: str) -> None:
    assert read(raw) == (None, basis, "NOK")


def test_a_saving_is_less_than_nothing() -> None:
    assert [read(raw, 1000)[0] for raw in ("-1 200", "–2 400", "− 640", "-")] == [
        -1_200_000,
        -2_400_000,
        -640_000,
        None,
    ]


def test_a_year_among_words_is_no_amount() -> None:
    assert read("Avklarast i budsjett 2026")[:2] == (None, "unknown")


def test_no_amount_is_not_zero() -> None:
    assert parse_budget("–", vocabulary=WORDS) == Budget(currency="NOK")


def test_ranges_and_bands_keep_both_bounds() -> None:
    between = parse_budget("100-200 000 kr", vocabulary=WORDS)
    assert (between.min, between.max, between.basis) == (100_000, 200_000, "range")
    at_most = parse_budget("inntil 1 mill.", vocabulary=WORDS)
    assert (at_most.min, at_most.max, at_most.basis) == (None, 1_000_000, "band")


@pytest.mark.parametrize(
    ("raw", "bounds"),
    [
        ("mellom 100 000 og 200 000 kr", (100_000, 200_000, "range")),
        ("£50,000-£75,000", (50_000, 75_000, "range")),
        ("between £10,000 and £20,000", (10_000, 20_000, "range")),
        ("£500 – £1,000", (500, 1_000, "range")),
        ("500 000 – 1 mill.", (500_000, 1_000_000, "range")),
        ("500' – 1 mill.", (500_000, 1_000_000, "range")),
        ("100'-200", (100_000, 200_000, "range")),
        ("200 000 – 100 000", (None, None, "unknown")),
        ("100-200' kr", (100_000, 200_000, "range")),
        ("min. 100 000", (100_000, None, "band")),
        ("100 000+", (100_000, None, "band")),
        ("Overføring 100 000", (None, None, "amount")),
    ],
)
def test_bounds_in_other_words(raw: str, bounds: tuple[int | None, int | None, str]) -> None:
    found = parse_budget(raw, vocabulary=WORDS)
    assert (found.min, found.max, found.basis) == bounds


def test_several_amounts_in_a_cell_are_not_guessed() -> None:
    assert read("100 000 / 250 000")[:2] == (None, "unknown")


def test_per_year_is_said() -> None:
    assert parse_budget("120.000 pr. år", vocabulary=WORDS).per == "year"
    assert parse_budget("120 000 kr i alt", vocabulary=WORDS).per == "total"


def test_the_unit_of_the_head_is_for_bare_figures() -> None:
    assert unit_factor("i 1000 kr", WORDS) == 1_000
    assert unit_factor("mill. kr", WORDS) == 1_000_000
    assert [unit_factor(said, WORDS) for said in ("£000s", "£'000", "£k")] == [1_000] * 3
    assert read("3.2", 1_000_000) == (3_200_000, "amount", "NOK")
    assert read("250", 1_000) == (250_000, "amount", "NOK")
    assert read("18,400", 1_000) == (18_400_000, "amount", "NOK")
    assert read("1,250", 1_000_000) == (1_250_000, "amount", "NOK")
    assert read("500 000 kr", 1_000) == (500_000, "amount", "NOK")


@given(st.integers(0, 10**11), st.sampled_from([" ", "\u00a0", "\u202f", "."]), st.booleans())
def test_a_grouped_amount_is_read_as_written(amount: int, space: str, kroner: bool) -> None:
    raw = f"{amount:,}".replace(",", space) + (" kr" if kroner else "")
    assert read(raw)[:2] == (amount, "amount")


@given(st.integers(0, 999), st.integers(0, 99))
def test_millions_with_decimals(whole: int, hundredths: int) -> None:
    assert read(f"{whole},{hundredths:02d} mill. kr")[0] == whole * 1_000_000 + hundredths * 10_000


@given(st.text(max_size=40))
def test_any_text_is_survived(raw: str) -> None:
    found = parse_budget(raw, vocabulary=WORDS)
    assert found.amount is None or found.basis == "amount"


def test_a_figure_alone_is_an_amount_only_when_it_looks_like_one() -> None:
    assert [is_amount(t, WORDS) for t in ("1 140 000", "0,5 mill.", "12", "Bygge 3 hus")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("raw", "split"),
    [
        ("2026: 400 000 kr, 2027: 740 000 kr", {"2026": 400_000, "2027": 740_000}),
        ("2026: 400 000 2027: 740 000 Sum: 1 140 000 kr", {"2026": 400_000, "2027": 740_000}),
        ("2026: 0,5 mill.; 2027: 1 mill.", {"2026": 500_000, "2027": 1_000_000}),
        ("2026 – 400 000; 2027 – 740 000", {"2026": 400_000, "2027": 740_000}),
        ("100 000 (2018), 250 000 (2019)", {"2018": 100_000, "2019": 250_000}),
        ("100 000 i 2018 og 200 000 i 2019", {"2018": 100_000, "2019": 200_000}),
        ("300 000 (2018: 100 000, 2019: 200 000)", {"2018": 100_000, "2019": 200_000}),
    ],
)
def test_an_amount_for_each_year(raw: str, split: dict[str, int]) -> None:
    assert parse_budget(raw, vocabulary=WORDS) == Budget(
        raw=raw, amount=sum(split.values()), per_year=split, basis="amount", currency="NOK"
    )


@pytest.mark.parametrize(
    "raw",
    [
        "2026: 400 000 kr, 2027: 740 000 kr, Sum: 1 200 000 kr",
        "2026: 400 000 kr, 2026: 740 000 kr",
        "Frå 2026: 400 000 kr, 2027: 740 000 kr",
        "2026: 400 000 kr, 2027: 100-200 000 kr",
        "2026: 400 000 kr, 2027: uavklart",
    ],
)
def test_years_that_do_not_add_up_are_not_a_split(raw: str) -> None:
    assert parse_budget(raw, vocabulary=WORDS).per_year == {}
