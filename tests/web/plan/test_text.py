"""The plan as a text."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from msgspec.structs import replace

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import empty_plan, sample_plan
from tests.web.page_text import get, lines_of
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative
from tiltak.domain.plans.queries.tree import plan_tree
from tiltak.domain.viewer import anonymous

pytestmark = pytest.mark.django_db

ADDRESS = "/plan/handlingsplan-2026/tekst/"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def test_the_text_in_reading_order_under_its_levels(
    client: Client, council: RegionalCouncil
) -> None:
    import_plan(council, sample_plan())
    lines = lines_of(get(client, ADDRESS))
    start = lines.index("Innhald")
    assert lines[start : start + 7] == [
        "Innhald",
        "1 Arbeid og næring",
        "1.1 Kompetansearbeidsplassar",
        "1.2 Besøk heile året",
        "2 Gode bygder å bu i",
        "2.1 Tilflytting",
        "2.2 Bustader",
    ]
    assert lines[-7:] == [
        "Strategi",
        "Følgja opp den felles samferdsleplanen.",
        "Prosjekt/tiltak",
        "Arbeida for desse sambanda: rad 1 i tabellen",
        "Ferja Nordvik–Sørvåg",
        "Tunnelen under Storeheia",
        "Breiband i alle bygder",
    ]


def test_a_measure_that_a_row_only_mentions_does_not_stand_there(
    client: Client, council: RegionalCouncil
) -> None:
    plan = sample_plan()
    link = plan.links[0]
    mentioned = replace(plan, links=(replace(link, kind="related"), *plan.links[1:]))
    row = next(row for table in plan.tables for row in table.rows if row.id == link.row)
    import_plan(council, mentioned)
    lines = lines_of(get(client, ADDRESS))
    assert sum(f"nemnt i rad {row.number} i tabellen" in line for line in lines) == 1
    before = sum("rad" in line and "tabellen" in line for line in lines)
    assert before == len({one.measure for one in plan.links})


def test_every_element_has_its_permanent_link_and_anchor(
    client: Client, council: RegionalCouncil
) -> None:
    version = import_plan(council, sample_plan())
    html = get(client, ADDRESS)
    for code in version.elements.exclude(kind="paragraph").values_list(
        "initiative__code", flat=True
    ):
        assert html.count(f'id="{code}"') == 1
        assert f'href="/p/{code}/"' in html


class Depths(HTMLParser):
    """The depth of each list item that has an id; fails on a list that is not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.of: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol", "li"}:
            self.open.append(tag)
        if tag == "li" and (anchor := dict(attrs).get("id")):
            self.of[anchor] = self.open.count("ul")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol", "li"}:
            assert self.open.pop() == tag


def test_parts_are_lists_within_their_measure(client: Client, council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    depths = Depths()
    depths.feed(get(client, ADDRESS))
    assert depths.open == []
    tree = plan_tree(anonymous(council.pk), version.plan.slug)
    assert depths.of == {
        node.code: 1 + sum(above.is_measure for above in node.above())
        for node in tree.nodes.values()
        if node.kind in {"sub_goal", "strategy", "measure"}
    }


def test_status_and_short_title_stand_quietly_beside(
    client: Client, council: RegionalCouncil
) -> None:
    version = import_plan(council, sample_plan())
    measure = Initiative.objects.get(elements__version=version, elements__key="1.1.m2")
    Initiative.objects.filter(pk=measure.pk).update(short_title="Fylket")
    give_status(
        by=editor_of(council),
        initiative=measure,
        lifecycle="in_progress",
        light="on_track",
        said_by="Rådet",
        now=NOW,
    )
    assert (
        "Fylket Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen. I rute"
        in lines_of(get(client, ADDRESS))
    )


def test_an_empty_plan_is_calm(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, empty_plan())
    html = get(client, "/plan/handlingsplan-2027/tekst/")
    assert lines_of(html)[-1] == "Det står ikkje noko i denne planen enno."


@pytest.mark.parametrize("prefix", ["", "/nb", "/en"])
def test_the_page_says_its_language_and_the_plans(
    client: Client, council: RegionalCouncil, prefix: str
) -> None:
    import_plan(council, sample_plan())
    html = get(client, prefix + ADDRESS)
    assert f'<html lang="{prefix.strip("/") or "nn"}"' in html
    assert '<div class="plan-text" lang="nn">' in html
    for other in {"", "/nb", "/en"} - {prefix}:
        assert f'<a href="{other}{ADDRESS}" lang="{other.strip("/") or "nn"}"' in html
