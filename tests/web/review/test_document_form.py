"""What is told of the document, in its form."""

import pytest

from tiltak.planfile.model import Document
from tiltak.web.review.correct_form import DocumentForm


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        pytest.param("2017-12-14", "14.12.2017", id="as the help text says"),
        pytest.param("desember 2017", "desember 2017", id="no day: as it was read"),
        pytest.param(None, None, id="nothing said"),
    ],
)
def test_the_day_is_shown_as_it_is_to_be_written(read: str | None, shown: str | None) -> None:
    field = DocumentForm(Document(title="Plan", years=(), status="ukjend", date=read))["date"]
    html = str(field)
    assert (f'value="{shown}"' in html) == (shown is not None)
    assert "value=" in html or shown is None


def test_what_was_shown_is_no_change() -> None:
    document = Document(title="Plan", status="vedteke", years=(2018, 2019), date="2017-12-14")
    said = {"title": "Plan", "years": "2018–2019", "status": "vedteke", "date": "14.12.2017"}
    form = DocumentForm(document, said)
    assert form.is_valid()
    assert list(form.edits()) == []
