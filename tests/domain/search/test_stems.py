"""Inflected forms of both written forms have the same stem, or are found all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.search.word_pairs import ACROSS, BOKMAAL, HELD_OUT, NYNORSK, TUNED
from tiltak.domain.search.stems import fold, index_stems, parts, stem, term, words


def found(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(asked, stands) for asked, stands in pairs if term(asked).matches(index_stems(stands))]


def missed(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    hits = found(pairs)
    return [pair for pair in pairs if pair not in hits]


@pytest.mark.parametrize(
    ("name", "pairs", "least"),
    [
        ("twenty nynorsk, twenty bokmål", TUNED, 36),
        ("across the written forms", ACROSS, 18),
        ("held out", HELD_OUT, 18),
    ],
)
def test_inflected_words_are_found(
    name: str, pairs: list[tuple[str, str]], least: int, capsys: pytest.CaptureFixture[str]
) -> None:
    hits = found(pairs)
    with capsys.disabled():
        print(f"\n  {name}: {len(hits)} of {len(pairs)}; missed {missed(pairs)}")  # noqa: T201 the figure is asked for
    assert len(hits) >= least


def test_the_lists_are_what_they_say() -> None:
    assert (len(NYNORSK), len(BOKMAAL), len(HELD_OUT), len(ACROSS)) == (20, 20, 20, 20)
    assert not set(TUNED) & set(HELD_OUT)
    # a pair of one and the same word would prove nothing
    assert [pair for pair in TUNED + HELD_OUT + ACROSS if pair[0] == pair[1]] == []


@pytest.mark.parametrize(
    ("compound", "expected"),
    [
        ("bustadutvikling", ("bustad", "utvikl")),
        ("boligutvikling", ("bustad", "utvikl")),
        ("arbeidsplass", ("arbeid", "plas")),
        ("ungdomsskulane", ("ungdom", "skul")),
        ("plan", ()),
        ("bustad", ()),
        ("Sogndal", ()),
    ],
)
def test_compounds_have_parts(compound: str, expected: tuple[str, ...]) -> None:
    assert parts(compound) == expected


def test_a_compound_is_found_by_each_of_its_parts() -> None:
    stands = index_stems("bustadutvikling")
    assert [
        asked
        for asked in ("bustad", "bolig", "utvikle", "boligutvikling", "bustadutv", "skule")
        if term(asked).matches(stands)
    ] == ["bustad", "bolig", "utvikle", "boligutvikling", "bustadutv"]


def test_short_words_are_not_beginnings() -> None:
    assert not term("mål").matches(index_stems("målestokk"))
    assert not term("by").matches(index_stems("byggja"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Idé, ÅRDAL og Sørvåg!", ["ide", "årdal", "og", "sørvåg"]),
        ("A\u030ardal", ["årdal"]),
        ("rv. 52 / 2018–2019", ["rv", "52", "2018", "2019"]),
        ("  …«» ", []),
        ("ß Ǆ", ["ss", "dz"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=200))
def test_any_text_has_stems_that_are_words(text: str) -> None:
    for word in words(text):
        assert fold(word)
        assert all(one and one.isalnum() for one in index_stems(word))
        assert index_stems(word)[0] == stem(word)


@given(st.text(max_size=80))
def test_every_word_finds_itself(text: str) -> None:
    assert [word for word in words(text) if not term(word).matches(index_stems(word))] == []
