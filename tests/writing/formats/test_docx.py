"""The Word paper: what a person sees, and what a screen reader and Word itself go by."""

import re
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from lxml import etree
from msgspec.structs import replace

from tests.factories.papers import STATE, paper_of
from tests.factories.plan_strategies import plans
from tests.factories.planfiles import empty_plan, measure, plan_by_year, sample_plan
from tiltak.planfile.model import Area, Plan
from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.docx import write_docx


def part(paper: PlanPaper, name: str) -> str:
    """A part of the file as indented XML."""
    with ZipFile(BytesIO(write_docx(paper))) as archive:
        root = etree.fromstring(archive.read(name))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def seen(paper: PlanPaper) -> list[tuple[str, str]]:
    """Style and text of each paragraph outside tables."""
    document = Document(BytesIO(write_docx(paper)))
    return [(p.style.name, p.text) for p in document.paragraphs if p.text]


def test_the_paper_is_as_it_was_looked_at(matches_golden) -> None:
    matches_golden(part(paper_of(), "word/document.xml"), "writing/plan_paper.document.xml")


def test_the_paper_on_its_side_is_as_it_was_looked_at(matches_golden) -> None:
    by_year = part(paper_of(plan_by_year()), "word/document.xml")
    matches_golden(by_year, "writing/plan_paper_by_year.document.xml")


def test_the_opening_and_first_theme() -> None:
    assert seen(paper_of())[:11] == [
        ("Title", "Handlingsplan 2026"),
        ("State", STATE),
        ("Heading 1", "1 Arbeid og næring"),
        ("Level", "Delmål"),
        ("List Bullet", "Regionen skal ha 150 nye arbeidsplassar innan fire år."),
        ("List Bullet", "Kommunane skal svara næringslivet med éi stemme."),
        ("Heading 2", "1.1 Kompetansearbeidsplassar"),
        ("Heading 3", "Strategi"),
        ("List Bullet", "Arbeida for at nye statlege kontor blir lagde til fjordbygdene."),
        ("Heading 3", "Prosjekt/tiltak"),
        (
            "List Bullet",
            "Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane.",
        ),
    ]


def test_parts_of_measures_are_levels_of_one_real_list() -> None:
    document = Document(BytesIO(write_docx(paper_of())))
    levels = {
        p.text: p._p.pPr.numPr.ilvl.val for p in document.paragraphs if p._p.pPr.numPr is not None
    }
    assert levels["Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg:"] == 0
    assert levels["Kartleggja behovet hjå hotell, skular og pendlarar"] == 1
    assert levels["Intervju med ti verksemder"] == 2


def test_nesting_deeper_than_word_has_levels_stays_readable() -> None:
    deep = measure("m12", "Innarst")
    for depth in range(11, 0, -1):
        deep = measure(f"m{depth}", f"Nivå {depth}", deep)
    plan = replace(empty_plan(), focus_areas=(Area(id="1", title="A", measures=(deep,)),))
    document = Document(BytesIO(write_docx(paper_of(plan))))
    levels = [p._p.pPr.numPr.ilvl.val for p in document.paragraphs if p._p.pPr.numPr is not None]
    assert levels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]


def test_an_item_with_a_printed_number_keeps_it_and_has_no_bullet() -> None:
    numbered = replace(measure("m1", "Byggja bru"), number="2.1.4")
    plan = replace(empty_plan(), focus_areas=(Area(id="1", title="A", measures=(numbered,)),))
    document = Document(BytesIO(write_docx(paper_of(plan))))
    item = next(p for p in document.paragraphs if "bru" in p.text)
    assert item.text == "2.1.4 Byggja bru"
    numbering = document.part.numbering_part.element
    num = numbering.num_having_numId(item._p.pPr.numPr.numId.val)
    abstract = next(
        a
        for a in numbering.findall(qn("w:abstractNum"))
        if a.get(qn("w:abstractNumId")) == str(num.abstractNumId.val)
    )
    assert abstract.find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val")) == "none"


def test_the_tables_head_is_marked_and_rows_stay_whole() -> None:
    table = Document(BytesIO(write_docx(paper_of()))).tables[0]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    whole = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows]
    assert heads == [True] + [False] * (len(table.rows) - 1)
    assert all(whole)


def test_language_title_and_council_are_set_and_pages_numbered() -> None:
    document = Document(BytesIO(write_docx(paper_of())))
    assert document.core_properties.title == "Handlingsplan 2026"
    assert document.core_properties.author == "Ytre Fjord regionråd"
    assert document.core_properties.language == "nn-NO"
    section = document.sections[0]
    assert section.first_page_header.paragraphs[0].text == "Ytre Fjord regionråd"
    assert section.header.paragraphs[0].text == "Ytre Fjord regionråd – Handlingsplan 2026"
    foot = etree.tostring(section.footer._element, encoding="unicode")
    assert re.findall(r"<w:instrText[^>]*> (\w+) </w:instrText>", foot) == ["PAGE", "NUMPAGES"]
    assert 'w:lang w:val="nn-NO"' in part(paper_of(), "word/styles.xml")


def test_the_file_was_made_at_a_moment_told_in_utc() -> None:
    at = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    core = Document(BytesIO(write_docx(paper_of(generated_at=at)))).core_properties
    told = [moment.replace(tzinfo=UTC) for moment in (core.created, core.modified)]
    assert told == [datetime(2026, 6, 30, 22, 30, tzinfo=UTC)] * 2


def test_the_page_turns_only_when_the_table_needs_it() -> None:
    upright = Document(BytesIO(write_docx(paper_of())))
    turned = Document(BytesIO(write_docx(paper_of(plan_by_year()))))
    assert [s.page_width > s.page_height for s in upright.sections] == [False]
    assert [s.page_width > s.page_height for s in turned.sections] == [False, True]


def test_no_heading_level_is_skipped() -> None:
    document = Document(BytesIO(write_docx(paper_of())))
    levels = {"Heading 1": 1, "Heading 2": 2, "Level": 2, "Heading 3": 3}
    found = [levels[p.style.name] for p in document.paragraphs if p.style.name in levels]
    assert all(now <= before + 1 for before, now in zip([0, *found], found, strict=False))


def test_an_empty_plan_says_so() -> None:
    assert seen(paper_of(empty_plan()))[-1] == ("Normal", "Planen har ikkje noko innhald enno.")


def test_control_characters_of_old_documents_do_not_break_the_file() -> None:
    plan = sample_plan()
    title = "Handlings\x0bplan\x00 \ud7ff"
    paper = paper_of(replace(plan, document=replace(plan.document, title=title)))
    assert seen(paper)[0] == ("Title", "Handlingsplan \ud7ff")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans)
def test_any_plan_can_be_written(plan: Plan) -> None:
    Document(BytesIO(write_docx(paper_of(plan))))
