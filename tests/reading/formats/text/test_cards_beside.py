"""Cards set side by side with spaces are read one after the other."""

import pytest

from tests.reading.structure.cards.card_plans import (
    WORDS,
    Card,
    Words,
    cards_of,
    expected,
    lines_of,
    read,
    text_plan,
)

LANGUAGES = sorted(WORDS)


def beside(cards: list[Card], *, width: int = 46) -> list[str]:
    """Two cards on the same lines, the second further to the right."""
    texts = [lines_of(card) for card in cards]
    size = max(map(len, texts))
    left, *right = [lines + [""] * (size - len(lines)) for lines in texts]
    if not right:
        return left
    return [f"{one:{width}}{other}".rstrip() for one, other in zip(left, right[0], strict=True)]


def plan(words: Words, *, titled: bool) -> list[str]:
    lines = [words.title, ""]
    for index, (area, goal, _) in enumerate(words.plan):
        lines += [f"{words.area}: {area}", f"{words.goal}: {goal}", ""]
        lines += [*beside(cards_of(words, index, titled=titled)), ""]
    return lines


@pytest.mark.parametrize("titled", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_card_has_its_own_facts(language: str, *, titled: bool) -> None:
    words = WORDS[language]
    assert read(text_plan(*plan(words, titled=titled))) == expected(words)


def test_values_over_several_lines_do_not_mix() -> None:
    found = text_plan(
        "Plan for Nes kommune 2026–2028",
        "",
        "Fokusområde: Strender",
        "",
        "Tiltak 1                      Tiltak 2",
        "Kva: Ny trapp ned til         Kva: Stupetårn",
        "Sandvika                      Kven: Idrettsrådet,",
        "Kven: Teknisk etat            Hamnevesenet",
        "Når: 2026                     Når: 2027",
        "Tiltak 3                      Tiltak 4",
        "Kva: Bøyer                    Kva: Livbelte",
        "Kven: Brannvesenet            Kven: Brannvesenet",
        "Når: 2028                     Når: 2028",
    )
    assert [measures for _, _, measures in read(found)] == [
        [
            ("Ny trapp ned til Sandvika", ("Teknisk etat",), (2026,), False),
            ("Stupetårn", ("Idrettsrådet", "Hamnevesenet"), (2027,), False),
            ("Bøyer", ("Brannvesenet",), (2028,), False),
            ("Livbelte", ("Brannvesenet",), (2028,), False),
        ]
    ]
