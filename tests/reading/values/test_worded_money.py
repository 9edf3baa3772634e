"""What words say of money: who carries it, bounds, each year; and cells that say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.planfile.model import Budget
from tiltak.reading import Vocabulary
from tiltak.reading.values.amounts import parse_budget

WORDS = Vocabulary.default()


def read(raw: str) -> Budget:
    return parse_budget(raw, vocabulary=WORDS)


@pytest.mark.parametrize(
    "raw",
    ["-", "--", "---", "–", "—", "…", "...", "kr", "Kr.", "kr -", "kr –", "kr ,-", "kr ____", ""],
)
def test_signs_and_a_word_for_kroner_say_nothing(raw: str) -> None:
    assert read(raw) == Budget(currency="NOK")


@pytest.mark.parametrize(
    ("raw", "basis"),
    [
        ("Dekkast av ramma", "within_frame"),
        ("Dekkes av rammen", "within_frame"),
        ("Ramme", "within_frame"),
        ("Drift", "within_frame"),
        ("Dekkast over drift", "within_frame"),
        ("egentid", "within_frame"),
        ("Eigne ressursar", "within_frame"),
        ("Interne timar", "within_frame"),
        ("Ingen meirkostnad", "within_frame"),
        ("Ordinarie verksamhet", "within_frame"),
        ("Arbetstid", "within_frame"),
        ("Indenfor rammen", "within_frame"),
        ("Existing resources", "within_frame"),
        ("No additional cost", "within_frame"),
        ("Søknad om midlar", "external"),
        ("Må søkast om", "external"),
        ("Søges via fonde", "external"),
        ("Söks hos länsstyrelsen", "external"),
        ("Fylkestilskot", "external"),
        ("Extern finansiering", "external"),
        ("Grant funded", "external"),
        ("Undersøkes", "unknown"),
        ("Programmet avgjer", "unknown"),
        ("Drift av lysløypa", "unknown"),
        ("Må utgreiast", "unknown"),
        ("Ufinansiert", "unknown"),
        ("Innanfor ramma?", "unknown"),
        ("tbc", "unknown"),
    ],
)
def test_who_carries_it(raw: str, basis: str) -> None:
    found = read(raw)
    assert (found.amount, found.basis) == (None, basis)


@pytest.mark.parametrize(
    ("raw", "low", "high"),
    [
        ("Inntil kr 200 000", None, 200_000),
        ("Kostnad inntil 200 000", None, 200_000),
        ("Ikkje meir enn 50 000", None, 50_000),
        ("less than £10k", None, 10_000),
        ("200 000 (maks)", None, 200_000),
        ("200 000 kr maks.", None, 200_000),
        ("upp till 2 mkr", None, 2_000_000),
        ("højst 50.000 kr.", None, 50_000),
        ("More than £100k", 100_000, None),
        ("Meir enn 2 mill.", 2_000_000, None),
        ("Ikkje mindre enn 2 mill.", 2_000_000, None),
        ("£50k+", 50_000, None),
        ("100 000 kr eller meir", 100_000, None),
    ],
)
def test_one_bound(raw: str, low: int | None, high: int | None) -> None:
    found = read(raw)
    assert (found.amount, found.min, found.max, found.basis) == (None, low, high, "band")


@pytest.mark.parametrize(
    ("raw", "per"),
    [
        ("300 tkr/år", "year"),
        ("250 000 / år", "year"),
        ("250 000 pr.år", "year"),
        ("£5k pa", "year"),
        ("£20k/year", "year"),
        ("Årlege kostnader 250 000", "year"),
        ("250 000 til parkar", None),
        ("250 000 halvårleg", None),
        ("Totalt 250 000", "total"),
        ("Totalentreprise 250 000", None),
    ],
)
def test_each_year_or_in_all(raw: str, per: str | None) -> None:
    found = read(raw)
    assert (found.per, found.basis) == (per, "amount")


@given(st.text(st.characters(exclude_categories=("Nd", "No", "Nl")), max_size=40))
def test_no_amount_is_made_up_where_no_digit_stands(raw: str) -> None:
    found = read(raw)
    assert found.amount in (None, 0)  # 0 where the words say that it costs nothing
    assert (found.min, found.max) == (None, None)


@given(
    st.integers(1, 999),
    st.integers(1, 999),
    st.sampled_from([("", " mill."), ("", " tkr"), (" 000", " mill."), ("'", "'"), ("", " 000")]),
    st.sampled_from(["-", " – ", " til "]),
)
def test_the_lower_bound_is_not_above_the_upper(
    low: int, high: int, units: tuple[str, str], dash: str
) -> None:
    found = read(f"{low}{units[0]}{dash}{high}{units[1]}")
    if found.basis == "range":
        assert found.min is not None
        assert found.max is not None
        assert found.min <= found.max
    else:
        assert (found.amount, found.min, found.max, found.basis) == (None, None, None, "unknown")
