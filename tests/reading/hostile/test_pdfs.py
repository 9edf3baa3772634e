"""Adversarial PDFs: each is read or refused with one sentence, in time and within its memory."""

import time
from collections.abc import Callable

import pytest

from tests.reading.accounts import accounted_for
from tests.reading.hostile.hostile_pdfs import HOSTILE
from tiltak.reading import Problem, UnreadableDocument, read_safely

# A quarter of what the process has; a machine under load is slow.
MOST_SECONDS = 30


@pytest.mark.parametrize(
    ("make", "refused"),
    [pytest.param(make, codes, id=make.__name__) for make, codes in HOSTILE.items()],
)
def test_it_is_read_or_refused(make: Callable[[], bytes], refused: tuple[Problem, ...]) -> None:
    data = make()
    begin = time.monotonic()
    if not refused:
        plan = read_safely(data, "plan.pdf")
        assert [m.text for area in plan.focus_areas for m in area.measures] == [
            "Rydda stien langs elva"
        ]
        assert accounted_for(plan) == "".join(plan.sources[0].text.split())
    else:
        with pytest.raises(UnreadableDocument) as caught:
            read_safely(data, "plan.pdf")
        assert caught.value.code in refused
        assert "Traceback" not in caught.value.message
    assert time.monotonic() - begin < MOST_SECONDS
