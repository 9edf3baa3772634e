"""The log: everything once, in order, for the secretary only."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.councils import NOW, editor_of, make_council
from tiltak.domain.audit.models import Event
from tiltak.domain.audit.operations import record
from tiltak.domain.audit.queries import events
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.viewer import Viewer, anonymous


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    return make_council()


def test_an_event_says_who_did_what_when(council: RegionalCouncil) -> None:
    event = record(
        by=editor_of(council),
        verb="edit_council",
        subject=council,
        now=NOW,
        summary="name",
        before={"name": "A"},
        after={"name": "B"},
    )
    assert Event.objects.values().get() == {
        "id": event.pk,
        "at": NOW,
        "council_id": council.pk,
        "user_id": None,
        "actor": "Sekretæren",
        "verb": "edit_council",
        "subject_type": "organisations.regionalcouncil",
        "subject_id": council.pk,
        "summary": "name",
        "before": {"name": "A"},
        "after": {"name": "B"},
        "undoes_id": None,
    }


def test_what_nobody_did_the_system_did(council: RegionalCouncil) -> None:
    event = record(by=Viewer(council.pk), verb="tidy", subject=council, now=NOW)
    assert event.actor == "system"


def test_newest_first_for_the_own_secretary_only(council: RegionalCouncil) -> None:
    other = make_council("Naborådet", host="nabo")
    for days, owner in enumerate((council, council, other)):
        record(
            by=editor_of(owner),
            verb=f"v{days}",
            subject=owner,
            now=NOW + timedelta(days=days),
        )
    assert [event.verb for event in events(editor_of(council))] == ["v1", "v0"]
    assert [event.verb for event in events(editor_of(other))] == ["v2"]
    assert list(events(anonymous(council.pk))) == []


def test_an_event_is_undone_once(council: RegionalCouncil) -> None:
    by = editor_of(council)
    done = record(by=by, verb="correct", subject=council, now=NOW)
    record(by=by, verb="correct", subject=council, now=NOW, undoes=done)
    with pytest.raises(IntegrityError), transaction.atomic():
        record(by=by, verb="correct", subject=council, now=NOW, undoes=done)
