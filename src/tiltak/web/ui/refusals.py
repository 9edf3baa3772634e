"""What a field says when it cannot take what was written: what to do, in plain words.

Django's own sentences are stiff in Nynorsk, and some are missing in Bokmål.
"""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

MISSING = forms.Field.default_error_messages["required"]
NOT_OFFERED = forms.ChoiceField.default_error_messages["invalid_choice"]


def speak_plainly(fields: Iterable[forms.Field]) -> None:
    """Give every field that has no sentence of its own the plain ones."""
    for field in fields:
        said = field.error_messages
        if said.get("required") is MISSING:
            said["required"] = _("Fyll ut dette feltet.")
        if said.get("invalid_choice") is NOT_OFFERED:
            said["invalid_choice"] = _("Vel noko av det som står i lista.")
        if isinstance(field, forms.IntegerField):
            said.setdefault("min_value", _("Skriv eit tal som er minst %(limit_value)s."))
            said.setdefault("max_value", _("Skriv eit tal som er høgst %(limit_value)s."))
        if isinstance(field, forms.EmailField):
            said["invalid"] = _("Skriv heile e-postadressa, til dømes namn@kommune.no.")
        if isinstance(field, forms.URLField):
            said["invalid"] = _("Skriv heile nettadressa, til dømes https://www.regionraad.no.")
