"""What a form says of what it cannot take, in each language."""

import pytest
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tiltak.web.ui.refusals import speak_plainly


class Letter(forms.Form):
    name = forms.CharField()
    email = forms.EmailField()
    page = forms.URLField(assume_scheme="https")
    kind = forms.ChoiceField(choices=[("a", "A")])
    own = forms.CharField(error_messages={"required": "Skriv kva saka gjeld."})


def refusals(**given: str) -> dict[str, list[str]]:
    form = Letter(given)
    speak_plainly(form.fields.values())
    return {name: [str(one) for one in said] for name, said in form.errors.items()}


@pytest.mark.parametrize(
    ("language", "missing", "choice", "email", "page"),
    [
        (
            "nn",
            "Fyll ut dette feltet.",
            "Vel noko av det som står i lista.",
            "Skriv heile e-postadressa, til dømes namn@kommune.no.",
            "Skriv heile nettadressa, til dømes https://www.regionraad.no.",
        ),
        (
            "nb",
            "Fyll ut dette feltet.",
            "Velg noe av det som står i listen.",
            "Skriv hele e-postadressen, for eksempel navn@kommune.no.",
            "Skriv hele nettadressen, for eksempel https://www.regionraad.no.",
        ),
        (
            "en",
            "Fill in this field.",
            "Choose one of those in the list.",
            "Write the whole email address, for example name@municipality.no.",
            "Write the whole web address, for example https://www.regionraad.no.",
        ),
    ],
)
def test_a_field_says_what_to_do(
    language: str, missing: str, choice: str, email: str, page: str
) -> None:
    with override(language):
        assert refusals() == {
            "name": [missing],
            "email": [missing],
            "page": [missing],
            "kind": [missing],
            "own": ["Skriv kva saka gjeld."],
        }
        assert refusals(name="Kari", email="kari", page="x", kind="b", own="Veg") == {
            "email": [email],
            "page": [page],
            "kind": [choice],
        }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", "Passordet er for kort. Det må ha minst 12 teikn."),
        ("nb", "Passordet er for kort. Det må ha minst 12 tegn."),
        ("en", "The password is too short. It must have at least 12 characters."),
    ],
)
def test_a_short_password_is_refused_in_the_readers_language(language: str, said: str) -> None:
    with override(language), pytest.raises(ValidationError) as refused:
        validate_password("kort sak")
    assert refused.value.messages == [said]
