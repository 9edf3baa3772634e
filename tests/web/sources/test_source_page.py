"""The page of a source: the text, the marks, what came of it, and who may see it."""

import hashlib

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pytest_django import DjangoAssertNumQueries

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.planfiles import empty_plan
from tests.web.page_text import get, lines_of, part_of
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import PlanVersion
from tiltak.domain.plans.operations import (
    NewPlan,
    apply_import,
    receive_document,
    withdraw_version,
)
from tiltak.domain.plans.queries.elements import PassageView
from tiltak.domain.plans.queries.sources import SourceView, UnplacedView
from tiltak.domain.sources.models import SourceDocument
from tiltak.planfile.model import Area, Measure, Passage, Plan, Reading, Source, Unplaced
from tiltak.web.sources.lines import LINES_PER_PAGE, SourceText

pytestmark = pytest.mark.django_db

TEXT = "Plan\n\nVegar\nByggja <bru>\nover fjorden\nSide 1 av 1\n"


def at(part: str, *, page: int | None = None) -> Passage:
    start = TEXT.index(part)
    return Passage(start=start, end=start + len(part), page=page, line=TEXT[:start].count("\n") + 1)


def read_plan(text: str, media_type: str) -> tuple[Plan, Source, bytes]:
    """A plan read from a text; with its places only where the text is the one above."""
    data = b"the file: " + text.encode()
    source = Source(
        name="plan <2026>.txt",
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
    )
    bru = Measure(id="m1", text="Byggja <bru> over fjorden", source="body")
    area = Area(id="1", title="Vegar", measures=(bru,))
    unplaced: tuple[Unplaced, ...] = ()
    if text == TEXT:
        bru = replace(bru, reading=Reading(passages=(at("Byggja <bru>\nover fjorden", page=2),)))
        area = replace(area, measures=(bru,), reading=Reading(passages=(at("Vegar", page=1),)))
        unplaced = (Unplaced(passage=at("Side 1 av 1"), text="Side 1 av 1", reason="botntekst"),)
    plan = replace(empty_plan(), sources=(source,), focus_areas=(area,), unplaced=unplaced)
    return plan, source, data


def store(
    council: RegionalCouncil,
    *,
    publish: bool = True,
    text: str = TEXT,
    media_type: str = "text/plain",
) -> tuple[SourceDocument, PlanVersion]:
    by = editor_of(council)
    plan, source, data = read_plan(text, media_type)
    received = receive_document(by=by, plan=plan, source=source, data=data, now=NOW)
    version = apply_import(by=by, received=received, now=NOW, into=NewPlan(), publish=publish)
    document = received.document
    document.refresh_from_db()
    return document, version


@pytest.fixture
def council() -> RegionalCouncil:
    return make_council()


def test_the_page_whole(client: Client, council: RegionalCouncil) -> None:
    document, _ = store(council)
    assert lines_of(get(client, f"/kjelde/{document.pk}/")) == [
        "plan <2026>.txt",
        "Dokumentet som Handlingsplan 2027 er lesen frå. Teke inn 12. juni 2018.",
        "Last ned dokumentet 60 bytes",
        "Teksten i dokumentet",
        "Understreka tekst fekk ikkje plass i planen.",
        "Plan",
        "side 1Vegar",
        "side 2Byggja <bru>",
        "over fjorden",
        "Side 1 av 1",
        "Ikkje plassert",
        "Denne teksten står i dokumentet, men er ikkje ein del av planen slik han er lesen.",
        "Side 1 av 1 botntekst linje 6",
        "Henta ut frå dokumentet",
        "2 stader",
        "Satsingsområde Vegar side 1, linje 3",
        "Tiltak Byggja <bru> over fjorden side 2, linje 4",
    ]


def test_the_asked_passage_is_marked_over_its_lines(
    client: Client, council: RegionalCouncil
) -> None:
    document, _ = store(council)
    wanted = at("Byggja <bru>\nover fjorden")
    html = get(client, f"/kjelde/{document.pk}/?start={wanted.start}&end={wanted.end}")
    assert '<mark id="funn">Byggja &lt;bru&gt;</mark>' in html
    assert "<mark>over fjorden</mark>" in html
    assert part_of(html, "teksten")[1] == "Teksten du leita etter, er merkt med gult. Gå dit"


@pytest.mark.parametrize(
    "query",
    ["start=5&end=2", "start=-1&end=3", "start=0&end=99999", "start=a&end=b", "start=1", "del=99"],
)
def test_a_passage_that_is_none_marks_nothing(
    client: Client, council: RegionalCouncil, query: str
) -> None:
    document, _ = store(council)
    assert "<mark" not in get(client, f"/kjelde/{document.pk}/?{query}")


def test_the_file_as_it_came(client: Client, council: RegionalCouncil) -> None:
    document, _ = store(council)
    response = client.get(f"/kjelde/{document.pk}/fil/")
    assert response.content == b"the file: " + TEXT.encode()
    assert response["Content-Type"] == "text/plain"
    assert response["Content-Disposition"].startswith("attachment; ")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_page_somebody_uploaded_is_never_a_page_of_ours(
    client: Client, council: RegionalCouncil
) -> None:
    document, _ = store(council, media_type="text/html")
    assert client.get(f"/kjelde/{document.pk}/fil/")["Content-Type"] == "application/octet-stream"


def test_what_is_not_public_is_not_there(client: Client, council: RegionalCouncil) -> None:
    document, version = store(council, publish=False)
    addresses = (f"/kjelde/{document.pk}/", f"/kjelde/{document.pk}/fil/", "/kjelde/999999/")
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
    version.refresh_from_db()
    document, version = store(make_council("Dalrådet", host="dal.example"))
    assert client.get(f"/kjelde/{document.pk}/").status_code == 404
    assert client.get(f"/kjelde/{document.pk}/", headers={"host": "dal.example"}).status_code == 200
    withdraw_version(by=editor_of(version.plan.council), version=version, now=NOW)
    for address in (f"/kjelde/{document.pk}/", f"/kjelde/{document.pk}/fil/"):
        assert client.get(address, headers={"host": "dal.example"}).status_code == 404


def test_a_plan_file_without_text(client: Client, council: RegionalCouncil) -> None:
    document, _ = store(council, text="")
    assert "Dokumentet er ei planfil utan løpande tekst å visa." in lines_of(
        get(client, f"/kjelde/{document.pk}/")
    )


def test_the_number_of_statements(
    client: Client, council: RegionalCouncil, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    document, _ = store(council)
    with django_assert_num_queries(7):
        get(client, f"/kjelde/{document.pk}/")


def view_of(text: str, *unplaced: tuple[int, int]) -> SourceView:
    def place(start: int, end: int) -> PassageView:
        return PassageView(1, "", start, end, None, None, None, None)

    return SourceView(
        id=1,
        filename="a.txt",
        media_type="text/plain",
        size=1,
        text=text,
        uploaded_at=NOW,
        is_public=True,
        has_file=False,
        plan=None,
        version=None,
        elements=(),
        unplaced=[UnplacedView(text[a:b], "", place(a, b)) for a, b in unplaced],
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ab \n\r\x0c\u2028å"), max_size=60), data=st.data())
def test_every_character_is_shown_once_whatever_is_marked(text: str, data: st.DataObject) -> None:
    cuts = sorted(
        data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=False))
    )
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    source = SourceText.of(view_of(text, (cuts[0], cuts[1]), (cuts[2], cuts[3])), (first, last))
    shown = [
        "".join(piece.text for piece in line.pieces)
        for part in range(1, source.parts + 1)
        for line in source.lines(part)
    ]
    assert ["".join(line.split()) for line in shown] == [
        "".join(line.split()) for line in text.splitlines()
    ]


def test_a_long_text_comes_in_parts(client: Client, council: RegionalCouncil) -> None:
    text = "".join(f"linje {i}\n" for i in range(1, 2 * LINES_PER_PAGE + 2))
    source = SourceText.of(view_of(text), (len(text) - 2, len(text) - 1))
    assert (source.parts, source.first_part()) == (3, 3)
    assert [line.number for line in source.lines(3)] == [2 * LINES_PER_PAGE + 1]
    document, _ = store(council, text=text)
    html = get(client, f"/kjelde/{document.pk}/?del=2")
    assert f'<li value="{LINES_PER_PAGE + 1}"' in html
    assert '<a href="?del=2" aria-current="page">Del 2</a>' in html
