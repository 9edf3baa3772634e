"""Whole plans put together from the pieces that plans are made of, in any order.

What the reader meets is not any text but headings, level words, lists, fact lines, tables with
bars, cards and remarks, in orders nobody thought of. Whatever they are, it reads them without
fault, and every letter has a place.
"""

from collections.abc import Callable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.accounts import accounted_for
from tiltak.planfile.model import Measure, Passage, Plan, Source
from tiltak.reading import Vocabulary
from tiltak.reading.blocks import (
    Block,
    BlockDocument,
    Cell,
    CellLine,
    Look,
    TableBlock,
    TableRow,
    TextBlock,
)
from tiltak.reading.structure.build import build_plan

WORDS = Vocabulary.default()
NAMES = ["Næring", "Veg og bru", "Oppvekst", "Klima og energi", "1 Kultur", "Tema 2: Helse", "A"]
LEVELS = ["Delmål", "Strategi:", "Tiltak", "Hovudmål", "Mål: Fleire skal gå", "Innsatsområde 3 Bu"]
LEVELS += ["Actions", "Vedlegg", "Økonomi", "Mål 2.1", "Uppdrag", "Budsjett", "Handlingsdel"]
DONE = ["Byggja bru over elva", "Halda kurs for lag", "1.2 Laga plan", "a) Rydda stiar", "Nettside"]
DONE += ["T3 Setja ut benker", "Alle skal få hjelp innan 2027.", "Tiltak 4: Ruta til kaia"]
FACTS = ["Ansvar: NAV", "Frist: 2026", "Kostnad: 40 000. Ansvar: FAU", "Status og merknad: Er send"]
FACTS += ["Ansvarleg", "Kven: Rektor", "Kva: Bussrute", "Merknad:", "Når: hausten 2025 | Kven: HK"]
HEADS = ["Nr.", "Tiltak", "Ansvar", "Frist", "Kostnad (1000 kr)", "Mål", "Område", "Strategi"]
HEADS += ["Status", "2026", "2027", "Sum", "Merknad", "Kven", "Tiltak/prosjekt"]
VALUES = ["", "2026", "2026–2028", "40 000", "kr 1,2 mill.", "FAU", "NAV og FK", "x", "Årleg", "–"]
BARS = [*NAMES, *LEVELS, *FACTS, "Sum", "Delsum næring", "Sum 120 000"]

any_text = st.sampled_from(NAMES + LEVELS + DONE + FACTS + VALUES[1:])
any_cell = st.sampled_from(NAMES + DONE + VALUES + FACTS + BARS)


class Writing:
    """A document being written: its text so far and its blocks."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []

    def passage(self, text: str) -> Passage:
        """Write a line and say where it stands."""
        start = len(self.text)
        self.text += text + "\n"
        return Passage(start=start, end=start + len(text))

    def cell(self, column: int, texts: list[str], over: int = 1, down: int = 1) -> Cell:
        """A cell of lines, over columns and down rows."""
        lines = tuple(CellLine(t, self.passage(t), at) for at, t in enumerate(texts) if t)
        return Cell(column, lines, down, over)


Piece = Callable[[Writing], None]


@st.composite
def paragraphs(draw: st.DrawFn) -> Piece:
    """A heading, a list item or a paragraph."""
    text = draw(any_text)
    level = draw(st.sampled_from([None, None, None, 1, 2, 3]))
    item = draw(st.booleans()) and level is None
    look = Look(bold=draw(st.booleans()), size=draw(st.sampled_from([None, 10.0, 14.0])))
    indent = draw(st.integers(0, 2)) if item else 0

    def write(to: Writing) -> None:
        to.blocks.append(
            TextBlock(
                text,
                (to.passage(text),),
                mark="-" if item else None,
                level=level,
                indent=indent,
                gap=0 if item else 1,
                look=look,
                is_list_item=item,
            )
        )

    return write


@st.composite
def tables(draw: st.DrawFn) -> Piece:
    """A table of measures: heads or none, bars over the whole width, merged and empty cells."""
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=2, max_size=5, unique=True))
    wide = len(heads)
    with_heads = draw(st.integers(0, 5)) > 0
    cells = st.lists(st.lists(any_cell, min_size=1, max_size=2), min_size=wide, max_size=wide)
    bar = st.sampled_from(BARS)
    rows = draw(st.lists(bar | cells, min_size=1, max_size=7))
    downs = draw(st.lists(st.sampled_from([1, 1, 1, 2]), min_size=7, max_size=7))
    first = draw(st.none() | bar)
    continues = draw(st.integers(0, 4)) == 0

    def write(to: Writing) -> None:
        made = [TableRow((to.cell(0, [first], over=wide),))] if first is not None else []
        if with_heads:
            made.append(TableRow(tuple(to.cell(at, [head]) for at, head in enumerate(heads))))
        for row, down in zip(rows, downs, strict=False):
            if isinstance(row, str):
                made.append(TableRow((to.cell(0, [row], over=wide),)))
            else:
                made.append(
                    TableRow(
                        tuple(
                            to.cell(at, cell, down=down if at == 0 else 1)
                            for at, cell in enumerate(row)
                        )
                    )
                )
        to.blocks.append(TableBlock(tuple(made), continues=continues))

    return write


@st.composite
def cards(draw: st.DrawFn) -> Piece:
    """Names to the left, values to the right."""
    names = draw(st.lists(st.sampled_from(HEADS + LEVELS), min_size=1, max_size=4))
    values = draw(st.lists(any_cell, min_size=4, max_size=4))
    title = draw(st.none() | st.sampled_from(DONE + NAMES + LEVELS))

    def write(to: Writing) -> None:
        made = [TableRow((to.cell(0, [title], over=2),))] if title is not None else []
        made += [
            TableRow((to.cell(0, [name]), to.cell(1, [value])))
            for name, value in zip(names, values, strict=False)
        ]
        to.blocks.append(TableBlock(tuple(made)))

    return write


@given(st.lists(paragraphs() | paragraphs() | tables() | cards(), min_size=1, max_size=14))
@settings(max_examples=150, deadline=None)
def test_any_plan(pieces: list[Piece]) -> None:
    writing = Writing()
    for write in pieces:
        write(writing)
    document = BlockDocument(writing.text, "text/plain", tuple(writing.blocks))
    source = Source(name="x", media_type="text/plain", sha256="", text=document.text)
    plan = build_plan(document, source, WORDS)
    assert accounted_for(plan) == "".join(document.text.split())
    rows = [row.id for table in plan.tables for row in table.rows]
    assert sorted(set(rows)) == sorted(rows)
    assert {row for measure in _measures(plan) for row in measure.rows} == set(rows)


def _measures(plan: Plan) -> Iterator[Measure]:
    """Every measure of the tree, with its parts."""
    for area in plan.focus_areas:
        for place in (area, *area.sections):
            for measure in place.measures:
                yield measure
                yield from measure.children
