"""A day in a form, written as the language of the page writes it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tiltak.web.ui.tags import short_date

# the day comes before the month in all our languages
WRITTEN = ["%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d"]


class DateInput(forms.DateInput):
    """A text field: `08.12.2017`, in English `08/12/2017`; what is no day stays as it was sent."""

    def format_value(self, value: Any) -> str | None:
        return short_date(value) if isinstance(value, date) else super().format_value(value)


class DateField(forms.DateField):
    """Reads the days that the pages show, and 2017-12-08."""

    widget = DateInput

    def __init__(self, **kwargs: Any) -> None:
        errors = {"invalid": _("Skriv datoen slik: 8.12.2017.")}
        super().__init__(**{"input_formats": WRITTEN, "error_messages": errors, **kwargs})
