"""Days in forms, in the language of the page."""

from datetime import date

import pytest
from django.utils import translation

from tests.web.page_forms import forms_of
from tiltak.web.desk.forms import AdoptForm

DAY = date(2017, 12, 8)
SHOWN = {"nn": "08.12.2017", "nb": "08.12.2017", "en": "08/12/2017"}
SAID = {
    "nn": "Skriv datoen slik: 8.12.2017",
    "nb": "Skriv datoen slik: 8.12.2017",
    "en": "Write the date like this: 31/12/2017",
}


@pytest.mark.parametrize("language", SHOWN)
def test_a_day_is_shown_as_the_page_writes_it(language: str) -> None:
    with translation.override(language):
        form = AdoptForm(initial={"decided": DAY})
        shown = forms_of(f"<form>{form['decided']}</form>")[0].fields
        said = form.fields["decided"].help_text
        assert (shown, str(said)) == ({"decided": SHOWN[language]}, SAID[language])
        sent = AdoptForm(shown)
        assert sent.is_valid()
        assert sent.cleaned_data["decided"] == DAY


@pytest.mark.parametrize("written", ["8.12.2017", "8.12.17", "8/12/2017", "8/12/17", "2017-12-08"])
@pytest.mark.parametrize("language", SHOWN)
def test_a_day_can_be_written_in_more_than_one_way(language: str, written: str) -> None:
    with translation.override(language):
        form = AdoptForm({"decided": written})
        assert form.is_valid()
        assert form.cleaned_data["decided"] == DAY


@pytest.mark.parametrize("language", SHOWN)
def test_what_is_no_day_stays_as_it_was_sent(language: str) -> None:
    with translation.override(language):
        form = AdoptForm({"decided": "12/31/2017"})
        shown = forms_of(f"<form>{form['decided']}</form>")[0].fields
        assert shown == {"decided": "12/31/2017"}
        assert list(form.errors["decided"]) == [f"{SAID[language]}."]
