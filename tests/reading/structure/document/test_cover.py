"""What a document says of itself in pairs at its top."""

import datetime as dt

import pytest

from tiltak.reading.blocks import Block, Cell, CellLine, TableBlock, TableRow, TextBlock
from tiltak.reading.structure.document.facts import read_facts
from tiltak.reading.vocabulary import Vocabulary

BELOW = (TextBlock("Satsingsområde 1: Friluftsliv", ()), TextBlock("Merka stiar", ()))
FACTS = ("title", "years", "status", "body", "date", "case_number")


def table(*rows: tuple[str, ...]) -> TableBlock:
    return TableBlock(
        tuple(
            TableRow(
                tuple(
                    Cell(column, (CellLine(text, None, 0),) if text else ())
                    for column, text in enumerate(row)
                )
            )
            for row in rows
        )
    )


def facts(*blocks: Block) -> dict[str, object]:
    """What is read, without what is not said."""
    found = read_facts((*blocks, *BELOW), "fil.docx", Vocabulary.default())
    said = {name: getattr(found, name) for name in FACTS}
    return {name: value for name, value in said.items() if value not in ("", (), None)}


PERIOD = (2024, 2025, 2026, 2027)
DECIDED = dt.date(2023, 12, 12)


def test_a_table_with_who_decided_and_when() -> None:
    said = {
        "title": "Friluftsliv i Dalen",
        "years": PERIOD,
        "status": "vedteke",
        "body": "Kommunestyret",
        "date": DECIDED,
        "case_number": "88/23",
    }
    assert said == facts(
        table(
            ("Dokumentinformasjon", ""),
            ("Tittel", "Friluftsliv i Dalen"),
            ("Vedteken", "Kommunestyret 12.12.2023, sak 88/23"),
            ("Gjeld for", "2024–2027"),
        )
    )
    assert said == facts(
        table(
            ("Plannavn:", "Friluftsliv i Dalen", "Vedtatt av:", "Kommunestyret"),
            ("Vedtaksdato:", "12.12.2023", "Saksnummer:", "88/23"),
            ("Gjelder fra:", "2024", "Gjelder til:", "2027"),
        )
    )


def test_a_draft_is_not_decided_by_a_name_without_a_value() -> None:
    found = facts(
        table(
            ("Title", "Parks Action Plan"),
            ("Status", "Consultation draft"),
            ("Approved by", ""),
            ("Decision maker", "Cabinet"),
            ("Period", "2024-2027"),
        )
    )
    assert found == {
        "title": "Parks Action Plan",
        "years": PERIOD,
        "status": "høyring",
        "body": "Cabinet",
    }


@pytest.mark.parametrize("colon", [":", ""])
def test_lines_of_a_text_say_the_same(colon: str) -> None:
    lines = (
        f"Titel{colon} Handlingsplan för friluftsliv",
        f"Beslutad av{colon} Kommunfullmäktige 2023-12-12",
        f"Gäller för{colon} 2024–2027",
    )
    assert facts(*(TextBlock(line, ()) for line in lines)) == {
        "title": "Handlingsplan för friluftsliv",
        "years": PERIOD,
        "status": "vedteke",
        "body": "Kommunfullmäktige",
        "date": DECIDED,
    }


def test_a_title_set_as_one_is_the_title_all_the_same() -> None:
    found = facts(
        TextBlock("Ut på tur", (), level=0),
        table(("Plantype", "Handlingsplan"), ("Planperiode", "2024–2027")),
    )
    assert found == {"title": "Ut på tur", "years": PERIOD, "status": "ukjend"}


def test_a_card_of_a_measure_says_nothing_of_the_document() -> None:
    card = table(("Tittel", "Merka stiar"), ("Ansvarleg", "Turlaget"), ("Periode", "2024–2025"))
    plan = TextBlock("Handlingsplan 2024–2027", ())
    assert facts(plan, card) == {
        "title": "Handlingsplan 2024–2027",
        "years": PERIOD,
        "status": "ukjend",
    }


def test_a_title_that_begins_with_plan_is_no_pair() -> None:
    found = facts(
        TextBlock("Plan og handlingsprogram for Dalen 2024–2027", ()),
        TextBlock("Vedteken av kommunestyret 12.12.2023", ()),
    )
    assert found["title"] == "Plan og handlingsprogram for Dalen 2024–2027"


def test_the_day_beside_who_decided() -> None:
    said = facts(
        TextBlock("Handlingsplan 2024–2027", ()),
        table(("Vedtatt av:", "Kommunestyret"), ("Dato:", "12.12.2023"), ("Sak:", "88/23")),
    )
    assert (said["body"], said["date"], said["case_number"]) == ("Kommunestyret", DECIDED, "88/23")


def test_who_handled_it_decided_where_the_status_says_so() -> None:
    rows = (("Dokument", "Turplan 2024–2027"), ("Behandlet", "Kommunestyret 12.12.2023, sak 88/23"))
    assert facts(table(*rows, ("Status", "Vedtatt"), ("Ansvarlig", "Rådmannen"))) == {
        "title": "Turplan 2024–2027",
        "years": PERIOD,
        "status": "vedteke",
        "body": "Kommunestyret",
        "date": DECIDED,
        "case_number": "88/23",
    }
    draft = facts(table(*rows, ("Status", "Høringsutkast"), ("Ansvarlig", "Rådmannen")))
    assert (draft["status"], draft.get("date")) == ("høyring", None)
