"""When two people look at the same document: what each of them saw of the other's steps."""

from django.http import QueryDict
from django.utils.translation import gettext as _

LONGEST = 8


def step_seen(form: QueryDict) -> int:
    """The position of the last step of the review that the sender of a form had before them; 0 where
    it does not say, -1 for what is no number."""
    text = form.get("seen", "0")
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST
    return int(text) if is_number else -1


def meanwhile() -> str:
    """What is said when there are others."""
    return _("Nokon har gjort noko her sidan du opna sida. Sjå over og gjer det på nytt.")
