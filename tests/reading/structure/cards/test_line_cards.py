"""Cards that are lines, and cards below a line that counts or names the measure."""

import pytest

from tests.reading.structure.cards.card_plans import (
    WORDS,
    Part,
    Words,
    cards_of,
    expected,
    lines_of,
    numbers,
    read,
    text_plan,
    word_plan,
)

LANGUAGES = sorted(WORDS)


def as_text(words: Words, *, titled: bool) -> list[str]:
    lines = [words.title, ""]
    for index, (area, goal, _) in enumerate(words.plan):
        lines += [f"{words.area}: {area}", f"{words.goal}: {goal}"]
        for card in cards_of(words, index, titled=titled):
            lines += ["", *lines_of(card)]
        lines.append("")
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_below_a_count(language: str) -> None:
    plan = text_plan(*as_text(WORDS[language], titled=False))
    assert read(plan) == expected(WORDS[language])
    assert numbers(plan) == ["1", "2", "3"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_below_a_title_of_each(language: str) -> None:
    plan = text_plan(*as_text(WORDS[language], titled=True))
    assert read(plan) == expected(WORDS[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_with_nothing_above_them(language: str) -> None:
    lines = as_text(WORDS[language], titled=False)
    words = WORDS[language]
    bare = [line for line in lines if not line.startswith(f"{words.measure} ")]
    assert read(text_plan(*bare)) == expected(words)


@pytest.mark.parametrize("titled", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_below_headings(language: str, *, titled: bool) -> None:
    words = WORDS[language]
    parts: list[Part] = [("Title", words.title)]
    for index, (area, goal, _) in enumerate(words.plan):
        parts += [("Heading 1", f"{index + 1} {area}"), ("", f"{words.goal}: {goal}")]
        for at, card in enumerate(cards_of(words, index, titled=titled), start=1):
            head = f"{index + 1}.{at} {card.title}" if titled else card.title
            parts += [("Heading 2", head), [[[name], [value]] for name, value in card.facts]]
    plan = word_plan(parts)
    assert read(plan) == expected(words)
    assert numbers(plan) == (["1.1", "1.2", "2.1"] if titled else ["1", "2", "3"])


@pytest.mark.parametrize("name", ["Beskriving", "Skildring", "Omtale", "Om tiltaket"])
def test_a_description_is_the_measure_only_below_a_count(name: str) -> None:
    def plan(first: str, second: str) -> list[Part]:
        return [
            ("Title", "Plan for Nes kommune 2026–2028"),
            ("Heading 1", "Strender"),
            ("Heading 2", first),
            [[[name], ["Ny trapp ned til Sandvika"]], [["Kven"], ["Teknisk etat"]]],
            ("Heading 2", second),
            [[[name], ["Stupetårn på Odden"]], [["Kven"], ["Idrettsrådet"]]],
        ]

    told = [text for _, _, ms in read(word_plan(plan("Tiltak 1", "Tiltak 2"))) for text, *_ in ms]
    assert told == ["Ny trapp ned til Sandvika", "Stupetårn på Odden"]
    named = [text for _, _, ms in read(word_plan(plan("Trapp", "Tårn"))) for text, *_ in ms]
    assert named == ["Trapp", "Tårn"]


def test_cards_that_share_a_heading_say_their_measures_themselves() -> None:
    parts: list[Part] = [("Title", "Plan for Nes kommune 2026–2028")]
    for chapter, texts in (("Strender", ("Ny trapp", "Stupetårn")), ("Tryggleik", ("Bøyer",))):
        parts += [("Heading 1", "Område"), ("Heading 2", chapter)]
        parts += [[[["Kva"], [text]], [["Kven"], ["Teknisk etat"]]] for text in texts]
    measures = [text for _, _, found in read(word_plan(parts)) for text, *_ in found]
    assert measures == ["Ny trapp", "Stupetårn", "Bøyer"]


def test_a_measure_named_with_its_word_is_described_below() -> None:
    facts = [[["Kva"], ["Den gamle er roten."]], [["Kven"], ["Teknisk etat"]], [["Når"], ["2026"]]]
    parts: list[Part] = [
        ("Title", "Plan for Nes kommune 2026–2028"),
        ("Heading 1", "Strender"),
        ("", "Tiltak A1: Ny trapp ned til Sandvika"),
        facts,
        ("", "Tiltak A2: Stupetårn på Odden"),
        facts,
    ]
    plan = word_plan(parts)
    assert [measures for _, _, measures in read(plan)] == [
        [
            ("Ny trapp ned til Sandvika", ("Teknisk etat",), (2026,), False),
            ("Stupetårn på Odden", ("Teknisk etat",), (2026,), False),
        ]
    ]
    assert numbers(plan) == ["A1", "A2"]


@pytest.mark.parametrize(
    "first",
    [[["1.1"], ["Ny trapp ned til Sandvika"]], [["Tittel"], ["Ny trapp ned til Sandvika"]]],
)
def test_a_title_in_the_first_row_is_the_measure(first: list[list[str]]) -> None:
    second = [first[0] if first[0] == ["Tittel"] else ["1.2"], ["Stupetårn på Odden"]]
    facts = [[["Kva"], ["Den gamle er roten."]], [["Kven"], ["Teknisk etat"]], [["Når"], ["2026"]]]
    parts: list[Part] = [
        ("Title", "Plan for Nes kommune 2026–2028"),
        ("Heading 1", "Strender"),
        [first, *facts],
        [second, *facts],
    ]
    assert [measures for _, _, measures in read(word_plan(parts))] == [
        [
            ("Ny trapp ned til Sandvika", ("Teknisk etat",), (2026,), False),
            ("Stupetårn på Odden", ("Teknisk etat",), (2026,), False),
        ]
    ]


@pytest.mark.parametrize("titled", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_on_lines_of_their_own(language: str, *, titled: bool) -> None:
    words = WORDS[language]
    parts: list[Part] = [("Title", words.title)]
    for index, (area, goal, _) in enumerate(words.plan):
        parts += [("Heading 1", area), ("", f"{words.goal}: {goal}")]
        for card in cards_of(words, index, titled=titled):
            parts.append(("Heading 2", card.title))
            parts += [("", text) for fact in card.facts for text in fact]
    assert read(word_plan(parts)) == expected(words)


def test_a_card_below_the_heading_of_another_stays_in_the_plan() -> None:
    facts = [[["Kven"], ["Teknisk etat"]], [["Når"], ["2026"]]]
    parts: list[Part] = [
        ("Title", "Plan for Nes kommune 2026–2028"),
        ("Heading 1", "Strender"),
        ("Heading 2", "Ny trapp"),
        facts,
        [[["Tiltak"], ["Stupetårn på Odden"]], *facts],
    ]
    texts = [text for _, _, measures in read(word_plan(parts)) for text, *_ in measures]
    assert texts == ["Ny trapp", "Stupetårn på Odden"]


@pytest.mark.parametrize("rest", ["ei ny i tre.", "• ei ny i tre."])
def test_a_description_that_goes_on_below_is_no_title(rest: str) -> None:
    plan = text_plan(
        "Plan for Nes kommune 2026–2028",
        "",
        "Fokusområde: Strender",
        "Ny trapp ned til Sandvika",
        "• Kva: Den gamle trappa blir bytt ut med",
        rest,
        "• Kven: Teknisk etat,",
        "Hamnevesenet",
        "• Når: 2026",
        "",
        "Stupetårn på Odden",
        "• Kva: Det blir høgt.",
        "• Kven: Idrettsrådet",
        "• Når: 2027",
    )
    assert [measures for _, _, measures in read(plan)] == [
        [
            ("Ny trapp ned til Sandvika", ("Teknisk etat", "Hamnevesenet"), (2026,), False),
            ("Stupetårn på Odden", ("Idrettsrådet",), (2027,), False),
        ]
    ]
