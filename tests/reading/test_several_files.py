"""Several files that together are one plan."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories.office_files import word_of, workbook_of
from tests.factories.planfiles import sample_plan
from tests.reading.accounts import accounted_for_source
from tests.reading.formats.pdf.drawn import pdf_of
from tiltak.planfile import codec, walk
from tiltak.reading import (
    File,
    Phase,
    Problem,
    Step,
    UnreadableDocument,
    in_reading_order,
    read_all_safely,
    read_document,
    read_documents,
)

PLANS = Path(__file__).parent / "plans"
CHAPTERS = [
    File(
        "1 plan.txt",
        b"Handlingsplan 2026 for Ytre Fjord regionr\xc3\xa5d\n\n1 Veg\n\nTiltak\n"
        b"- Byggja bru over elva\n- Rydda skog langs vegen\n",
    ),
    File("2 skule.txt", b"2 Skule\n\nTiltak\n- Skaffa ti nye l\xc3\xa6replassar\n"),
]


TEXT = word_of(
    ("Title", "Handlingsplan 2026"),
    ("Heading 1", "1 Veg"),
    ("Heading 2", "Tiltak"),
    ("List Bullet", "Byggja bru over elva ved Nes"),
    ("List Bullet", "Rydda skog langs fylkesvegen"),
    ("Heading 1", "2 Skule"),
    ("Heading 2", "Tiltak"),
    ("List Bullet", "Skaffa ti nye læreplassar i kommunane"),
)
TABLE = workbook_of(
    ["Tiltak", "Tid", "Budsjett", "Ansvar"],
    ["Skaffa ti nye læreplassar i kommunane", "2026", 250000, "Fylket"],
    ["Byggja bru over elva ved Nes", "2026", 100000, "SR"],
)


def test_the_rows_of_a_sheet_are_those_of_the_measures_in_the_text() -> None:
    plan = read_documents([File("budsjett.xlsx", TABLE), File("plan.docx", TEXT)])
    assert [source.name for source in plan.sources] == ["plan.docx", "budsjett.xlsx"]
    assert plan.document.title == "Handlingsplan 2026"
    assert [(area.number, area.title) for area in plan.focus_areas] == [
        ("1", "Veg"),
        ("2", "Skule"),
    ]
    found = [(m.text, len(m.rows), m.source) for _, _, m in walk.all_measures(plan)]
    assert found == [
        ("Byggja bru over elva ved Nes", 1, "both"),
        ("Rydda skog langs fylkesvegen", 0, "body"),
        ("Skaffa ti nye læreplassar i kommunane", 1, "both"),
    ]
    assert [(row.text, row.budget and row.budget.amount) for row in walk.rows(plan)] == [
        ("Skaffa ti nye læreplassar i kommunane", 250000),
        ("Byggja bru over elva ved Nes", 100000),
    ]


def test_every_passage_is_in_the_text_of_its_own_file() -> None:
    plan = read_documents([File("plan.docx", TEXT), File("budsjett.xlsx", TABLE)])
    for row in walk.rows(plan):
        (first, *_) = row.reading.passages
        assert plan.sources[first.source].name == "budsjett.xlsx"
        assert plan.sources[first.source].text[first.start : first.end] == row.text
        assert (first.sheet, first.page) == ("Budsjett", None)
    for index, source in enumerate(plan.sources):
        assert accounted_for_source(plan, index) == "".join(source.text.split())


def test_chapters_in_files_of_their_own() -> None:
    plan = read_documents(CHAPTERS)
    assert plan.document.years == (2026,)
    assert [(area.number, area.title, len(area.measures)) for area in plan.focus_areas] == [
        ("1", "Veg", 2),
        ("2", "Skule", 1),
    ]
    (passage,) = plan.focus_areas[1].measures[0].reading.passages
    own = CHAPTERS[1].data.decode()
    assert (passage.source, own[passage.start : passage.end].strip("- ")) == (
        1,
        "Skaffa ti nye læreplassar",
    )


def test_headings_may_be_set_in_one_file_and_numbered_in_the_other() -> None:
    plan = read_documents(
        [File("plan.docx", TEXT), File("vedlegg.txt", b"3 Helse\n\nTiltak\n- Byggja helsehus\n")]
    )
    assert [area.title for area in plan.focus_areas] == ["Veg", "Skule", "Helse"]


def test_the_decision_may_stand_in_the_appendix() -> None:
    appendix = b"Handlingsplan 2026\n\nVedteken av Fjordr\xc3\xa5det 12.12.2025, sak 8/25\n\n3 Helse\n\nTiltak\n- Byggja helsehus\n"
    document = read_documents([*CHAPTERS, File("vedlegg 1.txt", appendix)]).document
    assert (document.status, document.date, document.case_number) == (
        "vedteke",
        "2025-12-12",
        "8/25",
    )


lines = st.lists(
    st.sampled_from(
        ["1 Veg", "2 Skule", "Tiltak", "- Byggja bru", "Delmål", "Handlingsplan 2026", "", "\f"]
    )
    | st.sampled_from(
        ["Vedteken 1.2.2018", "Satsing Tiltak Tid Budsjett Ansvar", "Veg 1) Bru 2018 100 000 SR"]
    )
    | st.text(max_size=20),
    max_size=12,
)


@given(st.lists(lines, min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_nothing_of_any_file_is_lost(texts: list[list[str]]) -> None:
    given_files = [
        File(
            f"{number}.txt", "\n".join(text).replace("\x00", "").encode("utf-8", "replace") + b"\nx"
        )
        for number, text in enumerate(texts)
    ]
    try:
        plan = read_documents(given_files)
    except UnreadableDocument:
        return
    assert [source.name for source in plan.sources] == [file.name for file in given_files]
    for index, source in enumerate(plan.sources):
        assert accounted_for_source(plan, index) == "".join(source.text.split())


def test_real_plans_side_by_side_keep_what_they_have() -> None:
    names = ["vatn.txt", "skogby.txt"]
    files = [File(name, (PLANS / name).read_bytes()) for name in names]
    alone = [read_document(file.data, file.name) for file in files]
    both = read_documents(files)
    assert [source.text for source in both.sources] == [one.sources[0].text for one in alone]
    count = sum(1 for one in alone for _ in walk.all_measures(one))
    assert sum(1 for _ in walk.all_measures(both)) >= count * 0.9
    for index, source in enumerate(both.sources):
        assert accounted_for_source(both, index) == "".join(source.text.split())


def refused(*files: File) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_documents(files)
    return caught.value


def test_a_plan_file_is_read_alone() -> None:
    error = refused(CHAPTERS[0], File("plan.json", codec.encode(sample_plan())))
    assert (error.code, error.file) == (Problem.PLAN_FILE_AMONG_OTHERS, "")


def test_the_refusal_names_the_file_at_fault() -> None:
    error = refused(CHAPTERS[0], File("budsjett.xlsx", b"PK\x03\x04 cut off"))
    assert (error.code, error.file) == (Problem.DAMAGED, "budsjett.xlsx")
    assert str(error).startswith("budsjett.xlsx: Fila er skadd.")


@pytest.mark.parametrize("count", [0, 11])
def test_from_one_to_ten_files(count: int) -> None:
    assert refused(*CHAPTERS[:1] * count).code is Problem.TOO_MANY_FILES


def test_the_plan_comes_before_its_appendices_and_sheets() -> None:
    names = ["budsjett.xlsx", "Vedlegg 2.docx", "plan.docx", "02 Vedlegg.pdf", "innleiing.pdf"]
    ordered = in_reading_order(File(name, b"x") for name in names)
    assert [file.name for file in ordered] == [
        "plan.docx",
        "innleiing.pdf",
        "Vedlegg 2.docx",
        "02 Vedlegg.pdf",
        "budsjett.xlsx",
    ]


PAGES = "\n#pagebreak()\n".join(f"= {n} Veg {n}\n== Tiltak\n- Byggja bru {n}" for n in (1, 2, 3))


def test_whoever_waits_hears_how_far_it_is() -> None:
    steps: list[Step] = []
    files = [CHAPTERS[0], File("vedlegg.pdf", pdf_of(PAGES))]
    read_documents(files, tell=steps.append)
    assert steps == [
        Step(Phase.OPENING, 0),
        Step(Phase.OPENING, 1),
        *(Step(Phase.PAGES, 1, done, 3) for done in range(3)),
        Step(Phase.STRUCTURE),
    ]


def test_the_confined_process_gives_the_same_and_tells_the_same() -> None:
    steps: list[Step] = []
    files = [CHAPTERS[0], File("vedlegg.pdf", pdf_of(PAGES))]
    assert read_all_safely(files, tell=steps.append) == read_documents(files)
    phases = list(dict.fromkeys((step.phase, step.file) for step in steps))
    assert phases == [
        (Phase.OPENING, 0),
        (Phase.OPENING, 1),
        (Phase.PAGES, 1),
        (Phase.STRUCTURE, 0),
    ]


def test_the_confined_process_names_the_file_at_fault() -> None:
    for data, code in ((b"", Problem.EMPTY), (b"PK\x03\x04 cut", Problem.DAMAGED)):
        with pytest.raises(UnreadableDocument) as caught:
            read_all_safely([CHAPTERS[0], File("b.xlsx", data)])
        assert (caught.value.code, caught.value.file) == (code, "b.xlsx")
