"""The hostile documents beside the project, what must come of each, and what came."""

import importlib.util
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[4] / "shared" / "plans"
HOSTILE = SHARED / "hostile"
USUAL_MB = 400
LETTERS_LOST = "manglar bokstavar"


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come of a file: plan, refusal or warning, in seconds and megabytes."""

    name: str
    outcome: str
    max_seconds: float
    max_mb: float = USUAL_MB
    truth: str | None = None
    forbidden: str | None = None
    why: str = ""

    @property
    def path(self) -> Path:
        return HOSTILE / self.name

    @property
    def may_be_read(self) -> bool:
        if self.outcome == "needs_ocr":
            return shutil.which("tesseract") is not None
        return self.outcome != "error"

    @property
    def must_be_read(self) -> bool:
        return self.may_be_read and self.outcome != "error_or_ok"


def expected() -> list[Any]:
    """One parameter for each file; none without the documents."""
    if not HOSTILE.is_dir():
        missing = pytest.mark.skip(reason="needs the test documents in ../shared")
        return [pytest.param(None, marks=missing, id="none")]
    told = json.loads((HOSTILE / "expected.json").read_text(encoding="utf-8"))
    return [pytest.param(Expected(name, **facts), id=name) for name, facts in told.items()]


def score(read: dict[str, Any], truth: str) -> float:
    """How well a plan agrees with a truth, from 0 to 1."""
    spec = importlib.util.spec_from_file_location("plan_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    overall: float = scorer.score(read, json.loads((SHARED / truth).read_bytes()))["overall"]
    return overall


def assert_refusal(said: str) -> None:
    """A sentence for people: what is wrong and what to do, nothing of the machine."""
    assert 20 < len(said) < 400, said
    assert said.rstrip().endswith((".", ":", "tekst"))
    for sign in ("Traceback", "Error", 'File "', "0x", "None", "Exception"):
        assert sign not in said
