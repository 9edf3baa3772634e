"""Tables written out column after column, cell group by cell group, or as cards."""

from tiltak.reading.blocks import TableBlock
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.vocabulary import Vocabulary


def tables(text: str) -> list[list[list[str]]]:
    document = blocks_of_text(text, Vocabulary.default())
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, TableBlock)
    ]


def left_out(text: str) -> list[str]:
    document = blocks_of_text(text, Vocabulary.default())
    return [document.text[passage.start : passage.end] for passage, _ in document.aside]


COLUMNS = """Tiltak
Byggja gangveg frå skulen til
idrettsplassen
Setja opp lys

Frist
2026
Haust 2027

Kostnad
1 200 000
Innanfor ramma

Ansvar
Teknisk
Velforeininga
"""


def test_columns_with_wrapped_cells() -> None:
    assert tables(COLUMNS) == [
        [
            ["Tiltak", "Frist", "Kostnad", "Ansvar"],
            ["Byggja gangveg frå skulen til idrettsplassen", "2026", "1 200 000", "Teknisk"],
            ["Setja opp lys", "Haust 2027", "Innanfor ramma", "Velforeininga"],
        ]
    ]


def test_what_follows_is_not_in_the_table() -> None:
    document = blocks_of_text(f"{COLUMNS}\n3 Skule\nMål: Alle skal læra.\n", Vocabulary.default())
    assert [block.text for block in document.texts()] == ["3 Skule", "Mål: Alle skal læra."]


def test_cells_in_groups_below_the_heads() -> None:
    text = (
        "Tiltak\nKjøpa buss\n\nAnsvar\nRektor\n\nFrist\n2025\n\n"
        "Leiga bane\n\nKulturleiar\n\n2026\n\nNye mål i hallen\n\nIdrettslaget\n\n2027\n"
    )
    assert tables(text)[0][1:] == [
        ["Kjøpa buss", "Rektor", "2025"],
        ["Leiga bane", "Kulturleiar", "2026"],
        ["Nye mål i hallen", "Idrettslaget", "2027"],
    ]


def test_columns_of_a_later_table_that_came_early() -> None:
    text = (
        "Tiltak\nKjøpa buss\n\nFrist\n2025\n\nKostnad\n90 000\n\n"
        "Kostnad\n40 000\n\n2 Helse\nTiltak\nHalda kurs\n\nFrist\n2026\n"
    )
    assert tables(text) == [
        [["Tiltak", "Frist", "Kostnad"], ["Kjøpa buss", "2025", "90 000"]],
        [["Tiltak", "Frist", "Kostnad"], ["Halda kurs", "2026", "40 000"]],
    ]


def test_values_that_cannot_be_paired_are_left_out_and_said() -> None:
    text = (
        "Tiltak\n1) Kjøpa buss\n2) Halda kurs\n3) Leiga bane\n\n"
        "Frist\n2025\n2026\n2027\n\nKostnad\n40 000\n60 000\n"
    )
    assert [row[-1] for row in tables(text)[0]] == ["Kostnad", "2025", "2026", "2027"]
    assert left_out(text) == ["40 000", "60 000"]


def test_heads_first_and_then_row_by_row() -> None:
    text = "Tiltak\nFrist\nAnsvar\nKjøpa buss\n2025\nRektor\nHalda kurs\n2026\nHelsestasjonen\n"
    assert tables(text) == [
        [
            ["Tiltak", "Frist", "Ansvar"],
            ["Kjøpa buss", "2025", "Rektor"],
            ["Halda kurs", "2026", "Helsestasjonen"],
        ]
    ]


def test_cards() -> None:
    card = [["Status", "Grøn"], ["Frist", "2026"], ["Ansvar", "Regionrådet"]]
    apart = "Gamlehuset\nStatus\nFrist\nAnsvar\n\nGrøn\n2026\nRegionrådet\n"
    beside = "Gamlehuset\nStatus Grøn\nFrist 2026\nAnsvar Regionrådet\n"
    assert (tables(apart), tables(beside)) == ([card], [card])


def test_amounts_that_were_closed_to_one_line() -> None:
    text = "Tiltak\nBru\nVeg\n\nFrist\n2025\n2026\n\nKostnad\nkr 90 000,kr 40 000,-\n"
    assert [row[-1] for row in tables(text)[0][1:]] == ["kr 90 000,", "kr 40 000,-"]


def test_level_words_of_running_text_are_no_heads() -> None:
    text = "Delmål\nAlle skal fram.\n\nStrategi\nByggja meir.\n\nTiltak\nByggja bru.\nRydda skog.\n"
    assert tables(text) == []


def test_many_rows_take_little_time() -> None:
    rows = "".join(
        f"Skule nummer {n} i byen\n\n{2000 + n % 20}\n\n{n} 000\n\n" for n in range(1, 120)
    )
    text = f"Tiltak\nByggja bru\n\nFrist\n2020\n\nKostnad\n100 000\n\n{rows}"
    assert len(tables(text)[0]) == 121


LATE_WORD = """
Område

Mål

Tiltak

Frist

Kommunens rolle

Idrett

Fleire er med i laga

Bruka hallen meir om kvelden

2026

Gjennomfører

Skaffa øvingslokale til kora

2027

Pådriver

Natur

Fleire går tur i fjellet

Merkja ti stiar

2028

Gjennomfører
"""


def test_a_word_for_a_head_among_the_cells_of_a_full_table_is_a_cell() -> None:
    assert tables(LATE_WORD)[0] == [
        ["Område", "Mål", "Tiltak", "Frist", "Kommunens rolle"],
        ["Idrett", "Fleire er med i laga", "Bruka hallen meir om kvelden", "2026", "Gjennomfører"],
        ["Skaffa øvingslokale til kora", "2027", "Pådriver"],
        ["Natur", "Fleire går tur i fjellet", "Merkja ti stiar", "2028", "Gjennomfører"],
    ]
