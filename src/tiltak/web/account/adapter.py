"""Login: nobody signs up; the administrator is made at first start."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """No sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
