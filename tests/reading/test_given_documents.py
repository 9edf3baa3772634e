"""The plan documents beside the project against their truths, with the scorer that lies there."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tiltak.planfile import codec
from tiltak.reading import Problem, UnreadableDocument, read_document
from tiltak.reading.structure.reasons import LETTERS_LOST

WHOLE = (
    "focus_areas",
    "sub_goals",
    "strategies",
    "measures",
    "rows",
    "budget",
    "years",
    "hierarchy",
)
OPEN = [
    "open/O05.txt",
    "open/O12.txt",
    "open/O03.docx",
    "open/O07.docx",
    "open/O02.odt",
    "open/O08.odt",
    "open/O06.xlsx",
    "open/O11.xlsx",
    "open/variants/O01.docx",
    "open/variants/O02.docx",
    "open/variants/O04.docx",
    "open/variants/O05.docx",
    "open/variants/O08.docx",
    "open/variants/O01.odt",
    "open/variants/O03.odt",
    "open/variants/O04.odt",
    "open/variants/O05.odt",
    "open/variants/O07.odt",
    "open/variants/O07.txt",
    "open/variants/O09.txt",
    "open/variants/O10.txt",
]


@pytest.fixture
def plans(shared: Path) -> Path:
    return shared / "plans"


def scorer(plans: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("plan_score", plans / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(plans: Path, document: str, truth: str) -> dict[str, Any]:
    path = plans / document
    plan = read_document(path.read_bytes(), path.name)
    read = json.loads(codec.encode(plan))
    result: dict[str, Any] = scorer(plans).score(read, json.loads((plans / truth).read_bytes()))
    return result


def test_the_plan_of_2018(plans: Path) -> None:
    result = score(plans, "seed/handlingsplan-2018.txt", "seed/truth.json")
    value = scorer(plans).val
    assert result["overall"] >= 0.99, result
    assert {name: value(result, name) for name in WHOLE} == dict.fromkeys(WHOLE, 1.0)
    assert result["links"]["f1"] == 1.0
    assert result["budget_total"]["pred"] == 2_010_000


@pytest.mark.parametrize("document", OPEN)
def test_open_plans(plans: Path, document: str) -> None:
    truth = f"open/{Path(document).stem}.truth.json"
    assert score(plans, document, truth)["overall"] >= 0.95


@pytest.mark.parametrize("name", ["8_latin1.txt", "8_utf16.txt", "8_cp1252_crlf.txt"])
def test_other_encodings_give_the_same(plans: Path, name: str) -> None:
    assert score(plans, f"hostile/{name}", "open/O12.truth.json")["overall"] >= 0.95


def test_a_million_empty_rows(plans: Path) -> None:
    result = score(plans, "hostile/6_million_rows.xlsx", "open/O11.truth.json")
    assert result["overall"] >= 0.95


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("1_empty.docx", Problem.EMPTY),
        ("1_empty.pdf", Problem.EMPTY),
        ("4_bomb.docx", Problem.BOMB),
        ("5_xxe.docx", Problem.UNSAFE),
    ],
)
def test_hostile_files(plans: Path, name: str, code: Problem) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document((plans / "hostile" / name).read_bytes(), name)
    assert caught.value.code is code


def test_lost_letters_are_told(plans: Path) -> None:
    path = plans / "hostile" / "9_glyph_loss.txt"
    assert LETTERS_LOST in read_document(path.read_bytes(), path.name).warnings
