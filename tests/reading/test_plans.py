"""Whole plans in layouts that occur, each with the reading a person would give it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading.outline_text import outline_text
from tiltak.reading import read_document

PLANS = Path(__file__).parent / "plans"


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.iterdir() if path.is_file()))
def test_a_plan_is_read_as_a_person_reads_it(
    name: str, matches_golden: Callable[[str, str], None]
) -> None:
    plan = read_document((PLANS / name).read_bytes(), name)
    matches_golden(outline_text(plan), f"reading/{name}")
