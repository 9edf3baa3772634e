"""The forms of login, with our labels and the look of the design system."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from tiltak.web.ui.refusals import speak_plainly

LABELS = {
    "login": _("Brukarnamn eller e-post"),
    "password": _("Passord"),
    "oldpassword": _("Passordet du har no"),
    "password1": _("Nytt passord"),
    "password2": _("Nytt passord ein gong til"),
    "code": _("Kode"),
}
PASSWORD_HELP = _(
    "Minst 12 teikn. Fleire ord etter kvarandre er lett å hugsa og vanskeleg å gjetta."
)


class Styled:
    """Labels of ours, no placeholders, the input class of the design system."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self.fields.values())
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs["class"] = "ds-input"
        for name in ("password1",):
            if name in self.fields:
                self.fields[name].help_text = PASSWORD_HELP


class LoginForm(Styled, account.LoginForm):  # type: ignore[misc] # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class ChangePasswordForm(Styled, account.ChangePasswordForm):  # type: ignore[misc] # allauth has no types
    pass


class ReauthenticateForm(Styled, account.ReauthenticateForm):  # type: ignore[misc] # allauth has no types
    pass


class CodeForm(Styled, mfa.AuthenticateForm):  # type: ignore[misc] # allauth has no types
    pass


class CodeAgainForm(Styled, mfa.ReauthenticateForm):  # type: ignore[misc] # allauth has no types
    pass


class ActivateForm(Styled, totp.ActivateTOTPForm):  # type: ignore[misc] # allauth has no types
    pass


class FirstLoginForm(Styled, forms.Form):
    """Name, e-mail and password of the administrator."""

    name = forms.CharField(label=_("Namn"), max_length=150)
    email = forms.EmailField(label=_("E-post"), max_length=150)
    password1 = forms.CharField(widget=forms.PasswordInput, strip=False)
    password2 = forms.CharField(widget=forms.PasswordInput, strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tokens = ("name", "email", "new-password", "new-password")
        for field, token in zip(self.fields.values(), tokens, strict=True):
            field.widget.attrs["autocomplete"] = token
        # there is no earlier one
        self.fields["password1"].label = _("Passord")
        self.fields["password2"].label = _("Passord ein gong til")

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        validate_password(password)
        return password

    def clean(self) -> None:
        first, second = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if first is not None and second is not None and first != second:
            self.add_error("password2", _("Dei to passorda er ikkje like."))
