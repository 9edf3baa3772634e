"""An amount that several rows share is said of each of them, and counted once."""

import pytest
from django.test import Client

from tests.factories.councils import import_plan, make_council
from tests.factories.planfiles import plan_by_year, sample_plan
from tests.web.page_text import facts_of, get, lines_of, part_of, rows_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import BudgetLine, Initiative, PlanVersion
from tiltak.domain.plans.queries import money
from tiltak.domain.plans.queries.area_money import area_money
from tiltak.domain.plans.queries.tree import load_around, load_tree
from tiltak.domain.plans.queries.versions import version_by_ref
from tiltak.domain.viewer import anonymous
from tiltak.planfile import sums
from tiltak.planfile.model import Plan

pytestmark = pytest.mark.django_db

PLAN = "/plan/handlingsplan-2026/"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def version(council: RegionalCouncil) -> PlanVersion:
    """Row 1 of the third area, without an amount, is in one cell with row 1 of the first."""
    made = import_plan(council, sample_plan())
    share(made, "T.1.1", "T.3.1")
    return made


def share(version: PlanVersion, *rows: str) -> None:
    found = BudgetLine.objects.filter(version=version, row__key__in=rows)
    assert found.update(cell_group="T.felles") == len(rows)


def element(version: PlanVersion, key: str) -> str:
    return f"/p/{Initiative.objects.get(elements__version=version, elements__key=key).code}/"


def test_the_overview_knows_what_is_shared(client: Client, version: PlanVersion) -> None:
    html = get(client, PLAN)
    assert facts_of(html)[3:6] == [
        "Budsjett",
        "1 615 000 kr",
        (
            "6 av 8 rader har eige beløp. 1 deler beløp med ei anna rad. "
            "Resten er ikkje oppgitt. Det tyder ikkje 0 kr."
        ),
    ]
    assert part_of(html, "omrade")[-1] == "1 tiltak med 3 delar deler beløp med rad 1"


def test_the_table_and_the_budget_say_it_of_the_area(client: Client, version: PlanVersion) -> None:
    assert ["3 Samferdsle", "deler beløp med rad 1"] in rows_of(get(client, f"{PLAN}tabell/"))
    bars = rows_of(get(client, f"{PLAN}budsjett/"))
    assert bars[-1] == ["3 Samferdsle", "", "| deler beløp med rad 1"]


def test_the_page_of_an_area_has_its_sum(client: Client, version: PlanVersion) -> None:
    def money_of(key: str) -> list[str]:
        lines = lines_of(get(client, element(version, key)))
        return lines[lines.index("Budsjett") + 1 : lines.index("Sjå området i tabellen")]

    assert money_of("1") == [
        "1 450 000 kr",
        "3 av 4 tiltak har beløp. Resten er ikkje oppgitt. Det tyder ikkje 0 kr.",
    ]
    assert money_of("2") == [
        "165 000 kr",
        "4 av 5 tiltak har beløp. Resten er ikkje oppgitt. Det tyder ikkje 0 kr.",
    ]
    assert money_of("3") == [
        "Området deler beløp med rad 1 i eit anna område. Det beløpet er talt der."
    ]


def test_an_area_without_amounts_says_so(client: Client, council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    lines = lines_of(get(client, element(version, "3")))
    at = lines.index("Budsjett")
    assert lines[at + 1 : at + 3] == ["Ikkje oppgitt", "Det tyder ikkje 0 kr."]


def test_the_measure_has_the_amount_its_row_shares(client: Client, version: PlanVersion) -> None:
    assert facts_of(get(client, element(version, "3.m1")))[-2:] == [
        "Budsjett",
        "60 000 kr deler beløp med rad 1",
    ]
    assert "60 000 kr deler beløp med rad 1" in facts_of(get(client, element(version, "1.1.m1")))


def test_the_party_of_the_row_without_it_has_it_in_the_sum(
    client: Client, version: PlanVersion
) -> None:
    BudgetLine.objects.filter(version=version, row__key="T.1.3").update(amount=None, raw=None)
    share(version, "T.1.3", "T.1.1")
    rows = rows_of(get(client, "/part/partnarane/"))
    assert rows[-2][-1] == "60 000 kr | deler beløp med rad 1"
    assert rows[-1][-1] == "60 000 kr"


def test_a_cell_that_several_share_without_an_amount_lacks_one(
    client: Client, version: PlanVersion
) -> None:
    BudgetLine.objects.filter(version=version, row__key="T.1.1").update(amount=None, raw=None)
    assert facts_of(get(client, element(version, "3.m1")))[-2:] == [
        "Ikkje oppgitt",
        "Det tyder ikkje 0 kr.",
    ]


@pytest.mark.parametrize("plan", [sample_plan(), plan_by_year()])
@pytest.mark.parametrize("is_shared", [True, False])
def test_the_sums_of_the_areas_are_those_of_the_table(
    council: RegionalCouncil,
    plan: Plan,
    is_shared: bool,
) -> None:
    made = import_plan(council, plan)
    if is_shared:
        BudgetLine.objects.filter(version=made, row__isnull=False).update(cell_group="T.felles")
    viewer = anonymous(council.pk)
    version = version_by_ref(viewer, made.plan.slug)
    tree = load_tree(viewer, version)
    whole = sums.by_area(money.lines_of(tree))
    for area in tree.areas:
        around = load_around(viewer, version, area.id)
        found = area_money(around.nodes[area.id]).sum
        assert found == whole.get(area.code, sums.Sum(None, 0, 0))


def test_a_filter_that_leaves_out_the_row_with_the_amount_says_where_it_is(
    client: Client, version: PlanVersion
) -> None:
    BudgetLine.objects.filter(version=version, row__key="T.1.3").update(amount=None, raw=None)
    share(version, "T.1.1", "T.1.3")
    rows = rows_of(get(client, f"{PLAN}tabell/?part=partnarane"))
    assert [row[-1] for row in rows[1:]] == ["deler beløp med rad 1"] * 3
    whole = rows_of(get(client, f"{PLAN}tabell/"))
    assert whole[-1] == ["Sum for heile planen", "475 000 kr"]


def test_an_amount_that_each_row_repeats_is_that_of_the_chosen(
    client: Client, version: PlanVersion
) -> None:
    BudgetLine.objects.filter(version=version, row__key="T.1.3").update(amount=60_000)
    share(version, "T.1.1", "T.1.3")
    rows = rows_of(get(client, f"{PLAN}tabell/?part=partnarane"))
    assert rows[-1] == ["Sum for utvalet", "60 000 kr"]
