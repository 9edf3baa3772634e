"""Automatic numbering: the numbers Word shows, which stand nowhere in the text."""

import pytest

from tests.reading.formats.word.word_files import (
    cell,
    item,
    kind_of_list,
    level,
    list_of_kind,
    marked,
    para,
    row,
    table,
    tables,
    word,
)

LIST = list_of_kind(1, 0)
OUTLINE = kind_of_list(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))


def marks(body: str, numbering: str, styles: str = "") -> list[str | None]:
    return [mark for mark, _ in marked(word(body, numbering=numbering, styles=styles))]


def style(identity: str, numbering: str, *, above: str = "") -> str:
    based = f'<w:basedOn w:val="{above}"/>' if above else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{identity}"/>{based}'
        f"<w:pPr><w:numPr>{numbering}</w:numPr></w:pPr></w:style>"
    )


@pytest.mark.parametrize(
    ("kind", "pattern", "shown"),
    [
        ("decimal", "%1", ["1", "2"]),
        ("decimal", "M %1:", ["M 1:", "M 2:"]),
        ("decimal", "§ %1", ["§ 1", "§ 2"]),
        ("decimalZero", "%1", ["01", "02"]),
        ("upperLetter", "(%1)", ["(A)", "(B)"]),
        ("lowerRoman", "%1)", ["i)", "ii)"]),
        ("ordinal", "%1", ["1.", "2."]),
        ("none", "M:", ["M:", "M:"]),
        ("none", "", [None, None]),
    ],
)
def test_formats(kind: str, pattern: str, shown: list[str | None]) -> None:
    numbering = kind_of_list(0, level(0, kind, pattern)) + LIST
    assert marks(item("Bru", 1) + item("Veg", 1), numbering) == shown


def test_newer_formats_stand_among_alternatives() -> None:
    alternatives = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="T-%1"/></w:lvl>'
    )
    numbering = kind_of_list(0, alternatives) + LIST
    assert marks(item("Bru", 1) + item("Veg", 1), numbering) == ["T-001", "T-002"]


def test_a_list_may_begin_with_nought() -> None:
    numbering = kind_of_list(0, level(0, "decimal", "%1", start=0)) + LIST
    assert marks(item("Samandrag", 1) + item("Veg", 1), numbering) == ["0", "1"]


def test_legal_numbering_shows_all_levels_as_decimals() -> None:
    levels = level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    body = item("Veg", 1) + item("Bru", 1, 1) + item("Skule", 1) + item("Tak", 1, 1)
    numbering = kind_of_list(0, *levels) + LIST
    assert marks(body, numbering) == ["I.", "1.1", "II.", "2.1"]


def test_a_level_may_count_on_through_the_levels_above() -> None:
    on = level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    numbering = kind_of_list(0, level(0, "upperLetter", "%1."), on) + LIST
    body = item("Veg", 1) + item("Bru", 1, 1) + item("Skule", 1) + item("Tak", 1, 1)
    assert marks(body, numbering) == ["A.", "1.", "B.", "2."]


def test_a_level_may_begin_anew_below_the_outermost_only() -> None:
    third = level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')
    kind = kind_of_list(0, level(0, "decimal", "%1"), level(1, "lowerLetter", "%2)"), third)
    depths = (0, 1, 2, 1, 2, 0, 1, 2)
    body = "".join(item("Punkt", 1, depth) for depth in depths)
    assert marks(body, kind + LIST) == ["1", "a)", "1.", "b)", "2.", "2", "a)", "1."]


def test_a_bullet_above_lets_the_numbers_below_begin_anew() -> None:
    kind = kind_of_list(0, level(0, "bullet", "-"), level(1, "decimal", "%2."))
    body = "".join(item("Punkt", 1, depth) for depth in (0, 1, 1, 0, 1))
    assert marks(body, kind + LIST) == ["-", "1.", "2.", "-", "1."]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    numbering = OUTLINE + LIST + list_of_kind(2, 0, own)
    assert marks(item("Bru", 1) + item("Veg", 2), numbering) == ["1.", "B)"]


def test_a_list_that_begins_anew_at_a_deeper_level() -> None:
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for depth in (0, 1)
    )
    numbering = OUTLINE + LIST + list_of_kind(2, 0, starts)
    body = item("Veg", 1) + item("Bru", 1, 1) + item("Gang", 2, 1) + item("Sti", 2, 1)
    assert marks(body, numbering) == ["1.", "1.1", "1.1", "1.2"]


def test_a_list_made_from_a_style_of_lists() -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    kind = OUTLINE.replace(">", '><w:styleLink w:val="L"/>', 1)
    numbering = linked + kind + list_of_kind(1, 1) + list_of_kind(2, 0)
    assert marks(item("Veg", 1) + item("Bru", 1, 1) + item("Sti", 2, 1), numbering) == [
        "1.",
        "1.1",
        "1.2",
    ]


def test_levels_tied_to_styles() -> None:
    tied = [
        level(depth, "decimal", pattern, f'<w:pStyle w:val="S{depth}"/>')
        for depth, pattern in enumerate(("%1", "%1.%2"))
    ]
    styles = "".join(style(f"S{depth}", '<w:numId w:val="1"/>') for depth in (0, 1))
    body = "".join(para("Punkt", f'<w:pStyle w:val="S{depth}"/>') for depth in (0, 1, 1, 0, 1))
    numbering = kind_of_list(0, *tied) + LIST
    assert marks(body, numbering, styles) == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_style_or_a_paragraph_may_say_its_level_alone() -> None:
    styles = style("S", '<w:numId w:val="1"/>') + style("T", '<w:ilvl w:val="1"/>', above="S")
    body = "".join(
        para("Punkt", properties)
        for properties in (
            '<w:pStyle w:val="S"/>',
            '<w:pStyle w:val="T"/>',
            '<w:pStyle w:val="S"/><w:numPr><w:ilvl w:val="1"/></w:numPr>',
        )
    )
    assert marks(body, OUTLINE + LIST, styles) == ["1.", "1.1", "1.2"]


def test_a_word_that_is_counted_is_a_word_before_the_text() -> None:
    kind = kind_of_list(0, level(0, "decimal", "Mål %1:"), level(1, "decimal", "Tiltak %1.%2"))
    data = word(item("Trygge vegar", 1) + item("Byggja bru", 1, 1), numbering=kind + LIST)
    assert marked(data) == [(None, "Mål 1: Trygge vegar"), (None, "Tiltak 1.1 Byggja bru")]


@pytest.mark.parametrize(
    ("kind", "number", "shown"), [("lowerRoman", 8, "viii)"), ("lowerLetter", 53, "aaa)")]
)
def test_numbers_in_letters_are_no_words(kind: str, number: int, shown: str) -> None:
    numbering = kind_of_list(0, level(0, kind, "%1)", start=number)) + LIST
    assert marks(item("Byggja bru", 1), numbering) == [shown]


def test_items_of_a_list_in_a_cell_keep_their_signs() -> None:
    numbering = kind_of_list(0, level(0, "bullet", "-")) + LIST
    cells = cell(item("Byggja bru", 1), item("", 1), item("Rydda skog", 1))
    assert tables(word(table(row(cells)), numbering=numbering)) == [[["- Byggja bru - Rydda skog"]]]
