"""A text that lost letters: nobody takes it over without having been told."""

from django.test import Client

from tests.factories.waiting import waiting_import
from tests.web.page_text import get, lines_of, part_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Import
from tiltak.reading import read_document

WHOLE = """Handlingsplan 2026 for Nordvik kommune

1 Reiseliv

Delmål
Gjestene skal koma heile året og finna noko å gjera i alle bygdene våre.

Strategi
Kommunen skal vera pådrivar for gode ruter, og alle lag skal få vera med.

Tiltak
1. Laga ein felles plan for turstiar i fjellet saman med dei frivillige laga.
2. Støtta ei heilårsrute med båt mellom bygdene på begge sider av fjorden.
3. Merkja dei tre lengste turane og setja opp tavler der folk byrjar å gå.

2 Kompetanse

Delmål
Fleire unge skal ta fagbrev heime, og bedriftene skal finna dei folka dei treng.

Tiltak
1. Skaffa ti nye læreplassar i kommunen og i dei største bedriftene.
"""
LOST = "Skrifta i dokumentet manglar bokstavar. Teksten må lesast over."


def received(council: RegionalCouncil, text: str) -> Import:
    plan = read_document(text.encode(), "plan.txt")
    return waiting_import(council, plan)


def head_of(html: str) -> list[str]:
    """What stands before the source of the current one."""
    lines = lines_of(html)
    return lines[: lines.index("Ta over")]


def test_the_review_begins_with_it(council: RegionalCouncil, secretary: Client) -> None:
    waiting = received(council, WHOLE.replace("a", "").replace("A", ""))
    html = get(secretary, f"/arbeid/import/{waiting.pk}/")
    title, warning, advice, *_rest = head_of(html)
    assert title == "Hndlingspln 2026 for Nordvik kommune"
    assert warning == LOST
    assert advice.endswith(
        "element må du lesa over. Finst dokumentet i eit anna format, så last heller opp det."
    )
    assert "sikre" not in advice
    assert LOST in part_of(html, "kort")
    assert "Sjå på dette: 1 av" in html
    assert LOST in part_of(html, "tvil")


def test_it_is_told_again_where_the_document_is_taken_over(
    council: RegionalCouncil, secretary: Client
) -> None:
    waiting = received(council, WHOLE.replace("a", "").replace("A", ""))
    assert LOST in lines_of(get(secretary, f"/arbeid/import/{waiting.pk}/ta-over/"))


def test_who_has_seen_it_is_not_told_again(council: RegionalCouncil, secretary: Client) -> None:
    waiting = received(council, WHOLE.replace("a", "").replace("A", ""))
    address = f"/arbeid/import/{waiting.pk}/"
    secretary.post(f"{address}steg/", {"seen": "0", "element": "document", "do": "accept"})
    assert LOST not in lines_of(get(secretary, address))
    assert LOST not in lines_of(get(secretary, f"{address}ta-over/"))


def test_a_text_with_all_its_letters_says_nothing(
    council: RegionalCouncil, secretary: Client
) -> None:
    waiting = received(council, WHOLE)
    assert LOST not in lines_of(get(secretary, f"/arbeid/import/{waiting.pk}/"))
