"""Cards of a text whose names stand first, and whose values follow in the same order."""

import pytest

from tests.reading.structure.cards.card_plans import (
    WORDS,
    Words,
    cards_of,
    expected,
    read,
    text_plan,
)

LANGUAGES = sorted(WORDS)


def stacked(words: Words, *, titled: bool, colon: str, page: str = "") -> list[str]:
    """The text of cards, `page` between the names and the values of the second one."""
    lines = [words.title, ""]
    for index, (area, goal, _) in enumerate(words.plan):
        lines += [f"{words.area}: {area}", f"{words.goal}: {goal}", ""]
        for at, card in enumerate(cards_of(words, index, titled=titled)):
            title = f"{words.measure} {'AB'[index]}{at + 1}: {card.title}" if titled else card.title
            facts = card.facts[1:] if titled else card.facts
            lines += [title, *([card.facts[0][1]] if titled else [])]
            lines += [f"{name}{colon}" for name, _ in facts]
            lines += ["", *([page] if page and at else []), *(value for _, value in facts), ""]
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_after_a_sentence_and_names_with_a_colon(language: str) -> None:
    words = WORDS[language]
    assert read(text_plan(*stacked(words, titled=True, colon=":"))) == expected(words)


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_that_ask_for_the_measure_below_a_count(language: str, colon: str) -> None:
    words = WORDS[language]
    assert read(text_plan(*stacked(words, titled=False, colon=colon))) == expected(words)


def test_a_page_ends_between_names_and_values() -> None:
    words = WORDS["nn"]
    page = "7\n\n\fNes kommune\n"
    text = [f"Nes kommune\n\n{words.title}", *stacked(words, titled=True, colon=":", page=page)[1:]]
    assert read(text_plan(*text, "8\n\n\fNes kommune\n\n9")) == expected(words)


def test_values_over_two_lines_and_values_that_lack() -> None:
    plan = text_plan(
        "Plan for Nes kommune 2026–2028",
        "",
        "Fokusområde: Strender",
        "Mål: Alle skal ha ei strand",
        "Tiltak 1: Ny trapp",
        "Kven:\nNår:\nKostnad:",
        "",
        "Teknisk etat,\nHamnevesenet\nInnan utgangen av\n2027\n280 000 kr",
        "",
        "Tiltak 2: Stupetårn",
        "Kven:\nSamarbeid:\nNår:\nKostnad:",
        "",
        "Idrettsrådet\n2026\n95 000 kr",
    )
    assert [measures for _, _, measures in read(plan)] == [
        [
            ("Ny trapp", ("Teknisk etat", "Hamnevesenet"), (2027,), True),
            ("Stupetårn", ("Idrettsrådet",), (2026,), True),
        ]
    ]


def test_names_with_nothing_filled_in_take_no_value_from_the_next_card() -> None:
    plan = text_plan(
        "Plan for Nes kommune 2026–2028",
        "",
        "Fokusområde: Strender",
        "Mål: Alle skal ha ei strand",
        "Tiltak 1: Ny trapp",
        "Kven:\nNår:\nKostnad:",
        "",
        "Tiltak 2: Stupetårn",
        "Kven:\nNår:\nKostnad:",
        "",
        "Idrettsrådet\n2026\n95 000 kr",
        "",
        "Tiltak 3: Bøyer",
        "Kven:\nNår:\nKostnad:",
        "",
        "Brannvesenet\n2028\n40 000 kr",
    )
    assert [measures for _, _, measures in read(plan)] == [
        [
            ("Ny trapp", (), (), False),
            ("Stupetårn", ("Idrettsrådet",), (2026,), True),
            ("Bøyer", ("Brannvesenet",), (2028,), True),
        ]
    ]


def test_an_amount_at_the_foot_of_most_pages_is_no_running_head() -> None:
    card = (
        "Tiltak {0}: Trapp nummer {0}\nKven:\nNår:\nKostnad:\n\nTeknisk etat\n2026\n{0}0 000 kr\n"
    )
    pages = "\f".join(card.format(number) + f"\n{number}\n" for number in (1, 2, 3))
    plan = text_plan("Plan for Nes kommune 2026–2028\n\nFokusområde: Strender\n" + pages)
    measures = [one for area in plan.focus_areas for one in area.measures]
    assert [one.budget.amount if one.budget else None for one in measures] == [
        10_000,
        20_000,
        30_000,
    ]


@pytest.mark.parametrize("colon", ["", ":"])
def test_unknown_names_among_known_ones_have_values_too(colon: str) -> None:
    names = "\n".join(f"{name}{colon}" for name in ("Kva", "Kvifor", "Korleis", "Kven", "Når"))
    plan = text_plan(
        "Plan for Nes kommune 2026–2028",
        "",
        "1 Strender",
        "Mål: Alle skal ha ei strand",
        "",
        f"1.1 Ny trapp ned til Sandvika\n{names}",
        "",
        "Den gamle trappa blir bytt ut med\nei ny i tre.",
        "Den gamle er roten.\nPå dugnad.\nTeknisk etat\n2026",
        "",
        f"1.2 Stupetårn på Odden\n{names}",
        "",
        "Tårnet blir høgt.\nUngdomen vil det.\nSom eit prosjekt.\nIdrettsrådet\n2027",
    )
    assert [measures for _, _, measures in read(plan)] == [
        [
            ("Ny trapp ned til Sandvika", ("Teknisk etat",), (2026,), False),
            ("Stupetårn på Odden", ("Idrettsrådet",), (2027,), False),
        ]
    ]


@pytest.mark.parametrize("first", ["1.1", "Tittel"])
def test_the_first_name_is_that_of_the_title(first: str) -> None:
    second = "1.2" if first == "1.1" else first
    plan = text_plan(
        "Plan for Nes kommune 2026–2028",
        "",
        "1 Strender",
        "Mål: Alle skal ha ei strand",
        "",
        f"{first}\nKva\nKven\nNår",
        "",
        "Ny trapp ned til Sandvika\nDen gamle er roten.\nTeknisk etat\n2026",
        "",
        f"{second}\nKva\nKven\nNår",
        "",
        "Stupetårn på Odden\nDet blir tre meter høgt.\nIdrettsrådet\n2027",
    )
    assert [measures for _, _, measures in read(plan)] == [
        [
            ("Ny trapp ned til Sandvika", ("Teknisk etat",), (2026,), False),
            ("Stupetårn på Odden", ("Idrettsrådet",), (2027,), False),
        ]
    ]
