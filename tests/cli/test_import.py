"""`tiltak import`: what becomes of a file, a changed file, and one that cannot be taken."""

from pathlib import Path

import pytest
from click.testing import Result
from django.conf import LazySettings

from tests.cli.conftest import Tiltak
from tests.factories.councils import make_council
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import Element, Import, Plan, PlanVersion
from tiltak.domain.sources.models import SourceDocument

pytestmark = pytest.mark.django_db

TEXT = """Framlegg til Fjordrådet 3. mars 2030

Handlingsplan 2030

1 Veg

Delmål
Alle skal koma trygt fram heile året.

Tiltak
Byggja ei bru over fjorden.
Sikra vegen mot ras ved Skredvika.
Halda ferja i gang til brua er open.
"""


@pytest.fixture(autouse=True)
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def said(result: Result) -> str:
    """The one line of a refusal."""
    lines = result.stderr.splitlines()
    assert (result.exit_code, len(lines)) == (2, 1), result.output
    return lines[0].removeprefix("tiltak: ")


def stored() -> tuple[int, ...]:
    return tuple(
        model._default_manager.count()
        for model in (Plan, PlanVersion, Element, Import, SourceDocument, Event)
    )


def test_a_new_plan_is_stored_as_a_draft_nobody_else_sees(tiltak: Tiltak, file: Path) -> None:
    result = tiltak("import", file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Handlingsplan 2030: handlingsplan-2030@1 i Fjordrådet",
        "  framlegg, berre synleg for den som er logga inn",
        "  1 satsingsområde, 3 tiltak, 0 rader i tabellen",
    ]
    version = PlanVersion.objects.get()
    assert (version.state, version.visibility, version.frozen_at) == ("proposal", "internal", None)


def test_the_same_file_twice_changes_nothing(tiltak: Tiltak, file: Path) -> None:
    tiltak("import", file)
    before = stored()
    for arguments in (
        [],
        ["--plan", "handlingsplan-2030"],
        ["--plan", "handlingsplan-2030", "--apply"],
    ):
        result = tiltak("import", file, *arguments)
        assert (result.exit_code, "Ingen endring" in result.stdout) == (0, True)
    assert stored() == before


def test_publishing_kind_and_parent(tiltak: Tiltak, file: Path, tmp_path: Path) -> None:
    tiltak("import", file, "--kind", "programme", "--publish")
    yearly = tmp_path / "year.txt"
    yearly.write_text(TEXT.replace("Handlingsplan 2030", "Årsplan 2031"), encoding="utf-8")
    tiltak("import", yearly, "--parent", "handlingsplan-2030")

    plans = Plan.objects.order_by("pk").values_list("kind", "parent__slug")
    assert list(plans) == [("programme", None), ("action_plan", "handlingsplan-2030")]
    shown = PlanVersion.objects.order_by("pk").values_list("visibility", flat=True)
    assert list(shown) == ["public", "internal"]


def test_a_plan_adopted_long_ago_is_frozen(tiltak: Tiltak, file: Path) -> None:
    result = tiltak("import", file, "--as", "adopted", "--decided", "2018-03-15", "--case", "45/18")
    assert "vedteken" in result.stdout
    version = PlanVersion.objects.get()
    assert (
        str(version.decided_date),
        version.decided_case,
        version.decided_body,
        version.frozen_at is not None,
    ) == ("2018-03-15", "45/18", "Fjordrådet", True)


CHANGED = TEXT.replace("Byggja ei bru over fjorden.", "Byggja ei høg bru over fjorden.").replace(
    "Halda ferja i gang til brua er open.\n", ""
)


def test_a_changed_file_is_shown_and_nothing_is_stored(tiltak: Tiltak, file: Path) -> None:
    tiltak("import", file)
    before = stored()
    file.write_text(CHANGED, encoding="utf-8")

    result = tiltak("import", file, "--plan", "handlingsplan-2030")

    assert result.stdout.splitlines() == [
        "~ 1.m1 Byggja ei [+høg +]bru over fjorden.",
        "− 1.m3 Halda ferja i gang til brua er open.",
        "Ingenting er lagra. Gjer endringane med: --plan handlingsplan-2030 --apply",
    ]
    assert stored() == before


def test_applying_keeps_the_identity_of_what_was_reworded(tiltak: Tiltak, file: Path) -> None:
    tiltak("import", file)
    codes = dict(Element.objects.values_list("key", "initiative__code"))
    file.write_text(CHANGED, encoding="utf-8")

    assert tiltak("import", file, "--plan", "handlingsplan-2030", "--apply").exit_code == 0

    after = dict(Element.objects.values_list("key", "initiative__code"))
    assert after == {key: code for key, code in codes.items() if key != "1.m3"}
    assert PlanVersion.objects.count() == 1


DOUBTFUL = TEXT.replace(
    "Sikra vegen mot ras ved Skredvika.", "Sikra skulevegen mot trafikk ved Vika."
)


def test_a_doubtful_match_is_asked_and_nothing_is_stored(tiltak: Tiltak, file: Path) -> None:
    tiltak("import", file)
    before = stored()
    file.write_text(DOUBTFUL, encoding="utf-8")

    result = tiltak("import", file, "--plan", "handlingsplan-2030", "--apply")

    assert said(result) == "Svar på spørsmåla over med --answer. Ingenting er lagra."
    asked = result.stdout.splitlines()
    assert asked[0].startswith("? 1.m2 «Sikra skulevegen mot trafikk ved Vika.»")
    assert asked[1].split("  ")[0:3:2] == ["", "--answer 1.m2=1.m2"]
    assert asked[-1].strip().startswith("--answer 1.m2=ny")
    assert stored() == before


@pytest.mark.parametrize(("answer", "is_same"), [("1.m2", True), ("ny", False)])
def test_the_answer_decides_which_measure_it_is(
    tiltak: Tiltak, file: Path, answer: str, is_same: bool
) -> None:
    tiltak("import", file)
    code = Element.objects.get(key="1.m2").initiative.code
    file.write_text(DOUBTFUL, encoding="utf-8")

    given = ("--answer", f"1.m2={answer}")
    shown = tiltak("import", file, "--plan", "handlingsplan-2030", *given)
    assert "?" not in shown.stdout
    done = tiltak("import", file, "--plan", "handlingsplan-2030", "--apply", *given)

    assert done.exit_code == 0
    assert (Element.objects.get(key="1.m2").initiative.code == code) is is_same


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--council", "dal"], "Fann ikkje regionrådet «dal»"),
        (["--plan", "x"], "Fann ikkje planen «x»"),
        (["--apply"], "høyrer saman med --plan"),
        (["--as", "adopted"], "--decided ÅÅÅÅ-MM-DD"),
        (["--decided", "2018-01-01"], "høyrer saman med --as adopted"),
        (["--as", "adopted", "--decided", "2999-01-01"], "datoen er ikkje komen"),
        (["--parent", "x"], "Fann ikkje planen «x»"),
        (["--plan", "x", "--parent", "y"], "gjeld berre nye planar"),
        (["--plan", "x", "--answer", "1.m1"], "skriv NY=GAMAL"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tiltak: Tiltak, file: Path, arguments: list[str], line: str
) -> None:
    before = stored()
    assert line in said(tiltak("import", file, *arguments))
    assert stored() == before


@pytest.mark.parametrize("answer", ["1.m9=1.m1", "1.m1=1.m9", "1.m1=1.d1"])
@pytest.mark.parametrize("apply", [[], ["--apply"]])
def test_an_answer_that_does_not_fit_is_refused(
    tiltak: Tiltak, file: Path, answer: str, apply: list[str]
) -> None:
    tiltak("import", file)
    before = stored()
    file.write_text(DOUBTFUL, encoding="utf-8")
    result = tiltak("import", file, "--plan", "handlingsplan-2030", "--answer", answer, *apply)
    assert "passar ikkje" in said(result)
    assert stored() == before


@pytest.mark.parametrize("content", [b"", b"Kjaere mor.\n", b"\x00\x01\x02\x03" * 50])
def test_what_is_no_plan_leaves_nothing(tiltak: Tiltak, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    before = stored()
    assert said(tiltak("import", file)).startswith("plan.txt: ")
    assert stored() == before


def test_a_file_over_the_limit_is_refused(
    tiltak: Tiltak, file: Path, settings: LazySettings
) -> None:
    settings.MAX_UPLOAD_BYTES = 100
    assert "for stor" in said(tiltak("import", file))


def test_without_a_council_the_command_says_how_to_make_one(tiltak: Tiltak, file: Path) -> None:
    RegionalCouncil.objects.all().delete()
    assert "tiltak council" in said(tiltak("import", file))
    made = tiltak("council", "dal", "--name", "Dalrådet")
    assert made.stdout == "Dalrådet er oppretta.\n"
    assert "i Dalrådet" in tiltak("import", file).stdout


def test_with_several_councils_one_must_be_chosen(tiltak: Tiltak, file: Path) -> None:
    tiltak("council", "dal", "--name", "Dalrådet", "--host", "dal.example")
    assert "Vel eitt med --council: dal, " in said(tiltak("import", file))
    assert "i Dalrådet" in tiltak("import", file, "--council", "dal").stdout


def test_a_second_council_without_an_address_says_how_its_pages_are_shown(
    tiltak: Tiltak, settings: LazySettings
) -> None:
    assert "TILTAK_COUNCIL=dal " in tiltak("council", "dal", "--name", "Dalrådet").stdout
    with_host = tiltak("council", "vik", "--name", "Vikrådet", "--host", "vik.example")
    assert with_host.stdout == "Vikrådet er oppretta.\n"
    settings.DEFAULT_COUNCIL = "dal"
    assert tiltak("council", "li", "--name", "Lirådet").stdout == "Lirådet er oppretta.\n"


@pytest.mark.parametrize("slug", ["Dal", "dal rad", "-", "dalrådet"])
def test_a_council_has_a_short_name_fit_for_addresses(tiltak: Tiltak, slug: str) -> None:
    assert "kortnamnet kan ha" in said(tiltak("council", "--name", "x", "--", slug))


def test_a_council_is_made_once(tiltak: Tiltak) -> None:
    tiltak("council", "dal", "--name", "Dalrådet", "--host", "dal.example")
    assert "Det finst alt" in said(tiltak("council", "dal", "--name", "x"))
    assert "Det finst alt" in said(
        tiltak("council", "dal2", "--name", "x", "--host", "DAL.example")
    )
