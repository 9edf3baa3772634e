"""Lines of cells: one whose first word had room on the line above was begun on purpose."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of, table
from tiltak.reading import read_document

Said = tuple[str, tuple[str, ...], tuple[int, ...]]


def said(markup: str) -> list[Said]:
    plan = read_document(pdf_of("= Plan 2026–2029\n" + markup), "plan.pdf")
    return [
        (
            row.text,
            row.responsible.parties if row.responsible else (),
            row.time.years if row.time else (),
        )
        for one in plan.tables
        for row in one.rows
    ]


@pytest.mark.parametrize("columns", ["(6cm, 5cm, 2.5cm)", "(4cm, 4.2cm, 4cm)"])
def test_parties_one_below_the_other_are_parties(columns: str) -> None:
    rows = [
        ["Tiltak", "Ansvarleg", "Frist"],
        ["Merka stien rundt vatnet", r"Havn kommune \ Sund kommune", "2026"],
        ["Setja ut benker", "Destinasjonsselskapet for heile kysten", "2027"],
        ["Rydda stranda", r"NAV \ FAU \ Røde Kors", "2028"],
    ]
    assert said(table(rows, columns)) == [
        ("Merka stien rundt vatnet", ("Havn kommune", "Sund kommune"), (2026,)),
        ("Setja ut benker", ("Destinasjonsselskapet for heile kysten",), (2027,)),
        ("Rydda stranda", ("NAV", "FAU", "Røde Kors"), (2028,)),
    ]


def test_a_value_that_is_wrapped_is_one_for_all_items_beside_it() -> None:
    rows = [
        ["Tiltak", "Ansvarleg", "Frist"],
        [
            "- Laga felles billettar\n- Merka turløyper\n- Vera med på messa",
            "NAV og FAU",
            "2026 og 2027",
        ],
        ["- Søkja om midlar til torget i sentrum\n- Gje ut gåvekort", "Turlaget", "1. halvår 2028"],
        ["- Byggja bru\n- Byggja kai", r"NAV \ FAU", r"2026 \ 2027"],
    ]
    both, spring = (("NAV", "FAU"), (2026, 2027)), (("Turlaget",), (2028,))
    assert said(table(rows, "(5cm, 4cm, 2cm)")) == [
        ("Laga felles billettar", *both),
        ("Merka turløyper", *both),
        ("Vera med på messa", *both),
        ("Søkja om midlar til torget i sentrum", *spring),
        ("Gje ut gåvekort", *spring),
        ("Byggja bru", ("NAV",), (2026,)),
        ("Byggja kai", ("FAU",), (2027,)),
    ]
