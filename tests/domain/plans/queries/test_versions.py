"""Which version somebody sees, and that nobody else's is seen."""

from datetime import date

import pytest

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Plan, PlanVersion
from tiltak.domain.plans.operations import adopt_version, publish_version
from tiltak.domain.plans.projection import store
from tiltak.domain.plans.queries.versions import (
    NotFound,
    main_plan,
    plan_by_slug,
    plans,
    version_by_ref,
)
from tiltak.domain.viewer import Viewer, anonymous

pytestmark = pytest.mark.django_db

SLUG = "handlingsplan-2026"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def next_version(before: PlanVersion, *, public: bool = False) -> PlanVersion:
    """A further version of the same plan, with the same text."""
    version = PlanVersion.objects.create(
        plan=before.plan, number=before.number + 1, title="x", created_at=NOW
    )
    store(version, sample_plan(), documents=[], now=NOW)
    if public:
        publish_version(by=editor_of(before.plan.council), version=version, now=NOW)
    return version


def adopt(version: PlanVersion) -> None:
    adopt_version(
        by=editor_of(version.plan.council),
        version=version,
        decided=date(2018, 5, 4),
        body="Rådet",
        case_number="12/18",
        now=NOW,
    )


def numbers(viewer: Viewer) -> list[tuple[int, list[int]]]:
    """What a viewer sees: the number shown, and all numbers."""
    return [(p.shown.number, [v.number for v in p.versions]) for p in plans(viewer)]


def test_a_draft_is_seen_by_the_secretary_alone(council: RegionalCouncil) -> None:
    import_plan(council, sample_plan(), publish=False)
    public = anonymous(council.pk)
    assert plans(public) == []
    for ref in (SLUG, f"{SLUG}@1"):
        with pytest.raises(NotFound):
            version_by_ref(public, ref)
    assert numbers(editor_of(council)) == [(1, [1])]
    assert version_by_ref(editor_of(council), SLUG).number == 1


def test_the_newest_public_version_stands_at_the_plans_own_address(
    council: RegionalCouncil,
) -> None:
    first = import_plan(council, sample_plan())
    second = next_version(first, public=True)
    next_version(second)
    assert numbers(anonymous(council.pk)) == [(2, [2, 1])]
    assert numbers(editor_of(council)) == [(2, [3, 2, 1])]
    plan = plan_by_slug(editor_of(council), SLUG)
    assert [plan.ref_to(version) for version in plan.versions] == [f"{SLUG}@3", SLUG, f"{SLUG}@1"]


def test_an_adopted_version_stays_in_force_beside_a_newer_proposal(
    council: RegionalCouncil,
) -> None:
    first = import_plan(council, sample_plan())
    adopt(first)
    next_version(first, public=True)
    assert numbers(anonymous(council.pk)) == [(1, [2, 1])]


@pytest.mark.parametrize("ref", ["finst-ikkje", f"{SLUG}@9", f"{SLUG}@", f"{SLUG}@x", ""])
def test_what_is_not_there_is_not_found(council: RegionalCouncil, ref: str) -> None:
    import_plan(council, sample_plan())
    with pytest.raises(NotFound):
        version_by_ref(editor_of(council), ref)


def test_another_council_sees_nothing_of_it(council: RegionalCouncil) -> None:
    import_plan(council, sample_plan())
    other = make_council("Nabolaget", host="nabo.test")
    for viewer in (anonymous(other.pk), editor_of(other)):
        assert plans(viewer) == []
        with pytest.raises(NotFound):
            version_by_ref(viewer, SLUG)


def test_the_front_page_is_about_the_newest_adopted_action_plan(council: RegionalCouncil) -> None:
    programme = import_plan(council, sample_plan())
    adopt(programme)
    Plan.objects.filter(pk=programme.plan_id).update(kind=Plan.Kind.PROGRAMME)
    assert main_plan(plans(anonymous(council.pk))) is not None
    proposal = PlanVersion.objects.create(
        plan=Plan.objects.create(council=council, slug="ny", title="Ny", created_at=NOW),
        number=1,
        title="Ny",
        created_at=NOW,
        visibility="public",
        published_at=NOW,
    )
    chosen = main_plan(plans(anonymous(council.pk)))
    assert chosen is not None
    assert chosen.shown.id == proposal.pk


def test_no_plans_no_main_plan() -> None:
    assert main_plan([]) is None
