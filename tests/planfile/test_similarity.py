"""How alike texts are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tiltak.planfile.matching.similarity import Pool, Shingles, likeness, normalised, share_within


def alike(one: str, other: str) -> float:
    index: dict[str, int] = {}
    return round(likeness(Shingles(one, index), Shingles(other, index)), 2)


def test_words_without_case_punctuation_and_width() -> None:
    assert (
        normalised("  «Støtta»\u00a0Visit\nFjord,\ufb01n A\u030a! ") == "støtta visit fjord fin å"
    )
    assert normalised(" – ") == "–"
    assert normalised("") == ""


def test_likeness_of_wordings() -> None:
    text = "Gje råd til huseigarar som vil leiga ut bustader"
    assert alike(text, text.upper() + ".") == 1.0
    assert alike(text, "Gje råd til huseigarar som vil leige ut bustader") == 0.95
    assert alike(text, "Gi råd til huseiere som vil leie ut boliger") == 0.59
    assert alike(text, "Byggja gangveg til skulen") == 0.08
    assert alike("", "") == 1.0
    assert alike("", "a") == 0.0


def test_a_piece_within_a_whole() -> None:
    index: dict[str, int] = {}
    whole = Shingles("Delta på messer og laga felles brosjyrar", index)
    assert share_within(Shingles("laga felles brosjyrar", index), whole) > 0.95
    assert share_within(Shingles("Tunnel under Storeheia", index), whole) < 0.2
    assert share_within(Shingles("messer", index), whole) == 0.0


@settings(deadline=None)
@given(st.text(), st.text())
def test_likeness_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1
    assert alike(one, one) == 1.0


def test_the_nearest_of_many() -> None:
    index: dict[str, int] = {}
    texts = [f"Tiltak nummer {i} i området {i * 7919}" for i in range(300)]
    pool = Pool([Shingles(text, index) for text in texts])
    assert 123 in pool.nearest(Shingles(texts[123] + " i regionen", index))
    assert len(pool.nearest(Shingles("Tiltak nummer 1234 i området 5678", index))) <= 16


def test_texts_without_a_likeness_are_not_near() -> None:
    index: dict[str, int] = {}
    pool = Pool([Shingles(text, index) for text in ("Prøva ei båtrute", "Tilsyn", "")])
    assert pool.nearest(Shingles("Byggja gangveg", index)) == []
    assert pool.nearest(Shingles("Prøva båtrute", index)) == [0]
    assert pool.nearest(Shingles("", index)) == [2]
