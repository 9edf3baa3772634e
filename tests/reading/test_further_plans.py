"""Plans in layouts of their own, each with what a person reads in it (plan/1, beside it)."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reading.further_documents import DOCUMENTS, FOLDERS
from tiltak.planfile import codec
from tiltak.reading import read_document

TRUTH = ".truth.json"
TRUTHS = {
    path.name.removesuffix(TRUTH): path
    for folder in FOLDERS
    for path in sorted(folder.glob(f"*{TRUTH}"))
}


def bytes_of(name: str, truth: Path) -> bytes:
    make = DOCUMENTS.get(name)
    return make() if make else (truth.parent / name).read_bytes()


def plain(text: str) -> str:
    return text.strip(" .")


def numbered(one: dict[str, Any]) -> str | None:
    """The number of a measure; a list mark is none."""
    number = one.get("number")
    return number if number and number[0].isalnum() else None


def facts(plan: dict[str, Any]) -> dict[str, Any]:
    names = ("title", "years", "status", "body", "date", "language", "currency")
    return {name: plan["document"].get(name) for name in names}


def tree(plan: dict[str, Any]) -> list[Any]:
    """Areas and their themes with goals, strategies and measures; rows by their texts."""
    rows = {
        row["id"]: plain(row["text"]) for table in plan.get("tables", []) for row in table["rows"]
    }

    def measure(one: dict[str, Any]) -> list[Any]:
        return [
            plain(one["text"]),
            numbered(one),
            [rows[row] for row in one.get("rows", [])],
            [measure(part) for part in one.get("children", [])],
            values(one),
        ]

    def section(one: dict[str, Any]) -> list[Any]:
        return [
            one["title"],
            one.get("number"),
            [plain(goal["text"]) for goal in one.get("sub_goals", [])],
            [plain(strategy["text"]) for strategy in one.get("strategies", [])],
            [measure(part) for part in one.get("measures", [])],
            [section(part) for part in one.get("sections", [])],
        ]

    return [section(area) for area in plan["focus_areas"]]


def values(one: dict[str, Any]) -> list[Any]:
    """Years, whether ongoing, money and parties of a row or measure."""
    time, budget = one.get("time") or {}, one.get("budget") or {}
    money = [budget.get(key) for key in ("amount", "min", "max")]
    return [
        time.get("years") or [],
        bool(time.get("ongoing")),
        money,
        budget.get("basis") or "none",
        (one.get("responsible") or {}).get("parties") or [],
    ]


def rows_of(plan: dict[str, Any]) -> list[Any]:
    return [
        [plain(row["text"]), row.get("focus_area"), values(row)]
        for table in plan.get("tables", [])
        for row in table["rows"]
    ]


@pytest.mark.parametrize(("name", "path"), TRUTHS.items(), ids=TRUTHS)
def test_what_is_read_is_what_a_person_reads(name: str, path: Path) -> None:
    truth = json.loads(path.read_text("utf-8"))
    found = json.loads(codec.encode(read_document(bytes_of(name, path), name)))
    assert facts(found) == facts(truth)
    assert tree(found) == tree(truth)
    assert rows_of(found) == rows_of(truth)
