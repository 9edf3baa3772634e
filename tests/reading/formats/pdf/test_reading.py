"""PDF documents from file to plan."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.formats.pdf.drawn import pdf_of, pictured, repeated, table
from tests.reading.formats.pdf.scanning import needs_tesseract
from tests.reading.prints.contents import CONTENTS
from tests.reading.prints.layouts import LAYOUTS
from tests.reading.test_given_documents import score
from tiltak.planfile import walk
from tiltak.planfile.model import Plan
from tiltak.reading import Problem, UnreadableDocument, read_document
from tiltak.reading.formats import ocr
from tiltak.reading.formats.pdf import pages
from tiltak.reading.formats.pdf.layout import PageLine, PageTable
from tiltak.reading.structure.reasons import READ_BY_OCR

PLANS = Path(__file__).parents[2] / "plans" / "pdf"
GIVEN = [
    "open/O01.pdf",
    "open/O04.pdf",
    "open/O09.pdf",
    "open/O10.pdf",
    "open/variants/O02.pdf",
    "open/variants/O03.pdf",
    "open/variants/O05.pdf",
    "open/variants/O07.pdf",
    "open/variants/O08.pdf",
    "open/variants/O12.pdf",
]
PLAN = (
    "#text(size: 20pt)[Handlingsplan 2025]\n\nVedtatt av kommunestyret 12.12.2024\n\n= 1 Næring\n"
    "*Tiltak*\n\n- Støtte vinterkampanjen i hele regionen\n- Rydde stier langs elva\n"
)


def outline(plan: Plan) -> dict[str, Any]:
    """What a person reads in a plan: areas with goals and measures, rows with their values."""
    return {
        "title": plan.document.title,
        "years": list(plan.document.years),
        "status": plan.document.status,
        "areas": [
            {
                "number": area.number,
                "title": area.title,
                "goals": [goal.text for goal in area.sub_goals],
                "measures": [
                    one.text for section in walk.sections_of(area) for one in section.measures
                ],
            }
            for area in plan.focus_areas
        ],
        "rows": [list(_values(plan, row.id)) for row in walk.rows(plan)],
    }


def _values(plan: Plan, identity: str) -> Iterator[Any]:
    row = next(row for row in walk.rows(plan) if row.id == identity)
    yield row.text
    yield row.focus_area
    yield list(row.time.years) if row.time else []
    yield row.budget.amount if row.budget else None
    yield list(row.responsible.parties) if row.responsible else []


@pytest.mark.parametrize("name", sorted(path.stem for path in PLANS.glob("*.typ")))
def test_own_layouts(name: str) -> None:
    markup = (PLANS / f"{name}.typ").read_text(encoding="utf-8")
    plan = read_document(pdf_of(markup), f"{name}.pdf")
    assert outline(plan) == json.loads((PLANS / f"{name}.truth.json").read_bytes())
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


@pytest.mark.parametrize("document", GIVEN)
def test_given_documents(shared: Path, document: str) -> None:
    truth = f"open/{Path(document).stem}.truth.json"
    assert score(shared / "plans", document, truth)["overall"] >= 0.97


@pytest.mark.parametrize("document", GIVEN)
def test_nothing_is_lost(shared: Path, document: str) -> None:
    path = shared / "plans" / document
    plan = read_document(path.read_bytes(), path.name)
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("1_empty.pdf", Problem.EMPTY),
        ("2_truncated.pdf", Problem.DAMAGED),
        ("3_encrypted.pdf", Problem.ENCRYPTED),
    ],
)
def test_hostile_files(shared: Path, name: str, code: Problem) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document((shared / "plans" / "hostile" / name).read_bytes(), name)
    assert caught.value.code is code


def test_numbers_tell_the_depth_of_headings_in_one_size() -> None:
    def heading(text: str) -> str:
        return f"#text(size: 14pt)[*{text}*]\n\n"

    parts = ["#text(size: 22pt)[Handlingsplan 2027]\n\n"]
    for area in (1, 2):
        parts.append(heading(f"{area} Område {area}") + f"*Delmål*\n\nFleire går tur i {area}.\n\n")
        for theme in (1, 2):
            parts.append(heading(f"{area}.{theme} Tema {theme}"))
            parts.append(f"*Tiltak*\n\n- Merkja stien {area}{theme} på nytt\n\n")
    plan = read_document(pdf_of("".join(parts)), "plan.pdf")
    assert [
        [[section.number, [m.text for m in section.measures]] for section in walk.sections_of(area)]
        for area in plan.focus_areas
    ] == [
        [[f"{area}", []]] + [[f"{area}.{n}", [f"Merkja stien {area}{n} på nytt"]] for n in (1, 2)]
        for area in (1, 2)
    ]


def test_pictures_without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_program", lambda: None)
    ocr._languages.cache_clear()
    try:
        with pytest.raises(UnreadableDocument) as caught:
            read_document(pictured(pdf_of(PLAN)), "skanna.pdf")
    finally:
        ocr._languages.cache_clear()
    assert caught.value.code is Problem.NEEDS_OCR
    assert "apt-get install tesseract-ocr tesseract-ocr-nor" in caught.value.message


@needs_tesseract
def test_pictures_with_ocr() -> None:
    plan = read_document(pictured(pdf_of(PLAN)), "skanna.pdf")
    assert outline(plan)["areas"] == outline(read_document(pdf_of(PLAN), "plan.pdf"))["areas"]
    assert plan.sources[0].method == "ocr"
    assert READ_BY_OCR in plan.warnings
    assert all(READ_BY_OCR in one.reading.warnings for _, _, one in walk.all_measures(plan))


@needs_tesseract
def test_cards_in_a_picture_are_read_as_cards() -> None:
    content = CONTENTS["kultur"]
    made = pdf_of(LAYOUTS["cards"](content))
    plan, text = (read_document(data, "plan.pdf") for data in (pictured(made), made))
    assert outline(plan)["areas"] == outline(text)["areas"]
    assert [
        (one.budget and one.budget.amount, one.responsible and one.responsible.parties)
        for _, _, one in walk.all_measures(plan)
    ] == [(action.cost, action.parties) for action in content.actions]


@needs_tesseract
def test_rules_shading_and_bold_are_seen_in_a_picture() -> None:
    markup = (
        "#table(columns: (1fr, 3cm, 2cm), inset: 6pt, stroke: 0.5pt + gray, "
        "fill: (x, y) => if y == 0 { luma(225) }, [*Tiltak*], [*Ansvar*], [*Frist*], "
        "[Merke stiene langs elva], [Turlaget], [2025], [Rydde snø], [Teknisk etat], [2026])\n\n"
        "*Slik følges planen opp*\n\nPlanen skal følges opp hvert år i formannskapet."
    )
    (page,) = pages.read_pages(pictured(pdf_of(markup)))
    grid = page.items[0]
    assert isinstance(grid, PageTable)
    assert [[line.text for line in cell.lines] for cell in grid.cells] == [
        ["Tiltak"], ["Ansvar"], ["Frist"],
        ["Merke stiene langs elva"], ["Turlaget"], ["2025"],
        ["Rydde snø"], ["Teknisk etat"], ["2026"],
    ]  # fmt: skip
    assert [(line.text, line.bold) for line in page.items[1:] if isinstance(line, PageLine)] == [
        ("Slik følges planen opp", True),
        ("Planen skal følges opp hvert år i formannskapet.", False),
    ]


def test_two_processes_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["Tiltak", "Ansvar", "Frist"], ["Rydde stier", "Turlaget", "2025"]]
    data = repeated(pdf_of(table(rows, "(1fr, 3cm, 2cm)")), 12)
    alone = pages.read_pages(data)
    monkeypatch.setattr(pages, "_ENOUGH_FOR_TWO", 4)
    monkeypatch.setattr(pages.os, "cpu_count", lambda: 2)
    assert pages.read_pages(data) == alone


def test_who_is_responsible_for_all_measures_of_a_cell_may_be_wrapped() -> None:
    markup = (
        "= 1 Oppvekst\n#table(columns: (1fr, 2.6cm, 2cm), stroke: 0.5pt, [*Tiltak*], [*Ansvar*], "
        "[*Frist*], [- Gje ungdomsrådet eige budsjett\n- Skipa til barnas kommunestyre], "
        "[Ordføraren, SLT-koordinatoren], [2026])"
    )
    plan = read_document(pdf_of(markup), "plan.pdf")
    assert [(row.text, row.responsible and row.responsible.parties) for row in walk.rows(plan)] == [
        ("Gje ungdomsrådet eige budsjett", ("Ordføraren", "SLT-koordinatoren")),
        ("Skipa til barnas kommunestyre", ("Ordføraren", "SLT-koordinatoren")),
    ]


def test_a_level_word_in_larger_type_ends_what_is_told_of_an_old_plan() -> None:
    old = [["Tiltak", "Status"], ["Kjøpe fire boliger", "Gjennomført"]]
    new = [["Tiltak", "Ansvarlig", "Frist"], ["Lage møteplass", "Kultur", "2026"]]
    markup = (
        "#text(size: 20pt)[Handlingsplan 2026–2027]\n\n= Rapport på handlingsplan 2024–2025\n"
        + table(old, "(1fr, 3cm)")
        + "\n= Tiltak 2026–2027\n"
        + table(new, "(1fr, 3cm, 2cm)")
    )
    plan = read_document(pdf_of(markup), "plan.pdf")
    assert [row.text for row in walk.rows(plan)] == ["Lage møteplass"]
