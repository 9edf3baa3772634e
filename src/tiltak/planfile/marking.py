"""Marks sentences for translation where there is no Django.

Reader and editor give sentences in Nynorsk. The name is the one scripts/messages.py collects by,
so each marked sentence gets a place in the catalogs; the pages translate it where it is shown.
"""


def gettext_noop(text: str) -> str:
    """The text itself: it is a message id."""
    return text
