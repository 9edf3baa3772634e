"""The registry: every format writes, under its name."""

import pytest

from tests.factories.papers import paper_of, sample_statuses
from tiltak.writing.formats import FORMATS

STARTS = {
    "docx": b"PK",
    "pdf": b"%PDF-",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbfkind;",
    "csv-dictionary": b"\xef\xbb\xbf",
    "json": b"{",
    "ics": b"BEGIN:VCALENDAR\r\n",
    "status-report": b"PK",
}


def test_the_formats_are_those_that_are_promised() -> None:
    assert set(FORMATS) == set(STARTS)
    assert all(name == made.name for name, made in FORMATS.items())


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_each_format_writes_in_each_language(name: str, language: str) -> None:
    paper = paper_of(language=language, statuses=sample_statuses())
    assert FORMATS[name].write(paper).startswith(STARTS[name])
