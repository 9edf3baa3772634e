"""The index is never old, whoever changes a text, and leaves nothing behind."""

import pytest
from django.db import connection

from tests.domain.search.searching import public, titles
from tests.factories.councils import NOW, editor_of, import_plan
from tests.factories.planfiles import sample_plan
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Element, Initiative, PlanVersion, TableRow
from tiltak.domain.plans.operations import (
    correct,
)
from tiltak.domain.search import operations
from tiltak.domain.search.models import IndexState, SearchEntry
from tiltak.domain.search.operations import refresh_index
from tiltak.domain.search.queries.elements import Found, find

pytestmark = pytest.mark.django_db


def test_a_correction_is_found_at_once(council: RegionalCouncil) -> None:
    secretary = editor_of(council)
    version = import_plan(council, sample_plan())
    assert find(secretary, "helikopter").total == 0
    element = Element.objects.get(version=version, key="3.m1.c2")
    correct(
        by=secretary,
        subject=element,
        field="text",
        value="Helikopteret",
        seen=element.text,
        now=NOW,
    )
    assert titles(find(secretary, "helikopter")) == ["Helikopteret"]
    assert find(secretary, "Storeheia").total == 0
    row = TableRow.objects.get(version=version, key="T.3.1")
    role = row.party_roles.get(role="responsible")
    role.label = "Luftfartsverket"
    role.save()
    assert titles(find(secretary, "luftfartsverk")) == ["Arbeida for desse sambanda:"]


def test_raw_sql_makes_the_index_old_too(council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    refresh_index([version.pk])
    initiative = Element.objects.get(version=version, key="1.1.m1").initiative
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE plans_element SET text = %s WHERE version_id = %s AND key = %s",
            ["Romferder", version.pk, "3.m1.c3"],
        )
        cursor.execute(
            "UPDATE plans_initiative SET short_title = %s WHERE id = %s",
            ["Månelanding", initiative.pk],
        )
        cursor.execute(
            "DELETE FROM plans_element WHERE version_id = %s AND key = %s",
            [version.pk, "3.m1.c1"],
        )
    assert titles(find(public(council), "romferd")) == ["Romferder"]
    assert titles(find(public(council), "månelandinga")) == ["Månelanding"]
    assert find(public(council), "ferja").total == 0


def test_a_change_while_the_index_is_made_leaves_it_old(
    council: RegionalCouncil, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = import_plan(council, sample_plan())
    made = operations.entries_of

    def change_after_reading(of: PlanVersion) -> list[SearchEntry]:
        entries = list(made(of))
        Element.objects.filter(version=of, key="3.m1.c2").update(text="Helikopter")
        return entries

    monkeypatch.setattr(operations, "entries_of", change_after_reading)
    refresh_index([version.pk])
    monkeypatch.undo()
    state = IndexState.objects.get(pk=version.pk)
    assert state.indexed == state.changes - 1
    assert titles(find(public(council), "helikopter")) == ["Helikopter"]


def test_an_index_made_with_other_words_is_made_anew(
    council: RegionalCouncil, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = import_plan(council, sample_plan())
    refresh_index([version.pk])
    SearchEntry.objects.update(stems="")
    assert find(public(council), "tunnel").total == 0
    monkeypatch.setattr(operations, "fingerprint", lambda: "another way")
    assert find(public(council), "tunnel").total == 1
    assert IndexState.objects.get(pk=version.pk).made_by == "another way"


def test_every_change_of_a_text_counts(council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())

    def is_old_after(change: str) -> bool:
        refresh_index([version.pk])
        with connection.cursor() as cursor:
            cursor.execute(change, [version.pk])
        state = IndexState.objects.get(pk=version.pk)
        return state.indexed != state.changes

    tables = ("plans_element", "plans_tablerow", "plans_rowlink", "plans_partyrole")
    assert [
        table
        for table in tables
        if not is_old_after(f"UPDATE {table} SET position = position WHERE version_id = %s")
    ] == []
    assert [
        table
        for table in reversed(tables[2:])
        if not is_old_after(f"DELETE FROM {table} WHERE version_id = %s")
    ] == []
    assert not is_old_after("UPDATE plans_planversion SET warnings = warnings WHERE id = %s")


def test_the_triggers_are_all_there_after_all_migrations(council: RegionalCouncil) -> None:
    """SQLite drops a table's triggers when a later migration makes the table anew."""
    listing = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(listing[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
    texts = ("plans_element", "plans_tablerow", "plans_rowlink", "plans_partyrole")
    wanted = {
        f"search_{table}_{what}" for table in texts for what in ("insert", "update", "delete")
    }
    assert (wanted | {"search_initiative_renamed", "search_version_born"}) - there == set()


def test_a_version_that_is_gone_leaves_nothing(council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    refresh_index([version.pk])
    assert SearchEntry.objects.exists()
    version.delete()
    assert not SearchEntry.objects.exists()
    assert not IndexState.objects.exists()
    assert find(public(council), "båt") == Found("båt", (), 0, 1, 1)


def test_initiatives_are_not_lost_with_the_index(council: RegionalCouncil) -> None:
    version = import_plan(council, sample_plan())
    before = Initiative.objects.count()
    refresh_index([version.pk])
    SearchEntry.objects.all().delete()
    assert Initiative.objects.count() == before
