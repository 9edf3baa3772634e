"""What a party is in: roles, money, and who may know."""

import pytest
from msgspec.structs import replace
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import during, empty_plan, kroner, sample_plan, who
from tiltak.domain.organisations.models import Organisation, Party, RegionalCouncil
from tiltak.domain.organisations.operations import link_party, merge_parties
from tiltak.domain.plans.operations import withdraw_version
from tiltak.domain.plans.queries.parties import PartyWork, parties_in_force, party_work
from tiltak.domain.plans.queries.versions import NotFound
from tiltak.domain.viewer import anonymous
from tiltak.planfile.model import Area, Link, Measure, Plan, Row, Table
from tiltak.planfile.sums import add_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def money_plan() -> Plan:
    """One row a party pays for, a measure it owns by the text, a row of no measure."""
    measures = (
        Measure(id="m1", text="Byggja bru", rows=("T.1",), source="both"),
        Measure(id="m2", text="Måla brua", roles={"owner": "Fylket"}, source="body"),
    )
    rows = (
        Row(
            id="T.1",
            focus_area="Vegar",
            number="1",
            text="Byggja bru",
            time=during(2026),
            budget=replace(kroner(500_000), funder="Fylket"),
            more_budgets=(replace(kroner(200_000), funder="Kommunane"),),
            responsible=who("Kommunane"),
        ),
        Row(id="T.2", focus_area="Vegar", number="2", text="Brøyta", responsible=who("Fylket")),
    )
    return replace(
        empty_plan(),
        focus_areas=(Area(id="1", number="1", title="Vegar", measures=measures),),
        tables=(Table(id="T", rows=rows),),
        links=(Link(row="T.1", measure="m1", kind="same"),),
    )


def told(work: PartyWork) -> list[tuple[str, list[tuple[tuple[str, ...], str]]]]:
    return [
        (
            plan.plan.shown.title,
            [
                (one.roles, one.node.text if one.node else one.rows[0].text)
                for one in plan.involvements
            ],
        )
        for plan in work.plans
    ]


def test_everything_a_party_is_in(council: RegionalCouncil) -> None:
    import_plan(council, money_plan())
    work = party_work(anonymous(council.pk), "fylket")
    assert told(work) == [
        (
            "Handlingsplan 2027",
            [
                (("responsible",), "Brøyta"),
                (("funder",), "Byggja bru"),
                (("owner",), "Måla brua"),
            ],
        )
    ]
    (plan,) = work.plans
    assert add_up(plan.lines).total == 700_000
    assert add_up(plan.paid).total == 500_000


def test_a_row_about_several_measures_counts_its_money_once(council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    work = party_work(anonymous(council.pk), "ytre-fjord-regionrad")
    (plan,) = work.plans
    assert [one.node.key for one in plan.involvements if one.node] == [
        "1.1.m1",
        "1.2.m1",
        "1.2.m2",
        "2.1.m1",
        "2.1.m2",
        "2.1.m3",
        "2.2.m1",
        "2.2.m2",
        "3.m1",
    ]
    # 60 000 + 2 × 125 000 + 1 140 000 + 75 000 (two measures) + 90 000 (two rows)
    assert add_up(plan.lines).total == 1_615_000


def test_several_plans_at_once(council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    import_plan(council, replace(money_plan(), focus_areas=(), links=()))
    both = replace(sample_plan(), document=replace(sample_plan().document, title="Ein til"))
    import_plan(council, both)
    work = party_work(anonymous(council.pk), "nordvik-kommune")
    text = "Støtta marknadsføring av fjorden i vintersesongen."
    assert told(work) == [
        ("Ein til", [(("responsible",), text)]),
        ("Handlingsplan 2026", [(("responsible",), text)]),
    ]


def test_other_names_and_organisations(council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    editor = editor_of(council)
    party = Party.objects.get(council=council, label="prosjektleiar")
    into = Party.objects.get(council=council, label="partnarane")
    merge_parties(by=editor, party=party, into=into, now=NOW)
    real = Organisation.objects.create(kind="company", name="Partnarskapet AS")
    link_party(by=editor, party=into, organisation=real, now=NOW)
    for slug in ("partnarane", "prosjektleiar"):
        work = party_work(anonymous(council.pk), slug)
        assert (work.party.label, work.party.aliases) == ("partnarane", ("prosjektleiar",))
        assert [link.name for link in work.party.links] == ["Partnarskapet AS"]
        assert not work.party.is_nameless
        assert len(work.plans[0].involvements) == 2


def test_the_list(council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    assert [
        (one.party.label, one.party.aliases, one.measures, one.roles, one.party.is_nameless)
        for one in parties_in_force(anonymous(council.pk))
    ] == [
        ("fylkeskommunen", (), 1, {"responsible": 1}, True),
        ("Nordvik kommune", (), 1, {"responsible": 1}, False),
        ("partnarane", (), 1, {"responsible": 1}, True),
        ("prosjektleiar", (), 1, {"responsible": 1}, True),
        ("Ytre Fjord regionråd", ("YFR",), 9, {"responsible": 9}, False),
    ]


def test_a_party_of_a_draft_is_nobodys_business(council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan(), publish=False)
    assert parties_in_force(anonymous(council.pk)) == []
    with pytest.raises(NotFound):
        party_work(anonymous(council.pk), "nordvik-kommune")
    assert len(parties_in_force(editor_of(council))) == 5
    assert party_work(editor_of(council), "nordvik-kommune").plans
    # published and taken back: the same as never
    version.refresh_from_db()
    withdraw_version(by=editor_of(council), version=version, now=NOW)
    assert parties_in_force(anonymous(council.pk)) == []


def test_a_name_only_a_draft_uses_is_not_told(council: RegionalCouncil) -> None:
    plan = sample_plan()
    import_plan(council, plan)
    draft = replace(
        plan,
        document=replace(
            plan.document,
            title="Utkast",
            abbreviations={"LØYND": "Ytre Fjord regionråd"},
        ),
    )
    import_plan(council, draft, publish=False)
    slug = "ytre-fjord-regionrad"
    assert party_work(anonymous(council.pk), slug).party.aliases == ("YFR",)
    assert party_work(editor_of(council), slug).party.aliases == ("LØYND", "YFR")
    assert "LØYND" not in str(parties_in_force(anonymous(council.pk)))


def test_two_councils_with_the_same_parties() -> None:
    ours, theirs = make_council(), make_council("Dalrådet", host="dal.example")
    import_plan(ours, sample_plan())
    import_plan(theirs, money_plan())
    import_plan(theirs, replace(sample_plan(), focus_areas=sample_plan().focus_areas[:1], links=()))
    mine = party_work(anonymous(ours.pk), "ytre-fjord-regionrad")
    assert {plan.plan.shown.title for plan in mine.plans} == {"Handlingsplan 2026"}
    assert len(mine.plans) == 1
    with pytest.raises(NotFound):
        party_work(anonymous(ours.pk), "fylket")


@pytest.mark.parametrize("measures", [4, 120])
def test_the_number_of_statements_is_the_same(
    council: RegionalCouncil, django_assert_num_queries: DjangoAssertNumQueries, measures: int
) -> None:
    import_plan(council, large_plan(measures))
    viewer = anonymous(council.pk)
    with django_assert_num_queries(5):
        found = parties_in_force(viewer)
    with django_assert_num_queries(7):
        assert party_work(viewer, found[0].party.slug).plans
