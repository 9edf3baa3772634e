"""Login: nobody signs up; the administrator is made at first start. The library's sentences in
our own words, because it has none in Nynorsk."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

WRONG_LOGIN = _("Brukarnamn eller passord er feil.")
TOO_MANY = _("For mange forsøk. Vent nokre minutt og prøv på nytt.")


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """No sign-up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Denne kontoen er stengd."),
        "email_password_mismatch": WRONG_LOGIN,
        "username_password_mismatch": WRONG_LOGIN,
        "invalid_login": WRONG_LOGIN,
        "enter_current_password": _("Skriv passordet du har no."),
        "incorrect_password": _("Passordet er feil."),
        "incorrect_code": _("Koden er feil."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False


class CodeAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    """The second step of the login."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Koden er feil."),
        "cannot_delete_authenticator": _("Du kan ikkje slå av innlogging i to steg."),
        "cannot_generate_recovery_codes": _("Slå på innlogging i to steg først."),
        "unverified_email": _("E-postadressa di må stadfestast først."),
    }
