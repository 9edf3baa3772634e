"""A plan at a glance, and the front page that shows one."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import empty_plan, sample_plan
from tests.web.page_text import facts_of, get, lines_of, part_of
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative, Plan, PlanVersion
from tiltak.domain.plans.operations import adopt_version
from tiltak.web.plan.levels import levels as levels_of
from tiltak.wording import language_of, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november_evening")]

ADDRESS = "/plan/handlingsplan-2026/"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def version(council: RegionalCouncil) -> PlanVersion:
    return import_plan(council, sample_plan())


def say(version: PlanVersion, key: str, *, days_ago: int = 0, **what: str | bool) -> None:
    give_status(
        by=editor_of(version.plan.council),
        initiative=Initiative.objects.get(elements__version=version, elements__key=key),
        now=timezone.localtime() - timedelta(days=days_ago),
        **{"lifecycle": "in_progress", "said_by": "Visit Fjorden", **what},
    )


@pytest.mark.parametrize("address", ["/", ADDRESS])
def test_before_anybody_has_said_anything(
    client: Client, version: PlanVersion, address: str
) -> None:
    html = get(client, address)
    assert facts_of(html) == [
        "Tiltak",
        "10",
        (
            "I 3 område. Talde i teksten, der kvart tiltak står éin gong. "
            "9 delar av tiltak er ikkje tekne med."
        ),
        "Budsjett",
        "1 615 000 kr",
        "6 av 8 rader har eige beløp. Resten er ikkje oppgitt. Det tyder ikkje 0 kr.",
        "Lagd ut",
        "for 8 år sidan",
        "Ingen status er meld enno.",
    ]
    assert part_of(html, "merksemd") == []
    assert 'role="img"' not in html
    assert "Ingen status er meld enno. Her kjem det siste" in " ".join(part_of(html, "hendingar"))


def test_how_it_goes_who_says_so_and_how_fresh_it_is(client: Client, version: PlanVersion) -> None:
    say(version, "1.1.m1", light="on_track", said_by="Rådet", days_ago=43)
    say(version, "1.2.m2", light="at_risk", sentence="Det manglar pengar.", days_ago=6)
    say(version, "2.2.m1.c1", light="off_track", sentence="Ingen har svart.", days_ago=7)
    html = get(client, ADDRESS)
    assert facts_of(html)[6:] == [
        "I rute",
        "1 av 10",
        "1 med fare for avvik, 8 utan status. Vurdert av Visit Fjorden, Rådet.",
        "Sist oppdatert",
        "for 6 dagar sidan",
        "Den eldste statusen vart meld for 43 dagar sidan.",
    ]
    assert part_of(html, "merksemd") == [
        "Dette treng merksemd",
        "Ikkje i rute",
        "Finna ut kor mange bustader kvar kommune manglar",
        "Ingen har svart.",
        "Visit Fjorden, for 7 dagar sidan",
        "Fare for avvik",
        "Prøva ei heilårsrute med båt mellom Nordvik og Sørvåg",
        "Det manglar pengar.",
        "Visit Fjorden, for 6 dagar sidan",
    ]
    assert 'aria-label="1 i rute, 1 med fare for avvik, 2 utan status"' in html


def test_whether_some_or_all_that_was_said_are_examples(
    client: Client, version: PlanVersion
) -> None:
    def tag() -> str:
        return next(line for line in facts_of(get(client, ADDRESS)) if "Vurdert av" in line)

    say(version, "1.1.m1", light="on_track", is_example=True)
    assert tag().endswith("Vurdert av Visit Fjorden. alle er døme")
    say(version, "1.2.m2", light="on_track")
    assert tag().endswith("Vurdert av Visit Fjorden. nokre er døme")


@pytest.mark.parametrize(
    ("language", "several"),
    [
        ("nn", ["Satsingsområde", "Delmål", "Strategiar", "Tiltak", "Tema"]),
        ("nb", ["Satsingsområder", "Delmål", "Strategier", "Tiltak", "Temaer"]),
        ("en", ["Focus areas", "Sub-goals", "Strategies", "Measures", "Themes"]),
    ],
)
def test_several_are_named_in_the_plural(
    client: Client, version: PlanVersion, language: str, several: list[str]
) -> None:
    html = get(client, ADDRESS if language == "nn" else f"/{language}{ADDRESS}")
    assert facts_of(html)[:2] == [several[3], "10"]
    assert part_of(html, "omrade")[0] == several[0]
    names = levels_of(version.plan.council, None, words(language_of(language)))
    kinds = ("area", "sub_goal", "strategy", "measure", "theme")
    assert [names.of(kind, 2) for kind in kinds] == several


def test_a_word_of_the_council_is_not_inflected(version: PlanVersion) -> None:
    council = version.plan.council
    council.labels = {"focus_area": {"en": "Thrust"}, "strategy": {"en": "strategy"}}
    names = levels_of(council, None, words("en"))
    assert [names.of("area", count) for count in (1, 2)] == ["Thrust", "Thrust"]
    assert [names.of("strategy", count) for count in (1, 2)] == ["strategy", "Strategies"]


def test_the_areas_say_what_they_hold(client: Client, version: PlanVersion) -> None:
    assert part_of(get(client, ADDRESS), "omrade") == [
        "Satsingsområde",
        "1 Arbeid og næring",
        "Regionen skal ha 150 nye arbeidsplassar innan fire år. (og 1 mål til)",
        "4 tiltak med 4 delar 1 450 000 kr",
        "2 Gode bygder å bu i",
        "Folketalet skal veksa i alle dei fire kommunane.",
        "5 tiltak med 2 delar 165 000 kr",
        "3 Samferdsle",
        "Ingen skal ha lenger enn 45 minutt til regionsenteret.",
        "1 tiltak med 3 delar beløp ikkje oppgitt",
    ]


def test_is_it_decided(client: Client, version: PlanVersion) -> None:
    assert "Ikkje vedteken enno" in lines_of(get(client, ADDRESS))
    adopt_version(
        by=editor_of(version.plan.council),
        version=version,
        decided=date(2018, 5, 4),
        body="Ytre Fjord regionråd",
        case_number="12/18",
        now=NOW,
    )
    lines = lines_of(get(client, ADDRESS))
    assert "Ikkje vedteken enno" not in lines
    at = lines.index("Vedteken 4. mai 2018")
    assert lines[at + 1] == "Ytre Fjord regionråd, sak 12/18"


def test_the_secretary_is_told_of_drafts_and_the_public_is_not(
    admin_client: Client, client: Client, version: PlanVersion
) -> None:
    PlanVersion.objects.create(plan=version.plan, number=2, title="Løynd tittel", created_at=NOW)
    assert "Løynd tittel" not in get(client, ADDRESS)
    html = get(admin_client, ADDRESS)
    assert any("Du har eit utkast som ålmenta ikkje ser:" in line for line in lines_of(html))
    assert "Berre du som er logga inn, ser denne versjonen." in " ".join(
        lines_of(get(admin_client, "/plan/handlingsplan-2026@2/"))
    )


def test_plans_below_and_beside_are_found(
    client: Client, council: RegionalCouncil, version: PlanVersion
) -> None:
    def plan(slug: str, *, parent: Plan | None = None, visibility: str = "public") -> None:
        made = Plan.objects.create(
            council=council, slug=slug, title=slug, parent=parent, created_at=NOW, kind="sub_plan"
        )
        PlanVersion.objects.create(
            plan=made,
            number=1,
            title=slug.title(),
            created_at=NOW,
            published_at=NOW,
            visibility=visibility,
        )

    plan("under", parent=version.plan)
    plan("andre")
    plan("loynd", parent=version.plan, visibility="internal")
    html = get(client, ADDRESS)
    assert part_of(html, "under") == ["Planar under denne", "Under Delplan · utkast"]
    assert part_of(html, "andre") == ["Andre planar", "Andre Delplan · utkast"]
    assert f'<a href="{ADDRESS}">Handlingsplan 2026</a>' in get(client, "/plan/under/")


def test_an_empty_plan_and_no_plan_are_calm(client: Client, council: RegionalCouncil) -> None:
    html = get(client, "/")
    assert lines_of(html) == [
        "Fjordrådet",
        "Ingen plan er lagd ut enno.",
        (
            "Her kjem planen: kva rådet skal få til, kven som gjer det, kva det kostar, "
            "og korleis det går."
        ),
    ]
    import_plan(council, empty_plan())
    lines = lines_of(get(client, "/"))
    assert "Det står ikkje noko i denne planen enno." in lines
    assert "Tabell" not in lines


def test_a_document_that_says_it_is_adopted_is_not_told_to_be_undecided(
    client: Client, version: PlanVersion
) -> None:
    version.facts = {**version.facts, "status": "vedteke"}
    version.save(update_fields=["facts"])
    lines = lines_of(get(client, ADDRESS))
    assert "Ikkje vedteken enno" not in lines
    assert "Planen seier han er vedteken. Vedtaket er ikkje ført inn her enno" in lines
