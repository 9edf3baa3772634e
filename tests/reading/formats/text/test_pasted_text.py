"""Text pasted into Word line by line is read as the text it is."""

import io
from pathlib import Path

import docx

from tests.reading.accounts import accounted_for
from tests.reading.outline_text import outline_text
from tiltak.reading import read_document

PLANS = Path(__file__).parents[2] / "plans"


def pasted(text: str) -> bytes:
    made = docx.Document()
    for line in text.replace("\f", "").split("\n"):
        made.add_paragraph(line)
    made.sections[0].footer.paragraphs[0].text = "Ytre Fjord"
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def test_a_pasted_plan_is_read_as_text() -> None:
    name = "nordfjella.txt"
    text = (PLANS / name).read_text(encoding="utf-8")
    plan = read_document(pasted(text), "plan.docx")
    footer = "unplaced (Topp- eller botntekst): Ytre Fjord\n"
    assert outline_text(plan) == outline_text(read_document(text.encode(), name)) + footer
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


def test_whole_paragraphs_are_left_as_they_are() -> None:
    lines = ["Veg", "Tiltak", *(f"Byggja bru nummer {n} over elva." for n in range(20))]
    plan = read_document(pasted("\n".join(lines)), "plan.docx")
    assert [measure.text for measure in plan.focus_areas[0].measures] == lines[2:]
