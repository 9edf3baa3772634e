"""What was said last, and who may read it."""

from datetime import timedelta

import pytest

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.followup.operations import give_status
from tiltak.domain.followup.queries.statuses import (
    current_statuses,
    followed_plan,
    standing_of,
    status_history,
)
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Initiative, PlanVersion
from tiltak.domain.viewer import anonymous

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def version(council: RegionalCouncil) -> PlanVersion:
    return import_plan(council, sample_plan())


def initiative(version: PlanVersion, key: str) -> Initiative:
    return Initiative.objects.get(elements__version=version, elements__key=key)


def say(version: PlanVersion, key: str, sentence: str, *, day: int, **what: str) -> None:
    """Give a status, `day` days after NOW."""
    give_status(
        by=editor_of(version.plan.council),
        initiative=initiative(version, key),
        said_by="Visit Fjorden",
        sentence=sentence,
        now=NOW + timedelta(days=day),
        **{"lifecycle": "in_progress", **what},
    )


def test_the_last_word_stands_and_the_earlier_stay(
    council: RegionalCouncil, version: PlanVersion
) -> None:
    say(version, "1.1.m1", "Først", day=1)
    say(version, "3.m1", "Anna tiltak", day=2)
    say(version, "1.1.m1", "Sist", day=3, light="at_risk")
    viewer = anonymous(council.pk)
    one = initiative(version, "1.1.m1").pk
    current = current_statuses(viewer, version.pk)
    assert {s.sentence for s in current.values()} == {"Sist", "Anna tiltak"}
    assert current[one].standing == "at_risk"
    assert [s.sentence for s in status_history(viewer, one)] == ["Sist", "Først"]


def test_what_is_internal_is_read_by_the_secretary_alone(
    council: RegionalCouncil, version: PlanVersion
) -> None:
    say(version, "1.1.m1", "Offentleg", day=1)
    say(version, "1.1.m1", "Internt", day=2, visibility="internal")
    say(version, "3.m1", "Berre internt", day=3, visibility="internal")
    one = initiative(version, "1.1.m1").pk

    def sentences(viewer: object) -> list[str]:
        return sorted(s.sentence for s in current_statuses(viewer, version.pk).values())  # type: ignore[arg-type]

    assert sentences(anonymous(council.pk)) == ["Offentleg"]
    assert sentences(editor_of(council)) == ["Berre internt", "Internt"]
    assert [s.sentence for s in status_history(anonymous(council.pk), one)] == ["Offentleg"]


def test_another_council_reads_nothing(version: PlanVersion) -> None:
    say(version, "1.1.m1", "Vårt", day=1)
    other = editor_of(make_council("Nabolaget", host="nabo.test"))
    assert current_statuses(other, version.pk) == {}
    assert status_history(other, initiative(version, "1.1.m1").pk) == []


@pytest.mark.parametrize(
    ("lifecycle", "light", "standing"),
    [
        ("in_progress", "on_track", "on_track"),
        ("in_progress", "", "in_progress"),
        ("not_started", "off_track", "off_track"),
        ("on_hold", "", "on_hold"),
        ("completed", "at_risk", "completed"),
        ("cancelled", "on_track", "cancelled"),
    ],
)
def test_one_word_for_how_it_goes(
    council: RegionalCouncil, version: PlanVersion, lifecycle: str, light: str, standing: str
) -> None:
    say(version, "3.m1", "", day=1, lifecycle=lifecycle, light=light)
    followed = followed_plan(anonymous(council.pk), version.plan.slug)
    assert followed.standings(followed.tree.areas[2].measures) == {standing: 1}
    assert standing_of(None) == "unknown"
