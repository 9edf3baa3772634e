"""Marks sentences for translation where there is no Django.

Reader and editor give sentences in Nynorsk. The name is the one scripts/messages.py collects by,
so each marked sentence gets a place in the catalogs; the pages translate it where it is shown.
"""

from collections.abc import Callable, Iterable

# a sentence that takes values ends with a colon, and the values follow
VALUES_FOLLOW = ": "


def gettext_noop(text: str) -> str:
    """The text itself: it is a message id."""
    return text


def with_values(sentence: str, values: Iterable[str]) -> str:
    """A marked sentence that ends with a colon, and the values it is about: `Sidene: 2, 5.`"""
    return f"{sentence} {', '.join(values)}."


def translated(said: str, gettext: Callable[[str], str]) -> str:
    """What the reader said, in the language of `gettext`; the values stay as they are."""
    whole = gettext(said)
    sentence, follows, values = said.partition(VALUES_FOLLOW)
    if whole != said or not follows:
        return whole
    return f"{gettext(sentence + ':')} {values}"
