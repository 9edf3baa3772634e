"""Columns of several tables on a page that a program writes in another order than they stand."""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.plain_text import blocks_of_text
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
