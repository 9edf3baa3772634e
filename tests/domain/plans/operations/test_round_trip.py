"""Any plan can be stored and read back: `planfile_of(store(p)) == normal(p)`."""

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from tests.factories.councils import NOW, make_council
from tests.factories.plan_strategies import plans
from tests.factories.planfiles import empty_plan, plan_by_year, sample_plan
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans import errors
from tiltak.domain.plans.models import Element, Plan, PlanVersion
from tiltak.domain.plans.projection import empty, normal, planfile_of, require_storable, store
from tiltak.domain.sources.operations import keep_document
from tiltak.domain.viewer import Viewer
from tiltak.planfile.model import Item, Measure, Section
from tiltak.planfile.model import Plan as PlanFile


def without_identity(value: object) -> object:
    """The plan without the codes the database gives."""
    if isinstance(value, tuple):
        return tuple(without_identity(one) for one in value)
    if isinstance(value, PlanFile | Section | Item | Measure):
        bare = {name: without_identity(one) for name, one in asdict(value).items()}
        bare.pop("initiative", None)
        return replace(
            value, **bare, **({"initiative": None} if hasattr(value, "initiative") else {})
        )
    return value


def new_version(council: RegionalCouncil) -> PlanVersion:
    number = Plan.objects.count()
    plan = Plan.objects.create(council=council, slug=f"p{number}", title="P", created_at=NOW)
    return PlanVersion.objects.create(plan=plan, number=1, title="P", created_at=NOW)


def stored(version: PlanVersion, plan: PlanFile) -> PlanFile:
    by = Viewer(version.plan.council_id, may_edit=True)
    documents = [keep_document(by=by, source=s, data=None, now=NOW) for s in plan.sources]
    store(version, plan, documents=documents, now=NOW)
    return planfile_of(PlanVersion.objects.select_related("plan").get(pk=version.pk))


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plan=plans)
def test_any_plan(council: RegionalCouncil, plan: PlanFile) -> None:
    try:
        require_storable(plan)
    except errors.UnstorableText:
        assume(False)
    expected = normal(plan)
    assert normal(expected) == expected
    # a document is known by its content: one that came before under another name keeps that
    council = make_council(host=f"h{RegionalCouncil.objects.count()}")
    assert without_identity(stored(new_version(council), expected)) == without_identity(expected)


@pytest.mark.parametrize("plan", [sample_plan(), plan_by_year(), empty_plan()], ids=range(3))
def test_plans_as_they_are(council: RegionalCouncil, plan: PlanFile) -> None:
    version = new_version(council)
    first = stored(version, normal(plan))
    assert without_identity(first) == without_identity(normal(plan))
    empty(version)
    # stored with its identities, it is the same plan with the same identities
    assert stored(version, first) == first


def test_emptied_is_empty(council: RegionalCouncil) -> None:
    version = new_version(council)
    stored(version, normal(sample_plan()))
    empty(version)
    assert planfile_of(version) == PlanFile(
        document=planfile_of(version).document, labels=version.labels
    )
    assert not Element.objects.exists()


@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_storable_says_no_only_to_what_no_database_keeps(value: object) -> None:
    def texts(one: object) -> list[str]:
        return [one] if isinstance(one, str) else [t for part in one for t in texts(part)]  # type: ignore[attr-defined]

    impossible = any("\0" in text for text in texts(value))
    try:
        require_storable(value)
    except errors.UnstorableText:
        assert impossible
    else:
        assert not impossible


def test_normal_form_is_plain_data() -> None:
    plan = normal(sample_plan())
    assert msgspec.convert(msgspec.to_builtins(plan), PlanFile) == plan
