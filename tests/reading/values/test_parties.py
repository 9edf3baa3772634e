"""Parties as plans write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.reading import Vocabulary
from tiltak.reading.values.definitions import find_abbreviations
from tiltak.reading.values.parties import split_parties

WORDS = Vocabulary.default()
SHORT = {"FR": "Fjellet regionråd", "FK": "fylkeskommunen"}


def parties(raw: str) -> list[str]:
    return list(split_parties(raw, vocabulary=WORDS, abbreviations=SHORT).parties)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("FR", ["Fjellet regionråd"]),
        ("Fjellet regionråd (FR)", ["Fjellet regionråd"]),
        ("FR/Matnettverket", ["Fjellet regionråd", "Matnettverket"]),
        ("FR /andre", ["Fjellet regionråd", "andre"]),
        ("FR/samferdslegruppa,", ["Fjellet regionråd", "samferdslegruppa"]),
        ("FK, kommunane", ["fylkeskommunen", "kommunane"]),
        ("Rektorane og FAU", ["Rektorane", "FAU"]),
        ("Ordfører og rådmann", ["Ordfører", "rådmann"]),
        ("Bygg og anlegg", ["Bygg og anlegg"]),
        ("Kulturkontora og Matnett", ["Kulturkontora", "Matnett"]),
        ("Vidaregåande skule og bedriftene", ["Vidaregåande skule", "bedriftene"]),
        ("Skule og barnehage", ["Skule og barnehage"]),
        ("Harbour Agency and Natural Coast", ["Harbour Agency", "Natural Coast"]),
        ("Parish councils and volunteers", ["Parish councils", "volunteers"]),
        ("Leisure and Culture Trust", ["Leisure and Culture Trust"]),
        ("FR og bygdefolk", ["Fjellet regionråd", "bygdefolk"]),
        ("Plan og FK", ["Plan", "fylkeskommunen"]),
        ("Plan- og analyseavdelinga", ["Plan- og analyseavdelinga"]),
        (
            "Regional- og næringsavdelinga i samarbeid med kommunane",
            ["Regional- og næringsavdelinga", "kommunane"],
        ),
        ("FYSAK, turlaget og grunneierlagene", ["FYSAK", "turlaget", "grunneierlagene"]),
        ("Fjellet regionråd v/dagleg leiar", ["Fjellet regionråd"]),
        ("Teknisk etat og turlaget", ["Teknisk etat", "turlaget"]),
        ("Driftssjef og transportør", ["Driftssjef", "transportør"]),
        ("Rektor, einingsleiarar og tillitsvalde", ["Rektor", "einingsleiarar", "tillitsvalde"]),
        ("FR i samverkan med föräldraföreningarna", ["Fjellet regionråd", "föräldraföreningarna"]),
        ("Kommunane + FK", ["Kommunane", "fylkeskommunen"]),
        ("Kommunen og/eller fylket", ["Kommunen", "fylket"]),
        ("FR m/partnarar", ["Fjellet regionråd", "partnarar"]),
        ("FR m.fl.", ["Fjellet regionråd"]),
        ("FR ¹", ["Fjellet regionråd"]),
        ("FR ¹ og kommunane²", ["Fjellet regionråd", "kommunane"]),
        ("Turlaget *) / FK 1)", ["Turlaget", "fylkeskommunen"]),
        ("Skulen (avd. 2)", ["Skulen (avd. 2)"]),
        ("FR, m.fl.", ["Fjellet regionråd"]),
        ("FR (ansvarleg), kommunane", ["Fjellet regionråd", "kommunane"]),
        ("Kommunen (v/kultursjefen) og idrettsrådet", ["Kommunen", "idrettsrådet"]),
        ("NTNU, UiB og HVL", ["NTNU", "UiB", "HVL"]),
        ("Adult Services and the NHS Board", ["Adult Services", "the NHS Board"]),
        ("Kommunane, haust 2026", ["Kommunane"]),
        ("FK og frivillige", ["fylkeskommunen", "frivillige"]),
        ("Länsteatern och Riksteatern Fjäll", ["Länsteatern", "Riksteatern Fjäll"]),
        ("Lag og foreiningar", ["Lag og foreiningar"]),
        ("Røde Kors og brannvesenet", ["Røde Kors", "brannvesenet"]),
        ("Kommunane og Dalen Kraft", ["Kommunane", "Dalen Kraft"]),
        ("Statens vegvesen og politiet", ["Statens vegvesen", "politiet"]),
        ("Sogn og Fjordane fylkeskommune", ["Sogn og Fjordane fylkeskommune"]),
        ("Children and Young People", ["Children and Young People"]),
        ("Kultur og fritid", ["Kultur og fritid"]),
        ("HR og lønn", ["HR og lønn"]),
        ("HR og Organisasjon / verneombodet", ["HR og Organisasjon", "verneombodet"]),
        ("IT och Digitalisering, skolorna", ["IT och Digitalisering", "skolorna"]),
        ("HR og kommunane", ["HR", "kommunane"]),
        ("NAV og Turlaget", ["NAV", "Turlaget"]),
        ("Street Works and colleges", ["Street Works", "colleges"]),
        ("Street Works and Parking", ["Street Works and Parking"]),
        ("Waste and recycling", ["Waste and recycling"]),
        # lines that were begun on purpose
        ("Helsesjukepleiarane\nRektorane", ["Helsesjukepleiarane", "Rektorane"]),
        ("FR, rektorane\nUngdomskontakten", ["Fjellet regionråd", "rektorane", "Ungdomskontakten"]),
        ("Visit\nFjordriket", ["Visit Fjordriket"]),
        ("Høgskulen på\nVestlandet\nFAU", ["Høgskulen på Vestlandet", "FAU"]),
        ("Ikkje avklart", []),
        ("–", []),
        ("", []),
        # the slash of a company's form stands in its name
        ("Midtby Vand A/S og Vejafdelingen", ["Midtby Vand A/S", "Vejafdelingen"]),
        ("Nord Renovation I/S/Kommunen", ["Nord Renovation I/S", "Kommunen"]),
        ("Skole A/Skole B", ["Skole A", "Skole B"]),
        # a school's name ends in a small letter, a person's does not
        ("Leiar, rektor ved Lunde ungdomsskule", ["Leiar", "rektor ved Lunde ungdomsskule"]),
        ("Rektor ved Anne Lunde", ["Rektor"]),
        # those who have the title, at places that have no names
        ("Rektorene ved skolene", ["Rektorene ved skolene"]),
        ("Leiarane ved biblioteka, Fylket", ["Leiarane ved biblioteka", "Fylket"]),
        ("Lederne ved Anne Lunde", ["Lederne"]),
        # two services named in full
        ("Legal Services and Human Resources", ["Legal Services", "Human Resources"]),
        ("Planning Services and Regeneration", ["Planning Services and Regeneration"]),
        # the last of a list of names; two words that name one department stay together
        ("Dalen, Vika og Nes", ["Dalen", "Vika", "Nes"]),
        ("Rektorerna och elevhälsan", ["Rektorerna", "elevhälsan"]),
        ("Skolan och socialtjänsten", ["Skolan", "socialtjänsten"]),
        ("Rektorn och kuratorn", ["Rektorn", "kuratorn"]),
        ("Förskolorna och kyrkan", ["Förskolorna", "kyrkan"]),
        ("Arealplan og byggesak", ["Arealplan og byggesak"]),
        ("Samfunnsplan og miljø", ["Samfunnsplan og miljø"]),
        ("Samferdsel og arealplan", ["Samferdsel og arealplan"]),
        ("Falun, Borlänge och Säter", ["Falun", "Borlänge", "Säter"]),
        ("Kari Nes, Ola Vik og Per Li", ["Kari Nes", "Ola Vik", "Per Li"]),
        ("Skoler, Børn og Unge", ["Skoler", "Børn og Unge"]),
        ("Plan, bygg og miljø", ["Plan", "bygg og miljø"]),
        ("Statens vegvesen og Bane NOR", ["Statens vegvesen", "Bane NOR"]),
        ("Kommune, fylke og stat", ["Kommune", "fylke", "stat"]),
        # a hyphen before a comma or a slash: the rest of the word comes
        ("Oppvekst-, kultur- og idrettssjefen", ["Oppvekst-, kultur- og idrettssjefen"]),
        ("Barne-/ungdomskoordinator", ["Barne-/ungdomskoordinator"]),
        # joints behind a sign, in a bracket, at the end of a line
        ("Rektor, i samarbeid med FAU", ["Rektor", "FAU"]),
        ("Rektor (i samarbeid med FAU)", ["Rektor", "FAU"]),
        ("Rektor med støtte frå PPT", ["Rektor", "PPT"]),
        ("Rektor eller inspektør", ["Rektor", "inspektør"]),
        ("Rektor, (FAU)", ["Rektor", "FAU"]),
        ("Rektor\nog FAU", ["Rektor", "FAU"]),
        ("Rektor | FAU", ["Rektor", "FAU"]),
        ("Næringssjef i samråd\nmed kommunane", ["Næringssjef", "kommunane"]),
        ("Kommunane\n(alle)", ["Kommunane (alle)"]),
        ("FR\nv/Kari Nes", ["Fjellet regionråd"]),
        ("FR, v/ Kari Nes, FK", ["Fjellet regionråd", "fylkeskommunen"]),
        ("v/ Kari Nes", ["Kari Nes"]),
        ("Grunneigarar og beitelag", ["Grunneigarar", "beitelag"]),
        ("1. Rektor\n2. FAU", ["Rektor", "FAU"]),
        # what is written around a name
        ("Ansvar: FR. Medverkande: NAV", ["Fjellet regionråd", "NAV"]),
        ("Hovudansvar: rektor", ["rektor"]),
        ("Rektor 2026", ["Rektor"]),
        ("FR (frå 2026), FK hausten 2027", ["Fjellet regionråd", "fylkeskommunen"]),
        ("Haust 2026", []),
        ("Team 10", ["Team 10"]),
        ("Kommunen og ev. frivillige", ["Kommunen", "frivillige"]),
        ("Rektor, osv.", ["Rektor"]),
        ("Rektor mm", ["Rektor"]),
        ("N/A", []),
        ("Ingen", []),
        ("Ikkje bestemt", []),
    ],
)
def test_who(raw: str, expected: list[str]) -> None:
    assert parties(raw) == expected


def test_a_party_named_alone_elsewhere_stands_alone_beside_og() -> None:
    known = frozenset({"enova", "kraftlag"})
    found = split_parties("Enova og kraftlag", vocabulary=WORDS, known=known)
    assert found.parties == ("Enova", "kraftlag")
    assert found.raw == "Enova og kraftlag"


def test_abbreviations_are_found_where_they_are_defined() -> None:
    text = (
        "Forkortingar: SVV = Statens vegvesen, FK = Vestfylket fylkeskommune\n"
        "Avtalepartane er Fjellet regionråd (FR), NHO og LO.\n"
        "Bruka verktøyet Næringsvennleg Region (NVR) og sjå (punkt 3)."
    )
    assert find_abbreviations(text) == {
        "FR": "Fjellet regionråd",
        "NVR": "Næringsvennleg Region",
        "SVV": "Statens vegvesen",
        "FK": "Vestfylket fylkeskommune",
    }


def test_what_is_said_outright_wins_over_letters_before_a_bracket() -> None:
    measures = "Sikra vegen ved Vik (SVV)\nRydda stien mellom garden og skulen (SGS)"
    outright = "SVV = Statens vegvesen"
    assert find_abbreviations(f"{measures}\n{outright}") == {"SVV": "Statens vegvesen"}


def test_a_name_without_capitals_has_a_letter_for_each_long_word() -> None:
    text = "Lag risiko- og sårbarheitsanalyse (ROS) for senteret, med styrt energi i hus (SEF)."
    assert find_abbreviations(text) == {"ROS": "risiko- og sårbarheitsanalyse"}


@given(st.text(max_size=60))
def test_any_text_is_survived(raw: str) -> None:
    assert all(name.strip() for name in parties(raw))


_NAMES = st.lists(
    st.sampled_from(
        [
            "Rektorane",
            "NAV",
            "Dalen kommune",
            "turlaget",
            "Visit Fjord",
            "Teknisk etat",
            "FAU",
            "AU",
        ]
    ),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(_NAMES, st.sampled_from(["/", ", ", "; ", " / ", " + ", " i samarbeid med ", ", og/eller "]))
def test_the_order_of_the_parties_is_kept(names: list[str], joint: str) -> None:
    assert parties(joint.join(names)) == names


@given(
    st.lists(st.sampled_from(["NAV", "Rektor", " og ", ", ", "/", "2026", " (", ")", ": ", "ev. "]))
)
def test_every_party_stands_in_the_cell(pieces: list[str]) -> None:
    raw = "".join(pieces)
    assert all(name in " ".join(raw.split()) for name in parties(raw))
