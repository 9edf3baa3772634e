"""What the columns of a table are about."""

from collections import Counter

import pytest

from tiltak.planfile.model import Passage
from tiltak.reading.blocks import Cell, CellLine, TableBlock, TableRow
from tiltak.reading.structure.columns.by_content import has_merged_groups, is_sum
from tiltak.reading.structure.columns.by_heads import read_columns
from tiltak.reading.values.amounts import unit_factor
from tiltak.reading.vocabulary import Vocabulary

WIDE = 60_000


def row(*cells: tuple[int, str, int]) -> TableRow:
    """Cells as column, text, columns it covers."""
    return TableRow(
        tuple(
            Cell(column, (CellLine(text, Passage(0, len(text)), 0),), column_span=across)
            for column, text, across in cells
        )
    )


def test_a_head_over_very_many_columns_is_read_in_one_pass() -> None:
    """Each column compared with each took minutes: found by damaged files."""
    table = TableBlock(
        (
            row((0, "Tiltak", 1), (1, "Kostnad i 1000 kr", WIDE), (WIDE + 1, "Ansvar", 1)),
            row((0, "Byggja bru", 1), (1, "400", 1), (WIDE + 1, "Fylket", 1)),
        )
    )
    columns = read_columns(table, Vocabulary.default())
    assert columns is not None
    roles = Counter(column.role for column in columns.columns)
    assert roles == {"measure": 1, "budget": 1, "note": WIDE - 1, "responsible": 1}


def table(*rows: str) -> TableBlock:
    """Rows of cells between bars; "^" is the cell above going on, "<" the one to the left."""
    split = [line.split("|") for line in rows]
    cells: list[list[Cell]] = []
    for at, texts in enumerate(split):
        cells.append([])
        for column, text in enumerate(texts):
            if text in "^<" and text:
                continue
            across = next((i for i, t in enumerate(texts[column + 1 :], 1) if t != "<"), None)
            down = next((i for i, r in enumerate(split[at + 1 :], 1) if r[column] != "^"), None)
            lines = (CellLine(text, Passage(0, len(text)), 0),) if text else ()
            width, height = across or len(texts) - column, down or len(split) - at
            cells[-1].append(Cell(column, lines, height, width))
    return TableBlock(tuple(TableRow(tuple(one)) for one in cells))


def roles(*rows: str) -> list[tuple[str | None, int | None]]:
    """Role and year of each column."""
    columns = read_columns(table(*rows), Vocabulary.default())
    assert columns is not None
    return [(column.role, column.year) for column in columns.columns]


def test_heads_reaching_down_over_a_row_tell_that_it_parts_the_wide_ones() -> None:
    assert roles(
        "Tiltak|Kostnad (tal i 1000 kr)|<|Finansiering (tal i 1000 kr)|<|Ansvar",
        "^|2026|2027|Spelemidlar|Andre|^",
        "Byggja bru|400|600|300|700|Fylket",
    ) == [
        ("measure", None),
        ("budget", 2026),
        ("budget", 2027),
        (None, None),
        (None, None),
        ("responsible", None),
    ]


def test_a_priority_numbers_the_rows_only_where_it_counts_them() -> None:
    counted = ("Prioritet|Tiltak|Ansvar", "1|Byggja bru|Fylket", "2|Rydda sti|Turlaget")
    ranked = ("Prio|Tiltak|Ansvar", "1|Byggja bru|Fylket", "1|Rydda sti|Turlaget")
    worded = ("Priority|Action|Lead", "High|Build a bridge|County", "Low|Clear path|Club")
    assert [roles(*rows)[0][0] for rows in (counted, ranked, worded)] == ["number", "note", "note"]


def test_cells_over_several_rows_left_of_the_measures_are_groups() -> None:
    merged = table("Kategori|Tiltak|Ansvar", "Veg|Byggja bru|Fylket", "^|Rydda sti|Turlaget")
    goals = table("Mål|Tiltak|Ansvar", "Trygt|Byggja bru|Fylket", "^|Rydda sti|Turlaget")
    found = []
    for one in (merged, goals):
        columns = read_columns(one, Vocabulary.default())
        assert columns is not None
        found.append(has_merged_groups(columns, one.rows[columns.body :]))
    assert found == [True, False]


def test_a_head_of_two_words_is_what_both_say() -> None:
    words = Vocabulary.default()
    heads = {
        "Strategi/tiltak": "measure",
        "Start/slutt": "time",
        "Mål/delmål": "sub_goal",
        "Ansvarleg/medverkande": "responsible",
    }
    assert {head: words.head(head).role for head in heads} == heads


def test_a_range_of_years_in_a_head_is_no_year_of_its_own() -> None:
    head = Vocabulary.default().head
    assert [head(t).year for t in ("Budsjett 2026", "Sum 2026–2029")] == [2026, None]


def test_units_in_heads() -> None:
    head = Vocabulary.default().head
    said = ["Cost (£000s)", "Cost £'000", "Cost £m", "Kostnad, tkr", "Kostnad"]
    units = [unit_factor(head(text).unit, Vocabulary.default()) for text in said]
    assert units == [1_000, 1_000, 1_000_000, 1_000, None]


def test_crosses_below_quarters_of_two_years() -> None:
    assert roles(
        "Insats|2025|<|2026|<|Budget, tkr|Ansvarig",
        "^|Kv 1|Kv 2|Kv 1|Kv 2|^|^",
        "Servicepunkt|x|||x|180|Utvecklaren",
        "Fiber||x|x||240|IT-enheten",
    ) == [
        ("measure", None),
        ("time", 2025),
        ("time", 2025),
        ("time", 2026),
        ("time", 2026),
        ("budget", None),
        ("responsible", None),
    ]


def test_a_row_that_says_who_or_when_adds_nothing_up() -> None:
    rows = table(
        "Sum riksveg||324,5 mill. kr",
        "Totalt||2050",
        "Samla for området||1 200",
        "Samla inn tekstilar|Prosjektleiar|2026",
        "Total ombygging av skulen|Kommunen|",
    ).rows
    assert [is_sum(row, Vocabulary.default()) for row in rows] == [True, True, True, False, False]


def test_a_head_that_counts_the_measures_holds_none() -> None:
    words = Vocabulary.default()
    heads = ("Antall tiltak", "Tal tiltak", "Number of actions", "Tiltak")
    assert [words.head(head).role for head in heads] == [None, None, None, "measure"]


@pytest.mark.parametrize(
    "head",
    [
        "Område|2026|2027",
        "Satsingsområde|Budsjett|Sum",
        "Source|2026/27|2027/28",
        # whatever the heads say, nothing but amounts stands below
        "Innsatsområde|Sum (1000 kr)|Herav kommunen",
        "Tema|I alt|Av dette staten",
    ],
)
def test_what_the_areas_cost_is_no_table_of_measures(head: str) -> None:
    rows = ("Idrett og fysisk aktivitet|60 000|45 000", "Bibliotek og møteplassar|30 000|0")
    assert read_columns(table(head, *rows), Vocabulary.default()) is None


def test_a_table_that_begins_with_an_empty_row_is_no_trouble() -> None:
    rows = table("Bygga gangveg til skulen|2027|60 000", "Setja opp nye sykkelstativ|2028|45 000")
    empty = TableBlock((TableRow(()), *rows.rows))
    columns = read_columns(empty, Vocabulary.default())
    assert columns is not None
    assert [column.role for column in columns.columns] == ["measure", "time", "budget"]


def test_the_head_of_those_who_take_part_in_each_language() -> None:
    heads = ("Samarbeidspartane", "Samarbeidende parter", "Samverkanspart", "Samarbejdspart")
    for head in (*heads, "Parties involved"):
        assert roles(f"Tiltak|Ansvar|{head}", "Byggja bru|Fylket|Turlaget")[2] == (
            "partners",
            None,
        )


@pytest.mark.parametrize(
    ("head", "posts"),
    [
        ("Nämnd|Regionbidrag 2026, mnkr|Regionbidrag 2027, mnkr", "Kollektivtrafiknämnden"),
        ("Utvalg|Budsjett 2026|Økonomiplan 2027", "Utvalg for helse og omsorg"),
        ("Sektor|Ramme 2026 (1000 kr)|Ramme 2027 (1000 kr)", "Oppvekst og utdanning"),
        ("Udvalg|Budget 2026|Budget 2027", "Børne- og Undervisningsudvalget"),
        ("Committee|Budget 2026|Budget 2027", "Housing and Community Committee"),
        ("Department|2026 £000|2027 £000", "Environment and Planning"),
        ("Ansvarig nämnd|Budget 2026|Budget 2027", "Barn- och utbildningsnämnden"),
    ],
)
def test_what_those_get_who_spend_the_money_is_no_table_of_measures(head: str, posts: str) -> None:
    below = (f"{posts}|7 914,0|8 142,5", f"{posts} 2|512,3|538,0", "Sum|8 426,3|8 680,5")
    assert read_columns(table(head, *below), Vocabulary.default()) is None


def test_who_has_a_budget_beside_what_it_is_for_is_a_table_of_measures() -> None:
    rows = ("Byta alla hjärtstartare i vårdcentralerna|512,3", "Köpa tre nya ambulanser|38,0")
    columns = read_columns(
        table("Nämnd|Uppdrag|Budget 2026", *(f"Hälsonämnden|{row}" for row in rows)),
        Vocabulary.default(),
    )
    assert columns is not None
    assert [column.role for column in columns.columns] == ["responsible", "measure", "budget"]


def test_a_column_of_nothing_but_numbers_counts_the_measures_named_beside_it() -> None:
    rows = ("1.1|Yrkeskurs inom vård|350|1 750", "1.2|Rekryteringsmässor|60|180")
    columns = read_columns(table("Insats|Benämning|2026|Totalt", *rows), Vocabulary.default())
    assert columns is not None
    assert [column.role for column in columns.columns][:2] == ["number", "measure"]


def test_numbers_beside_marks_stay_what_the_measures_are_called_by() -> None:
    rows = ("1.1|350|x", "1.2|60|x")
    columns = read_columns(table("Tiltak|Kostnad|Ferdig", *rows), Vocabulary.default())
    assert columns is not None
    assert columns.columns[0].role == "measure"
