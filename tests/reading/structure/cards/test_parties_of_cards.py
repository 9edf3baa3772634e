"""Who is responsible in a card, one below the other in the cell."""

from tests.reading.structure.rows.word_tables import read_table


def test_each_line_of_a_cell_of_a_card_is_a_party() -> None:
    plan = read_table(
        "Tiltak A1: Felles kart|<|<|<",
        "Ansvarleg|Næringslaget\nInnovasjon Norge|Frist|2026",
        "Samarbeid|Kommunane i dalen,\nhamna|Kostnad|40 000",
        title="Tiltaksplan 2026",
    )
    (measure,) = plan.focus_areas[0].measures
    assert measure.responsible is not None
    assert measure.partners is not None
    assert (measure.number, measure.text) == ("A1", "Felles kart")
    assert measure.responsible.parties == ("Næringslaget", "Innovasjon Norge")
    assert measure.partners.parties == ("Kommunane i dalen", "hamna")
