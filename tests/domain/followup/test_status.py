"""Saying how it goes: nothing that was said is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.factories.councils import NOW, editor_of, import_plan, make_council
from tests.factories.planfiles import sample_plan
from tiltak.domain.audit.models import Event
from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.followup.operations import CannotGiveStatus, give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Element, Initiative
from tiltak.domain.viewer import Viewer, anonymous


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    found = make_council()
    import_plan(found, sample_plan())
    return found


@pytest.fixture
def by(council: RegionalCouncil) -> Viewer:
    return editor_of(council)


def initiative(kind: str = "measure") -> Initiative:
    found = Element.objects.filter(kind=kind).first()
    assert found is not None
    return found.initiative


@pytest.mark.parametrize("kind", ["measure", "strategy", "sub_goal", "area"])
def test_everything_with_an_identity_has_a_status(by: Viewer, kind: str) -> None:
    subject = initiative(kind)
    given = give_status(
        by=by,
        initiative=subject,
        lifecycle="in_progress",
        light="at_risk",
        sentence=" Ventar på svar. ",
        said_by=" Kari ",
        now=NOW,
    )
    found = StatusUpdate.objects.get()
    assert found == given
    assert (found.initiative, found.lifecycle, found.light, found.sentence, found.said_by) == (
        subject,
        "in_progress",
        "at_risk",
        "Ventar på svar.",
        "Kari",
    )
    event = Event.objects.first()
    assert event is not None
    assert (event.verb, event.summary) == ("give_status", f"{subject.code} in_progress at_risk")


def test_the_earlier_ones_stay(by: Viewer) -> None:
    subject = initiative()
    later = NOW + timedelta(days=7)
    give_status(by=by, initiative=subject, lifecycle="not_started", said_by="Kari", now=NOW)
    give_status(by=by, initiative=subject, lifecycle="completed", said_by="Ola", now=later)
    said = StatusUpdate.objects.order_by("id")
    assert list(said.values_list("lifecycle", "said_by", "said_at", "superseded_at")) == [
        ("not_started", "Kari", NOW, later),
        ("completed", "Ola", later, None),
    ]


def test_a_status_empties_the_cache_of_its_council(by: Viewer, council: RegionalCouncil) -> None:
    other = make_council("Naborådet", host="nabo")
    council.refresh_from_db()
    before = council.generation, other.generation
    give_status(by=by, initiative=initiative(), lifecycle="on_hold", said_by="K", now=NOW)
    council.refresh_from_db()
    other.refresh_from_db()
    assert council.generation > before[0]
    assert other.generation == before[1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"lifecycle": "lost"},
        {"light": "green"},
        {"said_by": "  "},
        {"sentence": "x" * 1001},
        {"sentence": "a\0b"},
        {"said_by": "a\0b"},
        {"visibility": "secret"},
    ],
    ids=str,
)
def test_a_status_that_cannot_be(by: Viewer, wrong: dict[str, Any]) -> None:
    said = {"lifecycle": "in_progress", "said_by": "Kari", **wrong}
    with pytest.raises(CannotGiveStatus):
        give_status(by=by, initiative=initiative(), now=NOW, **said)
    assert not StatusUpdate.objects.exists()
    assert not Event.objects.filter(verb="give_status").exists()


def test_only_the_own_secretary(by: Viewer) -> None:
    subject = initiative()
    for stranger in (anonymous(by.council_id), editor_of(make_council("Nabo", host="nabo"))):
        with pytest.raises(CannotGiveStatus):
            give_status(
                by=stranger, initiative=subject, lifecycle="completed", said_by="X", now=NOW
            )
    assert not StatusUpdate.objects.exists()


def test_what_was_said_is_not_changed_by_raw_sql(by: Viewer) -> None:
    subject = initiative()
    for _ in range(2):
        give_status(by=by, initiative=subject, lifecycle="on_hold", said_by="Kari", now=NOW)
    changes = [
        "sentence = 'X'",
        "lifecycle = 'completed'",
        "light = 'on_track'",
        "said_by = 'Ola'",
        "said_at = '2020-01-01'",
    ]
    for change in changes:
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            connection.cursor().execute(f"UPDATE followup_statusupdate SET {change}")
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        connection.cursor().execute(
            "UPDATE followup_statusupdate SET superseded_at = NULL WHERE superseded_at IS NOT NULL"
        )


BREAKINGS: dict[str, dict[str, Any]] = {
    "one_current_status": {},
    "status_lifecycle": {"lifecycle": "lost", "superseded_at": NOW},
    "status_light": {"light": "green", "superseded_at": NOW},
    "status_visibility": {"visibility": "secret", "superseded_at": NOW},
}


@pytest.mark.parametrize("name", BREAKINGS)
def test_the_database_refuses(by: Viewer, name: str) -> None:
    given = give_status(
        by=by, initiative=initiative(), lifecycle="on_hold", said_by="Kari", now=NOW
    )
    given.pk = None
    for field, value in BREAKINGS[name].items():
        setattr(given, field, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        given.save(force_insert=True)


def test_every_constraint_is_tried() -> None:
    models = apps.get_app_config("followup").get_models()
    named = {c.name for model in models for c in model._meta.constraints}
    assert named == set(BREAKINGS)
