"""The page of a council's own words."""

import pytest
from django.test import Client

from tests.factories.councils import NOW, editor_of, make_council
from tests.web.page_text import lines_of, part_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import CouncilWord
from tiltak.domain.plans.operations.words import Word, learn_words
from tiltak.domain.plans.queries.words import CouncilWords, council_words

PAGE = "/arbeid/ord/"
GRIP = {"word": "Hovudgrep:", "meaning": "level:strategy"}


def add(browser: Client, **fields: str) -> tuple[int, list[str]]:
    """The status, and what the page then says about the new word."""
    response = browser.post(PAGE, fields, follow=True)
    return response.status_code, part_of(response.content.decode(), "nytt")


def own(browser: Client, part: str) -> list[str]:
    """The names and words of a part that are the council's own."""
    lines = part_of(browser.get(PAGE).content.decode(), part)
    return [line.split(" Ord som gjeld")[0] for line in lines if "Gløym" in line]


def test_an_empty_page_says_what_it_is_for(secretary: Client) -> None:
    lines = lines_of(secretary.get(PAGE).content.decode())
    assert lines[:3] == [
        "Ord",
        "Orda i dokumenta dykkar. Neste plan de lastar opp, blir lesen med dei, attåt orda som gjeld for alle.",
        "Eit nytt ord",
    ]
    at = lines.index("Nivå")
    assert lines[at : at + 3] == [
        "Nivå",
        "Satsingsområde",
        "Ord som gjeld for alle: Satsingsområde",
    ]


def test_it_is_on_the_desk_and_by_the_level_names(secretary: Client) -> None:
    for page in ("/arbeid/", "/arbeid/nivanamn/"):
        assert f'href="{PAGE}"' in secretary.get(page).content.decode()


def test_a_word_is_added_and_forgotten(secretary: Client, council: RegionalCouncil) -> None:
    response = secretary.post(PAGE, GRIP, follow=True)
    assert response.redirect_chain == [(PAGE, 302)]
    assert "Lagt til: «hovudgrep»." in response.content.decode()
    add(secretary, word="Utførande eining", meaning="column:responsible")
    assert council_words(editor_of(council)) == CouncilWords(
        levels={"strategy": ("hovudgrep",)}, columns={"responsible": ("utførande eining",)}
    )
    assert own(secretary, "nivaa") == ["«hovudgrep» Gløym hovudgrep"]
    assert own(secretary, "kolonnar") == ["«utførande eining» Gløym utførande eining"]
    response = secretary.post(
        f"{PAGE}{CouncilWord.objects.get(use='level').pk}/gloym/", follow=True
    )
    assert "Gløymt: «hovudgrep»." in response.content.decode()
    assert own(secretary, "nivaa") == []
    log = lines_of(secretary.get("/arbeid/logg/").content.decode())
    assert [line for line in log if line.endswith("Kari Nes")] == [
        "Gløymde eit ord: hovudgrep Kari Nes",
        "La til ord frå dokumenta: utførande eining Kari Nes",
        "La til ord frå dokumenta: hovudgrep Kari Nes",
    ]


def test_a_word_that_is_there_already(secretary: Client) -> None:
    add(secretary, **GRIP)
    response = secretary.post(PAGE, GRIP, follow=True)
    assert "«hovudgrep» stod her frå før." in response.content.decode()
    assert CouncilWord.objects.count() == 1


@pytest.mark.parametrize(
    ("word", "meaning", "sentence"),
    [
        ("", "level:strategy", "Skriv eit ord."),
        ("2026", "level:strategy", "Eit tal kan ikkje vera namnet på eit nivå eller ein kolonne."),
        ("ø", "level:strategy", "Ordet må ha minst to teikn."),
        ("x" * 101, "level:strategy", "Ordet kan ha høgst 100 teikn."),
        ("Grep", "", "Vel kva ordet betyr."),
        ("Hovudgrep", "level:measure",
         "«hovudgrep» betyr alt «Strategi» hjå dykk. Gløym det der før de gjev det ei anna meining."),
        ("og", "level:measure",
         "«og» står så ofte i vanleg tekst at programmet ville ta feil. Vel eit anna ord."),
        ("Tiltak", "level:measure", "«tiltak» kjenner programmet frå før. De treng ikkje leggja det til."),
        ("Tiltak", "level:strategy",
         "«tiltak» betyr til vanleg «Tiltak». Kryss av om det er noko anna hjå dykk."),
        ("Ansvar", "column:time",
         "«ansvar» betyr til vanleg «Ansvarleg». Kryss av om det er noko anna hjå dykk."),
        ("Visjon", "level:strategy",
         "«visjon» betyr til vanleg «noko anna». Kryss av om det er noko anna hjå dykk."),
    ],
)  # fmt: skip
def test_what_is_no_word(secretary: Client, word: str, meaning: str, sentence: str) -> None:
    add(secretary, **GRIP)
    status, lines = add(secretary, word=word, meaning=meaning)
    assert status == 400
    assert sentence in lines
    assert [one.word for one in CouncilWord.objects.all()] == ["hovudgrep"]


def test_a_meaning_there_is_not(secretary: Client) -> None:
    assert secretary.post(PAGE, {"word": "Grep", "meaning": "level:novel"}).status_code == 400
    assert not CouncilWord.objects.exists()


def test_another_meaning_is_asked_about_once(secretary: Client) -> None:
    fields = {"word": "Tiltak", "meaning": "level:strategy"}
    assert 'name="sure"' not in secretary.get(PAGE).content.decode()
    assert 'name="sure"' in secretary.post(PAGE, fields).content.decode()
    assert secretary.post(PAGE, {**fields, "sure": "on"}).status_code == 302
    assert CouncilWord.objects.get().role == "strategy"


def test_nothing_crosses_between_councils(secretary: Client) -> None:
    other = make_council("Dalrådet", host="dal.example")
    by = editor_of(other)
    (word,) = learn_words(
        by=by, words=[Word("level", "strategy", "Storgrep")], learned_from=None, now=NOW
    )
    assert "storgrep" not in secretary.get(PAGE).content.decode()
    assert secretary.post(f"{PAGE}{word.pk}/gloym/").status_code == 404
    assert secretary.post(PAGE, {"word": "Storgrep", "meaning": "level:measure"}).status_code == 302
    assert council_words(by).levels == {"strategy": ("storgrep",)}


def test_a_word_is_shown_as_text(secretary: Client) -> None:
    add(secretary, word="<b>Grep</b>", meaning="level:strategy")
    assert own(secretary, "nivaa") == ["«<b>grep</b>» Gløym <b>grep</b>"]


def test_the_upload_tells_with_which_words_it_will_be_read(
    secretary: Client, council: RegionalCouncil
) -> None:
    def told() -> list[str]:
        lines = lines_of(secretary.get("/arbeid/last-opp/").content.decode())
        return [line for line in lines if line.startswith("Blir lesen med")]

    make_council("Dalrådet", host="dal.example")
    assert told() == []
    add(secretary, **GRIP)
    add(secretary, word="Utførande eining", meaning="column:responsible")
    assert told() == [
        "Blir lesen med orda dykkar: «utførande eining» (Ansvarleg), «hovudgrep» (Strategi). Sjå over orda"
    ]
    for number in range(6):
        add(secretary, word=f"Grep {number}", meaning="level:strategy")
    assert told()[0].endswith("«grep 0» (Strategi), 2 ord til. Sjå over orda")
    secretary.defaults["SERVER_NAME"] = "dal.example"
    assert told() == []
