"""What a document says of itself."""

import io
from typing import Any

import docx
import pytest

from tiltak.planfile.model import Passage
from tiltak.reading import Vocabulary, read_document
from tiltak.reading.blocks import Cell, CellLine, Look, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.document.facts import read_facts

PLAN = """{title}
Vedteken av Fjellbygda kommunestyre 12.12.2025

1 Veg
Tiltak
- Byggja bru
"""


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Idrettsplan 2026–2029", (2026, 2027, 2028, 2029)),
        ("Kommunedelplan for idrett 2026–2037 med handlingsdel 2026–2027", (2026, 2027)),
        ("Handlingsplan for idrett 2026", (2026,)),
    ],
)
def test_the_years_of_the_part_with_the_measures(title: str, years: tuple[int, ...]) -> None:
    plan = read_document(PLAN.format(title=title).encode(), "plan.txt")
    assert (plan.document.title, plan.document.years) == (title, years)


def test_minutes_say_who_and_when_before_what_was_decided() -> None:
    text = PLAN.replace(
        "Vedteken av Fjellbygda kommunestyre 12.12.2025",
        "Saksprotokoll i Fjellet regionråd 13.06.2025, sak 14/25. Vedtak: Planen vert godkjend.",
    )
    document = read_document(text.format(title="Vegplan 2026").encode(), "plan.txt").document
    assert (document.status, document.body, document.date) == (
        "vedteke",
        "Fjellet regionråd",
        "2025-06-13",
    )


def test_another_plan_that_was_adopted_some_year_says_nothing_of_this_one() -> None:
    text = PLAN.replace(
        "Vedteken av Fjellbygda kommunestyre 12.12.2025",
        "Framlegg til møte i Fjellet regionråd 5.12.2025\n"
        "Planen byggjer på strategien som vart vedteken i 2023.",
    )
    document = read_document(text.format(title="Årsplan 2026").encode(), "plan.txt").document
    assert (document.status, document.body, document.date) == (
        "framlegg",
        "Fjellet regionråd",
        "2025-12-05",
    )


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Northdale Fire and Rescue", "Northdale Fire and Rescue Authority Action Plan 2026/27"),
        ("Working together", "Authority Action Plan 2026/27"),
    ],
)
def test_a_council_s_name_goes_on_in_the_title_s_line(above: str, title: str) -> None:
    text = (
        f"{above}\nAuthority Action Plan 2026/27\nApproved by the Authority on 2 March 2026\n\n"
        "1 Prevention\n\nActions\n- Visit every farm\n- Fit alarms\n"
    )
    assert read_document(text.encode(), "plan.txt").document.title == title


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("Green Places", "Action Plan 2026-2028", "Green Places Action Plan 2026-2028"),
        ("Homes", "Strategy and Action Plan", "Homes Strategy and Action Plan"),
        ("Oakdale County Council", "Delivery Plan 2026–2028", "Delivery Plan 2026–2028"),
    ],
)
def test_what_an_english_plan_is_about_stands_above_its_kind(
    above: str, below: str, title: str
) -> None:
    text = (
        f"{above}\n{below}\n\nAdopted by Cabinet on 2 March 2026\n\n"
        "1 Prevention\n\nActions\n- Visit every farm\n- Fit alarms\n"
    )
    assert read_document(text.encode(), "plan.txt").document.title == title


def table(*rows: tuple[str, ...]) -> TableBlock:
    return TableBlock(
        tuple(
            TableRow(tuple(Cell(i, (CellLine(text, None, 0),)) for i, text in enumerate(row)))
            for row in rows
        )
    )


def test_the_last_meeting_of_a_case_says_who_decides_and_when() -> None:
    title = TextBlock("Handlingsplan 2026 for Fjordrådet", (Passage(start=0, end=1),), level=0)
    meetings = table(
        ("Sakshandsamar:", "Kari Lie"),
        ("Saksnr.", "Utval", "Møtedato"),
        ("22/25", "Arbeidsutvalet", "12.11.2025"),
        ("31/25", "Fjordrådet", "28.11.2025"),
    )
    facts = read_facts([meetings, title], "sak.docx", Vocabulary.default())
    assert (facts.body, str(facts.date), facts.case_number) == (
        "Fjordrådet",
        "2025-11-28",
        "31/25",
    )
    # a table of something else with dates in it says nothing of the kind
    other = table(("Tiltak", "Ansvar", "Dato"), ("Ny bru", "Vegsjefen", "12.11.2026"))
    facts = read_facts([other, title], "plan.docx", Vocabulary.default())
    assert (facts.date, facts.case_number) == (None, None)


def test_a_region_whose_name_comes_last_owns_its_plan() -> None:
    text = PLAN.replace("Vedteken av Fjellbygda kommunestyre 12.12.2025", "Remissversion")
    title = "KULTURPLAN FÖR REGION FJÄLLBYGDEN 2026–2029"
    document = read_document(text.format(title=title).encode(), "plan.txt").document
    assert document.body == "Region Fjällbygden"


@pytest.mark.parametrize("about", ["Om handlingsplanen", "About this plan"])
def test_a_chapter_that_tells_about_the_plan_is_not_its_title(about: str) -> None:
    title = "Handlingsplan for friluftsliv 2026–2028"
    plan = read_document(
        f"{about}\nHer står kva planen er for noko.\n\n{title}\n\n"
        "Tiltak\n- Merka stiar\n- Rydda skog\n".encode(),
        "plan.txt",
    )
    assert plan.document.title == title


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Antagen av förbundsdirektionen 2024-12-05, § 48", "förbundsdirektionen"),
        ("Antagen av direktionen 15 februari 2024, § 12", "direktionen"),
        ("Antagen vid direktionens sammanträde 2024-02-15", "direktionen"),
        ("Antagen 2024-02-15 av direktionen", "direktionen"),
        ("Antagen vid sammanträde med kommunfullmäktige 2024-02-15", "kommunfullmäktige"),
        (
            "Adopted at the plenary meeting of Moyle County Council on 2 May 2025",
            "Moyle County Council",
        ),
        ("Approved at an ordinary meeting of the Cabinet on 2 May 2025", "Cabinet"),
        ("Vedteken i ordinært møte i Åsvik kommunestyre 12.06.2024", "Åsvik kommunestyre"),
        ("Vedtatt på møte i formannskapet 12.06.2024", "formannskapet"),
        ("Vedtaget på mødet i Byrådet den 28. januar 2025", "Byrådet"),
        ("Beslutad av kommunstyrelsens arbetsutskott 2024-03-03", "kommunstyrelsens arbetsutskott"),
        ("Vedteken i Ytre Øy interkommunale råd 9. november 2021", "Ytre Øy interkommunale råd"),
        ("Vedteken 9. november 2021 i Ytre Øy regionråd", "Ytre Øy regionråd"),
        ("Vedtatt på representantskapsmøtet 12.06.2024", "representantskapsmøtet"),
        ("Vedtatt av Midtdalens representantskap 12.06.2024", "Midtdalens representantskap"),
        ("Vedteken av Nordrådet Aust 12.06.2024", "Nordrådet Aust"),
        ("Vedtaget af Regionsrådet den 28. januar 2025", "Regionsrådet"),
        ("Godkendt af bestyrelsen den 28. januar 2025", "bestyrelsen"),
        ("Agreed by the Steering Group on 3 March 2025", "Steering Group"),
        ("Vedteken av Ytre Utvær grendelag 9. mars 2025", "Ytre Utvær grendelag"),
        ("Vedtatt av Storvik Vel den 9. mars 2025", "Storvik Vel"),
        ("Vedteken av Storvik bygdelag i mars 2025", "Storvik bygdelag"),
        ("Vedteken i Storvik bygdelag 9. mars 2025", "Storvik bygdelag"),
        ("Vedteken på årsmøtet i Storvik bygdelag 9.3.2025", "årsmøtet i Storvik bygdelag"),
        ("Vedtatt på årsmøte i Storvik velforening 9.3.2025", "årsmøte i Storvik velforening"),
        ("Antagen av Fjällbyns hembygdsförening 2025-03-09", "Fjällbyns hembygdsförening"),
        ("Vedtaget af Nørby Borgerforening den 9. marts 2025", "Nørby Borgerforening"),
        (
            "Adopted by the Upper Dale Residents' Association on 9 March 2025",
            "Upper Dale Residents' Association",
        ),
    ],
)
def test_the_body_that_decided(line: str, body: str) -> None:
    blocks = [
        TextBlock("Handlingsplan 2024–2026", (Passage(start=0, end=1),), level=0),
        TextBlock(line, (Passage(start=0, end=1),)),
    ]
    facts = read_facts(blocks, "plan.docx", Vocabulary.default())
    assert (facts.status, facts.body) == ("vedteke", body)


@pytest.mark.parametrize(
    ("line", "body", "date"),
    [
        ("Høyringsutkast, formannskapet 3. mai 2027", "formannskapet", "2027-05-03"),
        ("Remissversion, miljönämnden 2027-05-03", "miljönämnden", "2027-05-03"),
        ("Høringsutkast – kommunestyret 3. mai 2027", "kommunestyret", "2027-05-03"),
        ("Consultation draft (Steering Group, 3 May 2027)", "Steering Group", "2027-05-03"),
        ("Høringsutkast, behandlet i formannskapet 3. mai 2027", "formannskapet", "2027-05-03"),
        ("Høyringsframlegg – handsama av styret 3. mai 2027", "styret", "2027-05-03"),
        ("Høyringsutkast, revidert i haust 3. mai 2027", None, "2027-05-03"),
        ("Høyringsutkast, frist 3. mai 2027", None, None),
        ("Høyringsutkast, rådet for eldre har uttalt seg", None, None),
    ],
)
def test_a_body_beside_the_word_for_a_draft(line: str, body: str | None, date: str | None) -> None:
    document = read_document(
        PLAN.replace("Vedteken av Fjellbygda kommunestyre 12.12.2025", line)
        .format(title="Vegplan 2027")
        .encode(),
        "plan.txt",
    ).document
    assert (document.status, document.body, document.date) == ("høyring", body, date)


def test_the_name_of_the_council_in_the_same_type_above_is_no_title() -> None:
    look = Look(bold=True, size=20.0)
    blocks = [
        TextBlock("Solvik kommune", (Passage(start=0, end=14),), look=look, gap=1),
        TextBlock("Handlingsplan for kultur 2027", (Passage(start=15, end=44),), look=look),
        TextBlock("Planen gjeld eitt år.", (Passage(start=45, end=66),), look=Look(size=10.0)),
    ]
    facts = read_facts(blocks, "plan.pdf", Vocabulary.default())
    assert (facts.title, facts.years) == ("Handlingsplan for kultur 2027", (2027,))


@pytest.mark.parametrize(
    ("above", "name", "title"),
    [
        (
            "Tiltaksplan for",
            "Plan for friluftsliv 2027–2028",
            "Tiltaksplan for Plan for friluftsliv 2027–2028",
        ),
        (
            "Handlingsdel til",
            "Kommunedelplan for vatn 2027",
            "Handlingsdel til Kommunedelplan for vatn 2027",
        ),
        # a slogan that ends so names no plan, and a line that is whole is none of the title
        ("Ei bygd å bu i", "Plan for friluftsliv 2027", "Plan for friluftsliv 2027"),
        ("Vår tiltaksplan", "Plan for friluftsliv 2027", "Plan for friluftsliv 2027"),
    ],
)
def test_a_title_may_begin_in_smaller_type_above_its_name(
    above: str, name: str, title: str
) -> None:
    blocks = [
        TextBlock(above, (Passage(start=0, end=1),), gap=3, look=Look(size=18.0)),
        TextBlock(name, (Passage(start=1, end=2),), gap=1, look=Look(bold=True, size=24.0)),
        TextBlock("Det er fint ute.", (Passage(start=2, end=3),), gap=1, look=Look(size=11.0)),
    ]
    assert read_facts(blocks, "plan.pdf", Vocabulary.default()).title == title


def test_a_word_alone_above_the_title_that_begins_with_it_is_no_title() -> None:
    text = (
        "Bygdelaget\n\nÅrsplan\n\nÅrsplan for Fjellheimen bygdelag\n2026–2028\n\n"
        "1 Veg\nTiltak\n- Byggja bru\n"
    )
    plan = read_document(text.encode(), "plan.txt")
    assert plan.document.title == "Årsplan for Fjellheimen bygdelag 2026–2028"
    assert "Årsplan" not in [area.title for area in plan.focus_areas]


@pytest.mark.parametrize(
    ("footer", "read"),
    [
        ("Vedtatt av kommunestyret 13. mars 2025, sak 21/25", ("vedteke", "kommunestyret")),
        ("Forslag til formannskapet 3. mars 2025", ("framlegg", "formannskapet")),
        ("Dalen kommune, postboks 3", ("ukjend", None)),
    ],
)
def test_a_footer_says_who_decided_where_nothing_else_does(
    footer: str, read: tuple[str, str | None]
) -> None:
    made: Any = docx.Document()
    made.sections[0].footer.paragraphs[0].text = footer
    made.add_paragraph("Turplan 2025–2028", style="Title")
    made.add_heading("Stiar", 1)
    made.add_paragraph("Tiltak")
    made.add_paragraph("Merka stiar", style="List Bullet")
    target = io.BytesIO()
    made.save(target)
    plan = read_document(target.getvalue(), "plan.docx")
    assert (plan.document.status, plan.document.body) == read
    left = [rest.text for rest in plan.unplaced if rest.reason == "Topp- eller botntekst"]
    assert left == ([footer] if read[0] == "ukjend" else [])
