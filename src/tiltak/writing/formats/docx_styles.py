"""The look of a council paper in Word: page, styles, lists, language, foot of the page.

Everything is a style, so that a secretary can change the look in one place.
"""

from dataclasses import dataclass
from datetime import UTC
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tiltak.writing.document import PlanPaper
from tiltak.writing.formats.docx_elements import element, field_runs, paragraph, run, twips
from tiltak.writing.formats.xml_text import writable

FONT = "Arial"
INK = RGBColor(0x17, 0x1E, 0x2A)
QUIET = RGBColor(0x4A, 0x56, 0x66)
RULE_COLOUR = "5B6B7F"
MARGIN = Mm(22.5)

BULLETS = ("•", "–", "◦", "•", "–", "◦", "•", "–", "◦")
BULLET_LIST = 71
PLAIN_LIST = 72
LIST_STYLES = ("ListBullet", "ListBullet2", "ListBullet3")
DEEPEST_LEVEL = len(BULLETS) - 1


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks. Sizes and spaces in points."""

    name: str
    size: float
    bold: bool = False
    colour: RGBColor = INK
    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    align_right: bool = False
    outline: int | None = None


LOOKS = (
    Look("Normal", 10.5, after=6),
    Look("Council", 11, bold=True, colour=QUIET, after=2),
    Look("Title", 24, bold=True, after=4),
    Look("State", 11, after=2),
    Look("Lead", 11.5, after=3),
    Look("Said", 10.5, after=1, keep_with_next=True),
    Look("Said By", 9, colour=QUIET, after=6),
    Look("Note", 8.5, colour=QUIET, before=4, after=0),
    Look("Heading 1", 16, bold=True, before=20, after=4, keep_with_next=True),
    Look("Heading 2", 12.5, bold=True, before=14, after=2, keep_with_next=True),
    Look("Heading 3", 10, bold=True, colour=QUIET, before=8, after=2, keep_with_next=True),
    # a level's name right under an area: looks as under a theme, but skips no heading level
    Look("Level", 10, bold=True, colour=QUIET, before=8, after=2, keep_with_next=True, outline=1),
    Look("List Bullet", 10.5, after=3),
    Look("List Bullet 2", 10.5, after=3),
    Look("List Bullet 3", 10.5, after=3),
    Look("Table Text", 9),
    Look("Table Strong", 9, bold=True),
    Look("Table Number", 9, align_right=True),
    Look("Table Sum", 9, bold=True, align_right=True),
    Look("Table Head", 8.5, bold=True, keep_with_next=True),
    Look("Table Head Number", 8.5, bold=True, keep_with_next=True, align_right=True),
    Look("Footer", 8, colour=QUIET),
)

LIGHT_STYLES = {"on_track": "LightOnTrack", "at_risk": "LightAtRisk", "off_track": "LightOffTrack"}
LIGHT_COLOURS = {
    "on_track": RGBColor(0x1E, 0x6B, 0x3A),
    "at_risk": RGBColor(0x8A, 0x5A, 0x00),
    "off_track": RGBColor(0xA3, 0x21, 0x1B),
}


def new_document(paper: PlanPaper, title: str) -> Any:
    """An empty paper: A4, styles, lists, language, properties, margins."""
    document = Document()
    _page(document.sections[0])
    for look in LOOKS:
        _style(document, look)
    for light, name in LIGHT_STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.bold, style.font.color.rgb = True, LIGHT_COLOURS[light]
    _table_style(document)
    _lists(document)
    _language(document, paper.words.tag)
    _properties(document, paper, title)
    _margins(document.sections[0], paper, title)
    return document


def landscape_section(document: Any) -> None:
    """What follows stands on pages on their side."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    # the letterhead stands on the first page of the paper, not of each part
    section.different_first_page_header_footer = False


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)


def _style(document: Any, look: Look) -> None:
    styles = document.styles
    style = (
        styles[look.name]
        if look.name in styles
        else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    style.quick_style = True
    style.font.name, style.font.size = FONT, Pt(look.size)
    style.font.bold, style.font.italic = look.bold, False
    style.font.color.rgb = look.colour
    _plain_fonts(style)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.keep_with_next = look.keep_with_next
    form.line_spacing = 1.0 if look.name.startswith("Table") else 1.15
    if look.align_right:
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    if look.outline is not None:
        properties.append(element("outlineLvl", val=look.outline))


def _plain_fonts(style: Any) -> None:
    """Theme fonts of the library's template would win over the font's name."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    for tag in ("w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)


def _table_style(document: Any) -> None:
    """Hairlines between rows, a rule under the head; no boxes."""
    style = document.styles.add_style("CouncilTable", WD_STYLE_TYPE.TABLE)
    style.element.append(
        element(
            "tblPr",
            element("tblBorders", *(_edge(edge, 4, "C3CAD3") for edge in ("bottom", "insideH"))),
            element(
                "tblCellMar",
                *(
                    element(edge, w=twips(width), type="dxa")
                    for edge, width in (("top", 1), ("left", 1.6), ("bottom", 1), ("right", 1.6))
                ),
            ),
        )
    )
    head = element("tcPr", element("tcBorders", _edge("bottom", 8, RULE_COLOUR)))
    style.element.append(element("tblStylePr", head, type="firstRow"))


def _edge(name: str, eighths_of_point: int, colour: str) -> Any:
    return element(name, val="single", sz=eighths_of_point, space=0, color=colour)


def _lists(document: Any) -> None:
    """Two lists of nine levels: with bullets, and without for items that bring their number."""
    numbering = document.part.numbering_part.element
    for list_id, marks in ((BULLET_LIST, BULLETS), (PLAIN_LIST, ("",) * len(BULLETS))):
        abstract = element("abstractNum", element("multiLevelType", val="hybridMultilevel"))
        abstract.set(qn("w:abstractNumId"), str(list_id))
        abstract.extend(_list_level(level, mark) for level, mark in enumerate(marks))
        numbering.insert(0, abstract)
        numbering.append(element("num", element("abstractNumId", val=list_id), numId=list_id))
    for level, style_id in enumerate(LIST_STYLES):
        _bind_style(document, style_id, level)


def _list_level(level: int, mark: str) -> Any:
    indent = twips(6 * (level + 1))
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet" if mark else "none"),
        element("suff", val="tab" if mark else "nothing"),
        element("lvlText", val=mark),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=indent, hanging=twips(5))),
        ilvl=level,
    )


def _bind_style(document: Any, style_id: str, level: int) -> None:
    style = next(s for s in document.styles if s.style_id == style_id)
    properties = style.element.get_or_add_pPr()
    for tag in ("w:numPr", "w:contextualSpacing", "w:ind", "w:tabs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    numbering = element("numPr", element("ilvl", val=level), element("numId", val=BULLET_LIST))
    properties.insert_element_before(
        numbering, *("w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    )


def _language(document: Any, tag: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    settings = document.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:val"), tag)


def _properties(document: Any, paper: PlanPaper, title: str) -> None:
    core = document.core_properties
    core.title = writable(title)[:255]
    core.author = core.last_modified_by = writable(paper.council)[:255]
    core.subject = writable(paper.state)[:255]
    core.language = paper.words.tag
    core.comments = writable(paper.origin())[:255]
    core.keywords = ""
    # the properties of an Office file are told in UTC
    moment = paper.generated_at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    core.created = core.modified = moment


def _margins(section: Any, paper: PlanPaper, title: str) -> None:
    """The council's name as a letterhead; on later pages what paper this is; the page's number.

    Kept out of the text: the name of a council is no part of its plan.
    """
    section.different_first_page_header_footer = True
    _fill(section.first_page_header, paragraph("Council", paper.council))
    _fill(section.header, paragraph("Footer", f"{paper.council} – {title}"))
    for foot in (section.first_page_footer, section.footer):
        _fill(foot, paragraph("Footer", paper.origin()), paragraph("Footer", *_page_numbers(paper)))


def _fill(margin: Any, *paragraphs: Any) -> None:
    for old in margin.paragraphs:
        old._p.getparent().remove(old._p)  # noqa: SLF001 python-docx has no public way to remove
    margin._element.extend(paragraphs)  # noqa: SLF001 built directly, as all of the paper is


def _page_numbers(paper: PlanPaper) -> list[Any]:
    """The translated sentence, with Word's own fields where it names the pages."""
    sentence = paper.words.gettext("Side %(page)s av %(pages)s")
    before, _, rest = sentence.partition("%(page)s")
    between, _, after = rest.partition("%(pages)s")
    return [
        run(before),
        *field_runs("PAGE"),
        run(between),
        *field_runs("NUMPAGES"),
        run(after),
    ]
