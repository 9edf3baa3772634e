"""Cards whose names say what their amounts are in, and brackets that tell who, when and how much."""

import io

import docx
import pytest

from tiltak.reading import read_document

MEASURES = ("Byggja gangveg frå skulen", "Merka stiane kring vatnet", "Rydda utsikta langs vegen")


def card_plan(name: str) -> bytes:
    """A Word document with a card for each measure; the last line of a card is the amount."""
    document = docx.Document()
    document.add_heading("Handlingsplan for Dalen 2026-2029", 0)
    document.add_heading("1 Samferdsle", 1)
    for at, measure in enumerate(MEASURES):
        table = document.add_table(rows=0, cols=2)
        pairs = (("Tiltak", measure), ("Ansvar", "Rektor"), (name, f"{at + 1}00"))
        for key, value in pairs:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = key, value
        document.add_paragraph("")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Kostnad", 1),
        ("Kostnad (kr)", 1),
        ("Kostnad (1000 kr)", 1_000),
        ("Budsjett i tkr", 1_000),
        ("Budsjett (mill. kr)", 1_000_000),
    ],
)
def test_the_unit_of_a_name_is_that_of_its_amount(name: str, unit: int) -> None:
    (area,) = read_document(card_plan(name), "plan.docx").focus_areas
    found = [(one.text, one.budget.amount if one.budget else None) for one in area.measures]
    assert found == [(text, (at + 1) * 100 * unit) for at, text in enumerate(MEASURES)]


@pytest.mark.parametrize("joint", [", ", " / ", "; "])
def test_brackets_of_who_when_and_how_much(joint: str) -> None:
    ends = [joint.join(("Rektor", f"{2026 + at}", f"{at + 1}00 000")) for at in range(3)]
    items = "\n".join(f"- {text} ({end})" for text, end in zip(MEASURES, ends, strict=True))
    text = f"Handlingsplan for Dalen 2026-2029\n\n1 Samferdsle\n\nTiltak\n{items}\n"
    (area,) = read_document(text.encode(), "plan.txt").focus_areas
    found = [
        (
            one.text,
            one.responsible.parties if one.responsible else (),
            one.time.years if one.time else (),
            one.budget.amount if one.budget else None,
        )
        for one in area.measures
    ]
    assert found == [
        (text, ("Rektor",), (2026 + at,), (at + 1) * 100_000) for at, text in enumerate(MEASURES)
    ]
