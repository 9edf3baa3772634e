"""The words and what they mean."""

import tomllib
from importlib.resources import files

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


WORDS_OF_LEVELS = [
    (level, language, word)
    for level, languages in tomllib.loads(
        files("tiltak.reading").joinpath("vocabulary.toml").read_text("utf-8")
    )["levels"].items()
    for language, words in languages.items()
    for word in words
]


@pytest.mark.parametrize("number", ["1", "2.3", "12", "B", "IV", "3:2", "4a"])
@pytest.mark.parametrize(
    "between",
    [
        *(": ", " : ", ":\n", " – ", "– ", "–", " — ", "—", " ― ", " - ", "- ", "-", " -- "),
        *(". ", ") ", " ", "\n", "\t", " | ", " • ", " · "),
    ],
)
def test_a_level_word_and_its_number_are_parted_from_the_title_in_every_way(
    number: str, between: str
) -> None:
    """Every word of every language, as a typist begins it and in capitals."""
    misread = {}
    for _, _, word in WORDS_OF_LEVELS:
        level = WORDS.level_of(word)
        for written in (word[0].upper() + word[1:], word.upper()):
            text = f"{written} {number}{between}Levande sentrum"
            found = WORDS.label(text)
            said = found and (found.level, found.word, found.number, found.title, found.rest)
            if said != (level, written, number, None, "Levande sentrum"):
                misread[text] = said
    assert misread == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Tiltak 3-2: Byggja bru", "3-2"),
        ("Action 3-2 – Byggja bru", "3-2"),
        ("Mål 1–3: Byggja bru", "1–3"),
        ("Tiltak A1: Byggja bru", "A1"),
        ("Åtgärd B-2 – Byggja bru", "B-2"),
    ],
)
def test_numbers_of_two_parts(text: str, number: str) -> None:
    found = WORDS.label(text)
    assert found is not None
    assert (found.number, found.title, found.rest) == (number, None, "Byggja bru")


@pytest.mark.parametrize("number", ["1", "2.3", "3:2"])
@pytest.mark.parametrize("between", [": ", " – ", " - ", ". ", " "])
@pytest.mark.parametrize("word", WORDS.list_of("labels", "numbered_measures"))
def test_words_that_name_a_measure_where_they_are_counted(
    word: str, between: str, number: str
) -> None:
    found = WORDS.label(f"{word.capitalize()} {number}{between}Levande sentrum")
    assert found is not None
    assert (found.level, found.number, found.rest) == ("measure", number, "Levande sentrum")
    for text in (word, f"{word}:", f"{word}: Nämnden ansvarar för vården", f"{word} {number}"):
        assert WORDS.label(text.capitalize()) is None


def test_a_council_may_call_its_measures_so_without_a_number() -> None:
    found = WORDS.with_words(levels={"measure": ["Uppdrag"]}).label("Uppdrag")
    assert found is not None
    assert found.level == "measure"


@pytest.mark.parametrize("count", ["nr. 1", "nr 1", "Nr. 1", "no. 1", "number 1", "nummer 1", "#1"])
@pytest.mark.parametrize("between", [": ", " – ", " - ", " ", ""])
def test_number_may_be_said_before_the_number(count: str, between: str) -> None:
    for _, _, word in WORDS_OF_LEVELS:
        title = "Levande sentrum" if between else None
        found = WORDS.label(f"{word.capitalize()} {count}{between}{title or ''}")
        assert found is not None
        assert (found.level, found.number, found.rest) == (WORDS.level_of(word), "1", title)


@pytest.mark.parametrize("between", [": ", " – ", "– ", " — ", " - ", " -- "])
def test_a_level_word_without_number_is_parted_by_a_sign(between: str) -> None:
    for _, _, word in WORDS_OF_LEVELS:
        found = WORDS.label(f"{word.capitalize()}{between}Levande sentrum")
        assert found is not None
        assert (found.level, found.number, found.rest) == (
            WORDS.level_of(word),
            None,
            "Levande sentrum",
        )


@pytest.mark.parametrize(
    "text",
    ["Tiltak 1-3 er starta", "Mål 2, 3 og 4 heng saman", "Tiltak 2026/27", "Mål 1 og 2 er nådd"],
)
def test_several_numbers_are_no_title(text: str) -> None:
    found = WORDS.label(text)
    assert found is None or found.rest is None


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
