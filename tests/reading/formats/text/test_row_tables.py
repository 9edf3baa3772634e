"""Tables as pdftotext -raw gives them: one line of heads, then the rows line after line.

The texts in raw_prints are what pdftotext made of small plans printed for these tests.
"""

from pathlib import Path

import pytest

from tests.reading.formats.pdf.test_printed_text import tables, texts
from tests.reading.formats.text.test_text_tables import read
from tiltak.reading.blocks import BlockDocument, TableBlock
from tiltak.reading.formats.text.scattered_tables import SCATTERED

PRINTS = Path(__file__).parent / "raw_prints"

ROWS = {
    "danish": [
        [
            "Istandsættelse af forsamlingshuset i Nørre Lyng",
            "2025",
            "Teknik og Miljø",
            "450.000 kr.",
        ],
        [
            "Fælles spisning den første torsdag i måneden",
            "Løbende",
            "Borgerforeningen",
            "15.000 kr.",
        ],
        ["Ny legeplads bag skolen", "2026–2027", "Teknik og Miljø", "600.000 kr."],
    ],
    "numbered": [
        [
            "1.1",
            "Registrera gamle vegfar saman med historielaget og grunneigarane",
            "Kultursjef",
            "2025–2026",
            "120 000 kr",
        ],
        [
            "1.2",
            "Setja opp skilt ved tolv kulturminne",
            "Driftsavdelinga",
            "Hausten 2026",
            "85 000 kr",
        ],
        ["1.3", "Digitalisera fotosamlinga", "Biblioteket", "2027", "Innanfor ramma"],
        [
            "2.1",
            "Tilskot til nye tak på naust og løer som er vurderte som verneverdige",
            "Kultursjef",
            "Årleg",
            "400 000 kr",
        ],
        ["2.2", "Kurs i tradisjonshandverk", "Folkehøgskulen", "2028", "60 000 kr"],
    ],
    "no_costs": [
        [
            "Måle støy ved alle boliger langs fylkesveien før og etter ny asfalt",
            "Miljørådgiver",
            "Høst 2025",
        ],
        ["Skifte vinduer i kommunale boliger", "Eiendomsavdelingen", "2026"],
        ["Innføre nattestengt gjennomkjøring i Parkgata", "Vei og trafikk", "2027"],
        ["Informere beboere", "Miljørådgiver", "Løpende"],
    ],
    "cost_before_time": [
        [
            "Bygga cykelbana mellan stationen och Södra skolan",
            "Gatukontoret",
            "3 200 000 kr",
            "2026–2027",
        ],
        ["Sopsalta de tio viktigaste stråken", "Driftenheten", "750 000 kr", "Årligen"],
        ["Cykelkurs för nyanlända", "Fritidskontoret", "90 000 kr", "Våren 2027"],
        ["Räkna cyklister vid åtta platser", "Gatukontoret", "120 000 kr", "2028"],
    ],
    "partners": [
        [
            "Open kveld på biblioteket annakvar torsdag for ungdom og vaksne",
            "Biblioteksjef",
            "Frivilligsentralen",
            "2025",
            "40 000 kr",
        ],
        ["Utlån av lokale utan leige", "Eigedomssjef", "Idrettsrådet", "Løpande", "Ingen"],
        [
            "Kulturkveld med mat frå ulike land",
            "Flyktningtenesta",
            "Frivilligsentralen",
            "Våren 2026",
            "30 000 kr",
        ],
    ],
    "who_first": [
        [
            "Rådgivar oppvekst",
            "Opplæring av nye medlemer i ungdomsrådet kvar haust",
            "2025",
            "Starta",
        ],
        ["Ordførar", "Møte mellom ungdomsrådet og formannskapet", "Årleg", "Fullført"],
        [
            "Rådgivar oppvekst",
            "Ungdomskonferanse saman med nabokommunane",
            "2027",
            "Ikkje starta",
        ],
    ],
}


def printed(name: str) -> BlockDocument:
    return read((PRINTS / f"{name}.txt").read_text())


@pytest.mark.parametrize("name", ROWS)
def test_rows_that_follow_line_after_line(name: str) -> None:
    found = printed(name)
    assert [row for table in tables(found) for row in table[1:]] == ROWS[name]
    assert texts(found)[-2:] == ["Oppfølging", "Planen følges opp hvert år."]
    assert not found.warnings
    assert not found.scattered


def test_a_name_that_could_begin_elsewhere_is_doubted() -> None:
    found = printed("english")
    *sure, last = tables(found)[0][1:]
    assert sure == [
        [
            "Widen the pavement on Mill Street between the bridge and the church",
            "Highways",
            "2026",
            "£420,000",
        ],
        [
            "Plant forty trees along the riverside walk",
            "Parks and Gardens",
            "Spring 2027",
            "£36,000",
        ],
        ["Repair benches", "Parks and Gardens", "Ongoing", "Within budget"],
    ]
    assert last[-2:] == ["2027–2028", "£150,000"]
    assert found.warnings == (SCATTERED,)
    said = [found.text[place.start : place.end] for place in found.scattered]
    assert " ".join(said) == (
        "Pilot a late bus on Fridays and Saturdays Public Transport Unit 2027–2028 £150,000"
    )
    assert all(block.pieced for block in found.blocks if isinstance(block, TableBlock))


STRANGER = """Plan for skogane 2025–2028
Tiltak Ansvar Frist Merksemd
Tynna i Storeskogen Skogbrukssjef 2026 Hekketid
Planta furu i Nordlia Skogeigarlaget 2027 Snø
"""


def test_a_table_with_a_head_that_is_no_known_word_is_not_passed_over() -> None:
    found = read(STRANGER)
    assert tables(found) == []
    assert found.warnings == (SCATTERED,)
    assert [place.line for place in found.scattered] == [2, 3, 4]


CELLS = """Handlingsplan 2025
Tiltak Ansvar Frist Status
Tilby kurset Dei gode åra to
gonger i året
Familiesenteret Årleg Løpande
Finna heimar i slekta og
nettverket
Barnevernleiar 2024–
2027
Ikkje
starta
Vedlegg om ord
"""


def test_cells_of_several_lines_end_their_lines() -> None:
    found = read(CELLS)
    assert tables(found)[0][1:] == [
        ["Tilby kurset Dei gode åra to gonger i året", "Familiesenteret", "Årleg", "Løpande"],
        [
            "Finna heimar i slekta og nettverket",
            "Barnevernleiar",
            "2024–2027",
            "Ikkje starta",
        ],
    ]
    assert texts(found)[-1] == "Vedlegg om ord"
