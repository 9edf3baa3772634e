"""The head of the message that a plan was sent in."""

import pytest

from tiltak.planfile.model import Plan
from tiltak.reading import read_document

PLAN = """
        TILTAKSPLAN FOR KYSTSTIEN 2026-2028
        Skjergard kommune

1 STIEN
Tiltak
- Merka stien frå Neset til Hamna
- Byggja bru over Storelva
"""
HEADS = {
    "nn": "Frå: Marit Vik\nTil: Postmottak\nDato: 3. mars 2026 09:12\nEmne: Planen som tekst\n",
    "sv": "Från: Eva Berg\nSkickat: den 3 mars 2026\nTill: Registrator\nÄmne: Handlingsplanen\n",
    "en": "From: Ann Hill\nSent: 3 March 2026\nTo: Clerk\nCc: Chair\nSubject: RE: The plan as text\n",
    "columns": "Frå:     Marit Vik\nTil:     Postmottak\nDato:    3. mars 2026\nEmne:    Planen\n",
    "unknown line": "Fra: Ola\nPrioritet: Høy\nTil: Kari\nDato: 3.3.2026\nEmne: Plan som tekst\n",
}


def read(text: str) -> Plan:
    return read_document(text.encode(), "fil.txt")


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_message_is_not_the_title(head: str) -> None:
    plan = read(f"{head}\nHei\n\nHer kjem planen.\n\n{PLAN}")
    assert plan.document.title == "TILTAKSPLAN FOR KYSTSTIEN 2026-2028"
    assert [m.text for area in plan.focus_areas for m in area.measures] == [
        "Merka stien frå Neset til Hamna",
        "Byggja bru over Storelva",
    ]


def test_what_a_message_is_about_names_a_plan_without_a_title() -> None:
    head = "Fra: Ola\nTil: Kari\nDato: 3.3.2026\nEmne: VS: Handlingsplan for kystløypa 2026-2028\n"
    plan = read(f"{head}\nHei\n\n{PLAN[PLAN.index('1 STIEN') :]}")
    assert plan.document.title == "Handlingsplan for kystløypa 2026-2028"
    assert plan.document.years == (2026, 2027, 2028)


def test_two_lines_are_no_head() -> None:
    plan = read(
        "Handlingsplan for isen 2026-2028\nFrå: 2026\nTil: 2028\n\n1 IS\nTiltak\n- Måla isen\n"
    )
    assert plan.document.title == "Handlingsplan for isen 2026-2028"
