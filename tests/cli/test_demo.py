"""The demo council: its plans read as they should, its facts are those of the public record."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from tiltak.cli.demo import __file__ as demo_package
from tiltak.cli.demo.load import load_demo
from tiltak.domain.followup.models import StatusUpdate
from tiltak.domain.organisations.models import OrganisationChange, Party, RegionalCouncil
from tiltak.domain.organisations.queries.councils import members
from tiltak.domain.plans.models import Element, Plan, PlanVersion
from tiltak.domain.viewer import anonymous
from tiltak.planfile import codec
from tiltak.planfile.sums import plan_budget
from tiltak.reading import read_document

DOCUMENTS = sorted(Path(demo_package).parent.glob("*.txt"))
# late in the evening in Norway, and summer time ended the week before
NOW = datetime(2026, 11, 1, 22, 45, tzinfo=UTC)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_each_document_is_read_into_the_plan_that_was_looked_at(
    document: Path, matches_golden: Callable[[str, str], None]
) -> None:
    plan = read_document(document.read_bytes(), document.name)
    assert plan.unplaced == ()
    matches_golden(codec.encode(plan).decode() + "\n", f"demo/{document.stem}.json")


def test_the_action_plan_has_the_public_figures() -> None:
    document = next(path for path in DOCUMENTS if path.stem == "handlingsplan-2018")
    plan = read_document(document.read_bytes(), document.name)
    assert plan_budget(plan) == {
        "by_focus_area": {
            "Næringsutvikling": 470_000,
            "Attraktiv buregion": 400_000,
            "Kompetanse": 1_140_000,
            "Samferdsle": 0,
        },
        "total": 2_010_000,
    }
    assert sum(len(table.rows) for table in plan.tables) == 15
    assert plan.document.status == "framlegg"
    assert plan.document.status_text == "Framlegg til Sogn regionråd, møtet 8. desember 2017"


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_no_sentence_is_that_of_the_real_plan(shared: Path) -> None:
    def sentences(text: str) -> set[tuple[str, ...]]:
        # figures are facts: only the words count
        parts = re.split(r"(?<=[.:])\s|\n", re.sub(r"\d", "", text))
        return {tuple(words) for part in parts if len(words := words_of(part)) >= 6}

    real = sentences((shared / "plans/seed/handlingsplan-2018.txt").read_text(encoding="utf-8"))
    ours = {one for path in DOCUMENTS for one in sentences(path.read_text(encoding="utf-8"))}
    assert len(real) > 60
    assert ours & real == set()


@pytest.fixture
def council(db: None) -> RegionalCouncil:
    assert load_demo(NOW) is True
    return RegionalCouncil.objects.get()


def test_a_second_time_nothing_happens(council: RegionalCouncil) -> None:
    statuses = list(StatusUpdate.objects.values_list("pk", flat=True))
    assert load_demo(NOW + timedelta(days=1)) is False
    assert list(StatusUpdate.objects.values_list("pk", flat=True)) == statuses


def test_four_plans_are_shown_in_their_places(council: RegionalCouncil) -> None:
    assert council.is_example
    plans = Plan.objects.order_by("slug").values_list(
        "slug", "kind", "parent__slug", "period_from", "period_to"
    )
    assert list(plans) == [
        ("handlingsplan-2018", "action_plan", None, 2018, 2018),
        ("samferdsleplan-2016-2018", "sub_plan", None, 2016, 2018),
        ("styrka-laering", "programme", None, 2013, 2021),
        ("styrka-laering-2018", "action_plan", "styrka-laering", 2018, 2018),
    ]
    versions = PlanVersion.objects.order_by("plan__slug").values_list(
        "state", "visibility", "decided_date"
    )
    assert list(versions) == [
        ("proposal", "public", None),
        ("adopted", "public", date(2016, 2, 12)),
        ("adopted", "public", date(2013, 3, 15)),
        ("adopted", "public", date(2017, 10, 27)),
    ]


def numbers_on(council: RegionalCouncil, day: date) -> list[str]:
    return sorted(
        number.value
        for member in members(anonymous(council.pk), day)
        for number in member.numbers.all()
        if number.valid_from <= day and (number.valid_to is None or number.valid_to > day)
    )


def test_the_members_and_their_numbers_follow_the_reform(council: RegionalCouncil) -> None:
    nine = ["1416", "1417", "1418", "1419", "1420", "1421", "1422", "1424", "1426"]
    assert numbers_on(council, date(2019, 12, 31)) == nine
    assert numbers_on(council, date(2020, 1, 1)) == [
        *("4638", "4639", "4640", "4641", "4642", "4643", "4644")
    ]


def test_nesse_went_to_hoyanger_and_the_rest_of_balestrand_to_sogndal(
    council: RegionalCouncil,
) -> None:
    changes = OrganisationChange.objects.filter(predecessor__name="Balestrand")
    assert sorted(changes.values_list("successor__name", "kind", "date", "note")) == [
        ("Høyanger", "part_moved", date(2020, 1, 1), "Nesse, om lag 116 innbyggjarar"),
        ("Sogndal", "merged", date(2020, 1, 1), "Alt utanom Nesse"),
    ]
    assert changes.get(kind="merged").successor.numbers.get().value == "4640"


def test_sr_is_the_council_and_partners_are_nobody_yet(council: RegionalCouncil) -> None:
    sr = Party.objects.filter(label="SR").select_related("merged_into").first()
    assert sr is None or (sr.merged_into is not None and sr.merged_into.label == "Sogn regionråd")
    linked = Party.objects.filter(links__isnull=False).order_by("label")
    assert list(linked.values_list("label", "links__organisation__name")) == [
        ("Framtidsfylket", "Framtidsfylket AS"),
        ("Sogn regionråd", "Sogn regionråd"),
        ("Vik kommune", "Vik"),
        ("Visit Sognefjord", "Visit Sognefjord AS"),
    ]
    assert not Party.objects.get(label="partnarane").links.exists()


def test_every_status_is_marked_as_an_example_and_has_an_age(council: RegionalCouncil) -> None:
    assert not StatusUpdate.objects.filter(is_example=False).exists()
    assert not StatusUpdate.objects.exclude(said_by__endswith="(døme)").exists()
    said = StatusUpdate.objects.values_list("said_at", flat=True)
    today = timezone.localdate(NOW)
    ages = sorted((today - timezone.localdate(at)).days for at in said)
    assert ages == [5, 8, 12, 15, 20, 30, 43, 51]


def test_every_element_leads_to_its_place_in_the_document(council: RegionalCouncil) -> None:
    version = PlanVersion.objects.get(plan__slug="handlingsplan-2018")
    for element in Element.objects.filter(version=version).prefetch_related("passages__document"):
        marked = " ".join(
            passage.document.text[passage.start : passage.end] for passage in element.passages.all()
        )
        assert set(words_of(element.text)) <= set(words_of(marked)), element.key
