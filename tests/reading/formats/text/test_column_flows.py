"""Columns of several tables on a page that a program writes in another order than they stand."""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary


def read(text: str) -> list[str | list[list[str]]]:
    """Texts and tables (rows of cells) in order."""
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        if isinstance(block, TableBlock)
        else block.text
        for block in blocks_of_text(text, Vocabulary.default()).blocks
    ]


RIGHT_COLUMNS_EARLY = """Møteplassar
Kva
Planta tre i
Storgata
Setja ut 40
benker

Kven
Parken

Når
Vår 2025

Hva koster det?
200 000

Parken

2025

160 000

Kven
Næringskontoret

Når
2025–2027

Hva koster det?
900 000

Gardeigarane

Kvar desember

50 000

Når
2026

Hva koster det?
Ikkje rekna

Handel
Kva
Lysa ut tilskot
til fasadar
Laga felles
opningstid

Trafikk
Kva
Innføra to timar
gratis parkering

Kven
Teknisk
"""


def test_a_head_that_comes_again_begins_the_columns_of_the_next_table() -> None:
    head = ["Kva", "Kven", "Når", "Hva koster det?"]
    assert read(RIGHT_COLUMNS_EARLY) == [
        "Møteplassar",
        [
            head,
            ["Planta tre i Storgata", "Parken", "Vår 2025", "200 000"],
            ["Setja ut 40 benker", "Parken", "2025", "160 000"],
        ],
        "Handel",
        [
            head,
            ["Lysa ut tilskot til fasadar", "Næringskontoret", "2025–2027", "900 000"],
            ["Laga felles opningstid", "Gardeigarane", "Kvar desember", "50 000"],
        ],
        "Trafikk",
        [head, ["Innføra to timar gratis parkering", "Teknisk", "2026", "Ikkje rekna"]],
    ]


def test_columns_after_the_text_that_follows_the_table() -> None:
    text = (
        "Tiltak\nEtablera samarbeid med\nkrisesenteret\nButilbod for\nutsette\n\n"
        "3 Evaluering\nPlanen vert evaluert kvart år.\n\n"
        "Ansvar\nHelsesjefen\n\nFrist\n2026-2027\n\nKrisesenteret\n\n2028\n"
    )
    assert read(text) == [
        [
            ["Tiltak", "Ansvar", "Frist"],
            ["Etablera samarbeid med krisesenteret", "Helsesjefen", "2026-2027"],
            ["Butilbod for utsette", "Krisesenteret", "2028"],
        ],
        "3 Evaluering",
        "Planen vert evaluert kvart år.",
    ]


def test_a_whole_table_takes_no_column_of_a_later_one() -> None:
    text = (
        "Tiltak\nKjøpa buss\n\nFrist\n2025\n\nTema 2: Bygg\nTiltak\nByggja hall\n\n"
        "Frist\n2027\n\nTiltak\nMåla bru\n\nKostnad\n4 000\n"
    )
    assert [part for part in read(text) if isinstance(part, list)] == [
        [["Tiltak", "Frist"], ["Kjøpa buss", "2025"]],
        [["Tiltak", "Frist"], ["Byggja hall", "2027"]],
        [["Tiltak", "Kostnad"], ["Måla bru", "4 000"]],
    ]


def test_level_words_over_lists_take_no_columns_of_another_page() -> None:
    text = "Tiltak\nByggja bru\n\fAnsvar\nTeknisk\n\nFrist\n2026\n"
    assert not any(isinstance(part, list) for part in read(text))


COUNTED = """Nr

Sektor

Tiltak

Effekt (tonn)

Ansvar

Start

Slutt

Kostnad (mill.)

Finansiering

1 Samferdsel

Byta ut 40 varebilar

120 Innkjøp

01.01.2026

01.12.2027

14,5 Investeringsbudsjettet

2 Samferdsel

Krevja utsleppsfri transport

300 Innkjøp

01.01.2026

3 Avfall

Henta tekstilar i alle
bydelar Innkjøp

35 Renovasjon

01.09.2026

01.12.2026 1,1

Gebyr
"""


def test_numbers_close_to_the_next_cell_are_cells_of_their_own() -> None:
    (table,) = read(COUNTED)
    assert table[1:3] == [
        [
            "1",
            "Samferdsel",
            "Byta ut 40 varebilar",
            "120",
            "Innkjøp",
            "01.01.2026",
            "01.12.2027",
            "14,5",
            "Investeringsbudsjettet",
        ],
        ["2", "Samferdsel", "Krevja utsleppsfri transport", "300", "Innkjøp", "01.01.2026"],
    ]
    assert table[3][-4:] == ["01.09.2026", "01.12.2026", "1,1", "Gebyr"]


def test_a_text_that_stands_as_a_cell_elsewhere_is_one_here_too() -> None:
    text = (
        "Nr\n\nTiltak\n\nAnsvar\n\nFrist\n\n"
        "1.1\n\nSetja ut bilar\n\nEining eigedom\n\n2026\n\n"
        "1.2\n\nLaga ladepunkt ved rådhuset og to Eining eigedom\nskular\n\n2027\n\n"
        "1.3\n\nMåla bru\n\nEining eigedom\n\n2028\n"
    )
    assert read(text)[0][2] == [
        "1.2",
        "Laga ladepunkt ved rådhuset og to skular",
        "Eining eigedom",
        "2027",
    ]


def test_years_are_heads_where_they_count_on() -> None:
    text = (
        "Tiltak\n\n2026\n\n2027\n\n2028\n\nAsfaltera vegane\n\n2 500\n\n2 500\n\n2 500\n\n"
        "Nytt reinseanlegg\n\n5 000\n\n48 000\n\n31 000\n\nSum tiltak\n\n7 500\n\n50 500\n\n33 500\n"
    )
    assert read(text)[0][:3] == [
        ["Tiltak", "2026", "2027", "2028"],
        ["Asfaltera vegane", "2 500", "2 500", "2 500"],
        ["Nytt reinseanlegg", "5 000", "48 000", "31 000"],
    ]


def test_a_head_over_two_lines_and_one_above_the_heading() -> None:
    text = (
        "Frist\n\n2 Skule\nNr\n\nTiltak\n\nAnsvarleg\neining\n\n"
        "2.1\n\nKjøpa bøker til biblioteket\n\nRektorane\n\n2026\n\n"
        "2.2\n\nByggja leikeplass ved skulen\n\nTeknisk\n\n2027\n\n"
    )
    assert read(text) == [
        "2 Skule",
        [
            ["Nr", "Tiltak", "Ansvarleg eining", "Frist"],
            ["2.1", "Kjøpa bøker til biblioteket", "Rektorane", "2026"],
            ["2.2", "Byggja leikeplass ved skulen", "Teknisk", "2027"],
        ],
    ]


def test_a_word_that_can_be_a_head_stands_in_cells_too() -> None:
    rows = "".join(f"{n}\n\nSkule nummer {n} i byen\n\n202{n}\n\nPåbegynt\n\n" for n in (1, 2, 3))
    table = read(f"Nr\n\nTiltak\n\nFerdig\n\nStatus\n\n{rows}")[0]
    assert [row[-1] for row in table] == ["Status", "Påbegynt", "Påbegynt", "Påbegynt"]
