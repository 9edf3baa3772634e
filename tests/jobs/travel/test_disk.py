"""Baselines in the data folder: found by another process, made anew when they are damaged."""

import os
from pathlib import Path

import pytest

from tests.factories.councils import NOW, editor_of, make_council
from tests.factories.travel import compute, make_goal
from tiltak.analysis.traveltime import packing
from tiltak.domain.traveltime.models import TravelGoal, TravelRun
from tiltak.domain.traveltime.operations import set_goal
from tiltak.jobs.travel import base, disk, ready
from tiltak.jobs.travel.base import kept


@pytest.fixture
def goal(db: None) -> TravelGoal:
    kept.clear()
    return make_goal(make_council())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "travel"


def same(first: TravelRun, second: TravelRun) -> bool:
    hashes = [dict(run.files.values_list("name", "sha256")) for run in (first, second)]
    return hashes[0] == hashes[1] and first.result == second.result


@pytest.mark.parametrize("left", [0, 1, 2, 1000, -1, -100])
def test_a_file_that_is_cut_short_is_made_anew(goal: TravelGoal, folder: Path, left: int) -> None:
    first = compute(goal)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    kept.clear()
    assert same(compute(goal), first)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.7, 0.98])
def test_a_bit_that_fell_is_noticed(goal: TravelGoal, folder: Path, share: float) -> None:
    first = compute(goal)
    (path,) = folder.iterdir()
    whole = bytearray(path.read_bytes())
    whole[int(len(whole) * share)] ^= 0xFF
    path.write_bytes(whole)
    kept.clear()
    assert same(compute(goal), first)


def test_another_engine_makes_its_own(
    goal: TravelGoal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = compute(goal)
    (old,) = folder.iterdir()
    monkeypatch.setattr(packing, "engine_sha256", lambda: "f" * 64)
    assert not disk.is_kept(run.base_sha256)
    kept.clear()
    ready.make_all()
    (new,) = folder.iterdir()
    assert new != old
    assert disk.is_kept(run.base_sha256)


def test_only_what_a_goal_stands_on_stays(goal: TravelGoal, folder: Path) -> None:
    run = compute(goal)
    set_goal(
        by=editor_of(goal.council),
        initiative=goal.initiative,
        data_set=goal.data_set,
        destination="By",
        centres=goal.centres,
        limit_minutes=30,
        now=NOW,
    )
    ready.make_all()
    assert not disk.is_kept(run.base_sha256)
    assert len(list(folder.iterdir())) == 1


def test_what_a_killed_process_had_begun_to_write_goes_in_the_end(
    goal: TravelGoal, folder: Path
) -> None:
    compute(goal)
    (whole,) = folder.iterdir()
    old, new = folder / "old.part", folder / "new.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    ready.make_all()
    assert set(folder.iterdir()) == {whole, new}


def test_a_process_that_starts_loads_what_is_there_and_makes_nothing(
    goal: TravelGoal, folder: Path
) -> None:
    ready.load_all()
    assert (folder.exists(), kept.get(key_of(goal))) == (False, None)
    compute(goal)
    kept.clear()
    ready.load_all()
    assert kept.get(key_of(goal)) is not None


def test_a_goal_whose_files_cannot_be_read_stops_nobody(
    goal: TravelGoal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(base, "_made", broken)
    ready.make_all()
    assert not disk.is_kept(key_of(goal))


def test_a_folder_that_cannot_be_written_costs_nothing_else(goal: TravelGoal, folder: Path) -> None:
    folder.write_text("in the way")
    assert compute(goal).state == "done"


def test_an_installation_without_a_goal_loads_nothing(db: None, folder: Path) -> None:
    ready.load_all()
    ready.make_all()
    assert not folder.exists()


def key_of(goal: TravelGoal) -> str:
    (standing,) = ready.what_goals_stand_on()
    assert standing.data_set_id == goal.data_set_id
    return standing.key
