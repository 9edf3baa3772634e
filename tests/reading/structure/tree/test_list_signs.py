"""Signs and numbers in front of measures are no part of their texts."""

import pytest

from tiltak.reading import read_document
from tiltak.reading.list_signs import LIST_SIGNS

TOP = "Klimaplan for Dalen kommune 2026–2029\nVedteken av kommunestyret 12. desember 2025\n\n"


def measures(text: str) -> list[tuple[str | None, str]]:
    """Number and text of each measure."""
    plan = read_document(f"{TOP}{text}".encode(), "plan.txt")
    return [(one.number, one.text) for area in plan.focus_areas for one in area.measures]


@pytest.mark.parametrize("sign", LIST_SIGNS)
def test_each_sign_begins_an_item(sign: str) -> None:
    text = (
        "1 Energi\n\nMål: Straumforbruket skal ned\n\nTiltak\n"
        f"{sign} Styra varmen etter bruken i alle\n   skulebygg\n{sign} Byta til LED i kyrkja\n"
    )
    assert [text for _, text in measures(text)] == [
        "Styra varmen etter bruken i alle skulebygg",
        "Byta til LED i kyrkja",
    ]


def test_measures_counted_within_lettered_areas() -> None:
    text = (
        "A. Energi\n\nMål: Straumforbruket skal ned\n\nTiltak\n\n"
        "A.1 Styra varmen i alle skulebygg\nA.2 Byta til LED i kyrkja\n\n"
        "B. Transport\n\nMål: Færre flyreiser\n\nTiltak\n\n"
        "B.1 Setja opp møterom for video\nB.2 Byta fem bilar\n"
    )
    assert measures(text) == [
        ("A.1", "Styra varmen i alle skulebygg"),
        ("A.2", "Byta til LED i kyrkja"),
        ("B.1", "Setja opp møterom for video"),
        ("B.2", "Byta fem bilar"),
    ]


def test_measures_counted_so_with_facts_in_columns_below() -> None:
    facts = "     Ansvarleg:  Teknisk sjef\n     Tid:        2026\n     Kostnad:    40 000 kr\n\n"
    text = (
        "A. Energi\n\nMål: Straumforbruket skal ned\n\nTiltak\n\n"
        f"A.1  Styra varmen i alle skulebygg\n{facts}A.2  Byta til LED i kyrkja\n{facts}"
        f"A.3  Isolera tak\n{facts}"
    )
    assert measures(text) == [
        ("A.1", "Styra varmen i alle skulebygg"),
        ("A.2", "Byta til LED i kyrkja"),
        ("A.3", "Isolera tak"),
    ]


def test_a_road_s_name_is_no_number() -> None:
    text = "1 Veg\n\nMål: Færre ulukker\n\nTiltak\n- E39 Rassikring ved elva\n- E16 Ny bru\n"
    assert [text for _, text in measures(text)] == ["E39 Rassikring ved elva", "E16 Ny bru"]


def test_items_that_end_one_sentence_are_measures_without_its_og() -> None:
    text = (
        "Energi\n\nMål: Straumforbruket skal ned\n\nFor å nå målet skal kommunen i perioden:\n"
        "a) styra varmen i alle skulebygg,\nb) byta til LED i kyrkja og\nc) kjøpa to elbilar.\n\n"
        "Natur\n\nMål: Elvane skal vera reine\n\nVi vil saman med grunneigarane:\n"
        "a) rydda elvekantane, og\nb) måla vatnet kvar månad.\n"
    )
    assert measures(text) == [
        ("a", "styra varmen i alle skulebygg,"),
        ("b", "byta til LED i kyrkja"),
        ("c", "kjøpa to elbilar."),
        ("a", "rydda elvekantane"),
        ("b", "måla vatnet kvar månad."),
    ]


def test_what_a_list_is_about_is_no_measure() -> None:
    text = (
        "Energi\n\nKommunen skal i perioden leggja vekt på:\n- openheit\n- respekt\n- humor\n\n"
        "Tiltak\n- Styra varmen i alle skulebygg\n"
    )
    assert measures(text) == [("-", "Styra varmen i alle skulebygg")]
