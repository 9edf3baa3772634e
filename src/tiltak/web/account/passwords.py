"""What a password must be."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """So many characters at least. Django's own sentence about it is not there in Bokmål."""

    def get_error_message(self) -> str:
        return _("Passordet er for kort. Det må ha minst %(count)s teikn.") % {
            "count": self.min_length
        }
