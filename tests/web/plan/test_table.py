"""The plan as the table the council knows."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from msgspec.structs import replace

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import empty_plan, sample_plan
from tests.web.page_text import get, lines_of, rows_of
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative, PlanVersion

pytestmark = pytest.mark.django_db

ADDRESS = "/plan/handlingsplan-2026/tabell/"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def version(council: RegionalCouncil) -> PlanVersion:
    version = import_plan(council, sample_plan())
    say(version, "1.2.m2", light="at_risk")
    return version


def say(version: PlanVersion, key: str, **what: str) -> None:
    give_status(
        by=editor_of(version.plan.council),
        initiative=Initiative.objects.get(elements__version=version, elements__key=key),
        said_by="Visit Fjorden",
        now=NOW + timedelta(days=1),
        **{"lifecycle": "in_progress", **what},
    )


def initiative(version: PlanVersion, key: str) -> Initiative:
    return Initiative.objects.get(elements__version=version, elements__key=key)


def test_the_whole_table(client: Client, version: PlanVersion) -> None:
    work = "Ytre Fjord regionråd"
    none = "Ingen status"
    assert rows_of(get(client, ADDRESS)) == [
        ["Nr.", "Prosjekt/tiltak 2026", "Status", "Tid", "Ansvar", "Budsjett"],
        ["1 Arbeid og næring", "1 450 000 kr"],
        [
            "1",
            "Laga ei felles oversikt over ledige kontor og lokale i dei fire kommunane",
            none,
            "2026",
            work,
            "60 000 kr",
        ],
        [
            "2",
            "Støtta marknadsføring av fjorden i vintersesongen",
            none,
            "2026–2027",
            f"{work}, Nordvik kommune",
            "125 000 kr | per år",
        ],
        [
            "3",
            "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg",
            "Fare for avvik",
            "2026–2027",
            f"{work}, fylkeskommunen, partnarane",
            "1 140 000 kr",
        ],
        [
            "",
            "Halda kontakt med fylkeskommunen om nye arbeidsplassar i regionen. | Berre i teksten",
            none,
            "",
            "ikkje oppgitt",
            "ikkje oppgitt",
        ],
        ["2 Gode bygder å bu i", "165 000 kr"],
        [
            "1",
            (
                "Delta på tre utdanningsmesser for studentar og laga felles materiell til messene"
                " | Gjeld desse tiltaka: Delta på tre utdanningsmesser for studentar."
                " · Laga felles materiell til messene."
            ),
            none,
            "2026",
            work,
            "75 000 kr",
        ],
        ["2", "Fortelja om folk som har flytta heim", none, "2026", work, "ikkje oppgitt"],
        [
            "3",
            "Gjennomføra eit prosjekt for fleire utleigebustader",
            none,
            "2026–2027",
            f"{work}, prosjektleiar",
            "90 000 kr | deler beløp med rad 4",
        ],
        [
            "4",
            "Gje råd til huseigarar som vil leiga ut",
            none,
            "2026",
            work,
            "90 000 kr | deler beløp med rad 3",
        ],
        ["3 Samferdsle", "ikkje oppgitt"],
        ["1", "Arbeida for viktige samband", none, "2026", work, "ikkje oppgitt"],
        ["Sum for heile planen", "1 615 000 kr"],
    ]


def test_what_the_amounts_rest_on_is_said_below(client: Client, version: PlanVersion) -> None:
    assert lines_of(get(client, ADDRESS))[-3:] == [
        "Der planen ikkje oppgir beløp, tyder det ikkje 0 kr.",
        "Rader som deler ei celle i tabellen, deler beløpet. Det er talt éin gong.",
        (
            "For rader over fleire år seier ikkje planen om beløpet er per år eller i alt. "
            "Det er talt éin gong."
        ),
    ]


@pytest.mark.parametrize(
    ("query", "numbers", "total"),
    [
        ("part=nordvik-kommune", ["2"], "250 000 kr"),
        ("part=partnarane", ["3"], "1 140 000 kr"),
        ("status=at_risk", ["3"], "1 140 000 kr"),
        ("ar=2027", ["2", "3", "3"], "1 480 000 kr"),
        ("tekst=messene", ["1"], "75 000 kr"),
        ("tekst=PROSJEKT+utleige", ["3"], "90 000 kr"),
        ("part=prosjektleiar&ar=2027", ["3"], "90 000 kr"),
        ("tekst=heilårsrute&status=unknown", [], ""),
        ("ar=1999", [], ""),
        ("part=finst-ikkje", [], ""),
    ],
)
def test_sums_follow_the_filter(
    client: Client, version: PlanVersion, query: str, numbers: list[str], total: str
) -> None:
    html = get(client, f"{ADDRESS}?{query}")
    if not numbers:
        assert "Ingen tiltak passar til filteret. Nullstill filter" in lines_of(html)
        assert "<table" not in html
        return
    rows = rows_of(html)
    assert [row[0] for row in rows[1:-1] if len(row) == 6] == numbers
    assert rows[-1] == ["Sum for utvalet", total]


def test_one_area_by_its_permanent_code(client: Client, version: PlanVersion) -> None:
    code = initiative(version, "2").code
    rows = rows_of(get(client, f"{ADDRESS}?omrade={code}"))
    assert rows[1] == ["2 Gode bygder å bu i", "165 000 kr"]
    assert rows[-1] == ["Sum for utvalet", "165 000 kr"]
    html = get(client, ADDRESS + f"?omrade={code}&tekst=heim")
    assert f'<option value="{code}" selected>2 Gode bygder å bu i</option>' in html
    assert 'value="heim"' in html


def test_a_short_title_stands_beside_the_adopted_text(client: Client, version: PlanVersion) -> None:
    Initiative.objects.filter(pk=initiative(version, "1.2.m2").pk).update(
        short_title="Heilårsrute <b>"
    )
    row = rows_of(get(client, ADDRESS))[4]
    assert row[1] == "Heilårsrute <b> | Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg"


def test_text_of_a_plan_is_never_markup(client: Client, council: RegionalCouncil) -> None:
    plan = sample_plan()
    evil = '<script>alert("x")</script>'
    rows = tuple(
        replace(row, text=evil, responsible=replace(row.responsible, raw=evil, parties=(evil,)))
        for row in plan.tables[0].rows
        if row.responsible
    )
    import_plan(council, replace(plan, tables=(replace(plan.tables[0], rows=rows),)))
    assert "<script" not in get(client, ADDRESS)


def test_an_empty_plan_is_calm(client: Client, council: RegionalCouncil) -> None:
    import_plan(council, empty_plan())
    html = get(client, "/plan/handlingsplan-2027/tabell/")
    assert "Det er ingen tiltak i denne planen enno." in lines_of(html)
    assert "<table" not in html


@pytest.mark.parametrize("path", ["", "tekst/", "tabell/"])
def test_the_public_never_sees_a_draft(client: Client, council: RegionalCouncil, path: str) -> None:
    import_plan(council, sample_plan(), publish=False)
    for ref in ("handlingsplan-2026", "handlingsplan-2026@1"):
        response = client.get(f"/plan/{ref}/{path}")
        assert response.status_code == 404
        assert "heilårsrute" not in response.content.decode()


@pytest.mark.parametrize("measures", [1, 30])
@pytest.mark.parametrize("page", [("", 9), ("tekst/", 10), ("tabell/", 9)])
def test_a_page_costs_the_same_statements_for_one_measure_and_thirty(
    client: Client,
    council: RegionalCouncil,
    django_assert_num_queries: Callable[..., Any],
    page: tuple[str, int],
    measures: int,
) -> None:
    path, statements = page
    version = import_plan(council, large_plan(measures))
    for element in version.elements.filter(kind="measure").select_related("initiative")[:30]:
        give_status(
            by=editor_of(council),
            initiative=element.initiative,
            lifecycle="in_progress",
            said_by="Visit Fjorden",
            now=NOW,
        )
    with django_assert_num_queries(statements):
        get(client, f"/plan/{version.plan.slug}/{path}")


def test_the_plans_words_keep_their_language_on_an_english_page(
    client: Client, version: PlanVersion
) -> None:
    html = get(client, f"/en{ADDRESS}")
    assert '<td lang="nn"><a href="/en/p/' in html
    assert '<td lang="nn">' not in get(client, ADDRESS)
