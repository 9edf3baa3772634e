"""The permanent page of an element."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from msgspec.structs import replace

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import sample_plan
from tests.web.page_text import facts_of, get, lines_of, part_of
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Element, Initiative, PlanVersion, Succession
from tiltak.domain.plans.operations import adopt_version
from tiltak.domain.plans.projection import store

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november_evening")]


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def version(council: RegionalCouncil) -> PlanVersion:
    return import_plan(council, sample_plan())


def initiative(version: PlanVersion, key: str) -> Initiative:
    return Initiative.objects.get(elements__version=version, elements__key=key)


def address(version: PlanVersion, key: str) -> str:
    return f"/p/{initiative(version, key).code}/"


def say(version: PlanVersion, key: str, sentence: str, *, days_ago: int, **what: str) -> None:
    give_status(
        by=editor_of(version.plan.council),
        initiative=initiative(version, key),
        sentence=sentence,
        now=timezone.localtime() - timedelta(days=days_ago),
        **{"lifecycle": "in_progress", "said_by": "Visit Fjorden", **what},
    )


def test_a_measure_with_its_row_parts_and_goals(client: Client, version: PlanVersion) -> None:
    html = get(client, address(version, "1.2.m2"))
    assert lines_of(html)[:3] == [
        "Prosjekt/tiltak",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg",
        "Ingen status er meld enno.",
    ]
    assert part_of(html, "delar") == [
        "Delar",
        "Kartleggja behovet hjå hotell, skular og pendlarar",
        "Intervju med ti verksemder",
        "Spørjeundersøking blant pendlarane",
        "Rekna ut kva ruta vil kosta i eit prøveår",
    ]
    assert part_of(html, "under") == [
        "Står under",
        "Strategiar",
        "Styrka reisemålsselskapet som felles verktøy for kommunane.",
        "Vera pådrivar for betre ruter utanom sesongen.",
        "Delmål",
        "Regionen skal ha 150 nye arbeidsplassar innan fire år.",
        "Kommunane skal svara næringslivet med éi stemme.",
    ]
    assert facts_of(html) == [
        "Ansvarleg",
        "Ytre Fjord regionråd",
        "fylkeskommunen",
        "partnarane",
        "Tid",
        "2026–2027",
        "Budsjett",
        "1 140 000 kr",
        "Planen seier ikkje om beløpet er per år eller i alt.",
    ]


def test_the_status_says_who_and_when_and_earlier_ones_stay(
    client: Client, version: PlanVersion
) -> None:
    say(version, "1.2.m2", "Vi har bede om møte.", days_ago=60, light="on_track")
    say(version, "1.2.m2", "Det manglar pengar.", days_ago=43, light="at_risk")
    html = get(client, address(version, "1.2.m2"))
    lines = lines_of(html)
    assert lines[2] == "Fare for avvik · i gang · oppdatert for 43 dagar sidan av Visit Fjorden"
    assert "Det manglar pengar." in lines
    assert part_of(html, "tidlegare") == [
        "Tidlegare meldingar",
        "24. september 2026",
        "I rute · i gang",
        "Vi har bede om møte.",
        "Visit Fjorden",
    ]


def test_short_title_above_the_adopted_text_in_full(client: Client, version: PlanVersion) -> None:
    Initiative.objects.filter(pk=initiative(version, "1.2.m2").pk).update(short_title="Båten")
    html = get(client, address(version, "1.2.m2"))
    assert lines_of(html)[1] == "Båten"
    assert part_of(html, "tekst") == [
        "Teksten i planen",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg:",
    ]


def test_a_row_for_two_measures_names_the_other(client: Client, version: PlanVersion) -> None:
    lines = lines_of(get(client, address(version, "2.1.m1")))
    assert lines[lines.index("Same rad gjeld òg:") + 1] == "Laga felles materiell til messene."


def test_what_is_missing_is_said_and_is_not_nought(client: Client, version: PlanVersion) -> None:
    assert facts_of(get(client, address(version, "1.1.m2"))) == [
        "Ansvar",
        "Ansvarleg er ikkje oppgitt.",
        "Tid",
        "Ikkje oppgitt",
        "Budsjett",
        "Ikkje oppgitt",
        "Det tyder ikkje 0 kr.",
    ]


def test_owner_and_responsible_are_two(client: Client, council: RegionalCouncil) -> None:
    plan = sample_plan()
    area = plan.focus_areas[0]
    theme = area.sections[0]
    outside = replace(theme.measures[1], roles={"owner": "Rådet", "responsible": ("Visit", "Ein")})
    theme = replace(theme, measures=(theme.measures[0], outside))
    area = replace(area, sections=(theme, *area.sections[1:]))
    version = import_plan(council, replace(plan, focus_areas=(area, *plan.focus_areas[1:])))
    assert facts_of(get(client, address(version, "1.1.m2")))[:5] == [
        "Prosjekteigar",
        "Rådet",
        "Ansvarleg",
        "Visit",
        "Ein",
    ]


@pytest.mark.parametrize(
    ("key", "level", "inside"),
    [
        ("1", "Satsing 1", "Laga ei felles oversikt over ledige kontor"),
        ("1.2", "Tema 1.2", "Støtta marknadsføring av fjorden i vintersesongen."),
        ("1.2.s1", "Strategi", "Støtta marknadsføring av fjorden i vintersesongen."),
        ("3.d1", "Delmål", "Arbeida for desse sambanda"),
        ("1.2.m2.c2", "Deltiltak", "Tid, budsjett og ansvar står på tiltaket"),
    ],
)
def test_every_kind_of_element_has_a_page(
    client: Client, version: PlanVersion, key: str, level: str, inside: str
) -> None:
    html = get(client, address(version, key))
    assert lines_of(html)[0] == level
    assert inside in " ".join(lines_of(html))


def test_through_the_versions_and_what_it_became(
    client: Client, council: RegionalCouncil, version: PlanVersion
) -> None:
    adopt_version(
        by=editor_of(council),
        version=version,
        decided=date(2018, 5, 4),
        body="Rådet",
        case_number="12/18",
        now=NOW,
    )
    codes = dict(version.elements.values_list("key", "initiative__code"))
    later = PlanVersion.objects.create(
        plan=version.plan,
        number=2,
        title="x",
        created_at=NOW,
        published_at=NOW,
        visibility="public",
    )
    store(later, sample_plan(), documents=[], now=NOW, identities=codes)
    Element.objects.filter(version=later, key="1.1.m2").update(text="Heilt ny tekst.")
    Succession.objects.create(
        predecessor=initiative(version, "2.1.m2"),
        successor=initiative(version, "1.1.m2"),
        version=later,
        kind="merged",
        reason="Det var same sak.",
    )
    html = get(client, f"/p/{codes['1.1.m2']}/")
    assert lines_of(html)[1].startswith("Halda kontakt")  # the adopted one, not the newer proposal
    assert part_of(html, "ara") == [
        "Gjennom åra",
        "Slått saman av Laga felles materiell til messene. Det var same sak.",
        "Handlingsplan 2026 utkast, med ein annan tekst",
    ]
    assert "Slått saman til Heilt ny tekst. Det var same sak." in " ".join(
        part_of(get(client, f"/p/{codes['2.1.m2']}/"), "ara")
    )


def test_a_draft_and_what_only_drafts_hold_are_not_for_the_public(
    client: Client, admin_client: Client, council: RegionalCouncil, version: PlanVersion
) -> None:
    draft = PlanVersion.objects.create(plan=version.plan, number=2, title="x", created_at=NOW)
    codes = dict(version.elements.values_list("key", "initiative__code"))
    plan = sample_plan()
    extra = replace(plan.paragraphs[0], id="ny", text="Løynd avsnitt") if plan.paragraphs else None
    new = plan if extra is None else replace(plan, paragraphs=(*plan.paragraphs, extra))
    store(draft, new, documents=[], now=NOW, identities=codes)
    Element.objects.filter(version=draft, key="1.1.m2").update(text="Løynd tekst")
    Succession.objects.create(
        predecessor=initiative(version, "1.1.m2"),
        successor=None,
        version=draft,
        kind="stopped",
        reason="Løynd grunn",
    )
    for key in ("1.1.m2", "1.1"):
        html = get(client, f"/p/{codes[key]}/")
        assert "Løynd" not in html
        assert "@2" not in html
    assert "@2" in get(admin_client, f"/p/{codes['1.1.m2']}/")
    hidden = Initiative.objects.create(
        council=council, code="zzzzzzzz", kind="measure", created_at=NOW
    )
    Element.objects.filter(version=draft, key="3.m1.c3").update(initiative=hidden)
    assert client.get("/p/zzzzzzzz/").status_code == 404
    assert admin_client.get("/p/zzzzzzzz/").status_code == 200


def test_another_councils_address_is_not_found(client: Client, version: PlanVersion) -> None:
    make_council("Nabolaget", host="localhost")
    path = address(version, "1.1.m2")
    assert client.get(path).status_code == 200
    assert client.get(path, headers={"host": "localhost"}).status_code == 404


@pytest.mark.parametrize("measures", [1, 30])
def test_a_measure_costs_the_same_statements_however_large_the_plan(
    client: Client,
    council: RegionalCouncil,
    django_assert_num_queries: Callable[..., Any],
    measures: int,
) -> None:
    version = import_plan(council, large_plan(measures))
    path = address(version, "m0")
    # the eleventh asks whether it has to do with a travel time
    with django_assert_num_queries(11):
        get(client, path)


def test_who_when_and_how_much_come_before_goals_and_source(
    client: Client, version: PlanVersion
) -> None:
    html = get(client, address(version, "1.2.m2"))
    order = [html.index(f">{word}<") for word in ("Ansvarleg", "Delar", "Står under", "Kjelde")]
    assert order == sorted(order)
