"""Headings of a text without looks: known by what stands below them."""

from tiltak.reading import read_document

CARDS = """Klimaplan 2026–2029
Vedteken av kommunestyret 12.03.2026

Innleiing
Kvart tiltak er skildra i eit skjema.

Energi
Området står for mykje av utsleppa, og mange vil vera med.
E1 Solceller på kommunale tak
Ansvar Eigedom
Frist 2026
Kostnad 4 mill. kr

E2 Etterisolera skulen
Ansvar Eigedom
Frist 2027
Kostnad 9 mill. kr

Landbruk
Området står for mykje av utsleppa, og mange vil vera med.
L1 Ta ut dyrka myr
Ansvar Landbrukssjefen
Frist 2028
Kostnad 100 000 kr
"""


def test_areas_over_cards_with_codes() -> None:
    plan = read_document(CARDS.encode(), "plan.txt")
    assert [(area.title, len(area.measures)) for area in plan.focus_areas] == [
        ("Energi", 2),
        ("Landbruk", 1),
    ]
