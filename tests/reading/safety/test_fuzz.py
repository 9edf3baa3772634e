"""A fixed small set of damaged files: no fault in the reader, one sentence for people."""

from contextlib import suppress
from pathlib import Path

import pytest
from fuzz.batch import FAULTS, HANGS, case, run
from fuzz.samples import write_samples

from tiltak.reading import UnreadableDocument, read_safely

SEED = 20_260_101
IN_ONE_BATCH = 120
ONE_BY_ONE = 8


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    write_samples(folder, given=False)
    return folder


def test_damaged_files_are_read_or_refused(samples: Path) -> None:
    cases = list(run(samples, SEED, 0, IN_ONE_BATCH))
    assert [one.number for one in cases] == list(range(IN_ONE_BATCH))
    assert [one for one in cases if one.outcome in FAULTS] == []
    assert {Path(one.name).suffix for one in cases} == {
        ".docx",
        ".ods",
        ".odt",
        ".pdf",
        ".txt",
        ".xlsx",
    }


@pytest.mark.parametrize("number", range(ONE_BY_ONE))
def test_the_same_through_a_process_of_its_own(samples: Path, number: int) -> None:
    name, data = case(samples, SEED, number)
    with suppress(UnreadableDocument):
        assert read_safely(data, name).focus_areas


def test_a_batch_that_stops_is_told_and_gone_on_with(
    samples: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stops = tmp_path / "stops.py"
    stops.write_text(
        "import sys, time\n"
        "for number in range(int(sys.argv[3]), int(sys.argv[4])):\n"
        "    print('begin', number, sep='\\t', flush=True)\n"
        "    if number == 1: time.sleep(60)\n"
        "    if number == 2: raise SystemExit(3)\n"
        "    print('done', number, 'x', 'plan', 0.1, '', sep='\\t', flush=True)\n"
    )
    monkeypatch.setattr("fuzz.batch.__file__", str(stops))
    monkeypatch.setattr("fuzz.batch.LONGEST_SECONDS", 1.0)
    outcomes = [(one.number, one.outcome) for one in run(samples, SEED, 0, 4)]
    assert outcomes == [(0, "plan"), (1, HANGS), (2, "dies"), (3, "plan")]
