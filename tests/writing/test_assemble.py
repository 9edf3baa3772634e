"""From the database to a file: what is told, to whom, in how many statements."""

from dataclasses import replace as dataclass_replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import python_calamine
from msgspec.structs import replace
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import editor_of, import_plan, make_council
from tests.factories.large_plans import large_plan
from tests.factories.planfiles import sample_plan
from tiltak.cli import demo
from tiltak.domain.followup.operations import give_status
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Element, PlanVersion
from tiltak.domain.plans.operations import NewPlan, apply_import, receive_document, set_short_title
from tiltak.domain.plans.queries.versions import NotFound, VersionView, version_by_ref
from tiltak.domain.sources.models import Visibility
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile import codec
from tiltak.reading import read_document
from tiltak.wording import words
from tiltak.writing.assemble import UnknownFormat, export, paper_of, state_sentence
from tiltak.writing.document import StatusView
from tiltak.writing.formats import FORMATS

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
ADDRESS = "https://plan.ytrefjord.example/handlingsplan-2026"


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council("Ytre Fjord regionråd")


def view(viewer: Viewer, version: PlanVersion) -> VersionView:
    return version_by_ref(viewer, f"{version.plan.slug}@{version.number}")


def element(version: PlanVersion, key: str) -> Element:
    return Element.objects.get(version=version, text__startswith=key)


def test_a_paper_holds_the_plan_its_statuses_and_short_titles(council: RegionalCouncil) -> None:
    secretary = editor_of(council)
    version = import_plan(council, sample_plan())
    boat = element(version, "Prøva ei heilårsrute")
    give_status(
        by=secretary,
        initiative=boat.initiative,
        lifecycle="on_hold",
        light="off_track",
        sentence="Reiarlaget har trekt seg.",
        said_by="Båtselskapet",
        now=datetime(2025, 11, 1, 12, 0, tzinfo=UTC),
    )
    set_short_title(by=secretary, initiative=boat.initiative, title="Heilårsrute", seen="", now=NOW)
    viewer = anonymous(council.pk)
    paper = paper_of(viewer, view(viewer, version), now=NOW, address=ADDRESS)
    assert (paper.council, paper.title, paper.language) == (
        "Ytre Fjord regionråd",
        "Handlingsplan 2026",
        "nn",
    )
    assert paper.label("measure") == "Prosjekt/tiltak"
    assert paper.short_titles == {boat.key: "Heilårsrute"}
    assert paper.statuses == {
        boat.key: StatusView(
            lifecycle="on_hold",
            light="off_track",
            sentence="Reiarlaget har trekt seg.",
            said_by="Båtselskapet",
            said_on=date(2025, 11, 1),
            age_days=75,
        )
    }


def test_what_is_internal_is_in_no_file_of_the_public(council: RegionalCouncil) -> None:
    secretary, public = editor_of(council), anonymous(council.pk)
    version = import_plan(council, sample_plan())
    give_status(
        by=secretary,
        initiative=element(version, "Prøva ei heilårsrute").initiative,
        lifecycle="on_hold",
        sentence="Løyndomen",
        said_by="Sekretæren",
        now=NOW,
        visibility=Visibility.INTERNAL,
    )
    shown = view(public, version)
    for name in ("csv", "status-report", "json"):
        made = export(public, shown, name, now=NOW, address=ADDRESS)
        assert "Løyndomen".encode() not in made.content
    assert not paper_of(public, shown, now=NOW, address=ADDRESS).statuses
    assert paper_of(secretary, shown, now=NOW, address=ADDRESS).statuses
    csv = export(secretary, shown, "csv", now=NOW, address=ADDRESS)
    assert "Løyndomen".encode() in csv.content


def test_a_version_the_public_may_not_see_and_another_councils_is_not_found(
    council: RegionalCouncil,
) -> None:
    draft = import_plan(council, sample_plan(), publish=False)
    seen = view(editor_of(council), draft)
    stranger = editor_of(make_council("Nabofjord regionråd", host="nabo.example"))
    for viewer in (anonymous(council.pk), stranger):
        with pytest.raises(NotFound):
            export(viewer, seen, "json", now=NOW, address=ADDRESS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_a_file_with_a_name_and_a_type(council: RegionalCouncil, name: str) -> None:
    viewer = anonymous(council.pk)
    shown = view(viewer, import_plan(council, sample_plan()))
    made = export(viewer, shown, name, now=NOW, address=ADDRESS)
    suffix = "" if name == FORMATS[name].extension else f"-{name}"
    assert made.name == f"{shown.slug}-v{shown.number}{suffix}.{FORMATS[name].extension}"
    assert made.media_type == FORMATS[name].media_type
    assert made.content


def test_json_brings_the_sources_and_other_papers_do_not(council: RegionalCouncil) -> None:
    path = Path(demo.__file__).with_name("handlingsplan-2018.txt")
    plan = read_document(path.read_bytes(), path.name)
    secretary = editor_of(council)
    received = receive_document(
        by=secretary, plan=plan, source=plan.sources[0], data=path.read_bytes(), now=NOW
    )
    version = apply_import(by=secretary, received=received, into=NewPlan(), now=NOW)
    shown = view(secretary, version)
    told = codec.decode(export(secretary, shown, "json", now=NOW, address=ADDRESS).content)
    assert [source.text for source in told.sources] == [plan.sources[0].text]
    assert paper_of(secretary, shown, now=NOW, address=ADDRESS).plan.sources == ()


def test_an_unknown_format_says_which_there_are(council: RegionalCouncil) -> None:
    viewer = anonymous(council.pk)
    shown = view(viewer, import_plan(council, sample_plan()))
    with pytest.raises(UnknownFormat, match="docx, pdf, xlsx"):
        export(viewer, shown, "odt", now=NOW, address=ADDRESS)


@pytest.mark.parametrize("measures", [4, 40])
def test_a_workbook_takes_a_fixed_number_of_statements(
    council: RegionalCouncil,
    measures: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    version = import_plan(council, large_plan(measures))
    viewer = anonymous(council.pk)
    for one in Element.objects.filter(version=version, kind="strategy")[:1]:
        give_status(
            by=editor_of(council),
            initiative=one.initiative,
            lifecycle="in_progress",
            said_by="SR",
            now=NOW,
        )
    shown = view(viewer, version)
    with django_assert_num_queries(9):
        made = export(viewer, shown, "xlsx", now=NOW, address=ADDRESS)
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(made.content))
    assert len(book.get_sheet_by_name("Tabell").to_python()) > measures


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"state": "draft"}, "Utkast"),
        ({"state": "consultation"}, "Høyringsframlegg"),
        (
            {"state": "proposal", "facts": {"date": "2017-12-08"}},
            "Framlegg til Sogn regionråd, møtet 8. desember 2017",
        ),
        ({"state": "proposal", "facts": {"body": "Rådet"}}, "Framlegg til Rådet"),
        ({"state": "proposal", "facts": {"date": "i haust"}}, "Framlegg til Sogn regionråd"),
        (
            {"state": "adopted", "decided_date": date(2017, 12, 8), "decided_case": "45/17"},
            "Vedteken av Sogn regionråd 8. desember 2017, sak 45/17",
        ),
        (
            {"state": "adopted", "decided_date": date(2017, 12, 8), "decided_body": "Rådet"},
            "Vedteken av Rådet 8. desember 2017",
        ),
    ],
)
def test_the_state_is_a_sentence(
    council: RegionalCouncil, changes: dict[str, object], sentence: str
) -> None:
    version = view(editor_of(council), import_plan(council, sample_plan()))
    facts = {"facts": {}, "decided_body": "", "decided_case": ""} | changes
    changed = dataclass_replace(version, **facts)
    assert state_sentence(changed, "Sogn regionråd", words("nn")) == sentence


def test_the_fixed_texts_follow_the_plans_language_unless_asked(council: RegionalCouncil) -> None:
    plan = sample_plan()
    bokmaal = replace(plan, document=replace(plan.document, language="nb"))
    viewer = anonymous(council.pk)
    shown = view(viewer, import_plan(council, bokmaal))
    assert paper_of(viewer, shown, now=NOW, address=ADDRESS).language == "nb"
    assert paper_of(viewer, shown, now=NOW, address=ADDRESS, language="en").language == "en"
