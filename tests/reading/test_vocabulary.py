"""The words and what they mean."""

import pytest

from tiltak.reading import Vocabulary
from tiltak.reading.vocabulary import LEVELS

WORDS = Vocabulary.default()


@pytest.mark.parametrize(
    ("text", "level", "number", "title", "rest"),
    [
        ("Delmål", "sub_goal", None, None, None),
        ("Prosjekt/tiltak:", "measure", None, None, None),
        ("Prioriterte tiltak i perioden 2020-2023", "measure", None, None, None),
        ("Strategi A: Samla krefter", "strategy", "A", None, "Samla krefter"),
        ("Mål 1 Veg: Alle skal fram.", "sub_goal", "1", "Veg", "Alle skal fram."),
        ("Resultat 1.1", "sub_goal", "1.1", None, None),
        ("Mål og strategiar", "container", None, None, None),
        ("Innsatsområder", "focus_area", None, None, None),
        ("Satsingsområde 2: Bygg", "focus_area", "2", None, "Bygg"),
        ("Åtgärder", "measure", None, None, None),
        ("What we will do", "measure", None, None, None),
    ],
)
def test_labels(
    text: str, level: str, number: str | None, title: str | None, rest: str | None
) -> None:
    found = WORDS.label(text)
    assert found is not None
    assert (found.level, found.number, found.title, found.rest) == (level, number, title, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Tiltak mot støy",
        "Måla matsvinn",
        "Prosjektet Fjordmat",
        "Strategi for kultur",
        "Strategi- og handlingsplan 2026–2027",
    ],
)
def test_sentences_are_no_labels(text: str) -> None:
    assert WORDS.label(text) is None


@pytest.mark.parametrize(
    ("head", "role", "year", "unit"),
    [
        ("Prosjekt/tiltak 2018", "measure", None, None),
        ("2024", "budget", 2024, None),
        ("2006 (kroner)", "budget", 2006, "kroner"),
        ("Budsjett 2018", "budget", 2018, None),
        ("Kostnad (mill. kr)", "budget", None, "mill. kr"),
        ("Ansvarlig enhet", "responsible", None, None),
        ("Strekning og tiltak", "measure", None, None),
        ("Når?", "time", None, None),
        ("Hva skal vi gjøre?", "measure", None, None),
        ("Hva koster det?", "budget", None, None),
        ("Beskrivelse av tiltaket", "measure", None, None),
        ("2024 £000", "budget", 2024, "£000"),
        ("Projekt", "measure", None, None),
        ("Ordning", None, None, None),
        ("Complete by", "time", None, None),
        ("Target date", "time", None, None),
        ("Delivery date", "time", None, None),
        ("Genomförs", "time", None, None),
        ("Kroner", "budget", None, "Kroner"),
        ("Tkr", "budget", None, "Tkr"),
        ("Mill. kr", "budget", None, "Mill. kr"),
        ("1000 kr", "budget", None, "1000 kr"),
        ("Samverkanspart", "partners", None, None),
        ("Tovholdere", "responsible", None, None),
        ("RAG status", "state", None, None),
        ("Måltall", "note", None, None),
        ("Gjennomf.", "time", None, None),
        ("Kommentar.", "note", None, None),
    ],
)
def test_heads(head: str, role: str | None, year: int | None, unit: str | None) -> None:
    found = WORDS.head(head)
    assert (found.role, found.year, found.unit) == (role, year, unit)


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Hva vil vi", "sub_goal"),
        ("Hva gjør vi", "measure"),
        ("What people told us", None),
        ("Status i dag", None),
        ("Nämndmål", "sub_goal"),
        ("Bakteppe", None),
    ],
)
def test_what_repeated_words_hint_at(words: str, level: str | None) -> None:
    assert WORDS.clue(words.casefold()) == level


def test_facts_on_a_line() -> None:
    assert WORDS.attribute("Ansvar: Rektorane og FAU") == ("responsible", "Rektorane og FAU")
    assert WORDS.attribute("Ansvar for alle") is None


def test_a_council_adds_its_own_words() -> None:
    own = WORDS.with_words(levels={"focus_area": ["Vegstrekk"]}, columns={"measure": ["Grep"]})
    assert WORDS.label("Vegstrekk 1: Kultur") is None
    label = own.label("Vegstrekk 1: Kultur")
    assert label is not None
    assert (label.level, label.number, label.rest) == ("focus_area", "1", "Kultur")
    assert own.head("Grep").role == "measure"
    assert own.head("Tiltak").role == "measure"


def test_a_council_s_word_wins_over_the_usual_meaning() -> None:
    own = WORDS.with_words(levels={"measure": ["Mål"]})
    label = own.label("Mål")
    assert label is not None
    assert label.level == "measure"


def test_every_level_has_a_word_in_every_language() -> None:
    words = {
        WORDS.level_word(level, language)
        for level in LEVELS
        for language in ("nn", "nb", "sv", "da", "en")
    }
    assert all(words)


@pytest.mark.parametrize("word", ["storverk", "Storverk?", "– Storverk:", "storverk -"])
@pytest.mark.parametrize(
    "head", ["Storverk", "Storverk?", "STORVERK –", "Storverk:", "Storverk 2026"]
)
def test_signs_around_a_councils_own_head_do_not_count(word: str, head: str) -> None:
    own = WORDS.with_words(columns={"measure": [word]}, levels={"strategy": [word]})
    assert own.head(head).role == "measure"
    found = own.label("Storverk: Samla krefter")
    assert found is not None
    assert (found.level, found.rest) == ("strategy", "Samla krefter")


@pytest.mark.parametrize(("word", "text"), [("Ø", "Ø: Samla krefter"), ("Øy", "ØY 2: Samla")])
def test_a_short_word_of_a_council_is_a_label_too(word: str, text: str) -> None:
    found = WORDS.with_words(levels={"strategy": [word]}).label(text)
    assert found is not None
    assert (found.level, found.word) == ("strategy", text[: len(word)])


def test_what_is_made_of_the_words_is_made_once_for_each_vocabulary() -> None:
    asked: list[Vocabulary] = []

    def count(words: Vocabulary) -> int:
        asked.append(words)
        return len(words.levels["measure"])

    own = WORDS.with_words(levels={"measure": ["Storverk"]})
    usual = len(WORDS.levels["measure"])
    assert [one.once(count) for one in (own, own, WORDS)] == [usual + 1, usual + 1, usual]
    assert len(asked) == 2
