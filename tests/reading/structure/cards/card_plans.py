"""Plans of cards in five languages: as Word documents, and as the text a program takes from a PDF."""

import io
from collections.abc import Sequence
from typing import Any, NamedTuple

import docx

from tiltak.planfile.model import Plan
from tiltak.planfile.walk import sections_of
from tiltak.reading import read_document


class Words(NamedTuple):
    """The words of a language, and a plan of two areas in it."""

    title: str
    area: str
    goal: str
    measure: str
    names: tuple[str, str, str, str]
    plan: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...]


# (area, goal, measures: (title, description, who, when, cost))
WORDS = {
    "nn": Words(
        "Plan for badeplassar i Nes kommune 2026–2028",
        "Fokusområde",
        "Mål",
        "Tiltak",
        ("Kva", "Kven", "Når", "Kostnad"),
        (
            (
                "Strender",
                "Alle skal ha ei strand i nærleiken",
                (
                    (
                        "Ny trapp ned til Sandvika",
                        "Den gamle trappa er roten.",
                        "Teknisk etat",
                        "2026",
                        "280 000 kr",
                    ),
                    (
                        "Stupetårn på Odden",
                        "Tårnet blir tre meter høgt.",
                        "Idrettsrådet, Hamnevesenet",
                        "2026–2027",
                        "95 000 kr",
                    ),
                ),
            ),
            (
                "Tryggleik",
                "Ingen skal drukna",
                (
                    (
                        "Bøyer ved alle bryggene",
                        "Kvar bøye får eit nummer.",
                        "Brannvesenet",
                        "2028",
                        "40 000 kr",
                    ),
                ),
            ),
        ),
    ),
    "nb": Words(
        "Plan for badeplasser i Nes kommune 2026–2028",
        "Satsingsområde",
        "Mål",
        "Tiltak",
        ("Hva", "Hvem", "Når", "Kostnad"),
        (
            (
                "Strender",
                "Alle skal ha en strand i nærheten",
                (
                    (
                        "Ny trapp ned til Sandvika",
                        "Den gamle trappa er råtten.",
                        "Teknisk etat",
                        "2026",
                        "280 000 kr",
                    ),
                    (
                        "Stupetårn på Odden",
                        "Tårnet blir tre meter høyt.",
                        "Idrettsrådet, Havnevesenet",
                        "2026–2027",
                        "95 000 kr",
                    ),
                ),
            ),
            (
                "Trygghet",
                "Ingen skal drukne",
                (
                    (
                        "Bøyer ved alle bryggene",
                        "Hver bøye får et nummer.",
                        "Brannvesenet",
                        "2028",
                        "40 000 kr",
                    ),
                ),
            ),
        ),
    ),
    "sv": Words(
        "Handlingsplan för badplatser i Näs kommun 2026–2028",
        "Fokusområde",
        "Mål",
        "Åtgärd",
        ("Vad", "Vem", "När", "Kostnad"),
        (
            (
                "Stränder",
                "Alla ska ha en strand i närheten",
                (
                    (
                        "Ny trappa ner till Sandviken",
                        "Den gamla trappan är rutten.",
                        "Tekniska kontoret",
                        "2026",
                        "280 000 kr",
                    ),
                    (
                        "Hopptorn på Udden",
                        "Tornet blir tre meter högt.",
                        "Idrottsrådet, Hamnkontoret",
                        "2026–2027",
                        "95 000 kr",
                    ),
                ),
            ),
            (
                "Trygghet",
                "Ingen ska drunkna",
                (
                    (
                        "Bojar vid alla bryggor",
                        "Varje boj får ett nummer.",
                        "Räddningstjänsten",
                        "2028",
                        "40 000 kr",
                    ),
                ),
            ),
        ),
    ),
    "da": Words(
        "Handleplan for badesteder i Næs Kommune 2026–2028",
        "Indsatsområde",
        "Mål",
        "Indsats",
        ("Hvad", "Hvem", "Hvornår", "Økonomi"),
        (
            (
                "Strande",
                "Alle skal have en strand i nærheden",
                (
                    (
                        "Ny trappe ned til Sandvig",
                        "Den gamle trappe er rådden.",
                        "Teknik og Miljø",
                        "2026",
                        "280.000 kr.",
                    ),
                    (
                        "Udspringstårn på Odden",
                        "Tårnet bliver tre meter højt.",
                        "Idrætsrådet, Havnekontoret",
                        "2026–2027",
                        "95.000 kr.",
                    ),
                ),
            ),
            (
                "Tryghed",
                "Ingen skal drukne",
                (
                    (
                        "Bøjer ved alle broer",
                        "Hver bøje får et nummer.",
                        "Beredskabet",
                        "2028",
                        "40.000 kr.",
                    ),
                ),
            ),
        ),
    ),
    "en": Words(
        "Bathing Action Plan for Ness Council 2026–2028",
        "Priority area",
        "Goal",
        "Action",
        ("What", "Who", "When", "Cost"),
        (
            (
                "Beaches",
                "Everyone should have a beach close by",
                (
                    (
                        "New steps down to Sandwick",
                        "The old steps are rotten.",
                        "Highways",
                        "2026",
                        "£28,000",
                    ),
                    (
                        "Diving tower on the Point",
                        "The tower will be three metres high.",
                        "Sports Council, Harbour Office",
                        "2026–2027",
                        "£9,500",
                    ),
                ),
            ),
            (
                "Safety",
                "Nobody will drown",
                (
                    (
                        "Buoys at every jetty",
                        "Every buoy gets a number.",
                        "Fire Service",
                        "2028",
                        "£4,000",
                    ),
                ),
            ),
        ),
    ),
}


class Card(NamedTuple):
    """The line above a card, empty where it has none, and its names with their values."""

    title: str
    facts: tuple[tuple[str, str], ...]


def cards_of(words: Words, area: int, *, titled: bool) -> list[Card]:
    """The cards of an area. `titled`: the line above names the measure; else it counts it, and what
    the first name asks does."""
    before = sum(len(measures) for _, _, measures in words.plan[:area])
    cards = []
    for number, (title, told, *rest) in enumerate(words.plan[area][2], start=before + 1):
        head = title if titled else f"{words.measure} {number}"
        values = (told if titled else title, *rest)
        cards.append(Card(head, tuple(zip(words.names, values, strict=True))))
    return cards


Read = list[tuple[str, list[str], list[tuple[str, tuple[str, ...], tuple[int, ...], bool]]]]


def expected(words: Words) -> Read:
    """The areas with their goals and measures (text, who, years, whether it costs something)."""
    years = {"2026": (2026,), "2026–2027": (2026, 2027), "2028": (2028,)}
    return [
        (
            area,
            [goal],
            [(text, tuple(who.split(", ")), years[when], True) for text, _, who, when, _ in found],
        )
        for area, goal, found in words.plan
    ]


def read(plan: Plan) -> Read:
    """What was read of a plan, as `expected` has it."""
    return [
        (
            area.title,
            [goal.text for goal in area.sub_goals],
            [
                (
                    one.text,
                    one.responsible.parties if one.responsible else (),
                    one.time.years if one.time else (),
                    bool(one.budget and one.budget.amount),
                )
                for section in sections_of(area)
                for one in section.measures
            ],
        )
        for area in plan.focus_areas
    ]


def numbers(plan: Plan) -> list[str | None]:
    """The numbers of the measures in order."""
    return [
        one.number
        for area in plan.focus_areas
        for section in sections_of(area)
        for one in section.measures
    ]


def lines_of(card: Card) -> list[str]:
    """A card as lines: its title, then each name with a colon and its value."""
    return [*([card.title] if card.title else []), *(f"{n}: {v}" for n, v in card.facts)]


# a paragraph as (style, text), or a table of cells, each as its lines
Part = tuple[str, str] | list[list[list[str]]]


def word_plan(parts: Sequence[Part]) -> Plan:
    """The plan of a Word document."""
    made: Any = docx.Document()
    for part in parts:
        if isinstance(part, tuple):
            made.add_paragraph(part[1], style=part[0] or None)
            continue
        table = made.add_table(rows=len(part), cols=len(part[0]))
        for cells, texts in zip(table.rows, part, strict=True):
            for cell, lines in zip(cells.cells, texts, strict=True):
                cell.text = "\n".join(lines)
        made.add_paragraph()
    target = io.BytesIO()
    made.save(target)
    return read_document(target.getvalue(), "plan.docx")


def text_plan(*lines: str) -> Plan:
    """The plan of a text."""
    return read_document("\n".join(lines).encode(), "plan.txt")
