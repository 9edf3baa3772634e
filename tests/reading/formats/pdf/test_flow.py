"""Running text of PDF pages: paragraphs, lists, columns, and what stands aside."""

import pytest

from tests.reading.formats.pdf.drawn import pdf_of, table, turned
from tiltak.reading.blocks import BlockDocument, TableBlock, TextBlock
from tiltak.reading.formats.pdf import read_pdf
from tiltak.reading.structure.reasons import CONTENTS
from tiltak.reading.vocabulary import Vocabulary

LONG = (
    "Kommunen skal samarbeide med næringslivet og frivillige lag om å følge opp planen, og "
    "formannskapet skal få en melding om arbeidet to ganger i året."
)


def read(markup: str) -> BlockDocument:
    return read_pdf(pdf_of(markup), Vocabulary.default())


def texts(document: BlockDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, TextBlock)]


def aside(document: BlockDocument) -> list[tuple[str, str]]:
    return [(document.text[p.start : p.end], reason) for p, reason in document.aside]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(read(f"{LONG}\n\n{LONG}")) == [LONG, LONG]


def test_a_little_space_parts_two_sentences_though_the_first_fills_its_line() -> None:
    # the second one fits no word of the third on its line, as the third has long words
    sentences = [
        "Kommunen skal lage en oversikt over regulerte og uregulerte arealer med kai.",
        "Samferdselsavdelingen arbeider for at fylkeskommunen prioriterer veien til Storneset.",
    ]
    set_so = "#set page(width: 15.2cm)\n#set par(leading: 0.65em, spacing: 0.95em)\n"
    document = read(f"{set_so}{LONG}\n\n" + "\n\n".join(sentences))
    assert texts(document) == [LONG, *sentences]


def test_a_break_that_leaves_room_ends_a_paragraph() -> None:
    document = read(f"{LONG}\n\nHolde møte hver uke \\\nSkrive brev \\\nRinge naboer")
    assert texts(document) == [LONG, "Holde møte hver uke", "Skrive brev", "Ringe naboer"]


def test_list_items_keep_their_marks_and_depth() -> None:
    document = read(f"- {LONG}\n  - Lage plan\n- Rydde stier\n+ Først\n+ Så")
    items = [(b.mark, b.text) for b in document.blocks if isinstance(b, TextBlock)]
    assert items == [
        ("•", LONG),
        ("‣", "Lage plan"),
        ("•", "Rydde stier"),
        (None, "1. Først"),
        (None, "2. Så"),
    ]
    first, inner = document.blocks[:2]
    assert isinstance(first, TextBlock)
    assert isinstance(inner, TextBlock)
    assert inner.indent > first.indent


def test_facts_side_by_side_are_read_apart() -> None:
    document = read(
        "Rydde stier langs elva\n\nAnsvar: Turlaget #h(2cm) Frist: 2025 #h(2cm) Kostnad: 5 000"
    )
    assert texts(document) == [
        "Rydde stier langs elva",
        "Ansvar: Turlaget",
        "Frist: 2025",
        "Kostnad: 5 000",
    ]


def test_hyphenated_words_are_closed() -> None:
    narrow = f"#set text(hyphenate: true)\n#set par(justify: true)\n#box(width: 4.2cm)[{LONG}]"
    assert texts(read(narrow)) == [LONG]


def test_headings_have_their_size_and_weight() -> None:
    document = read(f"= Næring\n{LONG}\n\n*Mål*\n\n{LONG}")
    looks = [(b.look.bold, b.look.size) for b in document.blocks if isinstance(b, TextBlock)]
    assert looks == [(True, 14.0), (False, 10.0), (True, 10.0), (False, 10.0)]


def test_two_columns_are_read_one_after_the_other() -> None:
    first = " ".join(f"venstre{n}" for n in range(120))
    second = " ".join(f"høyre{n}" for n in range(120))
    document = read(f"#columns(2)[{first} #colbreak() {second}]")
    assert texts(document) == [first, second]


def test_running_heads_and_page_numbers_stand_aside() -> None:
    pages = "#pagebreak()".join(f"Side {word} handler om noe.\n" for word in ("én", "to", "tre"))
    document = read(
        "#set page(header: [Plan for Solvik], footer: context [Side #counter(page).display()])\n"
        + pages
    )
    assert texts(document) == [f"Side {word} handler om noe." for word in ("én", "to", "tre")]
    assert {text for text, _ in aside(document)} == {
        "Plan for Solvik",
        "Side 1",
        "Side 2",
        "Side 3",
    }


@pytest.mark.parametrize("foot", ["Plan for Solvik – side 1", "Plan for Solvik | Side 1 av 1"])
def test_the_name_of_the_plan_before_the_number_of_its_only_page(foot: str) -> None:
    document = read(f"#set page(footer: [{foot}])\n= Veg\n{LONG}")
    assert (texts(document), [text for text, _ in aside(document)]) == (["Veg", LONG], [foot])


def test_the_end_of_an_amount_at_the_foot_of_a_page_is_no_page_number() -> None:
    document = read("Kostnad: kr 550#place(bottom)[000]")
    assert aside(document) == []
    assert texts(document)[-1] == "000"


def test_a_level_word_on_top_of_every_page_is_no_running_head() -> None:
    pages = "#pagebreak()".join(
        f"*Tiltak*\n\nBygge hus nummer {word}\n" for word in ("a", "b", "c")
    )
    assert texts(read(pages)).count("Tiltak") == 3


def test_footnotes_and_contents_stand_aside() -> None:
    document = read(f"#outline()\n= Næring\n{LONG}#footnote[Vedtatt i mai.]\n= Miljø\n{LONG}")
    reasons = dict(aside(document))
    assert [reason for text, reason in reasons.items() if "Vedtatt i mai" in text] == ["Fotnote"]
    assert [t.split(" ")[0] for t, r in reasons.items() if r == CONTENTS] == ["Næring", "Miljø"]


def test_the_dots_of_contents_may_end_right_before_the_number() -> None:
    lines = " \\\n".join(
        f"{n} {name} {'.' * 60}{n + 2}" for n, name in enumerate(("Veg", "Bane"), 1)
    )
    document = read(f"{lines}\n\n= Veg\n{LONG}")
    assert [reason for _, reason in aside(document)] == [CONTENTS] * 2
    assert texts(document) == ["Veg", LONG]


def test_a_title_over_two_lines_is_one_where_the_running_head_says_so() -> None:
    title = "#align(center, text(size: 18pt)[Bygdeby kommune \\ Plan for kultur])"
    head = "#set page(header: context if here().page() > 1 [Bygdeby kommune Plan for kultur])"
    pages = "".join(f"#pagebreak() {word} {LONG}" for word in ("Først:", "Så:", "Sist:"))
    assert texts(read(f"{head}\n{title}\n{pages}"))[0] == "Bygdeby kommune Plan for kultur"
    assert texts(read(f"{title}\n{pages}"))[:2] == ["Bygdeby kommune", "Plan for kultur"]


def test_turned_pages_are_read_upright() -> None:
    data = pdf_of(f"= Næring\n{LONG}")
    for degrees in (0, 90, 180, 270):
        assert texts(read_pdf(turned(data, degrees), Vocabulary.default())) == ["Næring", LONG]


def test_text_on_its_side_is_read_upright() -> None:
    assert texts(read(f"#rotate(-90deg, reflow: true)[#box(width: 20cm)[{LONG}]]")) == [LONG]


def test_passages_lead_back_to_the_text() -> None:
    document = read(f"= Næring\n{LONG}\n#pagebreak()\n{LONG}")
    blocks = [block for block in document.blocks if isinstance(block, TextBlock)]
    assert [block.passages[0].page for block in blocks] == [1, 1, 2]
    for block in blocks:
        pieces = [document.text[p.start : p.end] for p in block.passages]
        assert " ".join(pieces).split() == block.text.split()


def test_what_a_browser_prints_around_a_page_is_no_text_of_the_plan() -> None:
    page = (
        "#set page(margin: (top: 2cm, bottom: 2cm), "
        "header: text(size: 8pt)[11/23/26, 1:22 PM #h(1fr) Plan for gange], "
        "footer: text(size: 8pt)[https://plan.example/gange.html #h(1fr) 1/1])\n"
    )
    document = read(page + f"{LONG}\n")
    assert texts(document) == [LONG]
    assert [text for text, _ in aside(document)] == [
        "11/23/26, 1:22 PM   Plan for gange",
        "https://plan.example/gange.html   1/1",
    ]


def test_columns_whose_gutter_is_as_wide_as_a_letter() -> None:
    lists = "\n".join(f"+ {LONG}" for _ in range(3))
    document = read(
        f"#columns(2, gutter: 1em)[\n{LONG}\n\n{lists}\n#colbreak()\n{LONG}\n\n{lists}\n]"
    )
    numbered = [f"{n}. {LONG}" for n in (1, 2, 3)]
    assert texts(document) == [LONG, *numbered, LONG, *numbered]


def test_the_sign_of_a_footnote_is_no_part_of_the_text() -> None:
    document = read("Kommunen#footnote[Med foretak.] skal rydde 40 m#super[2] i Mål#super[9].")
    assert texts(document) == ["Kommunen skal rydde 40 m2 i Mål9."]


def test_a_page_on_its_side_between_upright_ones_with_heads_feet_and_notes() -> None:
    rows = [["Tiltak", "Ansvar", "Frist"]]
    rows += [[f"Rydde sti nummer {n}", "Turlaget", "2026"] for n in range(1, 30)]
    wide = table(rows, "(1fr, 5cm, 3cm)")
    document = read(
        "#set page(header: context [Plan for Vik #h(1fr) #counter(page).display()], "
        "footer: [Utskrift 03.11.2026])\nInnleiing til planen.#footnote[Sjå vedlegg.]\n"
        f"#page(flipped: true)[{wide}]\nEtterord til planen.\n#pagebreak()\nVedlegg."
    )
    assert texts(document) == ["Innleiing til planen.", "Etterord til planen.", "Vedlegg."]
    assert [len(b.rows) for b in document.blocks if isinstance(b, TableBlock)] == [len(rows)]


def test_heads_and_feet_of_low_pages_stand_aside() -> None:
    pages = "#pagebreak()".join(f"Om {word} vegane.\n" for word in ("grøne", "brune", "blå"))
    document = read(
        "#set page(height: 12cm, margin: 2cm, header-ascent: 10%, footer-descent: 10%, "
        "header: [Utkast til møtet], footer: context [Side #counter(page).display() av 3])\n"
        + pages
    )
    assert texts(document) == ["Om grøne vegane.", "Om brune vegane.", "Om blå vegane."]


@pytest.mark.parametrize(
    ("shape", "mark"),
    [
        ("circle(radius: 1.4pt, fill: black)", "•"),
        ("circle(radius: 1.4pt, stroke: 0.5pt)", "◦"),
        ("square(size: 2.5pt, fill: black)", "▪"),
    ],
)
def test_list_marks_may_be_drawn(shape: str, mark: str) -> None:
    document = read(
        f"#set list(marker: box(height: 4pt, {shape}))\nKommunen vil:\n- {LONG}\n- Rydde stier"
    )
    items = [(b.mark, b.text) for b in document.blocks if isinstance(b, TextBlock)]
    assert items == [(None, "Kommunen vil:"), (mark, LONG), (mark, "Rydde stier")]
    assert mark not in document.text


def test_a_dotted_line_is_no_list_mark() -> None:
    dots = "#box(width: 12pt)[" + "#box(circle(radius: 0.8pt, fill: black))" * 4 + "]"
    document = read(f"{dots} Rydde stier")
    assert [(b.mark, b.text) for b in document.blocks if isinstance(b, TextBlock)] == [
        (None, "Rydde stier")
    ]


BAND = "#show heading: it => block(width: 100%, fill: rgb(220, 235, 220), inset: 5pt, it.body)\n"


def test_headings_on_coloured_bands_stand_in_their_columns() -> None:
    left, right = ([f"{side} {LONG}", f"Meir {side} {LONG}"] for side in ("Venstre", "Høgre"))
    document = read(
        f"{BAND}#columns(2)[\n= Innleiing\n{left[0]}\n\n= 1. Mat\n{left[1]}\n#colbreak()\n{right[0]}\n\n"
        f"= 2. Skog og bygg i tre for alle\n{right[1]}\n]"
    )
    assert texts(document) == [
        *("Innleiing", left[0], "1. Mat", left[1]),
        *(right[0], "2. Skog og bygg i tre for alle", right[1]),
    ]


def test_columns_of_short_lines_below_headings_on_bands_at_one_height() -> None:
    goals = [f"Mål {n}: {word} skal vere trygg" for n, word in enumerate(("Skogen", "Beitet"), 1)]
    few = [f"Kort punkt {n}" for n in range(1, 16)]
    prose = f"Jordvernet har hatt gode år, men leigejorda aukar no. {LONG}"
    sides = [
        [f"{n}. {name}", prose, goals[n - 1], *few]
        for n, name in ((1, "Jord og beite"), (2, "Skog og tre"))
    ]
    columns = [
        f"= {name}\n{text}\n\n{goal}\n\n" + "".join(f"- {item}\n" for item in items)
        for name, text, goal, *items in sides
    ]
    document = read(f"{BAND}#columns(2)[\n{columns[0]}#colbreak()\n{columns[1]}]")
    assert texts(document) == [text for side in sides for text in side]


@pytest.mark.parametrize("inset", ["5pt", "10pt"])
@pytest.mark.parametrize("gutter", ["4%", "1.5em"])
def test_bands_around_headings_of_the_right_column_are_no_rules_across_both(
    gutter: str, inset: str
) -> None:
    left = [f"Kapittel {n}. {LONG}" for n in range(1, 6)]
    areas = [(f"{code} Område {code}", f"Her i {code} bur mange. {LONG}") for code in "AB"]
    right = [text for area in areas for text in area]
    boxed = "\n\n".join(
        f"#block(width: 100%, fill: rgb(240, 220, 230), inset: {inset})"
        f"[#text(size: 14pt)[*{name}*]]\n{text}"
        for name, text in areas
    )
    foot = "footer: text(size: 7pt)[Utvær kommune #h(1fr) Side 1]"
    flow = "\n\n".join(left)
    document = read(
        f"#set page({foot})\n#set par(justify: true)\n"
        f"#columns(2, gutter: {gutter})[{flow} #colbreak() {boxed}]"
    )
    assert texts(document) == [*left, *right]
    assert [text for text, _ in aside(document)] == ["Utvær kommune   Side 1"]


@pytest.mark.parametrize("tone", ["", "#set text(size: 12pt)\n"])
def test_contents_without_dots_are_a_line_each(tone: str) -> None:
    titles = [
        "Om planen",
        "Slik står det til",
        "A Skog og utmark",
        "B Kyst og hamner",
        "Vegen vidare",
    ]
    entries = " \\\n".join(f"{title} #h(1fr) {page}" for page, title in enumerate(titles, 2))
    facts = "\n\n".join(f"Rydde sti {n} \\\nAnsvar: Turlaget \\\nFrist: 2027" for n in range(9))
    document = read(f"{tone}{entries}\n\n{LONG}\n\n{facts}")
    assert texts(document)[:6] == [*(f"{t} {n}" for n, t in enumerate(titles, 2)), LONG]


def test_the_second_line_of_a_head_printed_again_is_no_running_head() -> None:
    rows = ", ".join(f"[Rusta opp sti {n} til utsikta], [Turlaget], [{n}0]" for n in range(70))
    head = "table.header([*Tiltak*], [*Ansvar*], [*Kostnad* \\ (tkr)])"
    document = read(f"#table(columns: (1fr, 3cm, 2cm), stroke: none, {head}, {rows})")
    (made,) = [block for block in document.blocks if isinstance(block, TableBlock)]
    assert [cell.text for cell in made.rows[0].cells] == ["Tiltak", "Ansvar", "Kostnad (tkr)"]
    assert "Topp- eller botntekst" not in " ".join(reason for _, reason in aside(document))
    assert len(made.rows) == 71


@pytest.mark.parametrize("gutter", ["4%", "2em"])
@pytest.mark.parametrize("last", [1, 2])
def test_the_last_column_of_a_page_may_end_after_a_few_lines(gutter: str, last: int) -> None:
    left = [f"Kapittel {n}. {LONG} {LONG}" for n in range(1, 5)]
    right = [
        "Kultursjefen følgjer opp planen saman med laga, og melder kvart år.",
        "Takk til alle.",
    ]
    head = "header: [PLAN FOR KYSTEN #h(1fr) Utvær kommune]"
    document = read(
        f"#set page({head})\n#set par(justify: true)\n#columns(2, gutter: {gutter})"
        f"[{chr(10) * 2}{(chr(10) * 2).join(left)} #colbreak() {(chr(10) * 2).join(right[:last])}]"
    )
    assert texts(document)[1:] == [*left, *right[:last]]
    assert texts(document)[0].split() == ["PLAN", "FOR", "KYSTEN", "Utvær", "kommune"]
