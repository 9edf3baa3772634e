"""The currency of a plan: the one it writes, else that of its language."""

import re

_CURRENCIES = {"sv": "SEK", "da": "DKK"}


def currency_of(text: str, language: str | None) -> str | None:
    """The currency the document writes, else that of its language. None: an English text without."""
    if "£" in text:
        return "GBP"
    if "€" in text:
        return "EUR"
    if language == "en" and not re.search(r"\b(?:kr|NOK|MNOK)\b", text):
        return None
    return _CURRENCIES.get(language or "", "NOK")
