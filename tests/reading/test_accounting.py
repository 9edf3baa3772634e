"""Nothing is lost: placed passages and unplaced text together are the document's text."""

import io
from pathlib import Path
from xml.sax.saxutils import escape, unescape

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.accounts import accounted_for
from tests.reading.formats.opendocument.odf_files import ods, odt, row, sheet
from tiltak.planfile.model import Source
from tiltak.reading import UnreadableDocument, Vocabulary, read_document
from tiltak.reading.blocks import BlockDocument
from tiltak.reading.formats.opendocument.ods import read_ods
from tiltak.reading.formats.opendocument.odt import read_odt
from tiltak.reading.formats.text.plain_text import blocks_of_text
from tiltak.reading.formats.word.docx import read_docx
from tiltak.reading.limits import Limits
from tiltak.reading.structure.build import build_plan

WORDS = Vocabulary.default()
PLANS = Path(__file__).parent / "plans"
PIECES = [
    "Delmål",
    "Strategi",
    "Tiltak",
    "Tiltak:",
    "1 Veg",
    "1.1 Bru",
    "2 Skule",
    "- Byggja bru",
    "o Rydda",
    "-utan mellomrom",
    "Ansvar: FAU",
    "Mål 1 Veg: Alle skal fram.",
    "Resultat 1.1",
    "a.",
    "•",
    "",
    "   ",
    "\f",
    "Satsing Tiltak Tid Budsjett Ansvar",
    "Veg 1) Byggja bru 2018 100 000 SR",
    "2018 ",
    "100 000",
    "SR/FK",
    " Nr    Tiltak        Frist   Ansvar",
    " 1     Byggja bru    2018    SR",
    "       og rydda",
    "Sum      200 000",
    "Nr",
    "Frist",
    "Ansvar",
    "Kostnad (kr)",
    "2026",
    "2027",
    "x",
    "1 Samferdsel",
    "14,5 Bygg og anlegg",
    "01.10.2026 0,6",
    "• Alle skal vera med i eit fellesskap         • Fleire skal ut i natur og mark",
    "                                              • Alle skular får ein ny hage kvar",
    "Satsing\tTiltak\tTid",
    "Veg\tBru\t2018",
    "oppde\u00ad",
    "ling",
    "Vedlegg A Andre tiltak",
    "Innhald",
    "Gjennomføra planen mellom anna:",
    "Vedteken 1.2.2018",
]
lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=25)


def plan_of(document: BlockDocument):
    source = Source(name="x", media_type=document.media_type, sha256="", text=document.text)
    return build_plan(document, source, WORDS)


@given(lines)
@settings(max_examples=150, deadline=None)
def test_any_text(parts: list[str]) -> None:
    text = "\n".join(parts).replace("\r", "\n")
    assert accounted_for(plan_of(blocks_of_text(text, WORDS))) == "".join(text.split())


@given(lines, st.lists(st.lists(st.sampled_from(PIECES), min_size=2, max_size=3), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_word_document(parts: list[str], rows: list[list[str]]) -> None:
    made = docx.Document()
    for number, part in enumerate(parts):
        style = ("Normal", "Heading 1", "List Bullet", "Heading 2")[number % 4]
        made.add_paragraph("".join(c for c in part if c.isprintable()), style)
    table = made.add_table(rows=len(rows), cols=3)
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(at, column).text = text.replace("\f", "")
    made.sections[0].header.paragraphs[0].text = "Ytre Fjord"
    target = io.BytesIO()
    made.save(target)
    document = read_docx(target.getvalue(), Limits())
    assert "YtreFjord" in "".join(document.text.split())
    assert accounted_for(plan_of(document)) == "".join(document.text.split())


@given(lines, st.lists(st.lists(st.sampled_from(PIECES), min_size=2, max_size=3), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_open_document(parts: list[str], rows: list[list[str]]) -> None:
    texts = [escape("".join(c for c in part if c.isprintable())) for part in parts]
    around = (
        "<text:p>{}</text:p>",
        '<text:h text:outline-level="1">{}</text:h>',
        "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
        "<text:p>x<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note></text:p>",
    )
    body = "".join(around[n % 4].format(text) for n, text in enumerate(texts))
    table = [row(*(escape(text.replace("\f", "")) for text in cells)) for cells in rows]
    for document in (
        read_odt(odt(body + sheet(*table)), Limits()),
        read_ods(ods(sheet(row(*texts), *table)), Limits(), WORDS),
    ):
        assert accounted_for(plan_of(document)) == "".join(document.text.split())
        for text in texts:
            assert "".join(unescape(text).split()) in "".join(document.text.split())


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.iterdir() if path.is_file()))
def test_whole_plans(name: str) -> None:
    plan = read_document((PLANS / name).read_bytes(), name)
    assert accounted_for(plan) == "".join(plan.sources[0].text.split())


def test_the_given_documents(shared: Path) -> None:
    seen = []
    for path in sorted((shared / "plans").rglob("*")):
        if path.suffix not in {".txt", ".docx", ".xlsx", ".odt", ".ods", ".pdf"}:
            continue
        try:
            plan = read_document(path.read_bytes(), path.name)
        except UnreadableDocument:
            continue
        assert accounted_for(plan) == "".join(plan.sources[0].text.split()), path.name
        seen.append(path.name)
    assert len(seen) > 35
