"""`tiltak import` of several files that are one plan, and of a council with words of its own."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tiltak
from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.office_files import word_of, workbook_of
from tests.factories.own_words import NEXT_YEAR, kinds_of, measures_of, responsible_in
from tiltak.domain.audit.models import Event
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.domain.plans.models import BudgetLine, Element, Import, Plan, PlanVersion, TableRow
from tiltak.domain.plans.operations.words import Word, learn_words
from tiltak.domain.sources.models import SourceContent, SourceDocument

pytestmark = pytest.mark.django_db

PLAN = """Handlingsplan 2030

1 Veg

Delmål
Alle skal koma trygt fram heile året.

Tiltak
- Byggja ei bru over fjorden
- Sikra vegen mot ras ved Skredvika
"""
OWN = [Word("level", "measure", "storverk"), Word("column", "responsible", "utførande eining")]


@pytest.fixture(autouse=True)
def council() -> RegionalCouncil:
    return make_council()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A plan, its budget in a workbook, and an appendix in Word, in no order."""
    given = {
        "budsjett.xlsx": workbook_of(
            ["Tiltak", "Tid", "Budsjett", "Ansvar"],
            ["Byggja ei bru over fjorden", "2030", 100_000, "Fylket"],
            ["Sikra vegen mot ras ved Skredvika", "2030", 50_000, "Kommunane"],
        ),
        "vedlegg 1.docx": word_of(
            ("Heading 1", "2 Skule"),
            ("Heading 2", "Tiltak"),
            ("List Bullet", "Skaffa ti nye læreplassar i kommunane"),
        ),
        "plan.txt": PLAN.encode(),
    }
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in given]


def stored() -> tuple[int, ...]:
    models = (Plan, PlanVersion, Element, TableRow, Import, SourceDocument, SourceContent, Event)
    return tuple(model._default_manager.count() for model in models)


def test_plan_appendix_and_budget_are_one_plan(tiltak: Tiltak, files: list[Path]) -> None:
    result = tiltak("import", *files)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Handlingsplan 2030: handlingsplan-2030@1 i Fjordrådet",
        "  utkast, berre synleg for den som er logga inn",
        "  2 satsingsområde, 3 tiltak, 2 rader i tabellen",
    ]
    measures = Element.objects.filter(kind="measure").order_by("position")
    assert [one.text for one in measures] == [
        "Byggja ei bru over fjorden",
        "Sikra vegen mot ras ved Skredvika",
        "Skaffa ti nye læreplassar i kommunane",
    ]
    assert sum(line.amount or 0 for line in BudgetLine.objects.all()) == 150_000
    kept = SourceDocument.objects.order_by("pk").values_list("filename", flat=True)
    assert list(kept) == ["plan.txt", "vedlegg 1.docx", "budsjett.xlsx"]
    assert SourceContent.objects.count() == 3
    assert Import.objects.get().document.filename == "plan.txt"


def test_the_same_files_again_change_nothing(tiltak: Tiltak, files: list[Path]) -> None:
    tiltak("import", *files)
    before = stored()
    for order in (files, files[::-1], [*files, files[0]]):
        assert "Ingen endring" in tiltak("import", *order).stdout
    assert stored() == before


def test_the_same_bytes_twice_are_one_file(tiltak: Tiltak, files: list[Path]) -> None:
    copy = files[1].with_name("a kopi.docx")
    copy.write_bytes(files[1].read_bytes())
    tiltak("import", files[1], files[2], copy)
    kept = SourceDocument.objects.order_by("pk").values_list("filename", flat=True)
    assert list(kept) == ["plan.txt", "vedlegg 1.docx"]
    assert Element.objects.filter(kind="measure").count() == 3


def test_an_appendix_that_is_new_is_shown_and_then_added(tiltak: Tiltak, files: list[Path]) -> None:
    sheet, appendix, plan = files
    tiltak("import", plan, sheet)
    shown = tiltak("import", plan, sheet, appendix, "--plan", "handlingsplan-2030")
    assert "+ 2.m1 Skaffa ti nye læreplassar i kommunane" in shown.stdout.splitlines()
    assert Element.objects.filter(kind="measure").count() == 2
    done = tiltak("import", plan, sheet, appendix, "--plan", "handlingsplan-2030", "--apply")
    assert done.exit_code == 0
    assert Element.objects.filter(kind="measure").count() == 3


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("vedlegg 2.docx", b"PK\x03\x04 cut off", "vedlegg 2.docx: "),
        ("vedlegg 2.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "vedlegg 2.pdf: "),
        ("vedlegg 2.txt", b"", "vedlegg 2.txt: Fila er tom"),
        ("vedlegg 2.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "vedlegg 2.png: "),
        ("plan.json", b'{"schema": "plan/1"}', "plan/1"),
        ("vedlegg 2.txt", None, "fann ikkje fila"),
    ],
    ids=["cut off", "damaged", "empty", "a picture", "a plan file", "not there"],
)
def test_one_bad_file_and_nothing_is_stored(
    tiltak: Tiltak, files: list[Path], name: str, content: bytes | None, said: str
) -> None:
    tiltak("import", files[2])
    before = stored()
    bad = files[0].with_name(name)
    if content is not None:
        bad.write_bytes(content)
    for arguments in (
        [],
        ["--plan", "handlingsplan-2030"],
        ["--plan", "handlingsplan-2030", "--apply"],
    ):
        result = tiltak("import", *files, bad, *arguments)
        lines = result.stderr.splitlines()
        assert (result.exit_code, len(lines), result.stdout) == (2, 1, "")
        assert said in lines[0]
        assert stored() == before


def test_more_files_than_a_plan_has(tiltak: Tiltak, tmp_path: Path) -> None:
    many = [tmp_path / f"{number}.txt" for number in range(11)]
    for number, file in enumerate(many):
        file.write_text(f"{number} Veg\n\nTiltak\n- Byggja bru {number}\n", encoding="utf-8")
    result = tiltak("import", *many)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert not Plan.objects.exists()


def test_a_plan_is_read_with_the_words_of_its_council(
    tiltak: Tiltak, tmp_path: Path, council: RegionalCouncil
) -> None:
    other = make_council("Dalrådet", host="dal.example")
    learn_words(by=editor_of(council), words=OWN, learned_from=None, now=NOW)
    file = tmp_path / "plan.txt"
    file.write_text(NEXT_YEAR, encoding="utf-8")

    for one in (council, other):
        assert tiltak("import", file, "--council", one.slug).exit_code == 0

    ours = Import.objects.get(council=council)
    theirs = Import.objects.get(council=other)
    assert measures_of(ours) == ["Skipa til ein songfest.", "Kjøpa inn notehefte."]
    assert responsible_in(ours) == [("Nordvik songlag",), ("Sørvåg bibliotek",)]
    assert kinds_of(theirs)["Skipa til ein songfest."] == "sub_goal"
    assert responsible_in(theirs) == [(), ()]


def test_so_is_what_would_change(tiltak: Tiltak, tmp_path: Path, council: RegionalCouncil) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(NEXT_YEAR, encoding="utf-8")
    tiltak("import", file)
    learn_words(by=editor_of(council), words=OWN[:1], learned_from=None, now=NOW)
    file.write_text(NEXT_YEAR.replace("songfest", "korfest"), encoding="utf-8")
    shown = tiltak("import", file, "--plan", "handlingsplan-2027").stdout.splitlines()
    assert "− 1.d2 Storverk" in shown
